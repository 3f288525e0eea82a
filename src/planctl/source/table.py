"""CSV tables to rows of texts, with the place of every cell.

A spreadsheet's own flavours are read: commas, semicolons or tabs; UTF-8, UTF-16 or
the encoding of an older Windows; the header in any order and case.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.diagnostics import Span, declared
from planctl.diagnostics.suggest import nearest
from planctl.source import LINE_BREAK, Place, Source, Value, split_lines
from planctl.source.commas import has_decimal_commas, may_be_thousands, with_points
from planctl.source.lines import shortened
from planctl.source.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DELIMITERS = ",;\t"
# `sep=;` before the header tells Excel, and us, how cells are parted.
_SEPARATOR_LINE = ["sep=", ""]
# What an export puts before a cell that a spreadsheet would run as a formula.
_GUARDED = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class Point:
    """A point in a table; line and column from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table.

    `names` are those that a header may have, `needed` those that it must have, and
    `numbers` those in which decimal commas may stand.
    """

    names: tuple[str, ...]
    needed: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def read_table(root: Path, path: Path, columns: Columns) -> Source:
    """Read a CSV file under a plan's folder into a list of mappings.

    Args:
        root: the plan's folder, resolved.
        path: the file, below `root`.
        columns: what its header may and must have.
    """
    source = read_text(root, path, encodings=("utf-8-sig", "utf-16", "cp1252"))
    if source.is_readable and source.text.strip():
        _read_rows(source, columns)
    return source


def _read_rows(source: Source, columns: Columns) -> None:
    delimiter = _delimiter(source.text)
    rows = list(_rows(source, delimiter))
    if source.problems:
        return
    if rows[0][1] == _SEPARATOR_LINE:
        del rows[0]
    if not rows:
        return
    first, header = rows[0]
    if not _check_header(source, first, header, columns):
        return
    names = [_name(cell) for cell in header]
    data: list[Value] = []
    places: list[Place] = []
    lines = split_lines(source.text)
    for line, cells in rows[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(names) :]):
            # Which cell belongs to which column, nobody knows.
            _report(
                source,
                line,
                f"the row has {len(cells)} cells, not {len(names)}",
                "a text with a comma inside stands in quotes",
            )
            continue
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
    if delimiter != ",":
        _read_commas(source, data, columns.numbers)


def _read_commas(source: Source, rows: list[Value], numbers: tuple[str, ...]) -> None:
    """Write decimal commas as points where there are any; says what may be either."""
    cells = [
        (row, name, cell)
        for row in rows
        if isinstance(row, dict)
        for name in numbers
        if isinstance(cell := row.get(name), str)
    ]
    if not has_decimal_commas(cell for _, _, cell in cells):
        return
    for row, name, cell in cells:
        if not may_be_thousands(cell):
            row[name] = with_points(cell)
            continue
        source.report(
            declared.BAD_TABLE,
            f"`{shortened(cell)}` may be thousands or decimals in this table",
            source.value_span(row, name),
            help="write thousands without a sign; other cells have decimal commas",
        )
        del row[name]


def _delimiter(text: str) -> str:
    head = LINE_BREAK.split(text.lstrip("\r\n"), maxsplit=1)[0]
    return max(_DELIMITERS, key=head.count)


def _rows(source: Source, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line (from 0) on which it begins."""
    text = io.StringIO(source.text, newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
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
    source: Source, line: int, header: list[str], wanted: Columns
) -> bool:
    """Whether every column is known and none is missing; says what is not."""
    columns, names = wanted.names, [_name(cell) for cell in header]
    lines = split_lines(source.text)
    _, places = _row([str(place) for place in range(len(header))], header, lines, line)
    meant, sound = set(), True
    for place, name in enumerate(names):
        if not name or (name in columns and name not in names[:place]):
            continue
        is_known = name in columns
        near = "" if is_known else nearest(name, columns)
        meant.add(near)
        _, start, end = places[str(place)]
        source.report(
            declared.BAD_TABLE,
            f"the column `{shortened(name)}` "
            f"{'stands twice' if is_known else 'is not known'}",
            source.span(start, end or start),
            help=f"{f'did you mean {near}? ' if near else ''}known: "
            f"{', '.join(columns)}",
        )
        sound = False
    for name in wanted.needed:
        if name not in names:
            if name not in meant:
                _report(source, line, f"the column `{name}` is missing")
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
        value = LINE_BREAK.sub("\n", cell.strip())
        if name and value:
            row[name] = value[1:] if value.startswith(_GUARDED) else value
            places[name] = (None, Point(line, at, at), Point(line, end, end))
    return row, places


def _name(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _report(source: Source, line: int, message: str, help_text: str = "") -> None:
    span = Span(source.path, line + 1, 1, line + 1, 2)
    source.report(declared.BAD_TABLE, message, span, help=help_text)
