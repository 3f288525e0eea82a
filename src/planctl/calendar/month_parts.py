"""A part of a month: `first Tuesday`, `third week`, `second half`, `week of Oct 5`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar import Window
from planctl.calendar.tokens import ORDINALS

if TYPE_CHECKING:
    from planctl.calendar.tokens import Tokens

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
_SUNDAY = 6
_WEEK = 7
_HALF = 15
_LAST = -1


class Kind(Enum):
    """What a part of a month is counted in."""

    WEEKDAY = "weekday"
    WEEK = "week"
    HALF = "half"
    WEEK_OF = "week of"


class MonthPart(NamedTuple):
    """The nth of a kind, from 1; the last is -1. It is as many `weeks` long."""

    kind: Kind
    nth: int = 1
    weekday: int = 0
    weeks: int = 1

    def window(self, year: int, month: int, day: int | None) -> Window | None:
        """Its days in a month, none where it has none, such as a fifth Tuesday.

        Weeks are counted from the first of the month, seven days each, the last one
        from its end. The week of a day is from Monday to Sunday; of a Sunday it is the
        one that this begins.
        """
        length = monthrange(year, month)[1]
        if self.kind is Kind.WEEK_OF:
            return _week_of(year, month, day or 1) if (day or 1) <= length else None
        first, last = self._days(date(year, month, 1).weekday(), length)
        if not 1 <= first <= last <= length:
            return None
        return Window(date(year, month, first), date(year, month, last))

    def _days(self, begins: int, length: int) -> tuple[int, int]:
        """The first and last day of a month that begins on a weekday."""
        if self.kind is Kind.HALF:
            return (1, _HALF) if self.nth == 1 else (_HALF + 1, length)
        days = self.weeks * _WEEK
        if self.kind is Kind.WEEK:
            if self.nth == _LAST:
                return length - days + 1, length
            first = (self.nth - 1) * _WEEK + 1
            return first, min(first + days - 1, length)
        earliest = (self.weekday - begins) % _WEEK + 1
        if self.nth == _LAST:
            day = earliest + (length - earliest) // _WEEK * _WEEK
        else:
            day = earliest + (self.nth - 1) * _WEEK
        return day, day


def read_month_part(tokens: Tokens) -> MonthPart | None:
    """Pass over `first Tuesday of`, `last two weeks of`, `week of`; none else."""
    begin = tokens.at
    part = _week_of_what(tokens) or _nth(tokens)
    is_of = part is not None and tokens.word() in {"of", "in"}
    tokens.at += is_of
    tokens.pass_one("the")
    if not is_of:
        tokens.at = begin
        return None
    return part


def _week_of_what(tokens: Tokens) -> MonthPart | None:
    if tokens.word() != "week" or tokens.word(1) != "of":
        return None
    tokens.at += 1
    return MonthPart(Kind.WEEK_OF)


def _nth(tokens: Tokens) -> MonthPart | None:
    nth = ORDINALS.get(tokens.word(), 0)
    if tokens.word() == "last":
        nth = _LAST
    elif tokens.kind() == "ordinal":
        nth = tokens.day()
    if nth == 0 or nth > 5:  # noqa: PLR2004 - a month has five weeks at most
        return None
    count = tokens.number(1)
    noun = tokens.word(1 + bool(count))
    if count and (noun != "weeks" or nth not in {1, _LAST} or count > 3):  # noqa: PLR2004 - of four
        return None
    tokens.at += 2 + bool(count)
    if noun in {"week", "weeks"}:
        return MonthPart(Kind.WEEK, nth, weeks=count or 1)
    if noun == "half" and nth in {1, 2}:
        return MonthPart(Kind.HALF, nth)
    if noun in WEEKDAYS:
        return MonthPart(Kind.WEEKDAY, nth, WEEKDAYS[noun])
    return None


def _week_of(year: int, month: int, number: int) -> Window:
    day = date(year, month, number)
    begin = day if day.weekday() == _SUNDAY else day - timedelta(days=day.weekday())
    return Window(begin, begin + timedelta(days=_WEEK - 1))
