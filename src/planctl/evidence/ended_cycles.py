"""Reporting cycles that have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planctl.calendar.cycles import CycleInstance
    from planctl.link.linked import LinkedPlan


def ended_cycles(plan: LinkedPlan, as_of: date) -> Iterator[CycleInstance]:
    """The cycles of a plan's period that have ended by a day, in order of time.

    Those of another tier are left out. A plan without a period has none.
    """
    whole = plan.period.whole if plan.period else None
    if whole is None:
        return
    last = min(as_of, whole.end)
    first_year = plan.calendar.year_of(whole.start).start.year
    last_year = max(plan.calendar.year_of(last).start.year, first_year)
    for year in range(first_year, last_year + 1):
        for cycle in plan.cycle_calendar.in_year(plan.calendar.school_year(year)):
            if cycle.end is not None and cycle.end <= last and plan.takes_part(cycle):
                yield cycle
