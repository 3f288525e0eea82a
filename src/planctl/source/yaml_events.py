"""YAML events to plain data and places, in one loop.

libyaml reads, through PyYAML; where it is absent, ruamel.yaml's pure parser gives
the same events. Nothing recurses, and what plans do without is refused as it comes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from planctl.diagnostics import Check, Related, Span, declared
from planctl.source import CONTROL, LINE_BREAK, Mark, Source, Value
from planctl.source.suspects import Suspects, find_suspects
from planctl.source.syntax import (
    BEHIND,
    NO_NAME,
    UNCLOSED,
    Failure,
    explain_syntax,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

MAX_DEPTH = 64
_NOTHING = frozenset({"null", "Null", "NULL", "~"})
# A second equal key is kept aside under this mark until the mapping is whole.
_ASIDE = "\0"
# A line that looks like a field, inside a quoted text that was never closed.
_FIELD = re.compile(r"[\r\n][ \t]*(?:- +)*[\"']?[\w.-]+[\"']?:(?=\s)")
# A dash in a later line of unquoted text: it was to begin an entry of a list.
_SWALLOWED = re.compile(r"[\r\n][ \t]*(?P<dash>-)(?=\s|[^\W\d_]|[$*])")
_WORD = re.compile(r"[^\s,\[\]{}]+")
# Refused before a parser sees it: the two parsers fail on it in different ways.
_DIRECTIVE = re.compile(
    r"(?:\A|(?:\A|[\r\n])(?:---|\.\.\.)(?:[ \t][^\r\n]*)?[\r\n])"
    r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*%"
)


class _Event(Protocol):
    """What the two parsers' events have in common, as far as it is looked at."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


class _Stop(Exception):  # noqa: N818 - it ends the loop, and is no error
    """What follows in this file cannot be read."""


def read_yaml(source: Source, *, pure: bool = False) -> None:
    """Fill `data`, `places`, `remarks` and `problems` of a source from its text.

    Args:
        source: a source whose text was read.
        pure: use the parser in pure Python even where libyaml is at hand.
    """
    directive = _DIRECTIVE.search(source.text) if "%" in source.text else None
    if directive:
        at = directive.end()
        source.refuse(
            declared.YAML_FEATURE,
            "a line that begins with % is read as an instruction to YAML",
            source.span_of(at - 1, at),
            help="remove it, or put text that begins with % in quotes",
        )
        return
    next_event, events, yaml_error = _parser(source.text, pure=pure)
    suspects = find_suspects(source.text)
    reader = _Reader(source, suspects)
    try:
        source.data = _build(next_event, events, reader)
    except _Stop:
        source.is_readable = False
    except yaml_error as error:
        source.is_readable = False
        _report_syntax(source, _failure(source.text, error, pure=pure), reader.blamed)
    for container, key in reader.aside:
        # It is not there where reading ended before its value.
        container.pop(key, None)
    source.remarks = suspects.remarks(source.path)


def _parser(
    text: str, *, pure: bool
) -> tuple[Callable[[], Any], ModuleType, tuple[type[Exception], ...]]:
    """A function that gives the next event, the event classes, the error classes."""
    if not pure:
        try:
            from yaml import YAMLError, events
            from yaml._yaml import CParser
        except ImportError:
            pass
        else:
            return CParser(text).get_event, events, (YAMLError,)
    from ruamel.yaml import YAML
    from ruamel.yaml import events as pure_events
    from ruamel.yaml.error import YAMLError as PureError

    _, parser = YAML(typ="safe", pure=True).get_constructor_parser(text)
    # It also fails by accident, on text that no plan holds.
    return parser.get_event, pure_events, (PureError, LookupError, AssertionError)


