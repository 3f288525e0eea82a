"""A value as it was observed: exact, or known only to lie between two ends.

It is a word of the measure, a day, or what may stand behind `to` in a target: an
amount (`42.3%`, `$1,200`, `12/40`), a bound (`<5`, `95% or more`) or a range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.targets.cursor import Cursor
from planctl.targets.goal_grammar import read_level
from planctl.targets.nearest import nearest_form
from planctl.targets.said import Form, Mark, UnreadError
from planctl.targets.scale import check_unit, level_of
from planctl.targets.target import Context, Unread
from planctl.targets.tokens import Kind
from planctl.targets.words import NO, YES

if TYPE_CHECKING:
    from planctl.targets.said import Amount, Said

VALUE_FORMS = (
    *("42.3%", "1,204", "$1,200", "12/40", "<5%", ">95%", "at least 90%", "5-9%"),
    *("-0.3", "12 days", "3 weeks", "40 minutes", "2 hours", "40", "<5", ">95", "5-9"),
    *("2027-03-01", "yes"),
)
"""Forms of values, each of which some measure can have."""


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
        near = nearest_form(text, error, _Reads(context), VALUE_FORMS)
        length = max(error.end - error.start, 0)
        return Unread(text, error.start, length, error.why, near, "value")


class _Reads:
    """Whether a text is a value of a measure."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def __call__(self, text: str) -> bool:
        try:
            _read(text, self.context)
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
    cursor = Cursor(text, context.calendar)
    said = read_level(cursor, None)
    if said is None or not cursor.is_done:
        why = "a value was expected" if said is None else "a value stands alone"
        cursor.fail(why, cursor.at)
    return _value(said, cursor, context)


def _read_day(text: str, context: Context) -> Value:
    read = read_timing(text, context.calendar)
    window = read.whole if isinstance(read, Timing) else None
    if window is None:
        raise UnreadError(0, len(text), "a day was expected")
    return Value(Decimal(window.start.toordinal()), Decimal(window.end.toordinal()))


def _value(said: Said, cursor: Cursor, context: Context) -> Value:
    if said.form not in {Form.LEVEL, Form.FLOOR, Form.CEILING}:
        raise UnreadError(0, len(cursor.text), "a change, and no value")
    for amount in said.amounts:
        check_unit(amount, context.scale)
    numbers = [level_of(amount, context.scale) for amount in said.amounts]
    low = None if said.form is Form.CEILING else numbers[0]
    high = None if said.form is Form.FLOOR else numbers[-1]
    return Value(low, high, said.is_strict, _count(said.amounts[0], cursor))


def _count(amount: Amount, cursor: Cursor) -> int | None:
    """Of how many a share is: `12/40` is of 40, `half` of nobody knows how many."""
    is_written = cursor.tokens[0].kind is Kind.NUMBER
    if not is_written or amount.mark not in {Mark.PART, Mark.OF} or amount.of is None:
        return None
    return int(amount.of) if amount.of == amount.of.to_integral_value() else None


def _exact(number: Decimal) -> Value:
    return Value(number, number)
