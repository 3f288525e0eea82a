"""School years, seasons and months as windows of days."""

from __future__ import annotations

from datetime import date

import pytest

from planctl.calendar import Timing, Window
from planctl.calendar.years import SchoolCalendar, months
from tests.calendar.times import USUAL, window

CALENDAR_YEARS = SchoolCalendar(starts=(1, 1))
FROM_AUGUST = SchoolCalendar(starts=(8, 15))


def test_a_school_year_runs_from_july_to_june() -> None:
    assert USUAL.school_year(2024) == window("2024-07-01", "2025-06-30")


def test_a_bare_year_is_the_school_year_that_ends_in_it() -> None:
    assert USUAL.year_ending(2025) == USUAL.school_year(2024)


def test_where_years_start_in_january_a_bare_year_is_that_year() -> None:
    assert CALENDAR_YEARS.year_ending(2025) == window("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("day", "begins"),
    [("2024-06-30", 2023), ("2024-07-01", 2024), ("2025-06-30", 2024)],
)
def test_a_day_belongs_to_the_school_year_around_it(day: str, begins: int) -> None:
    assert USUAL.year_of(date.fromisoformat(day)) == USUAL.school_year(begins)


def test_a_year_may_start_on_another_day() -> None:
    assert FROM_AUGUST.school_year(2024) == window("2024-08-15", "2025-08-14")
    assert FROM_AUGUST.year_of(date(2024, 8, 14)) == FROM_AUGUST.school_year(2023)
    assert FROM_AUGUST.year_of(date(2024, 8, 15)) == FROM_AUGUST.school_year(2024)


@pytest.mark.parametrize(
    ("calendar", "begins", "name"),
    [
        (USUAL, 2024, "2024-25"),
        (USUAL, 1999, "1999-00"),
        (CALENDAR_YEARS, 2024, "2024"),
    ],
)
def test_a_year_is_named_as_districts_name_it(
    calendar: SchoolCalendar, begins: int, name: str
) -> None:
    assert calendar.year_name(calendar.school_year(begins)) == name


def test_winter_is_named_by_its_december() -> None:
    assert USUAL.season("winter", 2023) == window("2023-12-01", "2024-02-29")


def test_a_season_of_a_school_year_is_the_one_that_begins_in_it() -> None:
    year = USUAL.school_year(2024)
    assert USUAL.season_in("fall", year) == window("2024-09-01", "2024-11-30")
    assert USUAL.season_in("spring", year) == window("2025-03-01", "2025-05-31")


def test_months_end_on_their_last_day() -> None:
    assert months(2023, 11, 2024, 2) == window("2023-11-01", "2024-02-29")


def test_windows_contain_what_lies_inside_them_edges_included() -> None:
    year = USUAL.school_year(2024)
    assert year.contains(year)
    assert year.contains(window("2024-07-01"))
    assert not year.contains(window("2024-06-30", "2024-07-01"))
    assert not year.contains(window("2025-06-30", "2025-07-01"))


def test_a_time_of_several_windows_spans_them_all() -> None:
    timing = Timing("x", (window("2025-03-01", "2025-03-31"), window("2024-10-01")))
    assert timing.whole == Window(date(2024, 10, 1), date(2025, 3, 31))
    assert timing.start == date(2024, 10, 1)
    assert timing.end == date(2025, 3, 31)


def test_an_open_ended_time_has_a_last_printed_day_and_no_end() -> None:
    timing = Timing("x", (window("2024-10-01"),), open_ended=True)
    assert timing.end is None
    assert timing.last_day == date(2024, 10, 1)
