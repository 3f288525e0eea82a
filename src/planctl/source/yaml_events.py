"""YAML events to plain data and places, in one loop.

libyaml reads, through PyYAML; where it is absent, ruamel.yaml's pure parser gives
the same events. Nothing recurses, and what plans do without is refused as it comes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from planctl.diagnostics import Span, declared
from planctl.source.oddities import Oddities, Stop
from planctl.source.suspects import find_suspects
from planctl.source.syntax import BEHIND, UNCLOSED, Failure, explain_syntax

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from planctl.source import Mark, Source, Value
    from planctl.source.oddities import Event

MAX_DEPTH = 64
_NOTHING = frozenset({"null", "Null", "NULL", "~"})
_LONGEST = max(map(len, _NOTHING))
# Where an anchor or a tag may begin: in no word, and no & before a space.
_MARKED = re.compile(r"(?:&(?=\S)|!)(?<![^\s,\[{:][&!])")
# A line that looks like a field, inside a quoted text that was never closed.
_FIELD = re.compile(r"[\r\n][ \t]*(?:- +)*[\"']?[\w.-]+[\"']?:(?=\s)")
# Refused before a parser sees it: the two parsers fail on it in different ways.
_BEGINS_A_LINE = re.compile(r"%(?<![^\r\n]%)")
_DIRECTIVE = re.compile(
    r"(?:\A|(?:\A|[\r\n])(?:---|\.\.\.)(?:[ \t][^\r\n]*)?[\r\n])"
    r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*%"
)


def read_yaml(source: Source, *, pure: bool = False) -> None:
    """Fill `data`, `places`, `remarks` and `problems` of a source from its text.

    Args:
        source: a source whose text was read.
        pure: use the parser in pure Python even where libyaml is at hand.
    """
    directive = None
    if _BEGINS_A_LINE.search(source.text):
        directive = _DIRECTIVE.search(source.text)
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
    reader = Oddities(source, suspects)
    try:
        source.data = _build(next_event, events, reader)
    except Stop:
        source.is_readable = False
    except yaml_error as error:
        source.is_readable = False
        _report_syntax(source, _failure(source.text, error, pure=pure), reader.blamed)
    for container, key in reader.aside:
        # It is not there where reading ended before its value.
        source.lost.append(container.pop(key, None))
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
    next_event: Callable[[], Any], events: ModuleType, reader: Oddities
) -> Value:
    scalar, alias = events.ScalarEvent, events.AliasEvent
    mapping_start, sequence_start = events.MappingStartEvent, events.SequenceStartEvent
    mapping_end, sequence_end = events.MappingEndEvent, events.SequenceEndEvent
    all_places = reader.source.places
    watch, hashes = reader.suspects.any, reader.suspects.hashes
    text = reader.source.text
    marked = any(sign in text for sign in "&!") and _MARKED.search(text) is not None
    stack: list[tuple[Any, Any, bool, bool]] = []
    root: Value = None
    cur: Any = None
    places: Any = None
    key: Any = None
    key_mark: Any = None
    in_map = in_flow = False
    while (event := next_event()) is not None:
        kind = type(event)
        if in_map:
            if kind is mapping_end:
                cur, places, in_map, in_flow = stack.pop()
                continue
            if kind is alias:
                key = reader.check_key(cur, reader.refuse_alias(event), event)
            else:
                if marked and (event.anchor is not None or event.tag is not None):
                    reader.refuse_anchor_or_tag(event)
                if kind is not scalar:
                    reader.stop(event, "a key is a list or mapping; a key is one word")
                key = event.value
                if event.style or not key or key in cur or key == "<<":
                    key = reader.check_key(cur, key, event)
            key_mark = event.start_mark
            event = next_event()
            kind = type(event)
        if kind is scalar:
            if marked and (event.anchor is not None or event.tag is not None):
                reader.refuse_anchor_or_tag(event)
            value: Any = event.value
            if style := event.style:
                if watch or (style == '"' and not value.isprintable()):
                    value = reader.check_quoted(event, value)
            elif not value:
                value = None
                reader.check_empty(cur, key if in_map else None, key_mark, event)
            elif in_flow or hashes or len(value) <= _LONGEST or "-" in value:
                if in_flow:
                    reader.check_flow(cur, event)
                if hashes or value[0] == "-" or " -" in value:
                    reader.check_plain(event)
                if value in _NOTHING:
                    reader.refuse_null(event)
                    value = None
            if in_map:
                cur[key] = value
                places[key] = (key_mark, event.start_mark, event.end_mark)
            elif cur is None:
                root = value
            else:
                cur.append(value)
                places.append((None, event.start_mark, event.end_mark))
        elif kind is mapping_start or kind is sequence_start:
            if marked and (event.anchor is not None or event.tag is not None):
                reader.refuse_anchor_or_tag(event)
            new: Any = {} if kind is mapping_start else []
            new_places: Any = {} if kind is mapping_start else []
            all_places[id(new)] = new_places
            if in_map:
                cur[key] = new
                places[key] = (key_mark, event.start_mark, None)
            elif cur is None:
                root = new
            else:
                cur.append(new)
                places.append((None, event.start_mark, None))
            stack.append((cur, places, in_map, in_flow))
            if len(stack) > MAX_DEPTH:
                reader.stop(event, f"the file is nested over {MAX_DEPTH} deep")
            cur, places = new, new_places
            in_map = kind is mapping_start
            in_flow = bool(event.flow_style)
        elif kind is sequence_end:
            cur, places, in_map, in_flow = stack.pop()
        elif kind is alias:
            reader.refuse_alias(event)
            if in_map:
                cur[key] = None
                places[key] = (key_mark, event.start_mark, event.end_mark)
            elif cur is not None:
                cur.append(None)
                places.append((None, event.start_mark, event.end_mark))
        elif kind is events.DocumentStartEvent and not reader.begins(event):
            break
    return root


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


def _last_long_quote(text: str, *, pure: bool) -> Event | None:
    """The last quoted text over several lines before the place where parsing ends."""
    next_event, events, yaml_error = _parser(text, pure=pure)
    last: Event | None = None
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
