"""CSV tables to rows of texts, with the place of every cell.

A spreadsheet's own flavours are read: commas, semicolons or tabs; UTF-8, UTF-16 or
the encoding of an older Windows; the header in any order and case.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.diagnostics import Span, declared
from planctl.diagnostics.suggest import nearest
from planctl.source import LINE_BREAK, Place, Source, Value, read_text
from planctl.source.lines import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_DELIMITERS = ",;\t"
# What an export puts before a cell that a spreadsheet would run as a formula.
_GUARDED = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class Point:
    """A point in a table; line and column from 0."""

    line: int
    column: int
    index: int


def read_table(
    root: Path, path: Path, columns: Sequence[str], needed: Sequence[str]
) -> Source:
    """Read a CSV file under a plan's folder into a list of mappings.

    Args:
        root: the plan's folder, resolved.
        path: the file, below `root`.
        columns: the names that a header may have.
        needed: those that it must have.
    """
    source = read_text(root, path, encodings=("utf-8-sig", "utf-16", "cp1252"))
    if source.is_readable and source.text.strip():
        _read_rows(source, columns, needed)
    return source


def _read_rows(source: Source, columns: Sequence[str], needed: Sequence[str]) -> None:
    rows = list(_rows(source))
    if source.problems:
        return
    header = rows[0][1]
    names = [_name(cell) for cell in header]
    if not _check_header(source, names, columns, needed):
        return
    data: list[Value] = []
    places: list[Place] = []
    lines = LINE_BREAK.split(source.text)
    for line, cells in rows[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names):
            _report(
                source,
                line,
                f"the row has {len(cells)} cells, not {len(names)}",
                "a text with a comma inside stands in quotes",
            )
        nameless = [cell for name, cell in zip(names, cells, strict=False) if not name]
        for cell in filter(str.strip, nameless):
            _report(
                source,
                line,
                f"`{shortened(cell)}` stands in a column without a name",
                "name the column in the first row, or empty the cell",
            )
        row, row_places = _row(names, cells, lines, line)
        source.places[id(row)] = row_places
        data.append(row)
        places.append((None, Point(line, 0, line), None))
    source.places[id(data)] = places
    source.data = data


def _rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line (from 0) on which it begins."""
    head = source.text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(
        source.text.splitlines(keepends=True), delimiter=delimiter, strict=True
    )
    line = 0
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num
    except csv.Error as error:
        _report(source, line, *_explain(str(error)))


def _explain(error: str) -> tuple[str, str]:
    """What is wrong with a row, and what to do."""
    if "field larger" in error:
        return "a cell is longer than 131,072 characters", "shorten its text"
    if "unexpected end" in error:
        return (
            "a quotation mark is never closed",
            "close the cell with a quotation mark",
        )
    return (
        "text goes on behind a closing quotation mark",
        "write a quotation mark inside a cell twice, and put the cell in quotes",
    )


def _check_header(
    source: Source, names: list[str], columns: Sequence[str], needed: Sequence[str]
) -> bool:
    """Whether every column is known and none is missing; says what is not."""
    sound = True
    for place, name in enumerate(names):
        if not name or (name in columns and name not in names[:place]):
            continue
        near = nearest(name, columns)
        what = "stands twice" if name in columns else "is not known"
        hint = f"did you mean {near}? " if near and name not in columns else ""
        _report(
            source,
            0,
            f"the column `{shortened(name)}` {what}",
            f"{hint}known: {', '.join(columns)}",
        )
        sound = False
    for name in needed:
        if name not in names:
            _report(source, 0, f"the column `{name}` is missing")
            sound = False
    return sound


def _row(
    names: list[str], cells: list[str], lines: list[str], line: int
) -> tuple[dict[str, Value], dict[str, Place]]:
    """A row as a mapping, empty cells absent, with the places of its cells."""
    row: dict[str, Value] = {}
    places: dict[str, Place] = {}
    cursor = 0
    text = lines[line]
    for name, cell in zip(names, cells, strict=False):
        at = max(text.find(cell, cursor), cursor) if cell else cursor
        end = min(at + len(cell), len(text))
        cursor = end
        value = cell.strip()
        if name and value:
            row[name] = value[1:] if value.startswith(_GUARDED) else value
            places[name] = (None, Point(line, at, at), Point(line, end, end))
    return row, places


def _name(cell: str) -> str:
    return cell.strip().lower().replace(" ", "_")


def _report(source: Source, line: int, message: str, help_text: str = "") -> None:
    span = Span(source.path, line + 1, 1, line + 1, 2)
    source.report(declared.BAD_TABLE, message, span, help=help_text)
