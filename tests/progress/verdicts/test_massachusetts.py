"""The method `massachusetts` against verdicts that the state printed."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from planctl.progress.verdicts.methods.massachusetts import WORDS, grade

TABLE = Path(__file__).parents[2] / "data" / "massachusetts-verdicts.csv"
ROWS = tuple(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
# Lexington was given more by statewide percentiles, which the table does not hold.
BY_PERCENTILE = 14


def graded(row: dict[str, str]) -> int:
    value, target = Fraction(row["value"]), Fraction(row["target"])
    return grade(value - target, Fraction(row["change"]), 100 - value)


def by_percentile(row: dict[str, str]) -> bool:
    return row["organisation"].startswith("Lexington") and graded(row) < int(
        row["points"]
    )


JUDGED = [row for row in ROWS if not by_percentile(row)]


def test_the_rows_that_rest_on_percentiles_are_those_of_one_district() -> None:
    assert len(ROWS) - len(JUDGED) == BY_PERCENTILE


@pytest.mark.parametrize(
    "row",
    JUDGED,
    ids=[f"{r['organisation']} {r['group']} {r['year']}" for r in JUDGED],
)
def test_every_other_verdict_is_the_printed_one(row: dict[str, str]) -> None:
    assert graded(row) == int(row["points"])
    assert WORDS[graded(row)] == row["verdict"].lower()
