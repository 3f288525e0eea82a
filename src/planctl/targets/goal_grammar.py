"""Reads what is to be reached: a level, a change, a bound, a band, a factor."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount, read_span
from planctl.targets.band_grammar import read_band
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.span_grammar import (
    TO,
    closed,
    doubt_year_behind_than,
    is_change_to,
    pass_or_more,
    read_between,
    read_joined,
    read_plain_amount,
    refuse_way,
)
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

HALF = Amount(Decimal(1), Mark.PART, Decimal(2))
"""One half."""
_PAST = ("above", "over", "below", "under")
_NO_CEILING = "a change cannot be bounded from above"
_BEHIND_AT = frozenset({"least", "most", "or", "/"})
_ARTICLES = frozenset({"a", "an"})
_MORE = ("an additional", "additional", "another")
_AVERAGE = ("an average of", "on average")


def read_plain(cursor: Cursor) -> Said | None:
    """Read what can stand without a verb before it, if it stands here."""
    return (
        _kept(cursor)
        or _factor(cursor)
        or read_band(cursor)
        or read_between(cursor)
        or read_bound(cursor)
        or _signed(cursor)
        or read_plain_amount(cursor)
    )


def read_level(cursor: Cursor, way: Way | None) -> Said | None:
    """Read what stands behind `to`: a level or a bound, whose sign is its own."""
    bound = read_bound(cursor, signed=True)
    if bound is not None:
        return bound
    between = read_between(cursor, signed=True)
    amounts = between.amounts if between else read_joined(cursor, TO, signed=True)
    return closed(cursor, amounts, way) if amounts else None


def read_change(cursor: Cursor, way: Way, *, at_once: bool = False) -> Said | None:
    """Read what stands behind `increase` or `increase by`: an amount of change."""
    begin = cursor.at
    past = read_past(cursor) if at_once else None
    if past is not None:
        return past
    factor = _factor(cursor)
    if factor is not None and factor.way is not way:
        cursor.fail("how many times, and of what, is not clear", begin, cursor.at)
    if factor is not None:
        return factor
    bound = cursor.take_meaning(words.BEFORE)
    if way is Way.UP and not at_once:
        cursor.take(_MORE)
    cursor.take(_AVERAGE)
    sign = cursor.take(("+", "-"))
    if sign and way is not (Way.UP if sign == "+" else Way.DOWN):
        cursor.fail("the sign and the verb contradict each other", begin, cursor.at)
    between = read_between(cursor)
    joints = ("-",) if at_once else TO
    amounts = between.amounts if between else read_joined(cursor, joints)
    if not amounts or amounts[0].mark is Mark.DAY:
        cursor.at = begin
        return None
    if at_once and cursor.stands("to") and not is_change_to(cursor, amounts):
        refuse_way(cursor, begin)
    amounts = pass_or_more(cursor, amounts)
    if bound.startswith(words.CEILING):
        cursor.fail(_NO_CEILING, begin, cursor.at)
    return Said(Form.CHANGE, amounts, way, is_strict=bound.endswith("strict"))


def read_pointed(cursor: Cursor) -> Said | None:
    """Read `by two percentage points`: without a verb, a change for the better."""
    begin = cursor.at
    if cursor.has_days or not cursor.take(("by",)):
        return None
    amounts = read_span(cursor, TO)
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
    doubt_year_behind_than(cursor, cursor.at - 1)
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
    level = read_band(cursor) or read_level(cursor, None)
    if level is None or level.form in {Form.WITHIN, Form.CHANGE}:
        cursor.at = cursor.at if level else begin
        return level
    ways = {Form.FLOOR: Way.UP, Form.CEILING: Way.DOWN}
    return replace(level, form=Form.MAINTAIN, way=ways.get(level.form))


def _factor(cursor: Cursor) -> Said | None:
    """Read `double`, `halve`, `2x`, `1.5x`."""
    factor = cursor.take_meaning(words.FACTORS)
    if factor:
        return _times(Decimal(factor))
    number, times = cursor.token, cursor.ahead(1)
    if number.kind is Kind.NUMBER and times.text == "x" and times.start == number.end:
        cursor.at += 2
        return _times(Decimal(number.text.replace(",", "")))
    return None


def _times(factor: Decimal) -> Said:
    """So many times the baseline."""
    way = Way.UP if factor > 1 else Way.DOWN
    return Said(Form.FACTOR, (Amount(factor),), way)


def _signed(cursor: Cursor) -> Said | None:
    """Read `+22%`, `-2-3`, `+5 to +10%`: a leading sign means a change."""
    begin = cursor.at
    sign = cursor.take(("+", "-", *_MORE))
    sign = "+" if sign in _MORE else sign
    if not sign:
        return None
    middle = cursor.at
    first = read_amount(cursor)
    if first is not None and cursor.stands("to") and is_change_to(cursor, (first,)):
        return Said(Form.CHANGE, (first,), Way.UP if sign == "+" else Way.DOWN)
    cursor.at = middle
    amounts = read_span(cursor, (f"- {sign}", f"to {sign}", *TO))
    if not amounts:
        cursor.at = begin
        return None
    amounts = pass_or_more(cursor, amounts)
    return Said(Form.CHANGE, amounts, Way.UP if sign == "+" else Way.DOWN)
