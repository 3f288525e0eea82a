"""Times without a year, which take it from the nearest period."""

from __future__ import annotations

import pytest

from planctl.calendar import Unread, Window
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SchoolCalendar
from tests.calendar.times import USUAL, YEAR_2018_19, YEARS_2018_22, read, window

WITHIN_A_YEAR = {
    "Nov": window("2018-11-01", "2018-11-30"),
    "March": window("2019-03-01", "2019-03-31"),
    "Oct 15": window("2018-10-15"),
    "Fall": window("2018-09-01", "2018-11-30"),
    "Winter": window("2018-12-01", "2019-02-28"),
    "Spring": window("2019-03-01", "2019-05-31"),
    "Sept - June": window("2018-09-01", "2019-06-30"),
    "Sept/Oct": window("2018-09-01", "2018-10-31"),
    "Dec-Feb": window("2018-12-01", "2019-02-28"),
    "by June": window("2019-06-01", "2019-06-30"),
    "Every August": window("2018-08-01", "2018-08-31"),
    "Annually, each fall": window("2018-09-01", "2018-11-30"),
    "late fall": window("2018-11-01", "2018-11-30"),
    "mid-winter": window("2019-01-01", "2019-01-31"),
    "October 10-12": window("2018-10-10", "2018-10-12"),
    "6/30": window("2019-06-30"),
    "9/1 - 10/15": window("2018-09-01", "2018-10-15"),
    "15 October": window("2018-10-15"),
    "the 15th of January": window("2019-01-15"),
    "Thursday, Oct. 18": window("2018-10-18"),
    "First Tuesday of October": window("2018-10-02"),
    "last Friday of May": window("2019-05-31"),
    "third week of September": window("2018-09-15", "2018-09-21"),
    "second half of January": window("2019-01-16", "2019-01-31"),
    "week of 10/15": window("2018-10-15", "2018-10-21"),
    "before June": window("2019-05-31"),
    "end of the school year": window("2019-06-01", "2019-06-30"),
    "by the end of the school year": window("2019-06-01", "2019-06-30"),
    "Ongoing through March 2019": window("2018-07-01", "2019-03-31"),
}


@pytest.mark.parametrize("text", WITHIN_A_YEAR)
def test_the_one_year_that_fits_is_taken(text: str) -> None:
    timing = read(text, YEAR_2018_19)
    assert timing.windows == (WITHIN_A_YEAR[text],)
    assert not timing.lacks_year


@pytest.mark.parametrize("text", ["Nov", "Fall", "Sept - June", "Oct 15"])
def test_where_several_years_fit_none_is_chosen(text: str) -> None:
    timing = read(text, YEARS_2018_22)
    assert timing.windows == ()
    assert timing.lacks_year


@pytest.mark.parametrize("text", ["Nov", "Fall", "Oct 15"])
def test_without_a_period_no_year_is_chosen(text: str) -> None:
    timing = read(text)
    assert timing.windows == ()
    assert timing.lacks_year
    assert timing.last_day is None


@pytest.mark.parametrize("text", ["8/18", "1/19", "9/1 - 1/19"])
def test_a_day_that_may_be_a_year_of_the_period_takes_none(text: str) -> None:
    assert read(text, YEAR_2018_19).lacks_year
    assert not read(text, window("2030-07-01", "2031-06-30")).lacks_year


def test_what_does_not_lie_inside_the_period_takes_no_year_from_it() -> None:
    assert read("Summer", YEAR_2018_19).lacks_year
    assert read("March", window("2018-09-01", "2018-11-30")).lacks_year


def test_each_part_of_a_series_takes_its_own_year() -> None:
    timing = read("Oct-Nov, Jan-Feb, Mar-Apr", YEAR_2018_19)
    assert timing.windows == (
        window("2018-10-01", "2018-11-30"),
        window("2019-01-01", "2019-02-28"),
        window("2019-03-01", "2019-04-30"),
    )


def test_a_part_without_a_fitting_year_leaves_the_others_theirs() -> None:
    timing = read("Nov 2018; Summer", YEAR_2018_19)
    assert timing.windows == (window("2018-11-01", "2018-11-30"),)
    assert timing.lacks_year


@pytest.mark.parametrize(
    ("within", "days"),
    [
        (window("2019-07-01", "2020-06-30"), (window("2020-02-29"),)),
        (YEAR_2018_19, ()),
        (YEARS_2018_22, (window("2020-02-29"),)),
    ],
)
def test_the_leap_day_fits_only_a_leap_year(
    within: Window, days: tuple[Window, ...]
) -> None:
    assert read("Feb 29", within).windows == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("May-Sept 2018", window("2018-05-01", "2018-09-30")),
        ("Sept - June 2019", window("2018-09-01", "2019-06-30")),
        ("Fall - Spring 2019", window("2018-09-01", "2019-05-31")),
        ("Sept 2018 - June", window("2018-09-01", "2019-06-30")),
        ("Sept 2018 - Nov", window("2018-09-01", "2018-11-30")),
        ("Fall 2018 - Winter", window("2018-09-01", "2019-02-28")),
    ],
)
def test_one_end_of_a_range_takes_its_year_from_the_other(
    text: str, days: Window
) -> None:
    assert read(text).windows == (days,)