def _build(  # noqa: C901, PLR0912, PLR0915 - the one hot loop: a call for each event would double its time
    next_event: Callable[[], Any], events: ModuleType, reader: _Reader
) -> Value:
    scalar, alias = events.ScalarEvent, events.AliasEvent
    mapping_start, sequence_start = events.MappingStartEvent, events.SequenceStartEvent
    mapping_end, sequence_end = events.MappingEndEvent, events.SequenceEndEvent
    all_places = reader.source.places
    watch, watch_plain = reader.suspects.any, reader.suspects.in_plain
    stack: list[tuple[Any, Any, Any, bool, bool]] = []
    root: Value = None
    cur: Any = None
    places: Any = None
    key: Any = None
    key_mark: Any = None
    in_map = in_flow = False
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                reader.refuse_anchor_or_tag(event)
            value: Any = event.value
            style = event.style
            if key is None and in_map:
                key, key_mark = value, event.start_mark
                if style or not value or value in cur or value == "<<":
                    key = reader.check_key(cur, value, event)
                continue
            if not style:
                if not value:
                    value = None
                    reader.check_empty(cur, key, key_mark, event)
                elif value in _NOTHING:
                    reader.refuse_null(event)
                    value = None
                elif in_flow:
                    reader.check_flow(cur, event)
                if watch_plain or (value and " -" in value):
                    reader.check_plain(event)
            elif watch or style == '"':
                value = reader.check_quoted(event, value)
            if cur is None:
                root = value
            elif key is None:
                cur.append(value)
                places.append((None, event.start_mark, event.end_mark))
            else:
                cur[key] = value
                places[key] = (key_mark, event.start_mark, event.end_mark)
                key = None
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or event.tag is not None:
                reader.refuse_anchor_or_tag(event)
            new: Any = {} if kind is mapping_start else []
            new_places: Any = {} if kind is mapping_start else []
            all_places[id(new)] = new_places
            if cur is None:
                root = new
            elif not in_map:
                cur.append(new)
                places.append((None, event.start_mark, None))
            elif key is None:
                reader.stop(event, "a key is a list or mapping; a key is one word")
            else:
                cur[key] = new
                places[key] = (key_mark, event.start_mark, None)
            stack.append((cur, places, key, in_map, in_flow))
            if len(stack) > MAX_DEPTH:
                reader.stop(event, f"the file is nested over {MAX_DEPTH} deep")
            cur, places, key = new, new_places, None
            in_map = kind is mapping_start
            in_flow = bool(event.flow_style)
        elif kind is mapping_end or kind is sequence_end:
            cur, places, key, in_map, in_flow = stack.pop()
            key = None
        elif kind is alias:
            text = reader.refuse_alias(event)
            if key is None and in_map:
                key, key_mark = reader.check_key(cur, text, event), event.start_mark
            elif key is None and cur is not None:
                cur.append(None)
                places.append((None, event.start_mark, event.end_mark))
            elif cur is not None:
                cur[key] = None
                places[key] = (key_mark, event.start_mark, event.end_mark)
                key = None
        elif kind is events.DocumentStartEvent and not reader.begins(event):
            break
    return root


