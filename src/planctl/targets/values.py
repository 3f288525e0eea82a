"""A value as it was observed: exact, or known only to lie between two ends.

It is a word of the measure, a day, or what may stand behind `to` in a target: an
amount (`42.3%`, `$1,200`, `12/40`), a bound (`<5`, `95% or more`) or a range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SchoolCalendar
from planctl.diagnostics.suggest import nearest
from planctl.targets.cursor import Cursor
from planctl.targets.goal_grammar import read_level
from planctl.targets.said import Form, Mark, UnreadError
from planctl.targets.scale import check_unit, level_of
from planctl.targets.target import Context, Unread
from planctl.targets.tokens import Kind
from planctl.targets.words import NO, YES

if TYPE_CHECKING:
    from planctl.targets.said import Amount, Said

VALUE_FORMS = ("42.3%", "1,204", "12/40", "<5", ">95%", "5-9%", "2027-03-01")
"""Forms of values; every unit can have one of them."""
_FORMS = frozenset({Form.LEVEL, Form.FLOOR, Form.CEILING})


@dataclass(frozen=True, slots=True)
class Value:
    """What was observed, on the measure's scale.

    `low` and `high` are equal where it is exact; one that is none has no limit, and
    `is_strict` leaves the ends out (`<5`). An ordered word is its place, from 0; a
    day is its number in the calendar (1 is the first of January of year 1).
    `count` is how many there were where it was written as a share (`12/40`).
    """

    low: Decimal | None
    high: Decimal | None
    is_strict: bool = False
    count: int | None = None

    @property
    def exact(self) -> Decimal | None:
        """The value itself, where it is known."""
        return self.low if self.low == self.high else None


def read_value(text: str, context: Context) -> Value | Unread:
    """Read a value of a measure as it is printed."""
    try:
        return _read(text, context)
    except UnreadError as error:
        near = _nearest(text, error, context)
        length = max(error.end - error.start, 0)
        return Unread(text, error.start, length, error.why, near, "value")


def _nearest(text: str, error: UnreadError, context: Context) -> str:
    """The text with the least done to it that lets it be read, else a form."""
    words = context.words
    if words:
        return nearest(text, words) or words[-1]
    part = text[error.start : error.end]
    # What is left out must be words: without its comma, `42,3` would be another number.
    instead = "" if part.isalpha() else part
    mended = f"{text[: error.start]}{error.near or instead}{text[error.end :]}"
    candidates = (" ".join(mended.split()), text.replace(",", "."), *VALUE_FORMS)
    return next(one for one in candidates if _is_read(one, context))


def _is_read(text: str, context: Context) -> bool:
    try:
        _read(text, context)
    except UnreadError:
        return False
    return True


def _read(text: str, context: Context) -> Value:
    words = [word.casefold() for word in context.words]
    word = " ".join(text.split()).casefold()
    if context.unit == "yes_no" and word in YES | NO:
        return _exact(Decimal(word in YES))
    if word in words:
        return _exact(Decimal(words.index(word)))
    if words:
        raise UnreadError(0, len(text), f"it is one of {', '.join(context.words)}")
    if context.unit == "date":
        return _read_day(text, context)
    read = _read_once(text)
    if isinstance(read, UnreadError):
        raise UnreadError(read.start, read.end, read.why, read.near)
    return _value(*read, context)


@lru_cache(maxsize=4096)
def _read_once(text: str) -> tuple[Said, int | None] | UnreadError:
    """What a text says, and of how many; measures repeat the same few values."""
    cursor = Cursor(text, SchoolCalendar())
    try:
        said = read_level(cursor, None)
        if said is None or not cursor.is_done:
            why = "no number stands here" if said is None else "a value stands alone"
            cursor.fail(why, cursor.at)
        if said.form not in _FORMS:
            cursor.fail("a change, and no value", 0, cursor.at)
    except UnreadError as error:
        return error.with_traceback(None)
    return said, _count(said.amounts[0], cursor)


def _read_day(text: str, context: Context) -> Value:
    read = read_timing(text, context.calendar)
    window = read.whole if isinstance(read, Timing) else None
    if window is None:
        raise UnreadError(0, len(text), "a day was expected")
    return Value(Decimal(window.start.toordinal()), Decimal(window.end.toordinal()))


def _value(said: Said, count: int | None, context: Context) -> Value:
    for amount in said.amounts:
        check_unit(amount, context.scale)
    numbers = [level_of(amount, context.scale) for amount in said.amounts]
    low = None if said.form is Form.CEILING else numbers[0]
    high = None if said.form is Form.FLOOR else numbers[-1]
    return Value(low, high, said.is_strict, count)


def _count(amount: Amount, cursor: Cursor) -> int | None:
    """Of how many a share is: `12/40` is of 40, `half` of nobody knows how many."""
    is_written = cursor.tokens[0].kind is Kind.NUMBER
    if not is_written or amount.mark not in {Mark.PART, Mark.OF} or amount.of is None:
        return None
    return int(amount.of) if amount.of == amount.of.to_integral_value() else None


def _exact(number: Decimal) -> Value:
    return Value(number, number)