def test_a_leap_day_at_the_end_of_a_range_needs_a_leap_year() -> None:
    assert read("Sept 2019 - Feb 29").windows == (window("2019-09-01", "2020-02-29"),)
    assert read("Sept 2017 - Feb 29").lacks_year
    assert read("Feb 29 - June 2019").lacks_year
    assert read("Feb 29 - 2018-19", YEAR_2018_19).lacks_year


@pytest.mark.parametrize("end", ["end of", "beginning of"])
def test_the_end_of_a_month_without_a_year_takes_the_month(end: str) -> None:
    assert read(f"{end} Nov", YEAR_2018_19).windows == (
        window("2018-11-01", "2018-11-30"),
    )


def test_numbered_years_count_from_the_plan_s_first() -> None:
    calendar = SchoolCalendar(first_year=2021)
    assert read("year 1", calendar=calendar).windows == (
        window("2021-07-01", "2022-06-30"),
    )
    assert read("Year 3", calendar=calendar).windows == (
        window("2023-07-01", "2024-06-30"),
    )
    assert isinstance(read_timing("year 1", USUAL), Unread)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Years 1-3", [(2021, 2024)]),
        ("Year 1 through Year 2", [(2021, 2023)]),
        ("Yr. 1", [(2021, 2022)]),
        ("Years 1, 2", [(2021, 2022), (2022, 2023)]),
        ("Years 1 and 3", [(2021, 2022), (2023, 2024)]),
        ("Year two", [(2022, 2023)]),
    ],
)
def test_several_numbered_years_are_named_once(
    text: str, years: list[tuple[int, int]]
) -> None:
    windows = [window(f"{first}-07-01", f"{last}-06-30") for first, last in years]
    assert list(read(text, calendar=SchoolCalendar(first_year=2021)).windows) == windows


def test_a_season_or_a_month_lies_in_the_numbered_year_behind_it() -> None:
    calendar = SchoolCalendar(first_year=2021)
    assert read("Fall of Year 2", calendar=calendar).windows == (
        window("2022-09-01", "2022-11-30"),
    )
    assert read("June of Year 2", calendar=calendar).windows == (
        window("2023-06-01", "2023-06-30"),
    )


@pytest.mark.parametrize(
    "text", ["Q1 2018", "Quarter 1 2018", "1st quarter 2018-19", "First Quarter FY19"]
)
def test_a_season_is_the_same_however_it_is_counted(text: str) -> None:
    for name in ("q1", "quarter 1", "first quarter"):
        calendar = SchoolCalendar(seasons={name: (8, 10)})
        assert read(text, calendar=calendar).windows == (
            window("2018-08-01", "2018-10-31"),
        )


def test_a_numbered_year_beyond_all_years_is_unread() -> None:
    calendar = SchoolCalendar(first_year=2021)
    for text in ("year 0", "year 999", "year 99999999999"):
        assert isinstance(read_timing(text, calendar), Unread), text


def test_the_plan_s_own_seasons_are_read_by_name() -> None:
    calendar = SchoolCalendar(seasons={"q1": (7, 9), "marking period 2": (11, 1)})
    assert read("Q1 2018", calendar=calendar).windows == (
        window("2018-07-01", "2018-09-30"),
    )
    assert read("Marking Period 2 of 2018-19", calendar=calendar).windows == (
        window("2018-11-01", "2019-01-31"),
    )
    assert read("Q1", YEAR_2018_19, calendar).windows == (
        window("2018-07-01", "2018-09-30"),
    )


WINTER = window("2018-12-01", "2019-02-28")
NEXT_WINTER = window("2019-12-01", "2020-02-29")


@pytest.mark.parametrize(
    ("text", "within", "winter"),
    [
        ("Winter 2018", YEAR_2018_19, WINTER),
        ("Winter 2019", YEAR_2018_19, WINTER),
        ("Winter 2019", YEARS_2018_22, NEXT_WINTER),
        ("Winter 2019", None, NEXT_WINTER),
        ("Winter 2019-20", YEAR_2018_19, NEXT_WINTER),
        ("Fall 2018, Winter 2019, Spring 2019", None, WINTER),
        ("Fall 2018, Winter 2019, Spring 2020", None, NEXT_WINTER),
        ("Fall 2019, Winter 2019", YEAR_2018_19, NEXT_WINTER),
    ],
)
def test_a_winter_is_named_by_its_january_where_only_that_one_fits(
    text: str, within: Window | None, winter: Window
) -> None:
    assert winter in read(text, within).windows


def test_a_range_that_begins_in_winter_begins_before_its_end() -> None:
    timing = read("Winter 2019 - Spring 2019")
    assert timing.windows == (window("2018-12-01", "2019-05-31"),)


def test_a_part_of_a_labelled_year_lies_in_that_year() -> None:
    quarters = SchoolCalendar(seasons={"q1": (7, 9), "q3": (1, 3)})
    for text in ("Q1 FY2019", "Q1 FY19", "Q1 of SY 2019", "Q1 2018"):
        timing = read(text, calendar=quarters)
        assert timing.windows == (window("2018-07-01", "2018-09-30"),)
    timing = read("Q3 FY2019", calendar=quarters)
    assert timing.windows == (window("2019-01-01", "2019-03-31"),)


def test_the_end_of_a_labelled_year_has_one_reading() -> None:
    timing = read("end of FY2019")
    assert timing.windows == (window("2019-06-01", "2019-06-30"),)
    assert timing.other_reading == ()
