"""The values of one measure for one group at one site, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.road import Point
from planctl.progress.verdicts.years import add_years

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from planctl.calendar import Window
    from planctl.link.linked import Observed
    from planctl.targets.values import Value

PROJECTED = "projected"
_KINDS = ("final", "provisional", "disputed", "year_to_date", PROJECTED)


class Cell(NamedTuple):
    """One series: a measure's position, and whose values they are.

    No group is everybody, no site everywhere.
    """

    measure: int
    group: str | None = None
    site: str | None = None


class Measured(NamedTuple):
    """One value of a series, or why there is none.

    `name` is its period as printed; `made` says how it was computed where nobody
    observed it: `added_up` or `derived`, `counted` from how many values of how many
    that there may be, where it does not need all.
    """

    period: Window
    name: str
    value: Value | None
    missing: str | None
    n: int | None
    se: Fraction | None
    kind: str
    is_partial: bool
    source: str | None
    made: str = ""
    counted: tuple[int, int] | None = None

    @property
    def day(self) -> datetime.date:
        """The day that it counts for: the last of its period."""
        return self.period.end

    @property
    def point(self) -> Point | None:
        """Its exact value at the end of its period, where that is known."""
        exact = self.value.exact if self.value else None
        return None if exact is None else Point(self.day, Fraction(exact))

    @property
    def can_judge(self) -> bool:
        """Whether a target of a whole year may be judged by it."""
        return not self.is_partial and self.kind != PROJECTED


@dataclass(frozen=True, slots=True)
class Series:
    """What is known of a cell on a day: one entry a period, in order of time."""

    entries: tuple[Measured, ...] = ()

    @property
    def judging(self) -> tuple[Measured, ...]:
        """The entries that may judge a target."""
        return tuple(one for one in self.entries if one.can_judge)

    @property
    def values(self) -> tuple[Measured, ...]:
        """Those of them that have a value."""
        return tuple(one for one in self.judging if one.value is not None)

    def same_part(self, one: Measured) -> Measured | None:
        """The running value of the same part of the latest year before one."""
        found = [
            other
            for other in self.entries
            if other.is_partial
            and other.day < one.day
            and other.value is not None
            and _part_of_year(other.period) == _part_of_year(one.period)
        ]
        return found[-1] if found else None

    def at(self, period: Window) -> Measured | None:
        """The entry of a period that may judge, if there is one."""
        found = [one for one in self.judging if one.period == period]
        return found[-1] if found else None


def series_of(observed: Iterable[Observed]) -> Series:
    """Choose one entry a period: by source, then by how sure it is, then the last.

    Running values of a part of a year stand beside the others.
    """
    chosen: dict[tuple[Window, bool, bool], tuple[tuple[int, int], Measured]] = {}
    for one in observed:
        kind = one.record.kind or ("year_to_date" if one.is_partial else "final")
        # A value wins over a note that there is none.
        rank = (one.rank if one.value else one.rank + 1_000_000, _KINDS.index(kind))
        key = (one.period, one.is_partial, kind == PROJECTED)
        if key not in chosen or rank <= chosen[key][0]:
            chosen[key] = (rank, _measured(one, kind))
    return Series(tuple(sorted((entry for _, entry in chosen.values()), key=_in_time)))


def _measured(one: Observed, kind: str) -> Measured:
    record = one.record
    return Measured(
        one.period,
        record.period.text or str(one.period.end),
        one.value,
        one.missing,
        one.n,
        Fraction(record.se) if record.se is not None else None,
        kind,
        one.is_partial,
        record.source,
    )


def _part_of_year(period: Window) -> tuple[int, int, int, int]:
    """The days of a year that a period is of, leap day or not."""
    days = (period.start, period.end)
    first, last = (_same_day(day.month, day.day) for day in days)
    return (*first, *last)


def _same_day(month: int, day: int) -> tuple[int, int]:
    return (month, min(day, 28) if month == 2 else day)  # noqa: PLR2004 - February


def _in_time(one: Measured) -> tuple[datetime.date, datetime.date, bool]:
    return (one.period.end, one.period.start, one.is_partial)


def last_end_by(ends: Iterable[datetime.date], due: datetime.date) -> datetime.date:
    """The end of the last period on or before a day, if periods end as these do.

    A measure whose values end each 30 June has, by 15 May 2022, the one that ended on
    30 June 2021. Without any end it is the day itself.
    """
    found = []
    for end in ends:
        same = add_years(end, due.year - end.year)
        found.append(same if same <= due else add_years(end, due.year - end.year - 1))
    return max(found, default=due)
