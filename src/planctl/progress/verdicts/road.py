"""The straight line, or lines, from a baseline to a target."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.years import years_between

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction


class Point(NamedTuple):
    """A value and the day that it is of: the last of its period."""

    day: date
    value: Fraction


@dataclass(frozen=True, slots=True)
class Road:
    """What is expected from the baseline to the last rung: straight between points.

    `points` are in order of time, the baseline first, at least two.
    """

    points: tuple[Point, ...]

    def expected(self, day: date) -> Fraction:
        """The value expected on a day: `B + (T - B) * years so far / years in all`.

        Before the first point it is the first value, after the last the last.
        """
        if day <= self.points[0].day:
            return self.points[0].value
        for before, after in pairwise(self.points):
            if day <= after.day:
                share = years_between(before.day, day) / years_between(
                    before.day, after.day
                )
                return before.value + (after.value - before.value) * share
        return self.points[-1].value
