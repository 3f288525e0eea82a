"""Reads amounts: numbers with what stands beside them, and ranges of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.targets import amount_words
from planctl.targets.said import Amount, Mark
from planctl.targets.tokens import Kind

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_DIGITS = 15
_YEAR = 4
_ARTICLES = frozenset({"a", "an", "one"})


def read_amount(cursor: Cursor, *, signed: bool = False) -> Amount | None:
    """Read one amount, if one stands here; with its sign where one may stand."""
    begin = cursor.at
    sign = cursor.take(("-", "+")) if signed else ""
    amount = None if sign else _day(cursor)
    amount = amount or _value(cursor) or _part(cursor) or _number(cursor)
    if amount is None:
        cursor.at = begin
        return None
    number = -amount.number if sign == "-" else amount.number
    start, end = cursor.tokens[begin].start, cursor.tokens[cursor.at - 1].end
    return replace(amount, number=number, start=start, end=end)


def read_span(
    cursor: Cursor, between: tuple[str, ...] = ("-",), *, signed: bool = False
) -> tuple[Amount, ...]:
    """Read an amount or a range of two; the mark of one holds for both."""
    begin = cursor.at
    first = read_amount(cursor, signed=signed)
    if first is None:
        return ()
    middle = cursor.at
    if not cursor.take(between):
        return (first,)
    last = read_amount(cursor, signed=signed)
    if last is None:
        cursor.at = middle
        return (first,)
    first, last = _alike(first, last)
    if (first.mark, first.unit) != (last.mark, last.unit):
        cursor.fail("the two ends of this range are not alike", begin, cursor.at)
    if not first.share < last.share:
        near = _turned(cursor, first, last, begin)
        cursor.fail("this range runs backwards", begin, cursor.at, near)
    return (first, last)


def _turned(cursor: Cursor, first: Amount, last: Amount, begin: int) -> str:
    """A range the other way round, `20:1` for `20 to 1`; none behind a year."""
    high, low = cursor.tokens[begin], cursor.text[last.start : last.end]
    if cursor.tokens[begin + 1].text == "to" and low == "1":
        return f"{high.text}:{low}"
    is_year = high.text.isdigit() and len(high.text) == _YEAR
    return "" if is_year else f"{low}-{cursor.text[first.start : first.end]}"


def _alike(first: Amount, last: Amount) -> tuple[Amount, Amount]:
    if first.mark is Mark.NONE:
        scale = last.scale if first.scale == 1 else Decimal(1)
        first = replace(
            first, number=first.number * scale, mark=last.mark, unit=last.unit
        )
    elif last.mark is Mark.NONE:
        last = replace(last, mark=first.mark, unit=first.unit)
        if first.unit in amount_words.MONEY and first.scale == 1:
            first = replace(first, number=first.number * last.scale)
    elif (
        first.unit == last.unit
        and first.unit in amount_words.MONEY
        and first.scale == 1
    ):
        first = replace(first, number=first.number * last.scale)
    return first, last


def _day(cursor: Cursor) -> Amount | None:
    """A day, where the measure is one."""
    begin = cursor.at
    found = cursor.take_day() if cursor.has_days else None
    if found is None:
        return None
    text = cursor.text[cursor.tokens[begin].start : cursor.tokens[cursor.at - 1].end]
    number = Decimal(found.toordinal())
    return Amount(number, Mark.DAY, unit=" ".join(text.split()))


def _value(cursor: Cursor) -> Amount | None:
    """One of the measure's ordered words."""
    at_word = {value.casefold(): place for place, value in enumerate(cursor.values)}
    found = cursor.take(tuple(at_word))
    if not found:
        return None
    place = at_word[found]
    return Amount(Decimal(place), Mark.WORD, unit=cursor.values[place])


def _part(cursor: Cursor) -> Amount | None:
    """`half`, `a third`, `two thirds`, `3/4`."""
    if cursor.token.kind is Kind.PART:
        above, below = amount_words.PART_SIGNS[cursor.token.text]
        cursor.at += 1
        return Amount(Decimal(above), Mark.PART, Decimal(below))
    text = cursor.token.text
    if cursor.ahead(1).text in amount_words.ORDINAL_OF:
        return None
    if text in amount_words.PARTS:
        cursor.at += 1
        return _whole_part(Decimal(1), text)
    count, _, name = text.partition("-")
    if count in amount_words.NUMBERS and name in amount_words.PARTS:
        cursor.at += 1
        return _whole_part(amount_words.NUMBERS[count], name)
    name = cursor.ahead(1).text
    if (
        text in amount_words.NUMBERS or text in _ARTICLES
    ) and name in amount_words.PARTS:
        cursor.at += 2
        return _whole_part(amount_words.NUMBERS.get(text, Decimal(1)), name)
    return None