class _Reader:
    """The rare things on the way: what is refused, and what YAML loses silently."""

    def __init__(self, source: Source, suspects: Suspects) -> None:
        self.source = source
        self.suspects = suspects
        self.aside: list[tuple[dict[str, Value], str]] = []
        self.blamed: set[int] = set()
        self._told: Value = None
        self._documents = 0

    def begins(self, event: _Event) -> bool:
        """Whether a document that begins is the file's first."""
        self._documents += 1
        if self._documents == 1:
            return True
        self._feature(
            event,
            "a second document begins here",
            "remove the line `---`; one file holds one document",
        )
        return False

    def stop(self, event: _Event, message: str) -> None:
        """Refuse the rest of the file."""
        self._feature(event, message, "put text that begins so in quotes")
        raise _Stop

    def refuse_anchor_or_tag(self, event: _Event) -> None:
        """Report `&name` or `!name` in front of a value, which is kept."""
        sign, kind = ("&", "an anchor") if event.anchor is not None else ("!", "a tag")
        start = event.start_mark.index
        written = _WORD.search(self.source.text, start)
        self._feature(
            event,
            f"`{written.group() if written else sign}` is read as {kind}",
            f"put text that begins with {sign} in quotes",
        )

    def refuse_alias(self, event: _Event) -> str:
        """Report `*name`, which stands for nothing; its text may stand for a key."""
        self._feature(
            event,
            f"`*{event.anchor}` is read as a reference to another place",
            "put text that begins with * in quotes",
        )
        return f"*{event.anchor}"

    def refuse_null(self, event: _Event) -> None:
        """Report `null` or `~` where a value stands."""
        self._report(
            declared.NULL_VALUE,
            event,
            f"`{event.value}` is not text",
            "write nothing instead, or put the word in quotes",
        )

    def check_key(self, mapping: dict[str, Value], key: str, event: _Event) -> str:
        """A key that may be used: the key itself, or one kept aside."""
        if not key and not event.style:
            # libyaml takes it for a mistake by itself, except in `{ }`.
            self._report(declared.YAML_SYNTAX, event, *NO_NAME)
            raise _Stop
        if key == "<<" and not event.style:
            self._feature(event, "`<<` merges mappings", "write the fields out")
        if CONTROL.search(key):
            self._control(event)
            key = CONTROL.sub("�", key)
        if key not in mapping:
            return key
        place = self.source.place(mapping, key)
        first = () if place is None else (self.source.key_span(mapping, key),)
        self._report(
            declared.DUPLICATE_KEY,
            event,
            f"`{key}` stands twice in one entry",
            "keep one of the two; only the first is read",
            tuple(Related(span, "the first one is here") for span in first),
        )
        aside = f"{key}{_ASIDE}{len(self.aside)}"
        self.aside.append((mapping, aside))
        return aside

    def check_empty(
        self, cur: Value, key: str | None, key_mark: Mark, event: _Event
    ) -> None:
        """Report an empty value whose text was lost to a comment or a comma."""
        text, at = self.source.text, event.start_mark.index
        if key is not None and ":" not in text[key_mark.index + len(key) : at + 1]:
            self._key_alone(cur, key, key_mark)
        elif self.suspects.hashes:
            begin = at
            if key is not None:
                quotes = 2 if text[key_mark.index] in "\"'" else 0
                begin = key_mark.index + len(key) + quotes
            hidden = self.suspects.hash_behind(text, begin)
            if hidden is not None:
                self._lost_at(hidden, "the text behind `#` is read as a comment")

    def _key_alone(self, cur: Value, key: str, mark: Mark) -> None:
        """Report a key without a colon, once in a mapping: it was meant as text."""
        if cur is self._told:
            return
        self._told = cur
        span = self.source.key_at(mark, key)
        before = self.source.text[: mark.index].rstrip()[-1:]
        if before == "?":
            self.blamed.add(mark.line)
            self.source.report(
                declared.YAML_FEATURE,
                "`?` makes a key of the text behind it",
                span,
                help="put text that begins with ? in quotes",
            )
            return
        message = "a comma ended the text before this"
        remedy = "put the whole text in quotes, or write the list with dashes"
        if ":" in key:
            name = key.partition(":")[0]
            message = f"a space is missing behind `{name}:`"
            remedy = f"write `{name}: ` and then the value"
        elif before == "{":
            message = f"`{shortened(key)}` has no colon and no value behind it"
        elif before != ",":
            return
        self.source.report(
            declared.LOST_TEXT,
            message,
            span,
            help=remedy,
        )

    def check_flow(self, cur: Value, event: _Event) -> None:
        """Report a text in `[ ]` that a comma cut in two."""
        if type(cur) is not list or not cur:
            return
        start = event.start_mark.index
        before = cur[-1]
        glued = self.source.text[start - 1] == ","
        goes_on = (
            isinstance(before, str)
            and before[:1].isupper()
            and " " in before
            and event.value[:1].islower()
        )
        if glued or goes_on:
            self._report(
                declared.LOST_TEXT,
                event,
                "a comma ended the text before this",
                "put the whole text in quotes, or write the list with dashes",
            )

    def check_plain(self, event: _Event) -> None:
        """Report unquoted text that a `#` ended or a dash began."""
        start, end = event.start_mark.index, event.end_mark.index
        if end + 1 in self.suspects.hashes and end > start:
            self._lost_at(end + 1, "the text behind `#` is read as a comment")
        if start in self.suspects.dashes:
            self._report(
                declared.LOST_TEXT,
                event,
                "a dash without a space behind it is part of the text",
                "write a space behind the dash of a list",
            )
        elif dash := _SWALLOWED.search(self.source.text, start, end):
            self.source.report(
                declared.LOST_TEXT,
                "this dash is read as part of the text above",
                self.source.span_of(*dash.span("dash")),
                help="begin the dashes of a list in one column, with a space behind "
                "each, or put the whole text in quotes",
            )

    def check_quoted(self, event: _Event, value: str) -> str:
        """Keep what is inside quotes from being taken for a comment; clean it."""
        self.suspects.cover(event.start_mark.index, event.end_mark.index)
        if CONTROL.search(value):
            self._control(event)
            return CONTROL.sub("�", value)
        return value

    def _control(self, event: _Event) -> None:
        self._report(
            declared.CONTROL_CHARACTER,
            event,
            "the text holds a control character written as an escape",
            "delete the escape",
        )

    def _lost_at(self, offset: int, message: str) -> None:
        text = self.source.text
        end = LINE_BREAK.search(text, offset)
        span = self.source.span_of(offset, end.start() if end else len(text))
        # What goes on behind the comment may be unreadable without its beginning.
        self.blamed |= {span.line - 1, span.line}
        self.source.report(
            declared.LOST_TEXT,
            message,
            span,
            help="put the whole text in quotes; a comment has two spaces before `#`",
        )

    def _feature(self, event: _Event, message: str, remedy: str = "") -> None:
        self.blamed.add(event.start_mark.line)
        self._report(declared.YAML_FEATURE, event, message, remedy)

    def _report(
        self,
        check: Check,
        event: _Event,
        message: str,
        remedy: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        start, end = event.start_mark, event.end_mark
        span: Span = (
            self.source.span(start, end)
            if end.index > start.index and end.line == start.line
            else self.source.span_at(start)
        )
        self.source.report(check, message, span, help=remedy, related=related)


def _failure(text: str, error: Any, *, pure: bool) -> Failure:  # noqa: ANN401 - two libraries' errors
    """Where and why a parser gave up, and where that part begins."""
    mark: Mark | None = getattr(error, "problem_mark", None)
    began: Mark | None = getattr(error, "context_mark", None) or mark
    if mark is None or began is None:
        return Failure(0, 0, str(error), "", (0, 0))
    failure = Failure(
        mark.line,
        mark.column,
        str(error.problem),
        str(error.context),
        (began.line, began.column),
    )
    quoted = _last_long_quote(text, pure=pure)
    if quoted is None or quoted.end_mark.line != mark.line:
        return failure
    start, end = quoted.start_mark, quoted.end_mark
    if _FIELD.search(text, start.index, end.index):
        return failure._replace(context=UNCLOSED, began=(start.line, start.column))
    return failure._replace(context=BEHIND, began=(end.line, end.column))


def _last_long_quote(text: str, *, pure: bool) -> _Event | None:
    """The last quoted text over several lines before the place where parsing ends."""
    next_event, events, yaml_error = _parser(text, pure=pure)
    last: _Event | None = None
    with suppress(*yaml_error):
        while (event := next_event()) is not None:
            if (
                isinstance(event, events.ScalarEvent)
                and event.style in {"'", '"'}
                and event.end_mark.line > event.start_mark.line
            ):
                last = event
    return last


def _report_syntax(source: Source, failure: Failure, blamed: set[int]) -> None:
    """Say what is wrong in the words of people who write plans, once."""
    if blamed & {failure.line, failure.began[0]}:
        return
    said = explain_syntax(source.text, failure)
    lines = range(min(said.line, failure.line) + 1, failure.line + 2)
    # A comma that seemed to end a text: it was no list or group after all.
    source.problems[:] = [
        one
        for one in source.problems
        if one.check is not declared.LOST_TEXT or one.span.line not in lines
    ]
    source.report(
        declared.YAML_SYNTAX,
        said.message,
        Span(
            source.path, said.line + 1, said.column + 1, said.line + 1, said.column + 2
        ),
        help=said.help,
    )
