"""Where every record came from: a side table, so that records stay plain values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.diagnostics import Span, declared

if TYPE_CHECKING:
    from planctl.model.record import Record
    from planctl.source import Source, Value

Path = tuple[str | int, ...]


class Places:
    """Records to their places; a record that has none is at the top of its file."""

    def __init__(self) -> None:
        self._origins: dict[int, tuple[Record, Source, Value, str | int]] = {}
        self._adopted: list[tuple[Places, str]] = []

    def put(
        self, record: Record, source: Source, container: Value, key: str | int
    ) -> None:
        """Remember that a record was read from `container[key]` of a source.

        The record is kept, so that its `id()` is nobody else's.
        """
        self._origins[id(record)] = (record, source, container, key)

    def is_here(self, record: Record) -> bool:
        """Whether a record was read from this plan's own files."""
        return id(record) in self._origins

    def is_written(self, record: Record) -> bool:
        """Whether a record was read from a file, of this plan or one that it uses."""
        return bool(self.span(record).file)

    def is_bad_row(self, record: Record) -> bool:
        """Whether a table was told to be wrong where a record begins."""
        origin = self._origins.get(id(record))
        bad = [] if origin is None else origin[1].problems
        lines = {one.span.line for one in bad if one.check is declared.BAD_TABLE}
        return bool(lines) and self.span(record).line in lines

    def adopt(self, other: Places, prefix: str) -> None:
        """Take over the places of another plan, its files named with a prefix."""
        self._adopted.append((other, prefix))

    def span(self, record: Record, path: Path = (), part: str = "") -> Span:
        """Where a field of a record stands.

        Args:
            record: the record.
            path: keys and positions from the record down, as in the model; a
                shorthand is stepped over. Empty: the record's key, id or first line.
            part: a part of the text to narrow the span to.
        """
        origin = self._origins.get(id(record))
        if origin is None:
            return self._elsewhere(record, path, part)
        _, source, container, key = origin
        if not path and isinstance(key, str):
            return source.key_span(container, key)
        return find_span(source, container, key, path, part)

    def _elsewhere(self, record: Record, path: Path, part: str) -> Span:
        for other, prefix in self._adopted:
            span = other.span(record, path, part)
            if span.file:
                return replace(span, file=prefix + span.file)
        return Span("", 1, 1, 1, 1)


def locate(
    source: Source, container: Value, key: str | int, path: Path
) -> tuple[Value, str | int, Value]:
    """Follow a path down from `container[key]`: the last container, key and value.

    A step that is not there, as where a shorthand was used, is passed over.
    """
    node = _step(container, key)
    for wanted in path:
        step = wanted
        if isinstance(node, list) and isinstance(step, int):
            step = source.position(node, step)
        below = _step(node, step)
        if below is not _ABSENT:
            container, key, node = node, step, below
    return container, key, node


def find_span(
    source: Source, container: Value, key: str | int, path: Path = (), part: str = ""
) -> Span:
    """The span of what stands at a path below `container[key]`."""
    container, key, node = locate(source, container, key, path)
    if isinstance(node, dict) and not isinstance(key, str):
        for name in ("id", "item", "title", *node):
            if node.get(name) is not None:
                return source.value_span(node, name)
    span = source.value_span(container, key)
    return narrow(source, span, part) if part else span


def narrow(source: Source, span: Span, part: str) -> Span:
    """The span of a part of a text, where it stands on one line of it."""
    starts = source.line_starts
    for number in range(span.line, min(span.end_line, len(starts)) + 1):
        first = starts[number - 1]
        begin = first + (span.column - 1 if number == span.line else 0)
        end = starts[number] if number < len(starts) else len(source.text)
        at = source.text.find(part, begin, end) - first
        if at >= 0:
            return Span(span.file, number, at + 1, number, at + 1 + len(part))
    return span


_ABSENT = "\0absent"


def _step(node: Value, step: str | int) -> Value:
    if isinstance(node, dict) and isinstance(step, str) and step in node:
        return node[step]
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return _ABSENT
