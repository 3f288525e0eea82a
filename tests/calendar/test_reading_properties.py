"""What holds for every text that somebody may print as a time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from planctl.calendar import Timing, Unread, Window
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SchoolCalendar
from tests.calendar.times import USUAL, YEAR_2018_19

STABLE = settings(derandomize=True, deadline=None, max_examples=400)
CALENDAR = SchoolCalendar(first_year=2018)
PIECES = st.sampled_from(
    [
        "2018",
        "2018-19",
        "2018/19",
        "SY20/21",
        "SY",
        "symposium",
        "Tuesday",
        "first",
        "last",
        "half",
        "6/30",
        "8/26",
        "15-Aug-26",
        "2024-2026",
        "18",
        "2",
        "31",
        "29",
        "1st",
        "3rd",
        "Oct",
        "October",
        "Feb",
        "Sept.",
        "May",
        "Fall",
        "Winter",
        "Spring",
        "year",
        "month",
        "week",
        "months",
        "years",
        "end",
        "start",
        "of",
        "the",
        "by",
        "until",
        "from",
        "to",
        "through",
        "-",
        "/",
        ",",
        ";",
        "&",
        "and",
        "(",
        ")",
        "ongoing",
        "Ongoing",
        "monthly",
        "annually",
        "every",
        "each",
        "other",
        "twice",
        "two",
        "90",
        "days",
        "2018-10-15",
        "2020-02-29",
        "10/15/2018",
        "TBD",
        "early",
        "mid-",
        "late",
        "starting",
        "throughout",
        "'23",
        "22-23",
        "years",
        "first",
        "Tuesday",
        "meeting",
        "1.5",
        "é",
        "present",
        "before",
        "prior to",
        "week of",
        "week",
        "half",
        "Tuesdays",
        "last",
        "6/30",
        "8/18",
        "15-Oct-18",
        "school year",
        "beyond",
        "3x",
        "per",
    ]
)
TIMES = st.lists(PIECES, max_size=7).map(" ".join)
DASHES = "–—‑−‒"  # noqa: RUF001 - the dashes that are printed


@STABLE
@given(st.one_of(st.text(max_size=40), TIMES))
@example("October SY")
@example("Fall symposium")
def test_every_text_is_read_or_named_as_unread(text: str) -> None:
    timing = read_timing(text, CALENDAR, YEAR_2018_19)
    assert isinstance(timing, Timing | Unread)
    assert timing.text == text


@STABLE
@given(TIMES)
def test_windows_never_end_before_they_start(text: str) -> None:
    timing = read_timing(text, CALENDAR, YEAR_2018_19)
    if isinstance(timing, Timing):
        assert all(one.start <= one.end for one in timing.windows)
        assert all(one.start <= one.end for one in timing.other_reading)


@STABLE
@given(TIMES)
def test_case_makes_no_difference(text: str) -> None:
    plain = read_timing(text, USUAL, YEAR_2018_19)
    assert _meaning(read_timing(text.upper(), USUAL, YEAR_2018_19)) == _meaning(plain)
    assert _meaning(read_timing(text.lower(), USUAL, YEAR_2018_19)) == _meaning(plain)


@STABLE
@given(TIMES, st.sampled_from(DASHES))
def test_the_kind_of_dash_makes_no_difference(text: str, dash: str) -> None:
    dashed = read_timing(text.replace("-", dash), USUAL, YEAR_2018_19)
    assert _meaning(dashed) == _meaning(read_timing(text, USUAL, YEAR_2018_19))


@STABLE
@given(TIMES)
def test_a_period_gives_years_and_takes_none_away(text: str) -> None:
    alone, within = read_timing(text, USUAL), read_timing(text, USUAL, YEAR_2018_19)
    assert type(alone) is type(within)
    if isinstance(alone, Timing) and isinstance(within, Timing):
        ends = {window.end for window in within.windows}
        assert {window.end for window in alone.windows} <= ends
        assert not within.lacks_year or alone.lacks_year


YEARS = st.integers(min_value=2013, max_value=2057)


@STABLE
@given(YEARS, st.sampled_from(["7-1", "8-15", "9-1"]))
def test_early_mid_and_late_are_all_of_a_school_year(year: int, starts: str) -> None:
    month, day = (int(part) for part in starts.split("-"))
    calendar = SchoolCalendar(starts=(month, day))
    label = f"{year}-{(year + 1) % 100:02d}"
    early, mid, late = (
        _window(f"{part} {label}", calendar) for part in ("early", "mid", "late")
    )
    whole = calendar.school_year(year)
    assert (early.start, late.end) == (whole.start, whole.end)
    assert early.end + timedelta(days=1) == mid.start
    assert mid.end + timedelta(days=1) == late.start


@STABLE
@given(YEARS, st.integers(min_value=0, max_value=40))
def test_years_are_the_same_range_with_a_dash_or_a_word(year: int, length: int) -> None:
    dash = _window(f"{year}-{year + length}")
    if length:
        assert _window(f"{year} to {year + length}") == dash
        assert _window(f"Start: {year}, End: {year + length}") == dash
    assert _window(f"{year % 100}-{year % 100 + 1}") == _window(f"{year}-{year + 1}")


@STABLE
@given(
    st.dates(date(2013, 1, 1), date(2057, 12, 1)),
    st.integers(min_value=1, max_value=20),
)
def test_days_of_one_month_are_the_same_with_it_printed_once_or_twice(
    first: date, later: int
) -> None:
    last = first + timedelta(days=later)
    twice = f"{first:%B} {first.day} - {last:%B} {last.day}, {first.year}"
    if last.month == first.month:
        once = f"{first:%B} {first.day}-{last.day}, {first.year}"
        assert _window(once) == _window(twice) == Window(first, last)


def _window(text: str, calendar: SchoolCalendar = USUAL) -> Window:
    """The one window of a text."""
    timing = read_timing(text, calendar)
    assert isinstance(timing, Timing)
    (window,) = timing.windows
    return window


def _meaning(read: Timing | Unread) -> object:
    """What was read, without the text itself."""
    if isinstance(read, Unread):
        return None
    return (
        read.windows,
        read.recurs,
        read.open_ended,
        read.other_reading,
        read.lacks_year,
    )
