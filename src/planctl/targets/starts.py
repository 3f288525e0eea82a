"""Reads what a target starts from, where it says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.said import Mark, Start
from planctl.targets.tokens import Kind

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_BEFORE_AN_AMOUNT = ("from", "compared")
_STOP = frozenset({"to"})
_SURE = frozenset({Mark.UNIT, Mark.PERCENT, Mark.POINTS, Mark.DAY})
"""What stands beside a number that is no time."""


def read_from(cursor: Cursor) -> Start | None:
    """Read `from 22.1% in 2017-18`, `over 2017-18`, `from previous`."""
    begin = cursor.at
    word = cursor.take(words.FROM)
    may_be_amount = cursor.has_days or word.startswith(_BEFORE_AN_AMOUNT)
    start = _start(cursor, may_be_amount=may_be_amount) if word else None
    if start is None:
        cursor.at = begin
    return start


def read_labelled(cursor: Cursor) -> Start | None:
    """Read `baseline: 62%`, `baseline of 62% in 2024`, `baseline (2024-25): 62%`."""
    begin = cursor.at
    if not cursor.take(words.BASELINE):
        return None
    period = cursor.take_bracketed_time()
    cursor.take((":", "of", "=", "is", "was"))
    amount = None if cursor.token.text in {"+", "-"} else read_amount(cursor)
    if amount is None:
        cursor.at = begin
        return None
    return Start(amount, period or read_period(cursor))


def read_in_parentheses(cursor: Cursor) -> Start | None:
    """Read `(baseline 62%)`, `(from 62% in 2024)`, `(was 62%)`, `(up from 62%)`."""
    if cursor.token.kind is not Kind.NAMED:
        return None
    inner = cursor.inside()
    start = read_labelled(inner)
    if start is None and inner.take((*words.FROM, *words.WAS)):
        amount = read_amount(inner)
        start = Start(amount, read_period(inner)) if amount else None
    if start is None or not inner.is_done:
        return None
    cursor.at += 1
    return start


def read_before_sign(cursor: Cursor) -> Start | None:
    """Read `baseline` of `baseline + 3%`, `last year` of `last year + 3%`."""
    begin = cursor.at
    is_previous = bool(cursor.take(words.PREVIOUS))
    if (is_previous or cursor.take(words.BASELINE)) and cursor.token.text in {"+", "-"}:
        return Start(is_previous=is_previous)
    cursor.at = begin
    return None


def read_period(cursor: Cursor) -> str:
    """Read the period behind a starting value: `in 2017-18`, `(2017-18)`."""
    begin = cursor.at
    cursor.take(("*",))  # of a footnote: `55%* in 2020`
    period = cursor.take_bracketed_time()
    if not period and cursor.take(("in", "at", "as of", "during")):
        period = cursor.take_time(_STOP)
    if not period:
        cursor.at = begin
    return period


def doubt_year(cursor: Cursor, begin: int, start: Start) -> None:
    """Refuse `from 2000 to 2500`: of what looks like a year nobody can be sure.

    Raises:
        UnreadError: it may be a year or an amount.
    """
    is_bare = start.period.isdigit() and start.amount is None
    if is_bare and cursor.tokens[begin + 2].text in {"to", "-"}:
        near = f"from {int(start.period):,}"
        cursor.fail("this may be a year or an amount", begin, begin + 2, near)


def _start(cursor: Cursor, *, may_be_amount: bool) -> Start | None:
    cursor.take(("in",))
    if cursor.take(words.PREVIOUS):
        return Start(is_previous=True)
    is_baseline = bool(cursor.take(words.BASELINE))
    begin = cursor.at
    if is_baseline:
        cursor.take(("of",))
    start = _amount_or_period(cursor, may_be_amount=may_be_amount)
    if start is None and is_baseline:
        cursor.at = begin
        return Start()
    return start


def _amount_or_period(cursor: Cursor, *, may_be_amount: bool) -> Start | None:
    begin = cursor.at
    amount = read_amount(cursor, signed=True) if may_be_amount else None
    if amount is not None and amount.mark in _SURE:
        # `40 days in 2021-22` names days, and no time.
        return Start(amount, read_period(cursor))
    cursor.at = begin
    period = cursor.take_time(_STOP)
    if period:
        is_of = may_be_amount and cursor.take(("baseline of",))
        return Start(read_amount(cursor) if is_of else None, period)
    amount = read_amount(cursor, signed=True) if may_be_amount else None
    return Start(amount, read_period(cursor)) if amount else None
