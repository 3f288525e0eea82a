"""Reads an amount or a range with what stands around it: `90% or more`, `2-3 fewer`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from planctl.targets import amount_words, words
from planctl.targets.amounts import read_amount, read_mark, read_span
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

TO = ("-", "to")
_LIKE_YEARS = range(1990, 2100)
_OF_ONE_END = frozenset({Mark.NONE, Mark.UNIT, Mark.WORD, Mark.DAY, Mark.PART, Mark.OF})
"""Marks that both ends of a range have: `$5 to $10`, `low to high`."""
_OR_MORE = words.BEHIND[words.FLOOR]


def read_between(cursor: Cursor, *, signed: bool = False) -> Said | None:
    """Read `between 5 and 10%`."""
    begin = cursor.at
    if not cursor.take(("between",)):
        return None
    amounts = read_span(cursor, ("and",), signed=signed)
    if len(amounts) < 2:  # noqa: PLR2004 - two ends
        cursor.at = begin
        return None
    return _afterwards(cursor, amounts) or Said(Form.LEVEL, amounts)


def read_plain_amount(cursor: Cursor) -> Said | None:
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
    return closed(cursor, amounts, None)


def closed(cursor: Cursor, amounts: tuple[Amount, ...], way: Way | None) -> Said:
    """What stands behind an amount: `or more`, `+`, `fewer`, `or more growth`."""
    changed = _afterwards(cursor, amounts) if way is None else None
    if changed is not None:
        return changed
    begin = cursor.at
    bound = cursor.take_meaning(words.BEHIND) or (cursor.take(("+",)) and words.FLOOR)
    if not bound:
        return Said(Form.LEVEL, amounts, way)
    if len(amounts) > 1:
        cursor.fail("a range has both ends already", begin, cursor.at)
    amounts = _marked(cursor, amounts)
    if way is None and bound == words.FLOOR:
        above = cursor.tokens[cursor.at - 1].text == "+" and cursor.stands("baseline")
        changed = _afterwards(cursor, amounts)
        if above or changed:
            cursor.at += above
            return changed or Said(Form.CHANGE, amounts, Way.UP)
    return Said(Form(bound), amounts)


def pass_or_more(cursor: Cursor, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Pass over `or more` behind a change, which says nothing of its own."""
    passed = cursor.take((*_OR_MORE, "+"))
    return _marked(cursor, amounts) if passed else amounts


def refuse_way(cursor: Cursor, begin: int) -> NoReturn:
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


def doubt_year_behind_than(cursor: Cursor, number: int) -> None:
    """Refuse `more than 2024`, where the number at a place may be a year.

    Raises:
        UnreadError: it may be a year or an amount.
    """
    token = cursor.tokens[number]
    is_compared = number > 0 and cursor.tokens[number - 1].text == "than"
    if is_compared and token.text.isdigit() and int(token.text) in _LIKE_YEARS:
        why = "this may be a year or an amount"
        cursor.fail(why, number, near=f"{int(token.text):,}")


def read_joined(
    cursor: Cursor, joints: tuple[str, ...], *, signed: bool = False
) -> tuple[Amount, ...]:
    """Read an amount or a range, as `read_span` does; not `5% to 15%`, each marked.

    Raises:
        UnreadError: it may be a range, or a change and the level it leads to.
    """
    begin = cursor.at
    first = read_amount(cursor, signed=signed)
    if first is None or not cursor.stands("to") or "to" not in joints:
        cursor.at = begin
        return read_span(cursor, joints, signed=signed)
    if is_change_to(cursor, (first,)):
        return (first,)
    cursor.at += 1
    last = read_amount(cursor, signed=signed)
    if first.mark not in _OF_ONE_END and last is not None:
        why = "this may be a range, or a change and the level it leads to"
        cursor.fail(why, begin, cursor.at)
    cursor.at = begin
    return read_span(cursor, joints, signed=signed)


def is_change_to(cursor: Cursor, amounts: tuple[Amount, ...]) -> bool:
    """Whether `to 60%` behind `5 points` says where the change leads."""
    if len(amounts) > 1 or amounts[0].mark is not Mark.POINTS:
        return False
    begin = cursor.at
    cursor.at += 1
    level = read_amount(cursor, signed=True)
    cursor.at = begin
    return level is not None and level.mark in {Mark.NONE, Mark.PERCENT}


def _to_range(cursor: Cursor, begin: int, first: Amount) -> Said:
    """Read `2 to 3 fewer`; `22.1% to 27%` could be a range or a way to go."""
    middle = cursor.at
    cursor.at = begin
    amounts = read_span(cursor, TO)
    if len(amounts) == 1:
        cursor.at = middle
        return closed(cursor, amounts, None)
    changed = _afterwards(cursor, amounts)
    if changed is None and (first.mark or not amounts[0].mark):
        cursor.at = middle
        refuse_way(cursor, begin)
    return changed or Said(Form.LEVEL, amounts)


def _marked(cursor: Cursor, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """The mark behind `or more`: `5 or more points`."""
    first = amounts[0]
    is_marked = cursor.token.text in _MARKS
    if first.mark is not Mark.NONE or not is_marked or len(amounts) > 1:
        return amounts
    mark = read_mark(cursor)
    end = cursor.tokens[cursor.at - 1].end
    return (replace(mark, number=first.number, start=first.start, end=end),)


_MARKS = frozenset(
    phrase.split()[0] for phrase in (*amount_words.PERCENTS, *amount_words.POINTS)
)


def _afterwards(cursor: Cursor, amounts: tuple[Amount, ...]) -> Said | None:
    """What `fewer` or `increase` behind an amount make of it: a change."""
    way = cursor.take_meaning(words.AFTERWARDS)
    return Said(Form.CHANGE, amounts, Way(way)) if way else None
