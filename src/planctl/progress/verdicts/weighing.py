"""From a question and a value to the cases that the methods look at."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.case import Case
from planctl.progress.verdicts.chance import Share, from_errors, newcombe
from planctl.progress.verdicts.expectations import has_road, is_amount
from planctl.progress.verdicts.road import Point
from planctl.targets import Kind, goal

if TYPE_CHECKING:
    from planctl.progress.verdicts.question import Question
    from planctl.progress.verdicts.series import Measured
    from planctl.targets import Goal

_A_HAIR = Fraction(1, 10**9)
_HUNDRED = Fraction(100)


def asked_of(question: Question, actual: Measured) -> Goal | None:
    """The goal for a value; of another series, or of the value before, its value."""
    reading = question.reading
    if question.peer is not None:
        value = question.peer(actual.period)
        if value is None or value.exact is None:
            return None
        stated = replace(reading, peer=None, low=value.exact, high=value.exact)
        return goal(stated, None)
    if reading.reading is not Kind.DIRECTION:
        return question.goal
    before = question.before(actual)
    if before is None or before.value is None or before.value.exact is None:
        return question.goal
    return goal(reading, before.value.exact)


def cases_of(
    question: Question, asked: Goal, actual: Measured, *, is_due: bool
) -> list[Case]:
    """One case for a value, two for the ends of what it can be; none where open."""
    road = question.road
    if road is not None and not has_road(question.reading, asked, question.baseline):
        road = None
    before = question.before(actual)
    return [
        Case(
            asked,
            question.last or asked,
            point,
            question.due,
            is_due,
            baseline=question.baseline,
            road=road,
            may_be_early=road is not None
            or (question.due is None and is_amount(question.reading)),
            before=before.point if before else None,
            tolerance=question.tolerance,
            bands=question.bands,
            unit=question.unit,
            within_chance=_within_chance(question, actual),
        )
        for point in _ends(actual, question.unit)
    ]


def _ends(actual: Measured, unit: str | None) -> list[Point]:
    """The value, or both ends of what it can be."""
    value = actual.value
    if value is None:
        return []
    if value.exact is not None:
        return [Point(actual.day, Fraction(value.exact))]
    hair = _A_HAIR if value.is_strict else Fraction(0)
    most = _HUNDRED if unit == "percent" else None
    low = Fraction(0) if value.low is None else Fraction(value.low) + hair
    high = most if value.high is None else Fraction(value.high) - hair
    if high is None:
        return []
    return [Point(actual.day, low), Point(actual.day, high)]


def _within_chance(question: Question, actual: Measured) -> bool | None:
    """Whether the change from the baseline may be chance; none if not known."""
    starting, baseline, point = question.starting, question.baseline, actual.point
    if starting is None or baseline is None or point is None:
        return None
    period = starting.period.whole if starting.period else None
    first = question.series.at(period) if period else None
    if actual.se is not None and first is not None and first.se is not None:
        change = float(point.value - baseline.value)
        return from_errors(change, float(first.se), float(actual.se)).holds_zero
    values = (baseline.value, point.value)
    if question.unit != "percent" or not starting.n or not actual.n:
        return None
    if min(values) < 0 or max(values) > _HUNDRED:
        return None
    return newcombe(
        Share(float(baseline.value / 100), starting.n),
        Share(float(point.value / 100), actual.n),
    ).holds_zero
