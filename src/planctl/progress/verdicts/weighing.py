"""From a question and a value to the cases that the methods look at."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
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
_FAR = Fraction(10**15)
"""Further than any value that can be written."""
_BELOW_ZERO = frozenset({None, "points", "score", "index", "USD", "EUR", "GBP", "CAD"})
"""Units in which a value may be under zero."""


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
    before = question.point_before(actual)
    if before is None:
        return question.goal
    last = before.value
    return goal(reading, Decimal(last.numerator) / Decimal(last.denominator))


def cases_of(
    question: Question, asked: Goal, actual: Measured, *, is_due: bool
) -> list[Case]:
    """One case for a value; more where only a bound of it is known.

    Then they are the ends of what it can be, and what of a band lies between them: all
    that it can be is judged alike where these are.
    """
    road = question.road
    if road is not None and not has_road(question.reading, asked, question.baseline):
        road = None
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
            before=question.point_before(actual),
            tolerance=question.tolerance,
            bands=question.bands,
            unit=question.unit,
            within_chance=_within_chance(question, actual),
        )
        for point in _possible(actual, asked, question.unit)
    ]


def _possible(actual: Measured, asked: Goal, unit: str | None) -> list[Point]:
    """The value, or the ends of what it can be and the edges between them."""
    value = actual.value
    if value is None:
        return []
    if value.exact is not None:
        return [Point(actual.day, Fraction(value.exact))]
    hair = _A_HAIR if value.is_strict else Fraction(0)
    least = -_FAR if unit in _BELOW_ZERO else Fraction(0)
    most = _HUNDRED if unit == "percent" else _FAR
    low = least if value.low is None else Fraction(value.low) + hair
    high = most if value.high is None else Fraction(value.high) - hair
    edges = (Fraction(one) for one in (asked.low, asked.high) if one is not None)
    return [
        Point(actual.day, one)
        for one in (low, *(edge for edge in edges if low < edge < high), high)
    ]


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
