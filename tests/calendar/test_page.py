"""Every time that `docs/language.md` gives is read as it says there."""

from __future__ import annotations

import re
from datetime import date

import pytest

from planctl.calendar import Timing, Unread
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SEASONS, SchoolCalendar
from tests.calendar.times import USUAL, read, window
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "language.md").read_text("utf-8")
TIMES = PAGE[PAGE.index("## Times") : PAGE.index("## Statuses")]
ROW = re.compile(r"^\| (`.+`) \| ([\d-]+) \| ([\d-]+) \|$", re.MULTILINE)
ROWS = [
    (text, first, last)
    for texts, first, last in ROW.findall(TIMES)
    for text in re.findall(r"`([^`]+)`", texts)
]
# Code of the page that is no time of its own, or is said not to be read.
NO_TIMES = {
    *(
        "calendar:",
        "ambiguous-date",
        "the end of the year",
        "late",
        "mid",
        "start of",
        "end of",
        "early",
    ),
}
CODES = sorted(
    set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TIMES, flags=re.DOTALL)))
    - NO_TIMES
)
SEASONS_OF_PLAN = {
    **SEASONS,
    **dict.fromkeys(("q1", "moy"), (8, 10)),
    "first semester": (8, 12),
}
CALENDAR = SchoolCalendar(seasons=SEASONS_OF_PLAN, first_year=2026)
YEAR = window("2026-07-01", "2027-06-30")


def test_there_are_examples() -> None:
    assert len(ROWS) >= 30
    assert len(CODES) > 60


@pytest.mark.parametrize(("text", "first", "last"), ROWS)
def test_a_row_of_the_table_is_read_as_it_says(
    text: str, first: str, last: str
) -> None:
    whole = read(text, YEAR, CALENDAR).whole
    assert whole == window(first, last)


@pytest.mark.parametrize("text", CODES)
def test_a_time_that_the_page_names_is_read(text: str) -> None:
    assert isinstance(read_timing(text, CALENDAR, YEAR), Timing)


def test_what_the_page_says_of_parts_is_so() -> None:
    early = read("early 2026-27").whole
    assert early == window("2026-07-01", "2026-09-30")
    both = read("early 2027")
    assert both.windows == (window("2027-01-01", "2027-03-31"),)
    assert both.other_reading == (window("2026-07-01", "2026-09-30"),)
    assert read("mid-fall 2026").start == date(2026, 10, 1)
    assert isinstance(read_timing("the end of the year", USUAL, YEAR), Unread)
    assert read("2026 to 2028").start == date(2026, 7, 1)
