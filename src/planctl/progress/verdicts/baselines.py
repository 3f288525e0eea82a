"""Where a target starts for a cell, and since when."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar import Timing
from planctl.link.linked import Starting
from planctl.progress.verdicts.road import Point
from planctl.progress.verdicts.series import Cell

if TYPE_CHECKING:
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.progress.verdicts.privacy import Privacy
    from planctl.progress.verdicts.series import Measured, Series

_SUPPRESSED = "suppressed"


class Given(NamedTuple):
    """A baseline, where there is one, and whether its value may not be shown."""

    starting: Starting | None
    is_withheld: bool = False


class Baselines:
    """The baselines of a plan, by whose they are; nothing is borrowed."""

    def __init__(self, plan: LinkedPlan, privacy: Privacy) -> None:
        self._privacy = privacy
        self._by_cell: dict[Cell, Starting] = {}
        for one in plan.baselines:
            cell = Cell(one.measure, one.group, one.site)
            self._by_cell.setdefault(cell, one)

    def find(self, promise: Promise, cell: Cell, series: Series) -> Given:
        """The baseline of a target for a cell.

        Its own where it names one, else the first of the measure for the cell. Where
        only its period is named, its value is the one observed then; so is the number
        of students where the baseline does not give it.
        """
        found = self._chosen(promise, cell, series)
        if found is None:
            return Given(None)
        if self._privacy.hides(found):
            return Given(found._replace(value=None, n=None), is_withheld=True)
        whole = found.period.whole if found.period else None
        observed = series.at(whole) if whole else None
        if observed is None:
            return Given(found)
        if found.value is None:
            found = found._replace(value=observed.value, n=observed.n)
            return Given(found, is_withheld=observed.missing == _SUPPRESSED)
        same = observed.value is not None and observed.value == found.value
        if found.n is None and same:
            found = found._replace(n=observed.n)
        return Given(found)

    def _chosen(self, promise: Promise, cell: Cell, series: Series) -> Starting | None:
        """The baseline that a target names, else the cell's own.

        Of a period alone that is the cell's own of that period, or one without a
        period where nothing was observed then.
        """
        names_own = promise.target is not None and promise.target.start is not None
        named = promise.start if names_own else None
        own = self._by_cell.get(cell)
        if named is None or own is None or named.value is not None:
            return named or own
        then = named.period.whole if named.period else None
        if own.period is None:
            is_seen = then is not None and series.at(then) is not None
            return named if is_seen else own
        return own if own.period.whole == then else named


def starting_with(one: Measured, cell: Cell) -> Starting:
    """A value that was observed, as a baseline."""
    period = Timing(one.name, (one.period,))
    return Starting(cell.measure, one.value, period, cell.group, cell.site, one.n, None)


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
