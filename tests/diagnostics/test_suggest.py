"""The nearest known words to an unknown one."""

from __future__ import annotations

import pytest

from planctl.diagnostics.suggest import nearest, nearest_few, shown_as_date

IDS = ("T1", "T2", "Curriculum-Office", "ela3", "math3")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Curiculum-Office", "Curriculum-Office"),
        ("CURRICULUM-OFFICE", "Curriculum-Office"),
        ("maths3", "math3"),
        ("science", ""),
        ("", ""),
    ],
)
def test_the_nearest_is_found_case_aside(word: str, near: str) -> None:
    assert nearest(word, IDS) == near


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("t1", ("T1", "T2")),
        ("ELA3", ("ela3",)),
        ("curriculum-office", ("Curriculum-Office",)),
        ("science", ()),
    ],
)
def test_several_are_found_case_aside_nearest_first(
    word: str, near: tuple[str, ...]
) -> None:
    assert nearest_few(word, IDS) == near


def test_no_more_than_three_are_found() -> None:
    assert len(nearest_few("T1", [f"T{number}" for number in range(10)])) == 3


def test_very_long_words_are_not_compared() -> None:
    long = "x" * 81
    assert nearest(long, [long]) == ""
    assert nearest_few(long, [long]) == ()
    assert nearest("x" * 80, [long]) == ""
    assert nearest_few("x" * 80, [long]) == ()


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("2-Jan", ("1-2", "2.1")),
        ("Jan-32", ("1-32",)),
        ("1/2/2003", ("1-2-3",)),
        ("2-Jam", ()),
        ("1-2", ()),
        ("12-Jan", ()),
    ],
)
def test_a_date_that_a_spreadsheet_made_of_an_id(
    word: str, ids: tuple[str, ...]
) -> None:
    known = ("1-2", "2.1", "1-32", "1-2-3", "T1-2", "1-2a", "12")
    assert shown_as_date(word, known) == ids
