"""What a reader should know beside a verdict."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import exceeds, meets
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.targets import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.question import Question
    from planctl.progress.verdicts.series import Measured

_LARGE = 10**20
_PRECISE = Context(prec=60)
"""Room for twenty digits and for the decimals of any value."""


def flags_of(
    question: Question, case: Case, actual: Measured, verdict: Verdict
) -> tuple[Flag, ...]:
    """The flags that hold for a value and its verdict, in a fixed order."""
    era = question.era(actual.period)
    earlier = [
        one.point
        for one in question.values
        if one.point and one.day < actual.day and question.era(one.period) == era
    ]
    met = [meets(case.goal, point.value, case.tolerance) for point in earlier]
    is_direction = question.reading.reading is Kind.DIRECTION
    if is_direction or question.peer is not None:
        # What it asks for is another value each time.
        met = []
    is_early = verdict is Verdict.MET and not case.is_due and question.due is not None
    told = {
        Flag.EXCEEDED: exceeds(case.goal, case.actual.value) and not is_direction,
        Flag.WITHIN_TOLERANCE: case.is_met and not meets(case.goal, case.actual.value),
        Flag.EARLY: is_early,
        Flag.MET_BEFORE_NOT_NOW: any(met) and not case.is_met,
        Flag.RESTORED: case.is_met and case.road is None and _was_broken(case, met),
        Flag.BELOW_BASELINE: case.gain is not None and case.gain < 0,
        Flag.NO_AMOUNT: is_direction,
        Flag.WITHIN_CHANCE: bool(case.within_chance),
        Flag.ROUNDING: _turns_on_rounding(case, actual),
        Flag.UNDATED_BASELINE: case.road is not None and not question.is_dated,
        Flag.PROVISIONAL: actual.kind == "provisional",
        Flag.DISPUTED: actual.kind == "disputed",
        Flag.ADDED_UP: actual.made == "added_up",
        Flag.DERIVED: actual.made == "derived",
    }
    return tuple(flag for flag, holds in told.items() if holds)


def _was_broken(case: Case, met: Sequence[bool]) -> bool:
    """Whether a value that did not hold came after one that did."""
    begin = case.baseline
    held = begin is not None and meets(case.goal, begin.value, case.tolerance)
    for one in met:
        if held and not one:
            return True
        held = held or one
    return False


def _turns_on_rounding(case: Case, actual: Measured) -> bool:
    """Whether the goal, rounded as the value is printed, would be met or not."""
    exact = actual.value.exact if actual.value else None
    if exact is None or case.goal.side is None:
        return False
    digits = max(-int(exact.as_tuple().exponent), 0)
    rounded = replace(
        case.goal,
        low=_rounded(case.goal.low, digits),
        high=_rounded(case.goal.high, digits),
    )
    value, tolerance = case.actual.value, case.tolerance
    return meets(case.goal, value, tolerance) != meets(rounded, value, tolerance)


def _rounded(value: Decimal | None, digits: int) -> Decimal | None:
    """An edge of a goal to some decimals; one too large for any value as it is."""
    if value is None or abs(value) >= _LARGE:
        return value
    return value.quantize(Decimal(1).scaleb(-digits), context=_PRECISE)
