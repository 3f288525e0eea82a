"""Comments for planctl, and the lines that each speaks of."""

from __future__ import annotations

import pytest

from tests.source.reading import place, read


def remarks(text: str) -> list[tuple[str, str, int, int]]:
    """The text, the place and the first and last line of every comment."""
    return [
        (one.text, place(one.span), one.first_line, one.last_line)
        for one in read(text).remarks
    ]


def test_at_the_end_of_a_line_it_speaks_of_that_line() -> None:
    text = "a: b\nc: d  # planctl: ignore[x] why\ne: f\n"
    assert remarks(text) == [("ignore[x] why", "2:7-31", 2, 2)]


def test_alone_it_speaks_of_the_whole_entry_that_begins_next() -> None:
    text = """\
tasks:
  # planctl: ignore[x] why
  # another comment

  - id: T1
    note: |
      text

      more
    tags:
    - x
  - id: T2
"""
    assert remarks(text) == [("ignore[x] why", "2:3-27", 5, 11)]


def test_before_a_key_it_speaks_of_all_that_is_below_it() -> None:
    text = "# planctl: ignore[x] why\nplan:\n  id: a\n\nlevels:\n  b: c\n"
    assert remarks(text) == [("ignore[x] why", "1:1-25", 2, 3)]


def test_a_list_in_the_column_of_its_key_belongs_to_it() -> None:
    text = "# planctl: ignore[x] why\ntasks:\n- id: a\n- id: b\nother: c\n"
    assert remarks(text) == [("ignore[x] why", "1:1-25", 2, 4)]


def test_at_the_end_of_a_file_it_speaks_of_nothing() -> None:
    assert remarks("a: b\n# planctl: ignore[x] why") == [
        ("ignore[x] why", "2:1-25", 3, 3)
    ]


@pytest.mark.parametrize(
    "sign", ["# planctl: ", "#planctl: ", "# planctl:", "#planctl:"]
)
def test_spaces_in_front_of_its_text_are_free(sign: str) -> None:
    (one,) = read(f"a: b  {sign}ignore[x] why   \n").remarks
    assert one.text == "ignore[x] why"


@pytest.mark.parametrize(
    "text",
    [
        'a: "b # planctl: ignore[x] why"',
        "a: 'b # planctl: ignore[x] why'",
        "a: |\n  b # planctl: ignore[x] why\n",
        "a: >-\n  b\n  # planctl: ignore[x] why\n",
        "a: b# planctl: ignore[x] why",
        "a: b  # plan: ignore[x] why",
    ],
)
def test_inside_text_it_is_text(text: str) -> None:
    assert read(text).remarks == ()


def test_among_quoted_texts_each_is_told_apart() -> None:
    text = 'a: "# planctl: no"\nb: c  # planctl: yes\nd: "x"  # planctl: too\n'
    assert [one.text for one in read(text).remarks] == ["yes", "too"]


def test_it_is_read_from_a_file_that_cannot_be_read_to_its_end() -> None:
    text = "# planctl: ignore[yaml-syntax] why\na: %b\n"
    assert [one.text for one in read(text).remarks] == ["ignore[yaml-syntax] why"]


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_its_lines_are_counted_alike_whatever_ends_them(line_break: str) -> None:
    lines = ["# planctl: ignore[x] why", "plan:", "  id: a", "b: c", ""]
    assert remarks(line_break.join(lines)) == [("ignore[x] why", "1:1-25", 2, 3)]
