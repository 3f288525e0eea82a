"""What the tests of the calendar share: days in short, and a time that is read."""

from __future__ import annotations

from datetime import date

from planctl.calendar import Timing, Window
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SchoolCalendar

USUAL = SchoolCalendar()


def window(start: str, end: str = "") -> Window:
    """A window from one ISO day to another; of one day where one is given."""
    return Window(date.fromisoformat(start), date.fromisoformat(end or start))


YEAR_2018_19 = window("2018-07-01", "2019-06-30")
YEARS_2018_22 = window("2018-07-01", "2022-06-30")


def read(
    text: str, within: Window | None = None, calendar: SchoolCalendar = USUAL
) -> Timing:
    """A time that must be readable."""
    timing = read_timing(text, calendar, within)
    assert isinstance(timing, Timing), f"{text!r} cannot be read: {timing}"
    return timing
