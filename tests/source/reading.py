"""Reading of texts, and what it gives in a form that tests compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.source import LINE_BREAK, Source, Value
from planctl.source.yaml_events import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.diagnostics import Diagnostic, Span
    from planctl.source import Mark

    Point = tuple[int, int, int] | None


class Told(NamedTuple):
    """What is said: the check, the message and the help."""

    rule: str
    message: str
    help: str


class Case(NamedTuple):
    """A text with one mistake, the place of it, and what is said of it."""

    text: str
    place: str
    told: Told


def read(text: str, *, pure: bool = False) -> Source:
    """Read a text as the file `a.yaml`."""
    source = Source("a.yaml", text)
    read_yaml(source, pure=pure)
    return source


def told(one: Diagnostic) -> Told:
    """What a diagnostic says."""
    return Told(one.rule, one.message, one.help)


def place(span: Span) -> str:
    """A span as `line:column-end`, with the last line where there are several."""
    end = f"{span.end_column}"
    if span.end_line != span.line:
        end = f"{span.end_line}:{end}"
    return f"{span.line}:{span.column}-{end}"


def findings(source: Source) -> list[object]:
    """Everything that is said of a file."""
    return [
        (told(one), place(one.span), [(place(r.span), r.label) for r in one.related])
        for one in source.problems
    ]


def places(source: Source) -> list[tuple[object, ...]]:
    """Where every key and value stands, from the top down.

    Of an empty value only the key: the two parsers put its end elsewhere, and nothing
    is ever told of it.
    """
    return list(_places(source, source.data, ()))


def _places(
    source: Source, node: Value, path: tuple[str | int, ...]
) -> Iterator[tuple[object, ...]]:
    entries: list[tuple[str | int, Value]] = []
    if isinstance(node, dict):
        entries = list(node.items())
    elif isinstance(node, list):
        entries = list(enumerate(node))
    for key, value in entries:
        found = source.place(node, key)
        assert found is not None, f"{path} {key} has no place"
        mark, start, end = found
        below = (*path, key)
        if value is None:
            yield (below, _point(mark))
        else:
            yield (below, _point(mark), _point(start), _point(end))
            yield from _places(source, value, below)


def _point(mark: Mark | None) -> Point:
    return None if mark is None else (mark.line, mark.column, mark.index)


def outside(source: Source) -> list[object]:
    """The findings whose lines or columns lie outside the file, and so none."""
    lines = LINE_BREAK.split(source.text)
    return [
        (told(one), span)
        for one in source.problems
        for span in (one.span, *(r.span for r in one.related))
        if not is_inside(lines, span)
    ]


def is_inside(lines: list[str], span: Span) -> bool:
    """Whether a span lies in some lines; one character may stand for a line's end."""
    return (
        1 <= span.line <= span.end_line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
        and 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2
        and (span.line, span.column) <= (span.end_line, span.end_column)
    )
