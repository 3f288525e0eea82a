"""The table beside a chart: the same facts, to be read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from planctl.report.chart.table import chart_table
from planctl.report.chart.views import Kind, Panel, Point
from planctl.report.chart.wording import axis_text, power_of
from tests.charts.cases import (
    AMBIGUOUS,
    CASES,
    GROUPS,
    LADDER,
    SIXTY_YEARS,
    chart,
    point,
)


def test_each_fact_has_a_row_in_order_of_time() -> None:
    table = chart_table(AMBIGUOUS)
    points = "Target, read as 22 points"
    percent = "Target, read as 22 percent of the baseline"
    assert table.columns == ("When", "What", "Value")
    assert table.rows == (
        ("2022-23", "Baseline", "22.1%"),
        ("2022-23", "Observed", "22.1%"),
        ("2023-24", "Observed", "22.2%"),
        ("2023-24", f"Expected: {points}", "27.6%"),
        ("2023-24", f"Expected: {percent}", "23.3%"),
        ("2024-25", "Observed, provisional", "24.8%"),
        ("2024-25", f"Expected: {points}", "33.1%"),
        ("2024-25", f"Expected: {percent}", "24.5%"),
        ("2026-27", points, "44.1%"),
        ("2026-27", percent, "26.96%"),
    )


def test_what_is_missing_partial_or_to_come_is_said() -> None:
    rows = chart_table(LADDER).rows
    assert ("2023-24", "Observed", "not collected") in rows
    assert ("Mid-year 2025-26", "Observed, part of a year", "12.6%") in rows
    assert ("2027-28", "At this pace", "21% to 23%") in rows


def test_groups_stand_in_a_column_of_their_own() -> None:
    table = chart_table(GROUPS)
    assert table.is_wide
    assert table.columns == (
        *("Of", "What", "no date", "2022-23", "2023-24", "2024-25"),
    )
    learners = ("English learners", "Observed", "", "41%", "44%", "")
    assert learners in table.rows
    withheld = ("Withheld: fewer than 10 students", "", "", "")
    assert ("Pacific Islanders", "Observed", *withheld) in table.rows


def test_many_periods_are_rows_and_not_columns() -> None:
    names = replace(SIXTY_YEARS.panels[0], name="North School")
    table = chart_table(replace(SIXTY_YEARS, panels=(names,)))
    assert table.columns == ("Of", "When", "What", "Value")
    assert len(table.rows) == 60


def part_of_a_year(value: str, begins: int = 2023) -> Point:
    return point(begins, value, Kind.YEAR_TO_DATE)


def test_what_a_whole_column_has_alike_is_said_once_in_its_head() -> None:
    schools = chart(
        Panel("North School", points=(point(2022, "12"), part_of_a_year("9"))),
        Panel("South School", points=(point(2022, "14"), part_of_a_year("8"))),
    )
    table = chart_table(schools)
    assert table.columns == ("Observed", "2022-23", "2023-24 (part of a year)")
    assert table.rows == (("North School", "12%", "9%"), ("South School", "14%", "8%"))


def test_what_only_some_values_are_is_said_of_each() -> None:
    schools = chart(
        Panel("North School", points=(point(2022, "12"), part_of_a_year("9"))),
        Panel("South School", points=(point(2022, "14"), point(2023, "8"))),
    )
    table = chart_table(schools)
    assert table.columns == ("Observed", "2022-23", "2023-24")
    assert table.rows == (
        ("North School", "12%", "9% (part of a year)"),
        ("South School", "14%", "8%"),
    )


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
        ("739331", "date", "Mar 21, 2025"),
        ("-5", "date", "Jan 1, 1"),
        ("1e9", "date", "Dec 31, 9999"),
    ],
)
def test_large_values_are_told_in_thousands_or_millions(
    value: str, unit: str, text: str
) -> None:
    number = Decimal(value)
    assert axis_text(number, unit, power_of(number, unit)) == text
