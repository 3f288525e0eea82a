"""A change that is told beside the level it leads to, and so tells the baseline.

`increase by 5 points to 60%`, `from 34% in 2023 to 41% in 2024 (7-point gain)`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.calendar.years import SchoolCalendar
    from planctl.targets.cursor import Cursor
    from planctl.targets.said import Sentence

_CHANGE = re.compile(
    r"\s*(?:an? )?(?P<sign>[+-])?(?P<number>[0-9]{1,6}(?:\.[0-9]{1,6})?)"
    r"(?:[ -]?(?P<points>(?:percentage[ -])?(?:points?|pts?|pp)\b)"
    r"|\s?(?P<percent>%|percent\b)|)"
    r"(?:[ -](?P<yearly>annual |yearly )?"
    r"(?:(?P<up>gain|increase|growth|rise)|(?P<down>decrease|reduction|drop|decline))"
    r")?\s*",
    re.IGNORECASE,
)
_HUNDRED = Decimal(100)
_LEVELS = frozenset({Form.LEVEL, Form.FLOOR, Form.CEILING})


class Restated(NamedTuple):
    """A change, and whether it is a year's; the tokens from `begin` to `end` say it."""

    said: Said
    is_yearly: bool
    begin: int
    end: int


def read_restated(text: str, token: int) -> Restated | None:
    """Read what stands in parentheses as a change, if it is one."""
    found = _CHANGE.fullmatch(text)
    if found is None or not any(found.group("sign", "points", "up", "down")):
        return None
    way = Way.BETTER
    if found["down"] or found["sign"] == "-":
        way = Way.DOWN
    elif found["up"] or found["sign"]:
        way = Way.UP
    mark = Mark.POINTS if found["points"] else Mark.NONE
    mark = Mark.PERCENT if found["percent"] else mark
    said = Said(Form.CHANGE, (Amount(Decimal(found["number"]), mark),), way)
    return Restated(said, bool(found["yearly"]), token, token + 1)


def told_by(change: Said, cursor: Cursor) -> Restated:
    """A change that the tokens from its own to here tell beside a level."""
    start = change.amounts[0].start
    first = next(n for n, one in enumerate(cursor.tokens) if one.start >= start)
    return Restated(change, is_yearly=False, begin=first, end=cursor.at)


def with_change(read: Sentence, told: list[Restated], cursor: Cursor) -> Sentence:
    """A target with the change that is told beside its level, if one is.

    Raises:
        UnreadError: the change does not lead from the start to the level.
    """
    for one in told:
        if not _agrees(one, read, cursor.calendar):
            cursor.fail("this does not agree with the rest", one.begin, one.end)
    if not told or (read.start is not None and read.start.amount is not None):
        return read
    change, (step,) = told[0].said, read.steps
    if step.said.form is Form.LEVEL and step.said.way is None:
        step = replace(step, said=replace(step.said, way=change.way))
    return replace(read, steps=(step,), change=change)


def _agrees(restated: Restated, sentence: Sentence, calendar: SchoolCalendar) -> bool:
    """Whether the change leads from the start of a target to its level, if it has one.

    A percent may be of the start, too, rounded as it is written.
    """
    start, step = sentence.start, sentence.steps[0]
    said = step.said
    if len(sentence.steps) > 1 or said.form not in _LEVELS or len(said.amounts) > 1:
        return False
    if start is None or start.amount is None:
        return not restated.is_yearly
    years = 1
    if restated.is_yearly:
        first, last = (_year(text, calendar) for text in (start.period, step.due))
        if first is None or last is None:
            return False
        years = last - first
    return leads(restated.said, start.amount.number, said.amounts[0].number, years)


def leads(change: Said, start: Decimal, level: Decimal, years: int = 1) -> bool:
    """Whether a change leads from a start to a level, in so many years."""
    amount, moved = change.amounts[0], level - start
    if change.way is Way.BETTER:
        moved = abs(moved)
    told = -amount.number if change.way is Way.DOWN else amount.number
    if amount.mark is Mark.PART:
        return amount.of is not None and moved * amount.of == told * start
    if moved == told * years:
        return amount.mark is not Mark.OF_BASELINE
    if amount.mark not in {Mark.PERCENT, Mark.OF_BASELINE} or not start or years > 1:
        return False
    share = moved * _HUNDRED / abs(start)
    # Not rounded, which fails where a number has more digits than Python keeps.
    last = Decimal(1).scaleb(int(amount.number.as_tuple().exponent))
    return abs(share - told) * 2 <= last


def start_of(change: Said, level: Amount) -> Amount | None:
    """Where a change of so many points that leads to a level starts."""
    amount = change.amounts[0]
    if change.way not in {Way.UP, Way.DOWN}:
        return None
    if amount.mark not in {Mark.POINTS, Mark.NONE, Mark.UNIT} or level.of is not None:
        return None
    told = -amount.number if change.way is Way.DOWN else amount.number
    return replace(level, number=level.number - told)


def _year(text: str, calendar: SchoolCalendar) -> int | None:
    read = read_timing(text, calendar) if text else None
    windows = read.windows if isinstance(read, Timing) else ()
    return windows[-1].end.year if windows else None
