"""Observations: one value of a measure each, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.link.linked import Observed
from planctl.link.scope import Missing
from planctl.model.progress import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.link.linker import Linker
    from planctl.link.scope import Period, ScopeReader
    from planctl.model.measure import Observation
    from planctl.targets import Value

_APART = frozenset({"year_to_date", "projected"})
"""Kinds of values that may stand beside another one of the same cell."""


class ObservationLinker:
    """Links the observations of a plan; the first of two in one cell holds."""

    def __init__(self, linker: Linker, scope: ScopeReader) -> None:
        self.linker = linker
        self.scope = scope
        self.cells: dict[tuple[object, ...], Observation] = {}
        self.ranks: dict[int, dict[str, int]] = {}

    def link(self, records: Iterable[Observation]) -> tuple[Observed, ...]:
        """Every observation whose measure and period are known, in their order."""
        found = (self._observed(record) for record in records)
        return tuple(one for one in found if one is not None)

    def _observed(self, record: Observation) -> Observed | None:
        scope = self.scope
        measure = scope.measure(record, ("measure",), record.measure)
        period = scope.period(record, ("period",), record.period)
        group = scope.group(record, ("group",), record.group)
        site = scope.site(record, ("site",), record.site)
        if measure is None:
            return None
        value, missing = self._value(record, measure)
        count = self._count(record, value)
        if period is None:
            return None
        is_partial = record.kind == "year_to_date" or (
            period.cycle is not None and record.kind is None
        )
        observed = Observed(
            measure,
            value,
            missing,
            period.window,
            period.cycle,
            group,
            site,
            count,
            is_partial,
            record.released or period.window.end,
            self._rank(measure, record.source or ""),
            record,
        )
        return observed if self._is_first(observed, period) else None

    def _value(
        self, record: Observation, measure: int
    ) -> tuple[Value | None, str | None]:
        """The value, and why there is none."""
        missing = self._missing(record)
        if record.value is None:
            return None, missing
        value = self.scope.value(record, ("value",), record.value, measure)
        if isinstance(value, Missing):
            return None, value.reason
        if value is not None and record.missing is not None:
            self.scope.add(
                declared.INVALID_VALUE,
                "a value that is missing is given, too",
                record,
                ("missing",),
                help="keep `value` or `missing`; the value is read",
            )
            missing = None
        return value, missing

    def _missing(self, record: Observation) -> str | None:
        if record.missing is None:
            return None
        reason = self.scope.reason(record.missing)
        if reason is None:
            self.scope.add(
                declared.INVALID_VALUE,
                f"`missing` cannot be `{record.missing}`",
                record,
                ("missing",),
                word=record.missing,
                candidates=MISSING,
                help=f"it is one of {', '.join(MISSING)}, or a code of the plan's own "
                "under `progress: missing:`",
            )
        return reason

    def _count(self, record: Observation, value: Value | None) -> int | None:
        """How many it counts: as the row says, else as `12/40` does."""
        count = value.count if value is not None else None
        if record.n is not None and count not in {None, record.n}:
            self.scope.add(
                declared.INVALID_VALUE,
                f"`n` is {record.n}, and the value `{record.value}` is of {count}",
                record,
                ("n",),
                help="correct one of the two; `n` is read",
            )
        return count if record.n is None else record.n

    def _rank(self, measure: int, source: str) -> int:
        """The place of a source: as the measure names them, then as they appear."""
        ranks = self.ranks.get(measure)
        if ranks is None:
            named = self.linker.loaded.measures[measure].record.data_source
            ranks = self.ranks[measure] = {
                name.casefold(): place for place, name in enumerate(named)
            }
        return ranks.setdefault(source.casefold(), len(ranks))

    def _is_first(self, one: Observed, period: Period) -> bool:
        """Whether no other value of the same source stands in the same cell."""
        when = period.cycle.id if period.cycle else period.window
        kind = one.record.kind if one.record.kind in _APART else None
        cell = (one.measure, when, one.group, one.site, one.rank, kind)
        first = self.cells.setdefault(cell, one.record)
        if first is one.record:
            return True
        of = self.linker.loaded.measures[one.measure].record
        source = f" from {one.record.source}" if one.record.source else ""
        self.scope.add(
            declared.DUPLICATE_OBSERVATION,
            f"{of.id} has two values for {one.record.period.text or one.period.start}"
            f"{source}",
            one.record,
            ("value",),
            help="keep one, name their sources, or keep the former under `was:`",
            related=((first, ("value",), "the first one is here"),),
        )
        return False
