"""Every printed form of a time, and the days that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.calendar.years import SchoolCalendar
from tests.calendar.times import YEAR_2018_19, read, window

if TYPE_CHECKING:
    from planctl.calendar import Window

OCTOBER = window("2018-10-01", "2018-10-31")
FALL = window("2018-09-01", "2018-11-30")
WINTER = window("2018-12-01", "2019-02-28")
SCHOOL_YEAR = window("2018-09-01", "2019-06-30")

ONE_WINDOW = {
    "2018-19": YEAR_2018_19,
    "2018-2019": YEAR_2018_19,
    "2018/19": YEAR_2018_19,
    "2018-19 school year": YEAR_2018_19,
    "SY2018-19": YEAR_2018_19,
    "SY 2018-19": YEAR_2018_19,
    "SY20/21": window("2020-07-01", "2021-06-30"),
    "FY 19-20": window("2019-07-01", "2020-06-30"),
    "FY20": window("2019-07-01", "2020-06-30"),
    "2021-2022": window("2021-07-01", "2022-06-30"),
    "1999-00": window("1999-07-01", "2000-06-30"),
    "2024-2026": window("2024-07-01", "2026-06-30"),
    "2024-26": window("2024-07-01", "2026-06-30"),
    "2022": window("2021-07-01", "2022-06-30"),
    "in 2022": window("2021-07-01", "2022-06-30"),
    "Oct 2018": OCTOBER,
    "Oct. 2018": OCTOBER,
    "October of 2018": OCTOBER,
    "October, 2018": OCTOBER,
    "October-2018": OCTOBER,
    "Sept 2018": window("2018-09-01", "2018-09-30"),
    "March of 2022": window("2022-03-01", "2022-03-31"),
    "October 15, 2018": window("2018-10-15"),
    "October 15 2018": window("2018-10-15"),
    "Oct 15th, 2018": window("2018-10-15"),
    "2018-10-15": window("2018-10-15"),
    "10/15/2018": window("2018-10-15"),
    "10/15/18": window("2018-10-15"),
    "15 October 2018": window("2018-10-15"),
    "03/2022": window("2022-03-01", "2022-03-31"),
    "Oct '18": OCTOBER,
    "School Year 2018-19": YEAR_2018_19,
    "no later than June 2019": window("2019-06-30"),
    "Fall 2018": FALL,
    "Fall of 2018": FALL,
    "the Fall of 2018": FALL,
    "autumn 2018": FALL,
    "Winter 2018": WINTER,
    "Spring 2019": window("2019-03-01", "2019-05-31"),
    "Summer 2019": window("2019-06-01", "2019-08-31"),
    "Fall 2018-19": FALL,
    "Spring 2018-19": window("2019-03-01", "2019-05-31"),
    "Summer 2018-19": window("2019-06-01", "2019-08-31"),
    "Sept 2018 - June 2019": SCHOOL_YEAR,
    "Sept 2018 to June 2019": SCHOOL_YEAR,
    "Sept 2018 through June 2019": SCHOOL_YEAR,
    "from Sept 2018 thru June 2019": SCHOOL_YEAR,
    "Sept 2018June 2019": SCHOOL_YEAR,
    "Sept 2018 June 2019": SCHOOL_YEAR,
    "Fall 2018 - Spring 2019": window("2018-09-01", "2019-05-31"),
    "2018-19 through 2020-21": window("2018-07-01", "2021-06-30"),
    "2018-10-15 to 2018-11-02": window("2018-10-15", "2018-11-02"),
    "Sept/Oct 2018": window("2018-09-01", "2018-10-31"),
    "May-Sept 2018": window("2018-05-01", "2018-09-30"),
    "Nov/Feb 2019": window("2018-11-01", "2019-02-28"),
    "Oct 15 - Nov 2, 2018": window("2018-10-15", "2018-11-02"),
    "Sept 2018 - June": SCHOOL_YEAR,
    "end of 2023-24": window("2024-06-01", "2024-06-30"),
    "end of October 2018": window("2018-10-31"),
    "end of Fall 2018": window("2018-11-01", "2018-11-30"),
    "start of 2018-19": window("2018-07-01", "2018-07-31"),
    "beginning of Fall 2018": window("2018-09-01", "2018-09-30"),
    "early October 2018": OCTOBER,
    "Mid-October 2018": OCTOBER,
    "late October 2018": OCTOBER,
    "early fall 2018": window("2018-09-01", "2018-09-30"),
    "mid-fall 2018": window("2018-10-01", "2018-10-31"),
    "late Fall 2018-19": window("2018-11-01", "2018-11-30"),
    "early 2018-19": window("2018-07-01", "2018-09-30"),
    "mid-2018-19": window("2018-10-01", "2019-03-31"),
    "late SY 2019": window("2019-04-01", "2019-06-30"),
    "early FY19": window("2018-07-01", "2018-09-30"),
    "early May - late June 2019": window("2019-05-01", "2019-06-30"),
    "22-23": window("2022-07-01", "2023-06-30"),
    "22-23 school year": window("2022-07-01", "2023-06-30"),
    "'22-'23": window("2022-07-01", "2023-06-30"),
    "Academic year 2018-19": YEAR_2018_19,
    "Throughout the 2018-19 school year": YEAR_2018_19,
    "2022 to 2025": window("2022-07-01", "2025-06-30"),
    "2022 through Spring 2025": window("2022-07-01", "2025-05-31"),
    "2022 to 2022": window("2021-07-01", "2022-06-30"),
    "Fall 18": FALL,
    "Fall 18-19": FALL,
    "October 2018-19": OCTOBER,
    "October FY19": OCTOBER,
    "August 10-12, 2022": window("2022-08-10", "2022-08-12"),
    "October 22nd - 23rd, 2022": window("2022-10-22", "2022-10-23"),
    "Start: 8/1/2022 End: 5/31/2023": window("2022-08-01", "2023-05-31"),
    "Start date: Aug 2022; end date: May 2023": window("2022-08-01", "2023-05-31"),
    "Starts 2022 - 2025": window("2022-07-01", "2025-06-30"),
    "Ongoing 2022-2025": window("2022-07-01", "2025-06-30"),
    "Ongoing through 2025": window("2025-06-30"),
    "May 2019 Board meeting": window("2019-05-01", "2019-05-31"),
    "January 2019 (Board Work Session)": window("2019-01-01", "2019-01-31"),
    "by June 2019": window("2019-06-30"),
    "2018-2019 SY": YEAR_2018_19,
    "1-15-19": window("2019-01-15"),
    "2018/10/15": window("2018-10-15"),
    "15-Oct-18": window("2018-10-15"),
    "15th of October 2018": window("2018-10-15"),
    "Monday, October 15, 2018": window("2018-10-15"),
    "Mon. 10/15/18": window("2018-10-15"),
    "fall of the 2018-19 school year": FALL,
    "October of the 2018-19 school year": OCTOBER,
    "first Tuesday of October 2018": window("2018-10-02"),
    "2nd Monday in Oct. 2018-19": window("2018-10-08"),
    "by the last Friday of May 2019": window("2019-05-31"),
    "first week of October 2018": window("2018-10-01", "2018-10-07"),
    "third week of September 2018": window("2018-09-15", "2018-09-21"),
    "fifth week of October 2018": window("2018-10-29", "2018-10-31"),
    "last week of February 2019": window("2019-02-22", "2019-02-28"),
    "last two weeks of May 2019": window("2019-05-18", "2019-05-31"),
    "first half of October 2018": window("2018-10-01", "2018-10-15"),
    "second half of February 2019": window("2019-02-16", "2019-02-28"),
    "Week of October 15, 2018": window("2018-10-15", "2018-10-21"),
    "the week of Wednesday, Oct 17, 2018": window("2018-10-15", "2018-10-21"),
    "week of Sunday, October 14, 2018": window("2018-10-14", "2018-10-20"),
    "first week of October to third week of November 2018": window(
        "2018-10-01", "2018-11-21"
    ),
    "before June 2019": window("2019-05-31"),
    "prior to Fall 2018": window("2018-08-31"),
    "before June 1, 2019": window("2019-05-31"),
    "before the 2018-19 school year": window("2018-06-30"),
    "on or before June 1, 2019": window("2019-06-01"),
    "by or before June 2019": window("2019-06-30"),
    "not later than June 2019": window("2019-06-30"),
    "by 2018-10-15": window("2018-10-15"),
    "until June 2019": window("2019-06-30"),
}


@pytest.mark.parametrize("text", ONE_WINDOW)
def test_a_form_with_its_year_is_one_window(text: str) -> None:
    timing = read(text)
    assert timing.windows == (ONE_WINDOW[text],)
    assert timing.text == text
    assert not timing.recurs
    assert not timing.open_ended
    assert not timing.lacks_year
    assert timing.other_reading == ()


SEVERAL_WINDOWS = {
    "Nov 2018 / Feb 2019": (
        window("2018-11-01", "2018-11-30"),
        window("2019-02-01", "2019-02-28"),
    ),
    "2018-19 and 2019-20": (YEAR_2018_19, window("2019-07-01", "2020-06-30")),
    "2018, 2019": (window("2017-07-01", "2018-06-30"), YEAR_2018_19),
    "Fall 2018; Spring 2019": (FALL, window("2019-03-01", "2019-05-31")),
    "Fall 2018 & Winter 2018": (FALL, WINTER),
    "Year 1 (2018-19)": (YEAR_2018_19,),
    "Summer/Fall 2018": (window("2018-06-01", "2018-08-31"), FALL),
    "Fall, Winter and Spring 2019": (
        FALL,
        WINTER,
        window("2019-03-01", "2019-05-31"),
    ),
    "Fall/Spring 2018-19": (FALL, window("2019-03-01", "2019-05-31")),
    "October and March 2019": (OCTOBER, window("2019-03-01", "2019-03-31")),
    "Sept 5, Oct 10, 2018": (window("2018-09-05"), window("2018-10-10")),
    "August 10 & 12, 2022": (window("2022-08-10"), window("2022-08-12")),
    "August 10, 11, and 15, 2022": (
        window("2022-08-10"),
        window("2022-08-11"),
        window("2022-08-15"),
    ),
    "start of Fall 2018, end of Spring 2019": (
        window("2018-09-01", "2018-09-30"),
        window("2019-05-01", "2019-05-31"),
    ),
}


@pytest.mark.parametrize("text", SEVERAL_WINDOWS)
def test_several_times_are_several_windows_in_printed_order(text: str) -> None:
    calendar = SchoolCalendar(first_year=2018)
    assert read(text, calendar=calendar).windows == SEVERAL_WINDOWS[text]


RECURRENT = {
    "annually": "annually",
    "Monthly": "monthly",
    "every month": "every month",
    "first of every month": "first of every month",
    "3rd week of month": "3rd week of month",
    "every other week": "every other week",
    "every two weeks": "every two weeks",
    "every 90 days": "every 90 days",
    "each semester": "each semester",
    "twice a year": "twice a year",
    "3 times per year": "3 times per year",
    "once per month": "once per month",
    "weekly, monthly": "weekly, monthly",
    "Bi-weekly": "bi-weekly",
    "Bi-monthly": "bi-monthly",
    "Every nine weeks": "every nine weeks",
    "Every 4.5 weeks": "every 4.5 weeks",
    "every 4-6 weeks": "every 4 - 6 weeks",
    "four times a year": "four times a year",
    "2nd Tuesday of each month": "2nd tuesday of each month",
    "1st and 3rd Monday of the month": "1st and 3rd monday of the month",
    "every Friday": "every friday",
    "Throughout the school year": "throughout the school year",
    "Year-round": "year-round",
    "all year": "all year",
    "Monthly PLC meetings": "monthly",
    "Weekly PLCs": "weekly",
    "at monthly staff meetings": "monthly",
    "the 2nd Tuesday of each month": "2nd tuesday of each month",
    "by the 10th of each month": "10th of each month",
    "each marking period": "each marking period",
    "per semester": "per semester",
    "every trimester": "every trimester",
    "3x/year": "3 x / year",
    "Tuesdays and Thursdays": "tuesdays and thursdays",
    "on Tuesdays": "tuesdays",
    "semiannual": "semiannual",
}


@pytest.mark.parametrize("text", RECURRENT)
def test_a_rhythm_recurs_and_has_no_days_of_its_own(text: str) -> None:
    timing = read(text)
    assert timing.recurs == RECURRENT[text]
    assert timing.windows == ()
    assert not timing.open_ended
    assert timing.whole is None


@pytest.mark.parametrize(
    "text", ["Ongoing", "On-going", "On going", "continuous", "ongoing."]
)
def test_an_open_time_has_neither_first_nor_last_day(text: str) -> None:
    timing = read(text)
    assert timing.open_ended
    assert timing.start is None
    assert timing.end is None


MIXED = {
    "Fall 2018/Ongoing": (FALL, None, True),
    "2018-19 (and ongoing)": (YEAR_2018_19, None, True),
    "Fall 2018 -": (FALL, None, True),
    "Fall 2018 to present": (FALL, None, True),
    "Fall 2018 - ongoing": (FALL, None, True),
    "2018-19 (and recurring)": (YEAR_2018_19, "recurring", False),
    "Ongoing/monthly": (None, "monthly", True),
    "2022-Ongoing": (window("2022-07-01", "2023-06-30"), None, True),
    "2022 and ongoing": (window("2022-07-01", "2023-06-30"), None, True),
    "Ongoing 2018-19": (YEAR_2018_19, None, True),
    "2018-19 and beyond": (YEAR_2018_19, None, True),
    "effective 2018-19": (YEAR_2018_19, None, True),
    "Fall 2018 and annually thereafter": (FALL, "annually", True),
    "Starting in Fall 2018": (FALL, None, True),
    "2018-19, year-round": (YEAR_2018_19, "year-round", False),
}


@pytest.mark.parametrize("text", MIXED)
def test_windows_rhythm_and_openness_stand_beside_each_other(text: str) -> None:
    days, recurs, is_open = MIXED[text]
    timing = read(text)
    assert timing.windows == (() if days is None else (days,))
    assert (timing.recurs, timing.open_ended) == (recurs, is_open)


@pytest.mark.parametrize(
    "text", ["one year", "2 years", "six months", "TBD", "n/a.", "As  needed"]
)
def test_a_length_or_an_open_question_says_nothing_of_when(text: str) -> None:
    timing = read(text)
    assert timing.windows == ()
    assert not timing.recurs
    assert not timing.open_ended
    assert not timing.lacks_year


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("end of 2023", ("2023-06-01", "2023-06-30"), ("2023-12-01", "2023-12-31")),
        ("by the end of 2023", ("2023-06-30", ""), ("2023-12-31", "")),
        ("before 2024", ("2023-06-30", ""), ("2023-12-31", "")),
        ("start of 2024", ("2023-07-01", "2023-07-31"), ("2024-01-01", "2024-01-31")),
        ("early 2024", ("2024-01-01", "2024-03-31"), ("2023-07-01", "2023-09-30")),
        ("mid-2024", ("2024-04-01", "2024-09-30"), ("2023-10-01", "2024-03-31")),
        ("late 2023", ("2023-10-01", "2023-12-31"), ("2023-04-01", "2023-06-30")),
        (
            "late winter 2024",
            ("2025-02-01", "2025-02-28"),
            ("2024-02-01", "2024-02-29"),
        ),
    ],
)
def test_a_part_of_a_bare_year_keeps_both_readings(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    timing = read(text)
    assert timing.windows == (window(*first),)
    assert timing.other_reading == (window(*second),)
    assert timing.start == min(window(*first).start, window(*second).start)
    assert timing.end == max(window(*first).end, window(*second).end)


def test_the_end_of_a_bare_year_has_one_reading_where_years_are_calendar_years() -> (
    None
):
    timing = read("end of 2023", calendar=SchoolCalendar(starts=(1, 1)))
    assert timing.windows == (window("2023-12-01", "2023-12-31"),)
    assert timing.other_reading == ()


def test_dashes_of_every_kind_read_alike() -> None:
    for dash in "-–—‑−‒":  # noqa: RUF001 - the dashes that are printed
        assert read(f"2018{dash}19").windows == (YEAR_2018_19,)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("February 29, 2020", window("2020-02-29")),
        ("2020-02-29", window("2020-02-29")),
        ("Feb 2020", window("2020-02-01", "2020-02-29")),
        ("Winter 2019", window("2019-12-01", "2020-02-29")),
        ("Winter 2020", window("2020-12-01", "2021-02-28")),
    ],
)
def test_leap_days_are_days_of_leap_years(text: str, days: Window) -> None:
    assert read(text).windows == (days,)
