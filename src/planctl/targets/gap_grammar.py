"""Reads what is to become of a gap: `close the gap by half`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.goal_grammar import HALF, read_bound
from planctl.targets.leftovers import Heard, objection
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.starts import read_period
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_ALL = Amount(Decimal(1), Mark.PART, Decimal(1))
_GROUPS = frozenset({"achievement", "equity", "opportunity", "racial", "performance"})
_SHARES = frozenset({Mark.PART, Mark.PERCENT})
_BEFORE_AMOUNT = frozenset({"by", "to", "from"})
_MOST_BEFORE, _MOST_BEHIND = 4, 12
_BETWEEN = "a gap between groups: make it a measure of its own, and say how many points"
_USUAL = {"halve": HALF, "close": _ALL, "eliminate": _ALL}
"""The share of a gap that a verb closes by itself."""


def read_gap(cursor: Cursor) -> tuple[Said | None, tuple[int, int]]:
    """Read `close the gap by half`; and the first and last token of its name."""
    begin = cursor.at
    verb = cursor.take(words.CLOSE)
    share = _gap_share(cursor) if verb else None
    cursor.take(("the",))
    first = cursor.at
    if verb and _pass_to_gap(cursor):
        named = (first, cursor.at - 1)
        end = _pass_name(cursor)
        if not _is_way(cursor):
            said = _gap(cursor, verb, share, named[1])
            return said, (first, end if end > named[1] + 1 else named[1])
    cursor.at = begin
    return None, (begin, begin)


def pass_gap(cursor: Cursor) -> tuple[int, int]:
    """Pass over `achievement gap of`; the tokens of its name, none where it is none."""
    begin = cursor.at
    if not _pass_to_gap(cursor):
        cursor.at = begin
        return begin, begin
    end = cursor.at
    cursor.take(("of",))
    return begin, end


def _pass_to_gap(cursor: Cursor) -> bool:
    """Pass over the few words before `gap`, and over it."""
    for _ in range(_MOST_BEFORE):
        if cursor.token.text in words.GAPS:
            cursor.at += 1
            return True
        if cursor.token.kind is not Kind.WORD or objection(cursor, Heard()):
            return False
        cursor.at += 1
    return False


def _pass_name(cursor: Cursor) -> int:
    """Pass over `in ELA` or `between boys and girls`, if an amount follows behind.

    The token at which it ends; nothing is passed where no amount follows.
    """
    begin = cursor.at
    for _ in range(_MOST_BEHIND):
        if cursor.token.text in _BEFORE_AMOUNT and _is_amount(cursor):
            return cursor.at
        if cursor.token.kind is not Kind.WORD or objection(cursor, Heard()):
            break
        cursor.at += 1
    cursor.at = begin
    return begin


def _is_amount(cursor: Cursor) -> bool:
    """Whether the word that comes next has an amount behind it."""
    begin = cursor.at
    cursor.at += 1
    amount = read_amount(cursor) or read_bound(cursor)
    cursor.at = begin
    return amount is not None


def _is_way(cursor: Cursor) -> bool:
    """Whether `to 10 points` or `from 20 to 10 points` comes next."""
    begin = cursor.at
    is_from = cursor.stands("from") and _is_amount(cursor)
    if is_from:
        cursor.at += 1
        read_amount(cursor)
        read_period(cursor)
        is_from = cursor.stands("to")
    is_to = cursor.stands("to") and _is_amount(cursor)
    cursor.at = begin
    return is_from or is_to


def _gap_share(cursor: Cursor) -> Amount | None:
    share = read_amount(cursor)
    cursor.take(("of",))
    return share


def _gap(cursor: Cursor, verb: str, share: Amount | None, gap: int) -> Said:
    """What is to become of the gap that is named at a token."""
    begin = cursor.at - 1
    is_between = cursor.tokens[gap + 1].text == "between"
    first = share
    if cursor.take(words.IN_HALF):
        share = cursor.placed(HALF, begin)
    elif cursor.stands("by"):
        share = _gap_part(cursor) or share
    if is_between and (share is None or share.mark in _SHARES):
        cursor.fail(_BETWEEN, gap, gap + 2)
    if first is not None and share is not first:
        cursor.fail("a second amount; only one can be the target", begin, cursor.at)
    if share is None and verb in _USUAL:
        if verb != "halve" and cursor.tokens[gap - 1].text in _GROUPS:
            cursor.fail(_BETWEEN, gap - 1, gap + 1)
        share = cursor.placed(_USUAL[verb], begin)
    if share is None:
        return Said(Form.DIRECTION, way=Way.BETTER)
    if share.mark in _SHARES:
        return Said(Form.GAP, (share,))
    return Said(Form.CHANGE, (share,), Way.BETTER)


def _gap_part(cursor: Cursor) -> Amount | None:
    """What stands behind `by`, unless it is a date."""
    begin = cursor.at
    cursor.at += 1
    if not cursor.take_time():
        share = read_amount(cursor)
        if share is not None:
            return share
    cursor.at = begin
    return None
