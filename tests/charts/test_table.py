"""The table beside a chart: the same facts, to be read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planctl.report.chart.table import chart_table
from planctl.report.chart.wording import axis_text, power_of
from tests.charts.cases import AMBIGUOUS, CASES, GROUPS, LADDER


def test_a_row_a_period_a_column_a_line() -> None:
    table = chart_table(AMBIGUOUS)
    assert table.columns == (
        "When",
        "Observed",
        "Target, read as 22 points",
        "Target, read as 22 percent of the baseline",
    )
    assert table.rows == (
        ("2022-23", "22.1% (baseline)", "", ""),
        ("2023-24", "22.2%", "27.6% expected", "23.3% expected"),
        ("2024-25", "24.8% (provisional)", "33.1% expected", "24.5% expected"),
        ("2026-27", "", "44.1%", "26.96%"),
    )
    assert table.heads == 1


def test_what_is_missing_partial_or_to_come_is_said() -> None:
    rows = {row[0]: row[1:] for row in chart_table(LADDER).rows}
    assert rows["2023-24"] == ("not collected", "22%", "")
    assert rows["Mid-year 2025-26"] == ("12.6% (part of a year)", "", "")
    assert rows["2027-28"] == ("", "18.3%", "21% to 23%")


def test_groups_stand_in_a_column_of_their_own() -> None:
    table = chart_table(GROUPS)
    assert table.heads == 2
    assert ("English learners", "2023-24", "44%", "", "") in table.rows
    assert (
        "Pacific Islanders",
        "at any time",
        "Withheld: fewer than 10 students",
        "",
        "",
    ) in table.rows


@pytest.mark.parametrize("name", CASES)
def test_every_row_has_a_text_for_each_column(name: str) -> None:
    table = chart_table(CASES[name])
    assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("12500", "count", "12,500"),
        ("150000", "count", "150"),
        ("1250000", "USD", "$1.25"),
        ("2000000000", "USD", "$2"),
        ("22.5", "percent", "22.5%"),
        ("4", "weeks", "4"),
    ],
)
def test_large_values_are_told_in_thousands_or_millions(
    value: str, unit: str, text: str
) -> None:
    number = Decimal(value)
    assert axis_text(number, unit, power_of(number, unit)) == text
