"""What a reader should know beside a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import exceeds, meets
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.targets import Kind

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.question import Question
    from planctl.progress.verdicts.series import Measured


def flags_of(
    question: Question, case: Case, actual: Measured, verdict: Verdict
) -> tuple[Flag, ...]:
    """The flags that hold for a value and its verdict, in a fixed order."""
    earlier = [one.point for one in question.values if one.point]
    earlier = [point for point in earlier if point.day < actual.day]
    met = [meets(case.goal, point.value, case.tolerance) for point in earlier]
    now = meets(case.goal, case.actual.value, case.tolerance)
    is_early = verdict is Verdict.MET and not case.is_due and question.due is not None
    told = {
        Flag.EXCEEDED: exceeds(case.goal, case.actual.value),
        Flag.EARLY: is_early,
        Flag.MET_BEFORE_NOT_NOW: any(met) and not now,
        Flag.RESTORED: now and case.road is None and not all(met),
        Flag.BELOW_BASELINE: case.gain is not None and case.gain < 0,
        Flag.NO_AMOUNT: question.reading.reading is Kind.DIRECTION,
        Flag.WITHIN_CHANCE: bool(case.within_chance),
        Flag.ROUNDING: _turns_on_rounding(case, actual),
        Flag.UNDATED_BASELINE: case.road is not None and not question.is_dated,
        Flag.PROVISIONAL: actual.kind == "provisional",
        Flag.DISPUTED: actual.kind == "disputed",
        Flag.ADDED_UP: actual.made == "added_up",
        Flag.DERIVED: actual.made == "derived",
    }
    return tuple(flag for flag, holds in told.items() if holds)


def _turns_on_rounding(case: Case, actual: Measured) -> bool:
    """Whether the goal, rounded as the value is printed, would be met or not."""
    exact = actual.value.exact if actual.value else None
    if exact is None or case.goal.side is None:
        return False
    digits = max(-int(exact.as_tuple().exponent), 0)
    rounded = replace(
        case.goal,
        low=None if case.goal.low is None else round(case.goal.low, digits),
        high=None if case.goal.high is None else round(case.goal.high, digits),
    )
    value, tolerance = case.actual.value, case.tolerance
    return meets(case.goal, value, tolerance) != meets(rounded, value, tolerance)
