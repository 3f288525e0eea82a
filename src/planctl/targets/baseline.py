"""Reads a baseline as people write it: `22.1% in 2017-18`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.targets.said import Sentence, Start, UnreadError
from planctl.targets.scale import check_level, level_of
from planctl.targets.target import Context, Unread, unread

if TYPE_CHECKING:
    from decimal import Decimal

_BEFORE = "100% from "


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """A baseline's value on the measure's scale, and its period as printed.

    `value` is none where only a period stands there; `period` is empty where none
    does; `is_previous` is for the value before, whichever that is.
    """

    value: Decimal | None
    period: str
    is_previous: bool = False


def read_baseline(text: str, context: Context) -> StartingPoint | Unread:
    """Read a baseline: a value, a period, or both."""

    def read(written: str) -> StartingPoint:
        start = read_start(written, context)
        if start.amount is not None:
            check_level(start.amount, context.scale)
        return starting_point(start, context)

    try:
        return read(text)
    except UnreadError as error:
        return unread(text, error, read, "from")


def read_start(text: str, context: Context) -> Start:
    """Read what a target starts from, as it would stand behind `from`.

    Raises:
        UnreadError: it cannot be read.
    """
    sentence = _shifted(text, context)
    if sentence.start is None or sentence.named or sentence.steps[0].due:
        raise UnreadError(0, len(text), "a value, and the period it is of")
    return sentence.start


def starting_point(start: Start | None, context: Context) -> StartingPoint:
    """What a target's own baseline is on the measure's scale.

    Raises:
        UnreadError: its amount does not fit the measure's unit.
    """
    if start is None:
        return StartingPoint(None, "")
    value = level_of(start.amount, context.scale) if start.amount else None
    return StartingPoint(value, start.period, start.is_previous)


def _shifted(text: str, context: Context) -> Sentence:
    try:
        return context.sentence(f"{_BEFORE}{text}")
    except UnreadError as error:
        start = max(error.start - len(_BEFORE), 0)
        end = max(error.end - len(_BEFORE), 0)
        raise UnreadError(start, end, error.why) from None
