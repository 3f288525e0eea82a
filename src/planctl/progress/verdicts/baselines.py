"""Where a target starts for a cell, and since when."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.road import Point

if TYPE_CHECKING:
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise, Starting
    from planctl.progress.verdicts.series import Cell


def baseline_of(plan: LinkedPlan, promise: Promise, cell: Cell) -> Starting | None:
    """The baseline of a target for a cell; nothing is borrowed from another cell.

    Its own where it names one, else the first of the measure for the cell.
    """
    names_own = promise.target is not None and promise.target.start is not None
    if names_own and promise.start is not None:
        return promise.start
    for one in plan.baselines:
        if (one.measure, one.group, one.site) == cell:
            return one
    return None


def starting_day(plan: LinkedPlan, baseline: Starting | None) -> datetime.date | None:
    """The last day of the baseline's period, from which time is counted.

    Without a period it is the day before the plan begins.
    """
    if baseline is None:
        return None
    if baseline.period is not None and baseline.period.last_day is not None:
        return baseline.period.last_day
    begins = plan.period.start if plan.period else None
    return begins - datetime.timedelta(days=1) if begins else None


def starting_point(plan: LinkedPlan, baseline: Starting | None) -> Point | None:
    """The baseline's exact value and its day, the first of all where it has none."""
    exact = baseline.value.exact if baseline and baseline.value else None
    if exact is None:
        return None
    return Point(starting_day(plan, baseline) or datetime.date.min, Fraction(exact))
