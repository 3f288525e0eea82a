"""What a verdict rests on: one reading of one step of a target, and one value."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import gain, meets
from planctl.progress.verdicts.years import years_between

if TYPE_CHECKING:
    from datetime import date

    from planctl.progress.verdicts.road import Point, Road
    from planctl.targets import Goal


@dataclass(frozen=True, slots=True)
class Bands:
    """The least pace of `on_track` and of `behind`, as shares."""

    on_track: Fraction = Fraction(95, 100)
    behind: Fraction = Fraction(60, 100)


@dataclass(frozen=True, slots=True)
class Case:
    """What is known where a reading of a target is judged by a value.

    `road` is none where the value is only compared. `due` is the day that this step
    is due, `is_due` whether the value is of the period that it is due in. `last` is
    the goal of the last step, which the share of the change is of. `may_be_early` says
    that a value at the target meets it before it is due, too. `before` is the value
    before the one that judges. `within_chance` is none where that is not known.
    """

    goal: Goal
    last: Goal
    actual: Point
    due: date | None
    is_due: bool
    baseline: Point | None = None
    road: Road | None = None
    may_be_early: bool = False
    before: Point | None = None
    tolerance: Fraction = Fraction(0)
    bands: Bands = Bands()
    unit: str | None = None
    within_chance: bool | None = None

    @property
    def target(self) -> Fraction | None:
        """The nearest value that meets the goal; none inside a band."""
        return None if self.goal.value is None else Fraction(self.goal.value)

    @property
    def is_met(self) -> bool:
        """Whether the value is at the goal, or within its tolerance."""
        return meets(self.goal, self.actual.value, self.tolerance)

    @property
    def expected(self) -> Fraction | None:
        """What the road expects at the end of the value's period."""
        return self.road.expected(self.actual.day) if self.road else None

    @property
    def achieved(self) -> Fraction | None:
        """The share of the targeted change: `(A - B) / (T - B)`, never clamped.

        Source: Healthy People, National Center for Health Statistics.
        """
        end = self.last.value
        if self.baseline is None or end is None or end == self.baseline.value:
            return None
        begin = self.baseline.value
        return (self.actual.value - begin) / (Fraction(end) - begin)

    @property
    def elapsed(self) -> Fraction | None:
        """The share of the time from the baseline to the due day, at the value's."""
        if self.baseline is None or self.due is None or self.due <= self.baseline.day:
            return None
        whole = years_between(self.baseline.day, self.due)
        return years_between(self.baseline.day, self.actual.day) / whole

    @property
    def pace(self) -> Fraction | None:
        """The change so far as a share of that expected: `(A - B) / (expected - B)`.

        None on a flat stretch, where nothing beyond the baseline is expected yet.
        """
        expected = self.expected
        if self.baseline is None or expected is None:
            return None
        begin = self.baseline.value
        if gain(self.goal, begin, expected) <= 0:
            return None
        return (self.actual.value - begin) / (expected - begin)

    @property
    def gain(self) -> Fraction | None:
        """How much better than the baseline the value is, in the measure's unit."""
        if self.baseline is None:
            return None
        return gain(self.goal, self.baseline.value, self.actual.value)
