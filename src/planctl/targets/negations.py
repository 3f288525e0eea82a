"""Reads bounds that are denied: `no student group above 5%`, `never below 60%`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.gap_grammar import pass_gap
from planctl.targets.said import Form, Said

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_DENIED = (
    *("no", "none", "none of the", "none of our", "never", "cannot", "can not"),
    *("can't", "not", "may not", "must not", "should not", "shall not", "will not"),
    *("won't", "does not", "do not", "is not", "are not", "no one", "no single"),
)
_FILLERS = (
    *("to", "be", "with", "at", "is", "are", "will", "should", "may", "has", "have"),
    *("having", "fall", "falls", "falling", "drop", "drops", "dip", "go", "goes"),
    *("going", "rise", "rises", "get", "was", "were", "being"),
)
_MOST_FILLERS = 3
_OPPOSITE = {Form.FLOOR: Form.CEILING, Form.CEILING: Form.FLOOR}


class Denied(NamedTuple):
    """A bound that was denied, as what it asks for.

    It is for `each` group or site where none of them is to be beyond the bound; `named`
    are the tokens of a gap, which is what may not be so large.
    """

    said: Said
    each: str
    named: tuple[int, int]


def read_denied(cursor: Cursor) -> Denied | None:
    """Read a bound that is denied, which is the opposite one: not above is at most."""
    begin = cursor.at
    denied = cursor.take(_DENIED)
    of_each = denied.startswith(("no", "none")) and denied != "not"
    each = cursor.take_meaning(words.EACH) if of_each else ""
    named = pass_gap(cursor) if denied == "no" and not each else (begin, begin)
    bound = cursor.take_meaning(words.BEFORE) if denied else ""
    for _ in range(_MOST_FILLERS):
        if denied and not bound and cursor.take(_FILLERS):
            bound = cursor.take_meaning(words.BEFORE)
    amount = read_amount(cursor, signed=True) if bound else None
    if amount is None or cursor.take_meaning(words.AFTERWARDS):
        cursor.at = begin
        return None
    form, _, strict = bound.partition(", ")
    said = Said(_OPPOSITE[Form(form)], (amount,), is_strict=not strict)
    return Denied(said, each, named)
