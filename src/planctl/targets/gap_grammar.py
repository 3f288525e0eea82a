"""Reads what is to become of a gap: `close the gap by half`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.goal_grammar import HALF
from planctl.targets.leftovers import Heard, objection
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_ALL = Amount(Decimal(1), Mark.PART, Decimal(1))
_GROUPS = frozenset({"achievement", "equity", "opportunity", "racial", "performance"})
_BETWEEN = "a gap between groups: make it a measure of its own, and say how far"
_USUAL = {"halve": HALF, "close": _ALL, "eliminate": _ALL}
"""The share of a gap that a verb closes by itself."""


def read_gap(cursor: Cursor) -> tuple[Said | None, tuple[int, int]]:
    """Read `close the gap by half`; and the tokens between verb and `gap`."""
    begin = cursor.at
    verb = cursor.take(words.CLOSE)
    share = _gap_share(cursor) if verb else None
    cursor.take(("the",))
    first = cursor.at
    while verb and cursor.at - first < 4 and cursor.token.kind is Kind.WORD:  # noqa: PLR2004 - a few words
        if cursor.token.text in words.GAPS:
            between = (first, cursor.at)
            cursor.at += 1
            return _gap(cursor, verb, share), between
        if objection(cursor, Heard()):
            break
        cursor.at += 1
    cursor.at = begin
    return None, (begin, begin)


def _gap_share(cursor: Cursor) -> Amount | None:
    share = read_amount(cursor)
    cursor.take(("of",))
    return share


def _gap(cursor: Cursor, verb: str, share: Amount | None) -> Said:
    begin = cursor.at - 1
    if cursor.stands("between"):
        cursor.fail(_BETWEEN, begin, cursor.at + 1)
    first = share
    if cursor.take(words.IN_HALF):
        share = cursor.placed(HALF, begin)
    elif cursor.stands("by"):
        share = _gap_part(cursor) or share
    if first is not None and share is not first:
        cursor.fail("a second amount; only one can be the target", begin, cursor.at)
    if share is None and verb in _USUAL and _is_between_groups(cursor, verb, begin):
        cursor.fail(_BETWEEN, begin - 1, begin + 1)
    if share is None and verb in _USUAL:
        share = cursor.placed(_USUAL[verb], begin)
    if share is None:
        return Said(Form.DIRECTION, way=Way.BETTER)
    if share.mark in {Mark.PART, Mark.PERCENT}:
        return Said(Form.GAP, (share,))
    return Said(Form.CHANGE, (share,), Way.BETTER)


def _is_between_groups(cursor: Cursor, verb: str, gap: int) -> bool:
    """Whether `close the achievement gap` names a gap that ends at no number."""
    return verb != "halve" and cursor.tokens[gap - 1].text in _GROUPS


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
