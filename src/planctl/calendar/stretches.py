"""A part of a time: its start or end, `early 2024`, `mid-fall 2023`, `late May`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planctl.calendar import Window
from planctl.calendar.point import Point
from planctl.calendar.years import months

if TYPE_CHECKING:
    from planctl.calendar.years import SchoolCalendar

PARTS = {
    **dict.fromkeys(("end", "ends", "ending"), "end"),
    **dict.fromkeys(("start", "beginning", "starting"), "start"),
    **{word: word for word in ("early", "mid", "late")},
}
# Of a year's months, the first and the last: quarters, and what lies between them.
_OF_YEAR = {"early": (0, 2), "mid": (3, 8), "late": (9, 11)}
_OF_A_YEAR = range(365, 367)


def part_of(
    point: Point, part: str, calendar: SchoolCalendar, *, is_school: bool
) -> Point | None:
    """The part of a time that a word names; none where that is not certain.

    A bare year is a school year and a calendar year, so that it has two readings,
    unless the words say that it `is_school`.
    """
    if point.month:
        return _of_month(point, part)
    if point.season and point.window is None:
        return _of_any_season(point.season, part, calendar)
    window = _of_window(point.window, part)
    if window is None:
        return None
    other = None
    if point.season:
        other = _winter_before(point, part, calendar)
    elif point.bare_year and not is_school:
        year = point.bare_year
        other = _of_window(months(year, 1, year, 12), part)
        if part in _OF_YEAR and other:
            window, other = other, window
    return Point(window, other if other != window else None)


def _of_month(point: Point, part: str) -> Point:
    """The last day of a month; else all of it, as nobody counts its parts."""
    if part != "end" or point.window is None:
        return point
    end = point.window.end
    return replace(point, window=Window(end, end))


def _of_any_season(name: str, part: str, calendar: SchoolCalendar) -> Point:
    """The first, middle or last month of a season without a year."""
    first, last = calendar.seasons[name]
    length = (last - first) % 12 + 1
    if part == "mid":
        is_clear = length == 3  # noqa: PLR2004 - as the usual seasons have
        return Point(month=first % 12 + 1) if is_clear else Point(season=name)
    return Point(month=last if part in {"end", "late"} else first)


def _of_window(window: Window | None, part: str) -> Window | None:
    if window is None:
        return None
    start, end = window.start, window.end
    is_season = window.days < min(_OF_A_YEAR)
    if part == "end" or (is_season and part == "late"):
        return Window(max(end.replace(day=1), start), end)
    if part == "start" or (is_season and part == "early"):
        return months(start.year, start.month, start.year, start.month)
    if is_season:
        inner = _from_month(window, 1, _months_in(window) - 2)
        return inner if inner.start <= inner.end else window
    if window.days not in _OF_A_YEAR:
        return None
    return _from_month(window, *_OF_YEAR[part])


def _winter_before(point: Point, part: str, calendar: SchoolCalendar) -> Window | None:
    """The same part a year earlier, as some name a winter by its January."""
    if point.season is None or point.window is None:
        return None
    earlier = calendar.season(point.season, point.window.start.year - 1)
    if earlier.start.year == earlier.end.year:
        return None
    return _of_window(earlier, part)


def _months_in(window: Window) -> int:
    start, end = window.start, window.end
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _from_month(window: Window, first: int, last: int) -> Window:
    """From the first to the last of a window's months, counted from 0."""
    begin = _months_later(window.start, first)
    return Window(begin, _months_later(window.start, last + 1) - timedelta(days=1))


def _months_later(day: date, by: int) -> date:
    carry, month = divmod(day.month - 1 + by, 12)
    return date(day.year + carry, month + 1, day.day)
