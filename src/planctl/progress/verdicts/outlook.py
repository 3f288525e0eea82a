"""What it takes from here, and where the years so far would lead."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import gain
from planctl.progress.verdicts.years import years_between

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from planctl.progress.verdicts.road import Point
    from planctl.targets import Goal

FEWEST_POINTS = 4
"""Fewer values make no forecast."""
# Student's t, one-sided 90 percent, for 1 to 30 degrees of freedom, as published in
# every table of it; beyond, the normal distribution is near enough.
_T90 = (
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372,
    1.363, 1.356, 1.350, 1.345, 1.341, 1.337, 1.333, 1.330, 1.328, 1.325,
    1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
)  # fmt: skip
_NORMAL90 = 1.282


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a straight line through the values so far leads.

    `low` and `high` hold the value of the day `on` with 80 percent, as far as the
    years go on as they did; `points` is how many values the line rests on.
    """

    on: date
    value: float
    low: float
    high: float
    points: int


def needed_per_year(actual: Point, target: Fraction, due: date) -> Fraction | None:
    """The change a year from the value to the target; none where no time is left."""
    years = years_between(actual.day, due)
    return (target - actual.value) / years if years > 0 else None


def best_per_year(goal: Goal, points: Sequence[Point]) -> Fraction | None:
    """The best change a year between two values that follow each other, signed."""
    changes = [
        (before, after, years_between(before.day, after.day))
        for before, after in pairwise(points)
    ]
    rates = [
        (
            gain(goal, before.value, after.value) / years,
            (after.value - before.value) / years,
        )
        for before, after, years in changes
        if years > 0
    ]
    return max(rates)[1] if rates else None


def forecast(points: Sequence[Point], on: date) -> Forecast | None:
    """The value of a later day by the line of least squares through the values.

    With its prediction interval of 80 percent (Student's t with n - 2 degrees of
    freedom); none with fewer than four values or of a day that is past.
    Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 4.5.
    """
    count = len(points)
    if count < FEWEST_POINTS or on <= points[-1].day:
        return None
    times = [float(years_between(points[0].day, point.day)) for point in points]
    values = [float(point.value) for point in points]
    time, value = sum(times) / count, sum(values) / count
    spread = sum((one - time) ** 2 for one in times)
    if not spread:
        return None
    slope = sum((t - time) * (v - value) for t, v in zip(times, values, strict=True))
    slope /= spread
    residuals = [
        v - value - slope * (t - time) for t, v in zip(times, values, strict=True)
    ]
    freedom = count - 2
    error = sqrt(sum(one**2 for one in residuals) / freedom)
    at = float(years_between(points[0].day, on))
    reach = sqrt(1 + 1 / count + (at - time) ** 2 / spread)
    half = (_T90[freedom - 1] if freedom <= len(_T90) else _NORMAL90) * error * reach
    expected = value + slope * (at - time)
    return Forecast(on, expected, expected - half, expected + half, count)
