"""YAML events to plain data and places, in one loop.

libyaml reads, through PyYAML; where it is absent, ruamel.yaml's pure parser gives
the same events. Nothing recurses, and what plans do without is refused as it comes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from planctl.diagnostics import Check, Related, Span, declared
from planctl.source import CONTROL, LINE_BREAK, Mark, Source, Value, span_in
from planctl.source.suspects import Suspects, find_suspects
from planctl.source.syntax import explain_syntax

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

MAX_DEPTH = 64
_NOTHING = frozenset({"null", "Null", "NULL", "~"})
# A second equal key is kept aside under this mark until the mapping is whole.
_ASIDE = "\0"
# Refused before a parser sees it: the two parsers fail on it in different ways.
_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*%")


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
    directive = _DIRECTIVE.match(source.text)
    if directive:
        at = directive.end()
        source.refuse(
            declared.YAML_FEATURE,
            "a line that begins with % is read as an instruction to YAML",
            span_in(source.path, source.text, at - 1, at),
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
        _report_syntax(source, error, reader.last_feature_line)
    for container, key in reader.aside:
        del container[key]
    source.remarks = suspects.remarks(source.path)


def _parser(
    text: str, *, pure: bool
) -> tuple[Callable[[], Any], ModuleType, type[Exception]]:
    """A function that gives the next event, the event classes, the error class."""
    if not pure:
        try:
            from yaml import YAMLError, events
            from yaml._yaml import CParser
        except ImportError:
            pass
        else:
            return CParser(text).get_event, events, YAMLError
    from ruamel.yaml import YAML
    from ruamel.yaml import events as pure_events
    from ruamel.yaml.error import YAMLError as PureError

    _, parser = YAML(typ="safe", pure=True).get_constructor_parser(text)
    return parser.get_event, pure_events, PureError


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
                if style or value in cur or value == "<<":
                    key = reader.check_key(cur, value, event)
                continue
            if not style:
                if not value:
                    value = None
                    reader.check_empty(key, key_mark, event, in_flow=in_flow)
                elif value in _NOTHING:
                    reader.refuse_null(event)
                    value = None
                elif in_flow:
                    reader.check_flow(cur, event)
                if watch_plain:
                    reader.check_plain(event)
            elif watch or style == '"':
                reader.check_quoted(event, value)
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
                cur.append(text)
                places.append((None, event.start_mark, event.end_mark))
            elif cur is not None:
                cur[key] = text
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
        self.last_feature_line = -1
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
        anchor = event.anchor is not None
        sign, name = ("&", str(event.anchor)) if anchor else ("!", str(event.tag))
        kind = "an anchor" if anchor else "a tag"
        self._feature(
            event,
            f"`{sign}{name.lstrip('!')}` is read as {kind}",
            f"put text that begins with {sign} in quotes",
        )

    def refuse_alias(self, event: _Event) -> str:
        """Report `*name`; its text stands for the value."""
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
        self, key: str | None, key_mark: Mark, event: _Event, *, in_flow: bool
    ) -> None:
        """Report an empty value whose text was lost to a comment or a comma."""
        text, at = self.source.text, event.start_mark.index
        if (
            in_flow
            and key is not None
            and ":" not in text[key_mark.index + len(key) : at + 1]
        ):
            self._lost(key_mark, event, "a comma ended the text before this")
        elif self.suspects.hashes:
            begin = key_mark.index + len(key) if key is not None else at
            hidden = self.suspects.hash_behind(text, begin)
            if hidden is not None:
                self._lost_at(hidden, "the text behind `#` is read as a comment")

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
            self._lost(event.start_mark, event, "a comma ended the text before this")

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

    def check_quoted(self, event: _Event, value: str) -> None:
        """Keep what is inside quotes from being taken for a comment."""
        self.suspects.cover(event.start_mark.index, event.end_mark.index)
        if CONTROL.search(value):
            self._control(event)

    def _control(self, event: _Event) -> None:
        self._report(
            declared.CONTROL_CHARACTER,
            event,
            "the text holds a control character written as an escape",
            "delete the escape",
        )

    def _lost(self, start: Mark, event: _Event, message: str) -> None:
        self.source.report(
            declared.LOST_TEXT,
            message,
            self.source.span(start, event.end_mark)
            if event.end_mark.index > start.index
            else self.source.span_at(start),
            help="put the whole text in quotes, or write the list with dashes",
        )

    def _lost_at(self, offset: int, message: str) -> None:
        text = self.source.text
        end = LINE_BREAK.search(text, offset)
        self.source.report(
            declared.LOST_TEXT,
            message,
            span_in(self.source.path, text, offset, end.start() if end else len(text)),
            help="put the whole text in quotes; a comment has two spaces before `#`",
        )

    def _feature(self, event: _Event, message: str, remedy: str = "") -> None:
        self.last_feature_line = event.start_mark.line
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


def _report_syntax(source: Source, error: Exception, last_feature_line: int) -> None:
    """Say what is wrong in the words of people who write plans."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line if mark is not None else 0
    if line == last_feature_line:
        return
    column = mark.column if mark is not None else 0
    said = explain_syntax(source.text, line, column, str(getattr(error, "problem", "")))
    source.report(
        declared.YAML_SYNTAX,
        said.message,
        Span(
            source.path, said.line + 1, said.column + 1, said.line + 1, said.column + 2
        ),
        help=said.help,
    )
