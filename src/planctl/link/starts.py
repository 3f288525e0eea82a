"""Baselines: where each measure stood, for whom and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.link.linked import Starting
from planctl.link.scope import Missing
from planctl.targets import (
    StartingPoint,
    Value,
    read_baseline,
    read_value,
    starting_point,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.link.linker import Linker
    from planctl.link.scope import ScopeReader
    from planctl.load.places import Path
    from planctl.model.measure import Baseline
    from planctl.model.record import Record
    from planctl.targets import Target

_Scope = tuple[int, str | None, str | None]


class StartLinker:
    """Links the baselines of a plan, and finds the one that a target starts from."""

    def __init__(self, linker: Linker, scope: ScopeReader) -> None:
        self.linker = linker
        self.scope = scope
        self.all = tuple(self._link())
        self._by_scope: dict[_Scope, list[Starting]] = {}
        for one in self.all:
            key = (one.measure, one.group, one.site)
            self._by_scope.setdefault(key, []).append(one)

    def _link(self) -> Iterator[Starting]:
        """Those of the measures first, then those of tables."""
        for measure, one in enumerate(self.linker.loaded.measures):
            for place, baseline in enumerate(one.record.baseline):
                path: Path = ("baseline", place)
                yield self._starting(measure, baseline, one.record, path)
        for row in self.linker.loaded.baselines:
            name = row.measure or ""
            found = self.scope.measure(row.record, ("measure",), name)
            if found is not None:
                yield self._starting(found, row.record, row.record, ())

    def _starting(
        self, measure: int, baseline: Baseline, record: Record, path: Path
    ) -> Starting:
        """A baseline that stands at a path of a record."""
        scope = self.scope
        value, printed = self._value(measure, baseline, record, path)
        period = None
        if baseline.period is not None:
            here = (*path, "period")
            period = self.linker.times.timing(record, here, baseline.period, None)
        elif printed:
            read = self.linker.times.read(printed, None)
            period = read if isinstance(read, Timing) else None
        return Starting(
            measure,
            value,
            period,
            scope.group(record, (*path, "group"), baseline.group),
            scope.site(record, (*path, "site"), baseline.site),
            baseline.n if baseline.n is not None else value.count if value else None,
            baseline,
            self._first(measure, baseline),
            record,
            path,
        )

    def _first(self, measure: int, baseline: Baseline) -> Value | None:
        """The value that was given first, if it was replaced and can be read."""
        if not baseline.was:
            return None
        context = self.scope.context(measure)
        point = read_baseline(baseline.was[0].value, context)
        if isinstance(point, StartingPoint):
            return _exact(point)
        value = read_value(baseline.was[0].value, context)
        return value if isinstance(value, Value) else None

    def _value(
        self, measure: int, baseline: Baseline, record: Record, path: Path
    ) -> tuple[Value | None, str]:
        """The value and the period that is printed beside it."""
        if baseline.value is not None:
            here = (*path, "value")
            read = self.scope.value(record, here, baseline.value, measure)
            return (None if isinstance(read, Missing) else read), ""
        if baseline.text is None or self.scope.reason(baseline.text):
            return None, ""
        context = self.scope.context(measure)
        point = read_baseline(baseline.text, context)
        if isinstance(point, StartingPoint):
            return _exact(point), point.period
        value = read_value(baseline.text, context)
        if isinstance(value, Value):
            return value, ""
        self.scope.unread(record, (*path, "text"), point, measure)
        return None, ""

    def find(
        self,
        measure: int,
        target: Target | None,
        groups: tuple[str, ...],
        sites: tuple[str, ...],
    ) -> Starting | None:
        """Where a target starts: as it says itself, else the first baseline.

        None where it is for several groups or sites, or starts from the value before.
        Of one for several that names only when it starts, the value is each one's own.
        """
        of_one = len(groups) <= 1 and len(sites) <= 1 and not (target and target.each)
        group, site = next(iter(groups), None), next(iter(sites), None)
        known = self._by_scope.get((measure, group, site), []) if of_one else []
        start = target.start if target else None
        if start is None:
            return known[0] if known else None
        if start.is_previous:
            return None
        point = starting_point(start, self.scope.context(measure))
        period = self._period(point.period)
        for one in known:
            if _says(one, point.value, period):
                return one
        if point.value is None and known and known[0].period is None:
            # It does not say when it was: it may well be the one that is meant.
            return known[0]
        if not of_one:
            group = site = None
        return Starting(measure, _exact(point), period, group, site, None, None)

    def _period(self, printed: str) -> Timing | None:
        read = self.linker.times.read(printed, None) if printed else None
        return read if isinstance(read, Timing) else None


def _exact(point: StartingPoint) -> Value | None:
    return None if point.value is None else Value(point.value, point.value)


def _says(one: Starting, value: Decimal | None, period: Timing | None) -> bool:
    """Whether a baseline is the one that a value and a period name."""
    if value is not None and (one.value is None or one.value.exact != value):
        return False
    return period is None or (
        one.period is not None and one.period.whole == period.whole
    )
