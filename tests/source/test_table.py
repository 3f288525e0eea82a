"""CSV tables: the flavours of spreadsheets, places of cells, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.source.table import Columns, read_table
from tests.source.reading import is_inside, outside, place

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.source import Source

COLUMNS = ("cycle", "item", "status", "percent_complete", "note")
NEEDED = ("cycle", "item")


def read(folder: Path, data: str | bytes) -> Source:
    """Read a table that holds some text or bytes."""
    path = folder / "a.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    root = folder.resolve()
    columns = Columns(COLUMNS, NEEDED, ("percent_complete",))
    return read_table(root, root / "a.csv", columns)


def told(source: Source) -> list[str]:
    """Each finding in one line, all of one kind and inside the file."""
    assert not outside(source)
    assert {one.rule for one in source.problems} <= {"bad-table"}
    return [f"{one.span.line}: {one.message}" for one in source.problems]


ROWS = [
    {"cycle": "mid", "item": "1.10", "status": "On hold"},
    {"cycle": "mid", "item": "007", "status": "NO"},
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_break_is_read(
    tmp_path: Path, delimiter: str, line_break: str
) -> None:
    lines = ["cycle,item,status", "mid,1.10,On hold", "mid,007,NO", ""]
    text = line_break.join(lines).replace(",", delimiter)
    source = read(tmp_path, text)
    assert (source.data, told(source)) == (ROWS, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_of_a_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    source = read(tmp_path, "cycle,item\nmid,Café\n".encode(encoding))
    assert (source.data, told(source)) == ([{"cycle": "mid", "item": "Café"}], [])


def test_the_csv_of_an_older_mac_is_read(tmp_path: Path) -> None:
    source = read(tmp_path, "cycle,item\rmid,Café\r".encode("mac_roman"))
    assert (source.data, told(source)) == ([{"cycle": "mid", "item": "Café"}], [])


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_line_that_tells_the_separator_is_passed_over(
    tmp_path: Path, sign: str
) -> None:
    assert told(read(tmp_path, f"sep={sign}\r\n")) == []
    source = read(tmp_path, f"sep={sign}\r\ncycle{sign}item{sign}x\r\nmid{sign}A\r\n")
    assert [one.split(" is ")[0] for one in told(source)] == ["2: the column `x`"]
    assert place(source.problems[0].span) == "2:12-13"


def test_the_header_is_in_any_order_case_and_spelling(tmp_path: Path) -> None:
    source = read(tmp_path, " ITEM ,Percent-  complete,Cycle\nA,50,mid\n")
    row = {"item": "A", "percent_complete": "50", "cycle": "mid"}
    assert (source.data, told(source)) == ([row], [])


def test_spaces_around_a_cell_and_empty_cells_count_for_nothing(tmp_path: Path) -> None:
    source = read(tmp_path, "cycle,item,status,note\n mid , A ,,\n")
    assert source.data == [{"cycle": "mid", "item": "A"}]


def test_empty_rows_and_lines_are_passed_over(tmp_path: Path) -> None:
    source = read(
        tmp_path, "\n\ncycle,item,status\n\n,,\nmid,1.10,On hold\n , ,\nmid,007,NO"
    )
    assert (source.data, told(source)) == (ROWS, [])


@pytest.mark.parametrize("text", ["", "\n", " \r\n \n"])
def test_an_empty_file_is_an_empty_table(tmp_path: Path, text: str) -> None:
    source = read(tmp_path, text)
    assert (source.data, told(source)) == (None, [])


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    assert read(tmp_path, "cycle,item\n").data == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_the_guard_before_a_formula_is_taken_off(tmp_path: Path, sign: str) -> None:
    source = read(tmp_path, f"cycle,item,note\nmid,A,'{sign}1\n")
    assert source.data == [{"cycle": "mid", "item": "A", "note": f"{sign}1"}]


def test_an_apostrophe_that_guards_nothing_stays(tmp_path: Path) -> None:
    source = read(tmp_path, "cycle,item,note\nmid,A,'Tis\n")
    assert source.data == [{"cycle": "mid", "item": "A", "note": "'Tis"}]


def test_a_cell_in_quotes_may_hold_delimiters_quotes_and_lines(tmp_path: Path) -> None:
    source = read(tmp_path, 'cycle,item,note\n"mid","A","a, ""b""\nc"\nmid,B,d\n')
    assert source.data == [
        {"cycle": "mid", "item": "A", "note": 'a, "b"\nc'},
        {"cycle": "mid", "item": "B", "note": "d"},
    ]


def test_lines_in_a_cell_end_alike_whatever_ends_those_of_the_file(
    tmp_path: Path,
) -> None:
    source = read(
        tmp_path, b'cycle,item,note\r\nmid,1,"a\r\nb\r\n\r\nc"\r\nmid,2,d\r\n'
    )
    rows = [row for row in source.data or [] if isinstance(row, dict)]
    assert [row["note"] for row in rows] == ["a\nb\n\nc", "d"]
    assert place(source.value_span(rows[1], "note")) == "6:7-8"


def test_every_cell_has_the_place_at_which_it_stands(tmp_path: Path) -> None:
    source = read(tmp_path, 'cycle,item,note\nmid,A,"é, ü"\n"x\ny",B,mid\n')
    first, second = [row for row in source.data or [] if isinstance(row, dict)]
    assert place(source.value_span(first, "cycle")) == "2:1-4"
    assert place(source.value_span(first, "note")) == "2:8-12"
    assert place(source.value_span(source.data, 1)) == "3:1-2"
    lines = source.text.split("\n")
    for key in second:
        assert is_inside(lines, source.value_span(second, key))


COMMAS = [
    (["42,3%", "1,5"], ["42.3%", "1.5"]),
    (["1.204,5", "12"], ["1204.5", "12"]),
    (["1\u00a0204,25 ", "<5,0"], ["1204.25", "<5.0"]),
    (["0,125", "0,5"], ["0.125", "0.5"]),
    (["1,204", "3"], ["1,204", "3"]),
    (["42.3", "1,204"], ["42.3", "1,204"]),
    (["42,3", "42.3"], ["42.3", "42.3"]),
]


@pytest.mark.parametrize(("cells", "expected"), COMMAS)
def test_decimal_commas_are_read_where_a_cell_can_be_nothing_else(
    tmp_path: Path, cells: list[str], expected: list[str]
) -> None:
    text = "cycle;item;percent complete\n" + "".join(f"m;A;{one}\n" for one in cells)
    source = read(tmp_path, text)
    rows = [row for row in source.data or [] if isinstance(row, dict)]
    assert [row["percent_complete"] for row in rows] == expected
    assert told(source) == []


def test_a_comma_in_a_column_of_words_stays(tmp_path: Path) -> None:
    text = "cycle;item;note;percent complete\nm;A;1,5 days;1,5\n"
    row = {"cycle": "m", "item": "A", "note": "1,5 days", "percent_complete": "1.5"}
    assert read(tmp_path, text).data == [row]


def test_a_table_with_commas_between_its_cells_has_no_decimal_ones(
    tmp_path: Path,
) -> None:
    text = 'cycle,item,percent complete\nm,A,"1,5"\n'
    row = {"cycle": "m", "item": "A", "percent_complete": "1,5"}
    assert read(tmp_path, text).data == [row]


@pytest.mark.parametrize("cell", ["1,204", "1.204", "<12.345"])
def test_what_may_be_thousands_or_decimals_is_told_and_left_out(
    tmp_path: Path, cell: str
) -> None:
    source = read(tmp_path, f"cycle;item;percent complete\nm;A;{cell}\nm;B;4,2\n")
    assert told(source) == [f"2: `{cell}` may be thousands or decimals in this table"]
    first, second = [row for row in source.data or [] if isinstance(row, dict)]
    assert (first, second["percent_complete"]) == ({"cycle": "m", "item": "A"}, "4.2")


WRONG = [
    ("cycle,item,stauts\nm,A,x\n", ["1: the column `stauts` is not known"]),
    ("cycle,item,item\nm,A,B\n", ["1: the column `item` stands twice"]),
    ("item,status\nA,x\n", ["1: the column `cycle` is missing"]),
    ("a\n", [f"1: the column `{c}` is missing" for c in NEEDED]),
    ("cycle,item\nm,A,x,y\n", ["2: the row has 4 cells, not 2"]),
    ("cycle,item,\nm,A,lost\n", ["2: `lost` stands in a column without a name"]),
    ('cycle,item,note\nm,A,"a\nm,B,b\n', ["2: a quotation mark is never closed"]),
    (
        'cycle,item,note\nm,A,"a"b\n',
        ["2: text goes on behind a closing quotation mark"],
    ),
    (
        f"cycle,item,note\nm,A,b\nm,B,{'x' * 140_000}\n",
        ["3: a cell is longer than 131,072 characters"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_what_is_wrong_with_a_table_is_told_with_its_line(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    source = read(tmp_path, text)
    assert [one for one in told(source) if "`a` is not known" not in one] == expected


def test_a_misspelt_column_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "cycle,item,stauts\n").problems
    assert one.help == f"did you mean status? known: {', '.join(COLUMNS)}"
    (twice,) = read(tmp_path, "cycle,item,item\n").problems
    assert twice.help == f"known: {', '.join(COLUMNS)}"


def test_of_a_row_with_too_many_cells_nothing_is_read(tmp_path: Path) -> None:
    source = read(tmp_path, "cycle,item\nm,A,x\nm,B\n")
    assert source.data == [{"cycle": "m", "item": "B"}]


def test_empty_cells_behind_the_last_column_do_no_harm(tmp_path: Path) -> None:
    source = read(tmp_path, "cycle,item\nm,A,,\nm,B, \n")
    assert source.data == [{"cycle": "m", "item": "A"}, {"cycle": "m", "item": "B"}]
    assert not source.problems


def test_a_misspelt_column_is_underlined_and_not_missed_as_well(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "cycle,itme\nm,A\n").problems
    assert (one.span.column, one.span.end_column) == (7, 11)
    assert one.help.startswith("did you mean item?")


def test_a_table_with_a_wrong_header_has_no_rows(tmp_path: Path) -> None:
    source = read(tmp_path, "cycel,item\nm,A\n")
    assert source.data is None
    assert source.is_readable


def test_a_column_name_of_any_length_fits_into_the_message(tmp_path: Path) -> None:
    first, *_ = told(read(tmp_path, "a" * 5_000))
    assert first == f"1: the column `{'a' * 39}…` is not known"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\xff\xfe\x00", "not-utf-8"),
        (b"cycle,item\n\x81,A\n", "not-utf-8"),
        (b"cycle,item\n\x00,A\n", "control-character"),
        (b"\xff\xfe\x00\x00", "control-character"),
    ],
)
def test_bytes_that_are_no_text_are_refused(
    tmp_path: Path, data: bytes, rule: str
) -> None:
    source = read(tmp_path, data)
    assert [one.rule for one in source.problems] == [rule]
    assert not source.is_readable
    assert not outside(source)
