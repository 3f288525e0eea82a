"""What holds for every text that somebody may print as a time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.calendar import Timing, Unread
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
        "é",
        "present",
    ]
)
TIMES = st.lists(PIECES, max_size=7).map(" ".join)
DASHES = "–—‑−‒"  # noqa: RUF001 - the dashes that are printed


@STABLE
@given(st.one_of(st.text(max_size=40), TIMES))
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
        assert set(alone.windows) <= set(within.windows)
        assert not within.lacks_year or alone.lacks_year


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
