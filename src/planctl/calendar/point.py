"""A day, a month, a part of a month or a season, with its year or still without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planctl.calendar import Window
from planctl.calendar.printed_years import DAYS_OF_YEAR
from planctl.calendar.years import months

if TYPE_CHECKING:
    from planctl.calendar.month_parts import MonthPart
    from planctl.calendar.years import SchoolCalendar


@dataclass(frozen=True, slots=True)
class Point:
    """A time that may lack its year: then `month` (and `day`) or `season` wait.

    `part` is what of the month is meant. `bare_year` is the number of a year that is
    printed alone, without SY or FY. What `is_before` ends on the day before. Of `8/26`
    the day may be a year: then it `may_be_month`.
    """

    window: Window | None = None
    other: Window | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    bare_year: int | None = None
    part: MonthPart | None = None
    is_before: bool = False
    may_be_month: bool = False

    @property
    def spans_years(self) -> bool:
        """Whether it is longer than one year."""
        return self.window is not None and self.window.days > DAYS_OF_YEAR

    def in_year(self, calendar: SchoolCalendar, year: int) -> Window | None:
        """The window in a calendar year, if that day exists."""
        window = self._in_year(calendar, year)
        return day_before(window) if window and self.is_before else window

    def _in_year(self, calendar: SchoolCalendar, year: int) -> Window | None:
        if self.season:
            return calendar.season(self.season, year)
        if self.month is None:
            return self.window
        if self.part:
            return self.part.window(year, self.month, self.day)
        if self.day:
            return one_day(year, self.month, self.day)
        return months(year, self.month, year, self.month)


def one_day(year: int, month: int, day: int) -> Window | None:
    """The window of one day, if it exists."""
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return Window(only, only)


def day_before(window: Window) -> Window:
    """The day before a window begins."""
    day = window.start - timedelta(days=1)
    return Window(day, day)
