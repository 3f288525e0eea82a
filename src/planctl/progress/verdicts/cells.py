"""Which cells a target is for, and in which steps it is to be reached."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from planctl.link.names import is_everybody
from planctl.progress.verdicts.row import Step
from planctl.progress.verdicts.series import Cell
from planctl.progress.verdicts.years import add_years, years_between

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from planctl.calendar import Timing
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.model.plan import Named

_REFERENCE = "reference"
_MOST_YEARS = 60


NamedCells = frozenset[Cell]


def cells_of(plan: LinkedPlan, promise: Promise, named: NamedCells) -> tuple[Cell, ...]:
    """The groups and sites that a target is for, each alone.

    A rule for every group or site is for each declared one that is no reference; where
    another target of the measure names one of them, that one replaces the rule there.
    `named` are those of all measures.
    """
    groups: tuple[str | None, ...] = promise.groups or (None,)
    sites: tuple[str | None, ...] = promise.sites or (None,)
    each = promise.target.each if promise.target else ""
    if each == "group":
        groups = _declared(one for one in plan.groups if not _is_everybody(one))
    elif each == "site":
        sites = _declared(plan.sites)
    cells = [Cell(promise.measure, group, site) for group in groups for site in sites]
    return tuple(cell for cell in cells if not each or cell not in named)


def named_cells(plan: LinkedPlan) -> NamedCells:
    """The cells that a target is written for, rules for every one aside."""
    return frozenset(
        Cell(one.measure, group, site)
        for one in plan.promises
        if one.target and not one.target.each
        for group in (one.groups or (None,))
        for site in (one.sites or (None,))
    )


def _is_everybody(group: Named) -> bool:
    """Whether a declared group is all students: their values are everybody's."""
    return any(is_everybody(one) for one in (group.name, *group.also))


def _declared(named: Iterable[Named]) -> tuple[str, ...]:
    """What refers to each name that is no reference."""
    return tuple(one.id or one.name for one in named if one.kind != _REFERENCE)


def steps_of(
    plan: LinkedPlan,
    promise: Promise,
    start: datetime.date | None,
    as_of: datetime.date,
) -> tuple[Step, ...]:
    """The steps of a target: its rungs, or each year of a yearly change.

    Without a date of its own a step is due with the item, else with the plan; a yearly
    change without any goes on to the year that it is now.
    """
    target = promise.target
    if target is None:
        return ()
    dues = [timing or plan.period for timing in promise.dues]
    if target.per_year and start is not None and not target.is_ladder:
        return _yearly(start, dues[-1], as_of)
    last = len(dues) - 1
    return tuple(
        Step(
            place + 1,
            place,
            1,
            place == last,
            _days(timing),
            timing.text if timing else "",
        )
        for place, timing in enumerate(dues)
    )


def _yearly(
    start: datetime.date, due: Timing | None, as_of: datetime.date
) -> tuple[Step, ...]:
    """A step for each year from the baseline to the due day."""
    days = _days(due)
    years = years_between(start, days[0] if days else as_of)
    count = min(max(int(years) if days else ceil(years), 1), _MOST_YEARS)
    return tuple(
        Step(
            year,
            0,
            year,
            year == count,
            days if year == count and days else (add_years(start, year),),
            due.text if due and year == count else "",
        )
        for year in range(1, count + 1)
    )


def _days(timing: Timing | None) -> tuple[datetime.date, ...]:
    """The day that a time ends on; two where it can be read in two ways."""
    if timing is None or timing.open_ended or not timing.windows:
        return ()
    readings = [timing.windows, timing.other_reading]
    days = [max(one.end for one in windows) for windows in readings if windows]
    return tuple(dict.fromkeys(days))
