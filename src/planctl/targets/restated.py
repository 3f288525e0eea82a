"""A change that a text in parentheses tells again: `to 41% in 2024 (7-point gain)`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.targets.said import Form

if TYPE_CHECKING:
    from planctl.calendar.years import SchoolCalendar
    from planctl.targets.said import Sentence

_CHANGE = re.compile(
    r"\s*[+-]?(?P<number>[0-9]{1,6}(?:\.[0-9]{1,6})?)"
    r"(?:[ -]?(?:percentage[ -])?(?:points?|pts?|pp)|\s?%)"
    r"[ -](?P<yearly>annual |yearly )?"
    r"(?:(?P<up>gain|increase|growth|rise)|(?P<down>decrease|reduction|drop|decline))\s*",
    re.IGNORECASE,
)


class Restated(NamedTuple):
    """A change, in the measure's unit and with its sign, and whether it is a year's.

    `token` is the place of the parentheses among the tokens.
    """

    change: Decimal
    is_yearly: bool
    token: int


def read_restated(text: str, token: int) -> Restated | None:
    """Read what stands in parentheses as a change, if it is one."""
    found = _CHANGE.fullmatch(text)
    if found is None:
        return None
    sign = -1 if found["down"] else 1
    change = sign * Decimal(found["number"])
    return Restated(change, bool(found["yearly"]), token)


def agrees(restated: Restated, sentence: Sentence, calendar: SchoolCalendar) -> bool:
    """Whether the change is what lies between the start and the level of a target."""
    start, step = sentence.start, sentence.steps[0]
    if len(sentence.steps) > 1 or start is None or start.amount is None:
        return False
    said = step.said
    if said.form is not Form.LEVEL or len(said.amounts) != 1:
        return False
    years = 1
    if restated.is_yearly:
        first, last = (_year(text, calendar) for text in (start.period, step.due))
        if first is None or last is None:
            return False
        years = last - first
    return said.amounts[0].number - start.amount.number == restated.change * years


def _year(text: str, calendar: SchoolCalendar) -> int | None:
    read = read_timing(text, calendar) if text else None
    windows = read.windows if isinstance(read, Timing) else ()
    return windows[-1].end.year if windows else None