def _whole_part(above: Decimal, name: str) -> Amount:
    return Amount(above, Mark.PART, Decimal(amount_words.PARTS[name]))


def _number(cursor: Cursor) -> Amount | None:
    begin = cursor.at
    sign = cursor.take(tuple(amount_words.SIGNS))
    number = _digits(cursor)
    if number is None:
        cursor.at = begin
        return None
    over = None if sign else _over(cursor)
    if over is not None:
        if not over.of:
            cursor.fail("nothing can be divided by zero", begin, cursor.at)
        return replace(over, number=number)
    scale = _scale(cursor, is_money=bool(sign))
    if number * scale >= 10**_DIGITS:
        cursor.fail(f"a number has {_DIGITS} digits at most", begin, cursor.at)
    marked = read_mark(cursor, sign)
    return replace(marked, number=number * scale, scale=scale)


def _digits(cursor: Cursor) -> Decimal | None:
    token = cursor.token
    if token.kind is Kind.NUMBER:
        cursor.at += 1
        digits = token.text.replace(",", "")
        if len(digits.replace(".", "")) > _DIGITS:
            cursor.fail(f"a number has {_DIGITS} digits at most", cursor.at - 1)
        return Decimal(digits)
    number = amount_words.NUMBERS.get(token.text)
    cursor.at += number is not None
    return number


def _over(cursor: Cursor) -> Amount | None:
    """`/ 4` of `3/4`, `of 6` of `3 of 6`, `:1` of `15:1`."""
    begin = cursor.at
    if is_ratio(cursor, begin - 1):
        cursor.at += 2
        first, last = (cursor.tokens[at].text for at in (begin - 1, begin + 1))
        ratio = Decimal(last.replace(",", ""))
        if Decimal(first.replace(",", "")) < ratio:
            why, near = "a ratio has its larger side first", f"{last}:{first}"
            cursor.fail(why, begin - 1, cursor.at, near)
        return Amount(ratio, Mark.RATIO, ratio)
    sign = cursor.take(("/", "of", "out of"))
    if sign:
        below = _digits(cursor)
        if below is not None:
            return Amount(below, Mark.PART if sign == "/" else Mark.OF, below)
    cursor.at = begin
    return None


def is_ratio(cursor: Cursor, begin: int) -> bool:
    """Whether a ratio such as `15:1` begins there, without a space in it."""
    first, colon, last, behind = (*cursor.tokens, *cursor.tokens[-1:] * 3)[begin:][:4]
    return (
        first.kind is last.kind is Kind.NUMBER
        and colon.text == ":"
        and first.end == colon.start
        and colon.end == last.start
        and behind.text not in amount_words.PERCENTS
    )


def _scale(cursor: Cursor, *, is_money: bool) -> Decimal:
    short = cursor.token.text in {"k", "m"}
    if short and not is_money:
        return Decimal(1)
    return amount_words.SCALES.get(cursor.take(tuple(amount_words.SCALES)), Decimal(1))


def read_mark(cursor: Cursor, sign: str = "") -> Amount:
    """Read the mark behind a number, as an amount of zero; `sign` is a currency's."""
    zero = Decimal(0)
    if sign:
        return Amount(zero, Mark.UNIT, unit=amount_words.SIGNS[sign])
    points = cursor.take(amount_words.POINTS)
    if points:
        is_percentage = points in amount_words.PERCENTAGE_POINTS
        return Amount(zero, Mark.POINTS, is_percentage=is_percentage)
    if cursor.take(amount_words.PERCENTS):
        of_baseline = cursor.take(amount_words.OF_BASELINE)
        return Amount(zero, Mark.OF_BASELINE if of_baseline else Mark.PERCENT)
    unit = cursor.take_meaning(amount_words.UNITS)
    return Amount(zero, Mark.UNIT, unit=unit) if unit else Amount(zero)
