"""From one printed time to another: `Sept 2018 - June 2019`, `starting Fall 2018`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.calendar import Window
from planctl.calendar.point import Point, day_before
from planctl.calendar.stretches import PARTS, part_of
from planctl.calendar.tokens import OPEN, THROUGH
from planctl.calendar.years import MONTHS, months

if TYPE_CHECKING:
    from planctl.calendar.points import PointReader

Range = tuple[Point, Point]
_STARTS = frozenset(
    {"start", "starts", "starting", "begin", "begins", "beginning", "effective"}
)
_ENDS = frozenset({"end", "ends", "ending"})
_OF = frozenset({"of", "the"})


class RangeReader:
    """Reads the ranges of one text; a point alone is a range to itself.

    `open_ended` is whether one of those that were read has no end.
    """

    def __init__(self, points: PointReader) -> None:
        self.points = points
        self.tokens = points.tokens
        self.calendar = points.calendar
        self.open_ended = False

    def read(self) -> list[Range]:
        """The ranges that begin here, passed over; empty where none does."""
        begin = self.tokens.at
        until = self.tokens.fillers()
        found = [] if until else self.points.days_of_month() or self._labelled()
        if found:
            return found
        first = self.point()
        if first is None:
            self.tokens.at = begin
            return []
        if self._is_open():
            self.open_ended = True
            first = self.begins(first)
            return [(first, first)]
        last = self._last(first)
        if last is None:
            if until == "before":
                first = self._before(first)
            elif until:
                first = _end_only(first)
            return [(first, first)]
        if first.window is None and last.window is not None:
            return [(self._year_from(first, last.window), last)]
        return [(self.begins(first, last.window), last)]

    def point(self) -> Point | None:
        """The point that begins here, or the part of one that a word before it names.

        Raises:
            UnreadError: where it names a day or a year that is none.
        """
        tokens = self.tokens
        part = PARTS.get(tokens.word())
        if part is None or self.points.season_name():
            return self.points.read()
        begin = tokens.at
        tokens.at += 1
        tokens.pass_one("-")
        tokens.fillers()
        is_school = tokens.names_school_year(begin)
        point = self.points.read()
        if point is not None:
            point = part_of(point, part, self.calendar, is_school=is_school)
        elif part == "end" and is_school:
            return Point(month=self.calendar.school_year(2000).end.month)
        if point is None:
            tokens.at = begin
        return point

    def _before(self, point: Point) -> Point:
        """The day before a point begins; of a bare year there are two."""
        if point.window is None:
            return replace(point, is_before=True)
        other = point.other
        if point.bare_year is not None:
            year = point.bare_year
            other = months(year, 1, year, 12)
        window, other = day_before(point.window), other and day_before(other)
        return replace(point, window=window, other=other if other != window else None)

    def begins(self, point: Point, end: Window | None = None) -> Point:
        """A bare year that begins a range: `2022 to 2025` is `2022-2025`."""
        if point.bare_year is None:
            return point
        window = self.calendar.school_year(point.bare_year)
        if end is not None and end.end < window.start:
            return point
        return replace(point, window=window)

    def _labelled(self) -> list[Range]:
        """`Start: 8/1/2022 End: 5/31/2023`; without an end, `starting fall 2023`."""
        tokens = self.tokens
        begin = tokens.at
        if tokens.word() in _STARTS and tokens.word(1) not in _OF:
            tokens.at += 1
            tokens.pass_one("date")
            tokens.fillers()
            first = self.points.read()
            if first is not None:
                first = self.begins(first)
                last = None if first.spans_years else self._labelled_end()
                return [(first, last or first)]
        tokens.at = begin
        return []

    def _labelled_end(self) -> Point | None:
        tokens = self.tokens
        begin = tokens.at
        is_to = tokens.pass_one(*THROUGH)
        if not is_to:
            tokens.pass_one(",", ";", "/", "and")
        is_end = tokens.word() in _ENDS and tokens.word(1) not in _OF
        tokens.at += is_end
        tokens.pass_one("date")
        last = self.points.read() if is_end or is_to else None
        if last is None:
            tokens.at = begin
            self.open_ended = True
        return last

    def _is_open(self) -> bool:
        """Whether a dash, and nothing or `ongoing` behind it, leaves the end open."""
        begin = self.tokens.at
        if self.tokens.pass_one(*THROUGH) and (
            self.tokens.is_done or self.tokens.pass_one(*OPEN, "present")
        ):
            return True
        self.tokens.at = begin
        return False

    def _last(self, first: Point) -> Point | None:
        """The second point of a range; the dash may be lost (`Sept 2018 June 2019`)."""
        tokens = self.tokens
        begin = tokens.at
        if tokens.text() == "/" and first.month and not first.window:
            tokens.at += 1
        elif not tokens.pass_one(*THROUGH):
            is_lost = first.month and first.window and tokens.word() in MONTHS
            if not is_lost:
                return None
        last = self.point()
        if last is None:
            tokens.at = begin
        return last

    def _year_from(self, first: Point, last: Window) -> Point:
        """`May-Sept 2018`: the first month takes the latest year before the last."""
        for year in (last.end.year, last.end.year - 1):
            window = first.in_year(self.calendar, year)
            if window is not None and window.start <= last.end:
                return replace(first, window=window)
        return first


def _end_only(point: Point) -> Point:
    """The last day of each reading of a point: `by June 2019`."""
    window, other = (
        one and Window(one.end, one.end) for one in (point.window, point.other)
    )
    return replace(point, window=window, other=other)
