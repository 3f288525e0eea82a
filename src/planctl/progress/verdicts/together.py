"""Values that nobody observed: added up over the sites, or derived from measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planctl.link.names import Directory
from planctl.progress.verdicts.derived import add_up, derive, gap, share_met
from planctl.progress.verdicts.levels import last_levels
from planctl.progress.verdicts.series import Cell, Series, series_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planctl.link import LinkedPlan
    from planctl.link.linked import Observed
    from planctl.model.measure import Derivation
    from planctl.model.plan import Named
    from planctl.progress.verdicts.series import Measured
    from planctl.targets import Goal

_REFERENCE = "reference"


@dataclass(slots=True)
class SeriesBook:
    """Every series of a plan as it was known on a day.

    `observed` are the plan's observations, without what is withheld.
    """

    plan: LinkedPlan
    observed: Sequence[Observed]
    as_of: datetime.date
    _by_cell: dict[Cell, list[Observed]] = field(init=False)
    _by_measure: dict[int, list[Cell]] = field(init=False)
    _known: dict[Cell, Series] = field(default_factory=dict, init=False)
    _levels: Mapping[int, Goal] = field(init=False)
    _names: Directory = field(init=False)

    def __post_init__(self) -> None:
        self._by_cell = {}
        self._by_measure = {}
        self._names = Directory(self.plan.groups)
        self._levels = last_levels(self.plan)
        for one in self.observed:
            if one.known_on > self.as_of:
                continue
            cell = Cell(one.measure, one.group, one.site)
            if cell not in self._by_cell:
                self._by_cell[cell] = []
                self._by_measure.setdefault(one.measure, []).append(cell)
            self._by_cell[cell].append(one)

    def series(self, cell: Cell) -> Series:
        """What is known of a cell.

        Of a derived measure it is computed; of the whole district, where nobody gave
        the value of a period, it is put together from the sites as `aggregate` says.
        """
        if cell not in self._known:
            # A measure that is derived from itself finds here what was observed.
            own = self._known[cell] = series_of(self._by_cell.get(cell, ()))
            self._known[cell] = self._completed(cell, own)
        return self._known[cell]

    def cells(self, measure: int) -> Sequence[Cell]:
        """The cells of a measure that anything was observed of."""
        return self._by_measure.get(measure, ())

    def _completed(self, cell: Cell, own: Series) -> Series:
        measure = self.plan.measures[cell.measure]
        if measure.derive is not None:
            own = _with(own, self._derived(cell, measure.derive))
        if cell.site is None and measure.aggregate in {"sum", "weighted"}:
            own = _with(own, self._added_up(cell, measure.aggregate))
        return own

    def _sites(self, cell: Cell) -> list[Cell]:
        """The same of each site of which anything was observed, references aside."""
        references = _references(self.plan.sites)
        return [
            one
            for one in self.cells(cell.measure)
            if one.group == cell.group and one.site and one.site not in references
        ]

    def _groups(self, cell: Cell) -> list[Cell]:
        """The same of each other group, references aside."""
        references = _references(self.plan.groups)
        return [
            one
            for one in self.cells(cell.measure)
            if one.site == cell.site
            and one.group not in {None, cell.group}
            and one.group not in references
        ]

    def _added_up(self, cell: Cell, how: str) -> Iterator[Measured]:
        """A value for each period of which every site has one."""
        for entries in self._side_by_side(self._sites(cell)):
            if None not in entries:
                yield add_up([one for one in entries if one], how)

    def _derived(self, cell: Cell, how: Derivation) -> Iterator[Measured]:
        index = self.plan.measure_index
        of = [index[name] for name in how.of if name in index]
        if len(of) < len(how.of) or not of:
            return
        group = self._names.known_as(how.group) if how.group else cell.group
        cells = [Cell(measure, group, cell.site) for measure in of]
        is_percent = self.plan.measures[cell.measure].unit == "percent"
        if how.how == "gap":
            yield from self._gaps(cells[0])
        elif how.how == "share_met":
            yield from self._shares(cells, is_percent=is_percent)
        else:
            for entries in self._side_by_side(cells):
                if None not in entries:
                    found = [one for one in entries if one]
                    yield derive(found, how.how, is_percent=is_percent)

    def _gaps(self, own: Cell) -> Iterator[Measured]:
        """The gap of a cell to the lowest of the other groups."""
        is_up = self.plan.measures[own.measure].direction != "decrease"
        for entries in self._side_by_side([own, *self._groups(own)]):
            if entries[0] is not None and any(entries[1:]):
                yield gap(entries[0], entries[1:], is_up=is_up)

    def _shares(self, cells: Sequence[Cell], *, is_percent: bool) -> Iterator[Measured]:
        """The share that met: of the sites or groups of one measure, or of several."""
        if len(cells) == 1:
            cells = self._sites(cells[0]) or self._groups(cells[0])
        goals = [
            self._levels[one.measure] for one in cells if one.measure in self._levels
        ]
        if len(goals) == len(cells):
            for entries in self._side_by_side(cells):
                yield share_met(entries, goals, is_percent=is_percent)

    def _side_by_side(
        self, cells: Sequence[Cell]
    ) -> Iterator[tuple[Measured | None, ...]]:
        """What each cell has, for each period of which one of them has anything."""
        parts = [
            {one.period: one for one in self.series(cell).judging} for cell in cells
        ]
        for period in sorted({period for part in parts for period in part}):
            yield tuple(part.get(period) for part in parts)


def _references(named: Iterable[Named]) -> set[str]:
    return {one.id or one.name for one in named if one.kind == _REFERENCE}


def _with(own: Series, made: Iterable[Measured]) -> Series:
    """A series with what was computed for the periods that it has nothing of."""
    periods = {one.period for one in own.judging}
    entries = (*own.entries, *(one for one in made if one.period not in periods))
    return Series(tuple(sorted(entries, key=lambda one: (one.period.end, one.period))))
