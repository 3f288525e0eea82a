"""Reads how near to a value it is to be: `within 1%`, `within 0.9-1.1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount, read_span
from planctl.targets.said import Form, Said
from planctl.targets.tokens import Kind

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_ENDS = ("and", "to", "-")
_TIMES = frozenset({"years", "months"})


def read_band(cursor: Cursor) -> Said | None:
    """Read `within 1%`, `within 0.9-1.1`, `within 1% of 50%`, `+/- 2 points`."""
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
    amounts = read_span(cursor, _ENDS, signed=True)
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
