"""The level that a measure is to reach in the end, as its targets name it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from planctl.targets import goal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.targets import Goal


def last_levels(plan: LinkedPlan) -> Mapping[int, Goal]:
    """By measure's position, what the last of its targets asks for.

    Only targets that are read in one way and name a level, a bound or a band count;
    a change does not, for it asks something else of each site.
    """
    levels: dict[int, tuple[datetime.date, Goal]] = {}
    for promise in plan.promises:
        asked = _level(promise)
        if asked is None:
            continue
        due = promise.due or plan.period
        day = (due.end if due else None) or datetime.date.max
        known = levels.get(promise.measure)
        if known is None or known[0] < day:
            levels[promise.measure] = (day, asked)
    return {measure: asked for measure, (_, asked) in levels.items()}


def _level(promise: Promise) -> Goal | None:
    if promise.target is None or len(promise.target.final.readings) > 1:
        return None
    (reading,) = promise.target.final.readings
    asked = None if reading.needs_baseline else goal(reading, None)
    return asked if asked is not None and asked.side is not None else None
