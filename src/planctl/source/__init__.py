"""Bytes to plain data, with the place of every key and value.

Every value is text, a list, a mapping or absent: nothing is typed here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from planctl.diagnostics import Check, Diagnostic, Related, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = str | list["Value"] | dict[str, "Value"] | None

# What YAML or a terminal would act on. The last six are line breaks or byte order
# marks to some programs and not to others, so lines could not be counted.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Mark(Protocol):
    """A point in a text: `line` and `column` from 0, `index` in code points."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""

    @property
    def index(self) -> int:
        """The offset from the beginning."""


Place = tuple[Mark | None, Mark, Mark | None]
"""Where a key begins (none in a list), and where its value begins and ends.

The end is absent for a list or mapping.
"""


@dataclass(frozen=True, slots=True)
class Remark:
    """A `# planctl:` comment: its text, and the lines it speaks of."""

    text: str
    span: Span
    first_line: int
    last_line: int


@dataclass(slots=True)
class Source:
    """One file: its text, its data, and where everything stands.

    `places` is keyed by `id()` of the lists and mappings in `data`, which live as
    long as this object; then by key or position. `told` are the lines, and the lines
    with columns, of which something was said; `lost` what stands under a key for the
    second time; `filled` the entries of lists, by the
    list's `id()`, that are not empty.
    """

    path: str
    text: str = ""
    data: Value = None
    places: dict[int, dict[str, Place] | list[Place]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    remarks: tuple[Remark, ...] = ()
    is_readable: bool = True
    told: set[tuple[int, int | None]] = field(default_factory=set)
    lost: list[Value] = field(default_factory=list)
    filled: dict[int, Sequence[int]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    @property
    def line_starts(self) -> list[int]:
        """The offset in the text at which each line begins."""
        if not self._starts:
            breaks = LINE_BREAK.finditer(self.text)
            self._starts = [0, *(found.end() for found in breaks)]
        return self._starts

    def span_of(self, start: int, end: int) -> Span:
        """The span between two offsets of the text."""
        line, end_line = (bisect_right(self.line_starts, at) for at in (start, end))
        column = start - self.line_starts[line - 1] + 1
        end_column = end - self.line_starts[end_line - 1] + 1
        return Span(self.path, line, column, end_line, end_column)

    def place(self, container: Value, key: str | int) -> Place | None:
        """Where `container[key]` stands, if the file says so."""
        places = self.places.get(id(container))
        if isinstance(places, dict):
            return places.get(str(key))
        if places is not None and isinstance(key, int) and key < len(places):
            return places[key]
        return None

    def position(self, entries: list[Value], place: int) -> int:
        """Where an entry of a record's list stands in the file's list.

        A file may have empty entries, a record has none.
        """
        filled = self.filled.get(id(entries))
        if filled is None:
            filled = range(len(entries))
            if None in entries or "" in entries:
                pairs = enumerate(entries)
                filled = [n for n, one in pairs if one is not None and one != ""]
            self.filled[id(entries)] = filled
        return filled[place] if place < len(filled) else place

    def value_span(self, container: Value, key: str | int) -> Span:
        """The span of a value; of its key where it is a list, mapping or absent."""
        place = self.place(container, key)
        if place is None:
            return self.whole()
        mark, start, end = place
        if end is None or end.index == start.index:
            return (
                self.span_at(start) if mark is None else self.key_span(container, key)
            )
        return self.span(start, end)

    def key_span(self, container: Value, key: str | int) -> Span:
        """The span of a key in a mapping."""
        place = self.place(container, key)
        if place is None or place[0] is None:
            return self.whole() if place is None else self.span_at(place[1])
        return self.key_at(place[0], str(key))

    def key_at(self, mark: Mark, key: str) -> Span:
        """The span of a key that begins at a mark; it ends with the line at most."""
        line, column = mark.line + 1, mark.column + 1
        cut = LINE_BREAK.search(self.text, mark.index, mark.index + len(key))
        length = cut.start() - mark.index if cut else len(key)
        return Span(self.path, line, column, line, column + max(length, 1))

    def span(self, start: Mark, end: Mark) -> Span:
        """The span between two marks."""
        return Span(
            self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1
        )

    def span_at(self, mark: Mark) -> Span:
        """A span of one character."""
        line, column = mark.line + 1, mark.column + 1
        return Span(self.path, line, column, line, column + 1)

    def whole(self) -> Span:
        """The file as such: its first character."""
        return Span(self.path, 1, 1, 1, 1)

    def has_problem(self, line: int, column: int | None = None) -> bool:
        """Whether something was already said of a line, or of a place in it."""
        return (line, column) in self.told

    def report(  # noqa: PLR0913 - a diagnostic has that many parts
        self,
        check: Check,
        message: str,
        span: Span,
        *,
        help: str = "",  # noqa: A002 - the word that coordinators read
        related: tuple[Related, ...] = (),
        word: str = "",
    ) -> None:
        """Add a diagnostic about this file."""
        self.problems.append(Diagnostic(check, message, span, help, related, word=word))
        self.told |= {(span.line, None), (span.line, span.column)}

    def refuse(self, check: Check, message: str, span: Span, *, help: str = "") -> None:  # noqa: A002
        """Add a diagnostic that ends the reading of this file."""
        self.report(check, message, span, help=help)
        self.is_readable = False
        self.data = None


def entry_of(container: Value, key: str | int) -> Value:
    """What stands at a key of a mapping or a position of a list.

    Raises:
        KeyError: nothing stands there.
    """
    if isinstance(container, dict) and isinstance(key, str):
        return container[key]
    if isinstance(container, list) and isinstance(key, int):
        return container[key]
    raise KeyError(key)


def split_lines(text: str) -> list[str]:
    """The lines of a text without what ends them, whichever way that is written."""
    return LINE_BREAK.split(text) if "\r" in text else text.split("\n")
