"""Years that are not printed, taken from what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planctl.calendar import Window
from planctl.calendar.tokens import UnreadError

if TYPE_CHECKING:
    from planctl.calendar.point import Point
    from planctl.calendar.ranges import Range
    from planctl.calendar.years import SchoolCalendar


_DAYS_OF_A_YEAR = 365
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class MissingYears:
    """Gives the ranges of a text, read `within` a period, their years."""

    calendar: SchoolCalendar
    within: Window | None
    text: str

    def windows(self, ranges: list[Range]) -> list[Window | None]:
        """The windows of all ranges; none for one of which no single year fits.

        Raises:
            UnreadError: where one ends before it begins.
        """
        found: list[Window | None] = []
        behind: Window | None = None
        for place in range(len(ranges) - 1, -1, -1):
            window = self._in_front(ranges[place], behind) if behind else None
            behind = window or ranges[place][0].window
            found.append(window or self._window(ranges, place))
        return found[::-1]

    def _in_front(self, one: Range, behind: Window) -> Window | None:
        """`Summer/Fall 2026`: the latest year in front of what is printed behind it."""
        first, last = one
        is_part = behind.days < _DAYS_OF_A_YEAR
        if not is_part or first is not last or first.window:
            return None
        for year in (behind.start.year, behind.start.year - 1):
            found = first.in_year(self.calendar, year)
            if found is not None and found.start <= behind.start:
                return found
        return None

    def _window(self, ranges: list[Range], place: int) -> Window | None:
        """The window of one of several ranges; none where no single year fits."""
        printed, last = ranges[place]
        first = self._settled(ranges, place)
        last = first if last is printed else last
        if first.window and last.window:
            if last.window.end < first.window.start:
                raise UnreadError(self.text, is_backwards=True)
            return Window(first.window.start, last.window.end)
        if first.window and last.window is None:
            year = first.window.start.year
            for candidate in (year, year + 1):
                window = last.in_year(self.calendar, candidate)
                if window and window.end >= first.window.start:
                    return Window(first.window.start, window.end)
        fitting = self._fitting(first, last)
        return fitting[0] if len(fitting) == 1 else None

    def _settled(self, ranges: list[Range], place: int) -> Point:
        """A winter named by its January, where only that one fits.

        It fits into the nearest period, or in front of what is printed behind it.
        """
        point = ranges[place][0]
        window = point.window
        if window is None or point.season is None:
            return point
        earlier = self.calendar.season(point.season, window.start.year - 1)
        if earlier.start.year == earlier.end.year:
            return point
        behind = [last.window for _, last in ranges[place : place + 2]]
        is_late = any(one is not None and one.end < window.start for one in behind)
        around = self.within if len(ranges) == 1 else None
        if around is not None and not around.contains(window):
            is_late |= around.contains(earlier)
        return replace(point, window=earlier) if is_late else point

    def _fitting(self, first: Point, last: Point) -> list[Window]:
        """The windows inside the nearest period, one for each year that fits."""
        if self.within is None or self._is_in_doubt(first, last):
            return []
        found = []
        for year in range(self.within.start.year - 1, self.within.end.year + 1):
            begin = first.in_year(self.calendar, year)
            ends = [last.in_year(self.calendar, y) for y in (year, year + 1)]
            end = next((e for e in ends if begin and e and e.end >= begin.start), None)
            if begin and end and self.within.contains(Window(begin.start, end.end)):
                found.append(Window(begin.start, end.end))
        return found

    def _is_in_doubt(self, *points: Point) -> bool:
        """Whether one of them may be a month of the nearest period: `8/26` of 2026."""
        if self.within is None:
            return False
        years = range(self.within.start.year, self.within.end.year + 1)
        return any(
            one.may_be_month and one.day and _CENTURY + one.day in years
            for one in points
        )
