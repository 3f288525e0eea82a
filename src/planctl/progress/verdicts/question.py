"""All that one reading of one step of a target is judged with."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.progress.verdicts.series import last_end_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from planctl.calendar import Window
    from planctl.link.linked import Starting
    from planctl.progress.verdicts.case import Bands
    from planctl.progress.verdicts.road import Point, Road
    from planctl.progress.verdicts.series import Measured, Series
    from planctl.targets import Goal, Reading
    from planctl.targets.values import Value

MISSING = {
    "suppressed": "withheld, to protect a small group",
    "not_released": "not released",
    "not_collected": "not collected",
    "not_applicable": "not applicable",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A reading of a step, its baseline, the road to it and the values so far.

    `last` is the goal of the target's last step. `is_dated` says whether the baseline
    names its period, `is_withheld` whether it may not be shown. `era` says under which
    definition of the measure a period's value was measured. `peer` finds the value
    that stands for the goal, where that is another series'.
    """

    name: str
    reading: Reading
    due: datetime.date | None
    goal: Goal | None
    last: Goal | None
    road: Road | None
    baseline: Point | None
    starting: Starting | None
    is_dated: bool
    is_withheld: bool
    series: Series
    as_of: datetime.date
    tolerance: Fraction
    bands: Bands
    unit: str | None
    method: str
    era: Callable[[Window], int]
    year_name: Callable[[datetime.date], str]
    peer: Callable[[Window], Value | None] | None = None

    @property
    def since(self) -> datetime.date:
        """The day after which values count: the baseline's, where it is due later."""
        if self.baseline is None or (self.due and self.baseline.day >= self.due):
            return datetime.date.min
        return self.baseline.day

    @property
    def entries(self) -> tuple[Measured, ...]:
        """The periods since the baseline, up to the due day, also without a value."""
        until = self.due or datetime.date.max
        judging = self.series.judging
        return tuple(one for one in judging if self.since < one.day <= until)

    @property
    def values(self) -> tuple[Measured, ...]:
        """Those of them that have a value."""
        return tuple(one for one in self.entries if one.value is not None)

    @property
    def due_end(self) -> datetime.date | None:
        """The end of the period that it is due in, once that day has come."""
        if self.due is None or self.due > self.as_of:
            return None
        ends = {one.day for one in self.series.judging}
        if self.baseline is not None and self.is_dated:
            ends.add(self.baseline.day)
        return last_end_by(ends, self.due)

    def before(self, actual: Measured) -> Measured | None:
        """The value before one, measured in the same way."""
        era = self.era(actual.period)
        earlier = [
            one
            for one in self.series.values
            if one.day < actual.day and self.era(one.period) == era
        ]
        return earlier[-1] if earlier else None

    def point_before(self, actual: Measured) -> Point | None:
        """The last exact value before one: observed, or the baseline where later."""
        before, base = self.before(actual), self.baseline
        point = before.point if before else None
        is_later = base is not None and (point is None or point.day < base.day)
        return base if base and is_later and base.day < actual.day else point

    def is_across_a_break(self, actual: Measured) -> bool:
        """Whether the definition changed between the baseline and a value."""
        period = self.starting.period if self.starting else None
        whole = period.whole if period else None
        if self.baseline is None or whole is None:
            return False
        return self.era(whole) != self.era(actual.period)

    def nothing_for_due(self) -> tuple[str, bool]:
        """Why there is no value of the period that it is due in; whether withheld."""
        end = self.due_end
        if end is None:
            return "", False
        name = self.year_name(end)
        for one in self.entries:
            if one.value is None and one.missing and one.day == end:
                why = MISSING.get(one.missing, one.missing)
                return f"the value of {name} is {why}", one.missing == "suppressed"
        return f"no value of {name}", False
