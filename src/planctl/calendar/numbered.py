"""Dates in numbers, `6/30/2027` or `6/30`, and the day of the week before a date."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from planctl.calendar import FIRST_YEAR, LAST_YEAR, Window
from planctl.calendar.month_parts import WEEKDAYS
from planctl.calendar.point import Point, one_day
from planctl.calendar.tokens import UnreadError, four_digits
from planctl.calendar.years import MONTHS, months

if TYPE_CHECKING:
    from planctl.calendar.tokens import Tokens

_NUMBERED = frozenset({"iso", "slashed", "monthday"})
_LEAP_YEAR = 2000


def read_numbered(tokens: Tokens) -> Point | None:
    """Read a date in numbers, if one stands here.

    Raises:
        UnreadError: there is no such day.
    """
    reader = _READERS.get(tokens.kind())
    if reader is None:
        return None
    point = reader(tokens.text())
    tokens.at += 1
    return point


def pass_weekday(tokens: Tokens) -> str:
    """Pass over the day of the week before a date: `Monday, October 5`."""
    name = tokens.word()
    if name not in WEEKDAYS:
        return ""
    ahead = 1 + (tokens.text(1) == ",")
    is_day = tokens.word(ahead) in MONTHS and tokens.day(ahead + 1)
    if not is_day and tokens.kind(ahead) not in _NUMBERED:
        return ""
    tokens.at += ahead
    return name


def on_weekday(weekday: str, point: Point | None) -> Point | None:
    """A day that is on its printed day of the week, where its year is known.

    Raises:
        UnreadError: it is on another one.
    """
    day = point.window.start if point and point.window else None
    if day is not None and weekday and day.weekday() != WEEKDAYS[weekday]:
        printed = f"{calendar.month_name[day.month]} {day.day}, {day.year}"
        name = calendar.day_name[day.weekday()]
        raise UnreadError(weekday, f"{printed} is a {name}: correct one of them")
    return point


def _iso(text: str) -> Point:
    year, month, day = (int(part) for part in re.split("[/-]", text))
    return _exact(text, year, month, day)


def _slashed(text: str) -> Point:
    month, day, year = re.split("[/-]", text)
    return _exact(text, four_digits(year), int(month), int(day))


def _day_first(text: str) -> Point:
    """`15-Aug-26`, as spreadsheets write it."""
    day, name, year = text.split("-")
    if name not in MONTHS:
        raise UnreadError(text)
    return _exact(text, four_digits(year), MONTHS[name], int(day))


def _month_of_year(text: str) -> Point:
    """`06/2026`: a month and its year."""
    month, year = (int(part) for part in text.split("/"))
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:  # noqa: PLR2004
        raise UnreadError(text)
    return Point(months(year, month, year, month), month=month)


def _month_day(text: str) -> Point:
    """`6/30`: a month and a day."""
    month, day = (int(part) for part in text.split("/"))
    # A leap year has every day that there is.
    if one_day(_LEAP_YEAR, month, day) is None:
        raise UnreadError(text)
    return Point(month=month, day=day, may_be_month=True)


def _exact(text: str, year: int, month: int, day: int) -> Point:
    try:
        exact = date(four_digits(f"{year:04}"), month, day)
    except ValueError:
        raise UnreadError(text) from None
    return Point(Window(exact, exact), month=month, day=day)


_READERS = {
    "iso": _iso,
    "slashed": _slashed,
    "dayfirst": _day_first,
    "monthly": _month_of_year,
    "monthday": _month_day,
}
