"""Reads what is to be reached: a level, a change, a bound, a band, a factor."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NoReturn

from planctl.targets import words
from planctl.targets.amounts import read_amount, read_span
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

HALF = Amount(Decimal(1), Mark.PART, Decimal(2))
"""One half."""
_PAST = ("above", "over", "below", "under")
_NO_CEILING = "a change cannot be bounded from above"
_TO = ("-", "to")
_AND = ("and", "to", "-")
_BEHIND_AT = frozenset({"least", "most", "or", "/"})
_ARTICLES = frozenset({"a", "an"})
_MORE = ("an additional", "additional", "another")
_TIMES = frozenset({"years", "months"})


def read_plain(cursor: Cursor) -> Said | None:
    """Read what can stand without a verb before it, if it stands here."""
    return (
        _kept(cursor)
        or _factor(cursor)
        or _band(cursor)
        or _between(cursor)
        or read_bound(cursor)
        or _signed(cursor)
        or _amount(cursor)
    )


def read_level(cursor: Cursor, way: Way | None) -> Said | None:
    """Read what stands behind `to`: a level or a bound, whose sign is its own."""
    bound = read_bound(cursor, signed=True)
    if bound is not None:
        return bound
    between = _between(cursor, signed=True)
    amounts = between.amounts if between else read_span(cursor, _TO, signed=True)
    return _closed(cursor, amounts, way) if amounts else None


def read_change(cursor: Cursor, way: Way, *, at_once: bool = False) -> Said | None:
    """Read what stands behind `increase` or `increase by`: an amount of change."""
    begin = cursor.at
    past = read_past(cursor) if at_once else None
    if past is not None:
        return past
    bound = cursor.take_meaning(words.BEFORE)
    if way is Way.UP and not at_once:
        cursor.take(_MORE)
    sign = cursor.take(("+", "-"))
    if sign and way is not (Way.UP if sign == "+" else Way.DOWN):
        cursor.fail("the sign and the verb contradict each other", begin, cursor.at)
    between = _between(cursor)
    joints = ("-",) if at_once else _TO
    amounts = between.amounts if between else read_span(cursor, joints)
    if not amounts or amounts[0].mark is Mark.DAY:
        cursor.at = begin
        return None
    if at_once and cursor.stands("to"):
        _refuse_way(cursor, begin)
    cursor.take((*words.BEHIND[words.FLOOR], "+"))
    if bound.startswith(words.CEILING):
        cursor.fail(_NO_CEILING, begin, cursor.at)
    return Said(Form.CHANGE, amounts, way, is_strict=bound.endswith("strict"))


def read_pointed(cursor: Cursor) -> Said | None:
    """Read `by two percentage points`: without a verb, a change for the better."""
    begin = cursor.at
    if cursor.has_days or not cursor.take(("by",)):
        return None
    amounts = read_span(cursor, _TO)
    if not amounts or amounts[0].mark is not Mark.POINTS:
        cursor.at = begin
        return None
    return Said(Form.CHANGE, amounts, Way.BETTER)


def read_past(cursor: Cursor) -> Said | None:
    """Read what a verb may go past: `drop below 5%`, `rise above 90%`."""
    is_past = any(cursor.stands(word) for word in _PAST)
    return read_bound(cursor, signed=True) if is_past else None


def read_bound(cursor: Cursor, *, signed: bool = False) -> Said | None:
    """Read `at least 90%`, `<5%`, `more than half`, `majority`."""
    begin = cursor.at
    if cursor.take(words.MAJORITY):
        half = cursor.placed(HALF, begin)
        return Said(Form.FLOOR, (half,), is_strict=True)
    bound = cursor.take_meaning(words.BEFORE)
    if not bound and cursor.has_days:
        bound = cursor.take_meaning(words.BEFORE_A_DAY)
    if not bound:
        return None
    form = Form(bound.partition(",")[0])
    changed = None if signed else _factor(cursor) or _signed(cursor)
    said = changed or _bounded(cursor, form, signed=signed)
    if said is None:
        cursor.at = begin
        return None
    if said.form is not form and form is Form.CEILING:
        cursor.fail(_NO_CEILING, begin, cursor.at)
    return replace(said, is_strict=bound.endswith("strict"))


def _bounded(cursor: Cursor, form: Form, *, signed: bool) -> Said | None:
    """What stands behind `at least`: an amount, or a change with its noun."""
    if cursor.token.text in _ARTICLES and cursor.ahead(1).kind is Kind.NUMBER:
        cursor.at += 1
    amount = read_amount(cursor, signed=signed)
    if amount is None:
        return None
    way = cursor.take_meaning(words.AFTERWARDS)
    return Said(Form.CHANGE if way else form, (amount,), Way(way) if way else None)


def _kept(cursor: Cursor) -> Said | None:
    """Read `maintain`, `maintain at least 60%`, `maintain 60-70%`."""
    if not cursor.take(words.KEEP):
        return None
    if cursor.stands("or"):
        cursor.at -= 1  # `remain at or above 95%`
    return read_kept(cursor) or Said(Form.MAINTAIN)


def read_kept(cursor: Cursor) -> Said | None:
    """Read what is to be maintained: a bound, a band, a level."""
    begin = cursor.at
    if cursor.token.text != "at" or cursor.ahead(1).text not in _BEHIND_AT:
        cursor.take(("at", "of"))
    level = _band(cursor) or read_level(cursor, None)
    if level is None or level.form in {Form.WITHIN, Form.CHANGE}:
        cursor.at = cursor.at if level else begin
        return level
    ways = {Form.FLOOR: Way.UP, Form.CEILING: Way.DOWN}
    return replace(level, form=Form.MAINTAIN, way=ways.get(level.form))


def _factor(cursor: Cursor) -> Said | None:
    """Read `double`, `halve`, `cut in half`, `2x`."""
    factor = cursor.take_meaning(words.FACTORS)
    if factor:
        return _times(Decimal(factor))
    number, times = cursor.token, cursor.ahead(1)
    if number.text in {"2", "3", "4"} and times.text == "x":
        cursor.at += 2
        return _times(Decimal(number.text))
    return None


def _times(factor: Decimal) -> Said:
    way = Way.UP if factor > 1 else Way.DOWN
    return Said(Form.FACTOR, (Amount(factor),), way)


def _band(cursor: Cursor) -> Said | None:
    """Read `within 1%`, `within 0.9-1.1`, `within 1% of 50%`."""
    begin = cursor.at
    if not cursor.take(words.WITHIN):
        if cursor.token.kind is not Kind.AROUND:
            return None
        cursor.at += 1
    said = read_within(cursor)
    if said is None:
        cursor.at = begin
    return said


def read_within(cursor: Cursor) -> Said | None:
    """Read what stands behind `within`."""
    begin = cursor.at
    amounts = read_span(cursor, _AND, signed=True)
    if not amounts or amounts[0].unit in _TIMES:
        return None
    if len(amounts) > 1:
        return Said(Form.WITHIN, amounts)
    if amounts[0].number < 0:
        cursor.fail("a band has no sign", begin, cursor.at)
    around = None
    middle = cursor.at
    if cursor.take(("of",)):
        around = read_amount(cursor, signed=True)
        if around is None:
            cursor.at = middle
    return Said(Form.WITHIN, amounts, around=around)


def _between(cursor: Cursor, *, signed: bool = False) -> Said | None:
    """Read `between 5 and 10%`."""
    begin = cursor.at
    if not cursor.take(("between",)):
        return None
    amounts = read_span(cursor, ("and",), signed=signed)
    if len(amounts) < 2:  # noqa: PLR2004 - two ends
        cursor.at = begin
        return None
    return _afterwards(cursor, amounts) or Said(Form.LEVEL, amounts)


def _signed(cursor: Cursor) -> Said | None:
    """Read `+22%`, `-2-3`, `+5 to +10%`: a leading sign means a change."""
    begin = cursor.at
    sign = cursor.take(("+", "-", *_MORE))
    sign = "+" if sign in _MORE else sign
    if not sign:
        return None
    amounts = read_span(cursor, (f"- {sign}", f"to {sign}", *_TO))
    if not amounts:
        cursor.at = begin
        return None
    cursor.take((*words.BEHIND[words.FLOOR], "+"))
    return Said(Form.CHANGE, amounts, Way.UP if sign == "+" else Way.DOWN)


def _amount(cursor: Cursor) -> Said | None:
    """Read `27%`, `5-10%`, `90%+`, `2-3 fewer`, `50% +/- 1%`."""
    begin = cursor.at
    amounts = read_span(cursor)
    if not amounts:
        return None
    if len(amounts) == 1 and cursor.stands("to"):
        return _to_range(cursor, begin, amounts[0])
    if cursor.token.kind is Kind.AROUND:
        cursor.at += 1
        width = read_amount(cursor)
        if width is None or len(amounts) > 1:
            cursor.fail("how far it may be off is not said", begin, cursor.at)
        return Said(Form.WITHIN, (width,), around=amounts[0])
    return _closed(cursor, amounts, None)


def _to_range(cursor: Cursor, begin: int, first: Amount) -> Said:
    """Read `2 to 3 fewer`; `22.1% to 27%` could be a range or a way to go."""
    middle = cursor.at
    cursor.at = begin
    amounts = read_span(cursor, _TO)
    if len(amounts) == 1:
        cursor.at = middle
        return _closed(cursor, amounts, None)
    changed = _afterwards(cursor, amounts)
    if changed is None and (first.mark or not amounts[0].mark):
        cursor.at = middle
        _refuse_way(cursor, begin)
    return changed or Said(Form.LEVEL, amounts)


def _refuse_way(cursor: Cursor, begin: int) -> NoReturn:
    """Refuse `22.1% to 27%`, which may be a range or a way to go."""
    cursor.at = begin
    first = read_amount(cursor)
    cursor.take(("to",))
    last = read_amount(cursor)
    is_alike = first is None or last is None or first.mark in {Mark.NONE, last.mark}
    start, end = cursor.tokens[begin].start, cursor.tokens[cursor.at - 1].end
    cursor.fail(
        "this may be a range, or where it starts and where it is to go",
        begin,
        cursor.at,
        near=f"from {cursor.text[start:end]}" if is_alike else "",
    )


def _afterwards(cursor: Cursor, amounts: tuple[Amount, ...]) -> Said | None:
    """What `fewer` or `increase` behind an amount make of it: a change."""
    way = cursor.take_meaning(words.AFTERWARDS)
    return Said(Form.CHANGE, amounts, Way(way)) if way else None


def _closed(cursor: Cursor, amounts: tuple[Amount, ...], way: Way | None) -> Said:
    """What stands behind an amount: `or more`, `+`, `fewer`."""
    changed = _afterwards(cursor, amounts) if way is None else None
    if changed is not None:
        return changed
    begin = cursor.at
    bound = cursor.take_meaning(words.BEHIND) or (cursor.take(("+",)) and words.FLOOR)
    if not bound:
        return Said(Form.LEVEL, amounts, way)
    if len(amounts) > 1:
        cursor.fail("a range has both ends already", begin, cursor.at)
    return Said(Form(bound), amounts)
