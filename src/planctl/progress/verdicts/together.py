"""Values that nobody observed: added up over the sites, or derived from measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.progress.verdicts.series import Cell, Measured, Series, series_of
from planctl.targets.values import Value

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from planctl.calendar import Window
    from planctl.link import LinkedPlan
    from planctl.link.linked import Observed
    from planctl.model.measure import Derivation

_REFERENCE = "reference"
_DEEPEST = 8


@dataclass(slots=True)
class SeriesBook:
    """Every series of a plan as it was known on a day.

    `observed` are the plan's observations, without what is withheld.
    """

    plan: LinkedPlan
    observed: Sequence[Observed]
    as_of: datetime.date
    _by_cell: dict[Cell, list[Observed]] = field(init=False)
    _known: dict[Cell, Series] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._by_cell = {}
        for one in self.observed:
            if one.known_on <= self.as_of:
                cell = Cell(one.measure, one.group, one.site)
                self._by_cell.setdefault(cell, []).append(one)

    def series(self, cell: Cell, depth: int = 0) -> Series:
        """What is known of a cell.

        Of a derived measure it is computed; of the whole district, where nobody gave
        the value of a period, it is put together from the sites as `aggregate` says.
        """
        if cell not in self._known:
            self._known[cell] = self._find(cell, depth)
        return self._known[cell]

    def cells(self, measure: int) -> tuple[Cell, ...]:
        """The cells of a measure that anything was observed of."""
        return tuple(cell for cell in self._by_cell if cell.measure == measure)

    def _find(self, cell: Cell, depth: int) -> Series:
        measure = self.plan.measures[cell.measure]
        own = series_of(self._by_cell.get(cell, ()))
        if measure.derive is not None and depth < _DEEPEST:
            own = _with(own, self._derived(cell, measure.derive, depth))
        if cell.site is None and measure.aggregate in {"sum", "weighted"}:
            own = _with(own, self._added_up(cell, measure.aggregate))
        return own

    # -- over the sites ---------------------------------------------------------

    def _added_up(self, cell: Cell, how: str) -> Iterable[Measured]:
        """A value for each period of which every site has one."""
        references = {
            one.id or one.name for one in self.plan.sites if one.kind == _REFERENCE
        }
        parts = [
            self.series(Cell(cell.measure, cell.group, one.site))
            for one in self.cells(cell.measure)
            if one.group == cell.group and one.site and one.site not in references
        ]
        for period in _periods(parts):
            entries = [part.at(period) for part in parts]
            if all(entry is not None for entry in entries):
                yield _combined([e for e in entries if e is not None], how)

    # -- from other measures ----------------------------------------------------

    def _derived(self, cell: Cell, how: Derivation, depth: int) -> Iterable[Measured]:
        index = self.plan.measure_index
        of = [index[name] for name in how.of if name in index]
        if len(of) < len(how.of) or not of:
            return
        group = how.group if how.group is not None else cell.group
        cells = [Cell(measure, group, cell.site) for measure in of]
        if how.how == "gap":
            cells += [
                Cell(of[0], one.group, one.site)
                for one in self.cells(of[0])
                if one.site == cell.site and one.group not in {None, group}
            ]
        parts = [self.series(one, depth + 1) for one in cells]
        up = self.plan.measures[of[0]].direction != "decrease"
        for period in _periods(parts[:1]):
            entries = [part.at(period) for part in parts]
            found = [entry for entry in entries if entry is not None]
            if how.how == "gap" or len(found) == len(cells):
                yield _computed(found, how.how, is_up=up)


def _with(own: Series, made: Iterable[Measured]) -> Series:
    """A series with what was computed for the periods that it has nothing of."""
    periods = {one.period for one in own.judging}
    entries = (*own.entries, *(one for one in made if one.period not in periods))
    return Series(tuple(sorted(entries, key=lambda one: (one.period.end, one.period))))


def _periods(parts: Sequence[Series]) -> list[Window]:
    return sorted({one.period for part in parts for one in part.judging})


def _combined(entries: list[Measured], how: str) -> Measured:
    """The sum of values, or their mean weighted by how many students each counts."""
    exact = [one.value.exact if one.value else None for one in entries]
    values = [one for one in exact if one is not None]
    counts = [one.n for one in entries if one.n is not None]
    if len(values) < len(entries):
        return _made(entries, None, None, "added_up")
    if how == "sum":
        return _made(entries, sum(values, Decimal(0)), None, "added_up")
    if len(counts) < len(entries) or not sum(counts):
        return _made(entries, None, None, "added_up")
    total = sum((v * n for v, n in zip(values, counts, strict=True)), Decimal(0))
    return _made(entries, total / sum(counts), sum(counts), "added_up")


def _computed(entries: list[Measured], how: str, *, is_up: bool) -> Measured:
    """A derived value; suppressed where a part of it is."""
    exact = [one.value.exact if one.value else None for one in entries]
    values = [one for one in exact if one is not None]
    if how == "gap":
        rest = values[1:] if exact[0] is not None else []
        lowest = (min(rest) if is_up else max(rest)) if rest else None
        gap = abs(values[0] - lowest) if lowest is not None else None
        return _made(entries, gap, None, "derived")
    if len(values) < len(entries):
        return _made(entries, None, None, "derived")
    if how == "mean":
        counts = [one.n for one in entries if one.n]
        if len(counts) == len(entries):
            weighed = zip(values, counts, strict=True)
            total = sum((v * n for v, n in weighed), Decimal(0))
            return _made(entries, total / sum(counts), sum(counts), "derived")
        return _made(entries, sum(values, Decimal(0)) / len(values), None, "derived")
    return _made(entries, _arithmetic(values, how), None, "derived")


def _arithmetic(values: list[Decimal], how: str) -> Decimal | None:
    first, rest = values[0], values[1:]
    if how == "sum":
        return sum(values, Decimal(0))
    if how == "difference":
        return first - sum(rest, Decimal(0))
    if how == "ratio":
        return first / rest[0] if rest and rest[0] else None
    return None


def _made(
    entries: list[Measured], value: Decimal | None, n: int | None, made: str
) -> Measured:
    """An entry that was computed, as sure as the least sure of its parts."""
    first = entries[0]
    missing = None
    if value is None:
        kinds = [one.missing for one in entries if one.missing]
        missing = "suppressed" if "suppressed" in kinds else next(iter(kinds), None)
    doubtful = [one.kind for one in entries if one.kind != "final"]
    return Measured(
        first.period,
        first.name,
        Value(value, value) if value is not None else None,
        missing,
        n,
        None,
        next(iter(doubtful), "final"),
        is_partial=False,
        source=None,
        made=made,
    )
