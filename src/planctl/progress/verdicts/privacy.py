"""Values of small groups are withheld, and what would let a reader compute them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.exposure import exposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planctl.calendar import Window
    from planctl.link import LinkedPlan
    from planctl.link.linked import Observed, Starting
    from planctl.model.plan import Named

SUPPRESSED = "suppressed"
_REFERENCE = "reference"
_NO_KIND = "group"
"""Groups of which nobody says that they are parts of one whole."""


class _Cell(NamedTuple):
    """Whose value of which time: one that is withheld is withheld in every source."""

    measure: int
    period: Window | None
    group: str | None
    site: str | None


class _Known(NamedTuple):
    """How many a cell counts, as the smallest number given, and what is printed."""

    n: int | None
    has_value: bool
    is_suppressed: bool


class _Family(NamedTuple):
    """A total and parts that may add up to it; `surely` where their numbers do."""

    total: _Cell
    parts: Sequence[_Cell]
    surely: bool

    @property
    def members(self) -> tuple[_Cell, ...]:
        """The parts and the total."""
        return (*self.parts, self.total)


class Privacy:
    """What of a plan may be shown.

    A value of fewer students than `progress: minimum_group` (else 10) is withheld,
    be it an observation or a baseline. So is the next smallest where the first could
    be computed from a total: among the sites, or the groups of one kind, whose
    numbers may add up to those of all (of groups without a kind: do add up), what is
    withheld together counts at least the minimum, and is never one alone. What is
    withheld for that is protected in turn, also from what several totals together
    give away.
    """

    def __init__(self, plan: LinkedPlan) -> None:
        minimum = plan.minimum_group
        cells = _cells(plan)
        self._hidden = {
            cell
            for cell, one in cells.items()
            if one.has_value and one.n is not None and one.n < minimum
        }
        if self._hidden or any(one.is_suppressed for one in cells.values()):
            _protect(_families(plan, cells), cells, self._hidden, minimum)
        self.observations = tuple(
            one._replace(value=None, missing=SUPPRESSED, n=None)
            if _cell_of(one, one.period) in self._hidden
            else one
            for one in plan.observations
        )

    def hides(self, one: Starting) -> bool:
        """Whether a baseline is withheld."""
        return _cell_of(one, one.period.whole if one.period else None) in self._hidden


def _cell_of(one: Observed | Starting, period: Window | None) -> _Cell:
    return _Cell(one.measure, period, one.group, one.site)


def _cells(plan: LinkedPlan) -> dict[_Cell, _Known]:
    """What is known of each cell, whoever says it."""
    cells: dict[_Cell, _Known] = {}

    def add(cell: _Cell, n: int | None, *, has_value: bool, missing: str) -> None:
        known = cells.get(cell, _Known(None, has_value=False, is_suppressed=False))
        counts = [one for one in (known.n, n) if one is not None]
        cells[cell] = _Known(
            min(counts, default=None),
            known.has_value or has_value,
            known.is_suppressed or missing == SUPPRESSED,
        )

    for one in plan.observations:
        cell = _cell_of(one, one.period)
        add(cell, one.n, has_value=one.value is not None, missing=one.missing or "")
    for start in plan.baselines:
        cell = _cell_of(start, start.period.whole if start.period else None)
        add(cell, start.n, has_value=start.value is not None, missing="")
    return cells


def _families(plan: LinkedPlan, cells: Mapping[_Cell, _Known]) -> Iterator[_Family]:
    """Totals that are known, each with the groups or sites of one kind.

    Those whose numbers contradict it are left out.
    """
    groups = {one.id or one.name: one for one in plan.groups}
    sites = {one.id or one.name: one for one in plan.sites}
    parts: dict[tuple[_Cell, str], list[_Cell]] = {}
    for cell in cells:
        for total, kind in (
            (cell._replace(group=None), _kind(groups, cell.group, "group")),
            (cell._replace(site=None), _kind(sites, cell.site, "site")),
        ):
            if kind and total in cells and cells[total].has_value:
                parts.setdefault((total, kind), []).append(cell)
    for (total, kind), several in parts.items():
        counts, whole = [cells[one].n for one in several], cells[total].n
        known = sum(one for one in counts if one is not None)
        surely = None not in counts and known == whole
        perhaps = whole is None or (None in counts and known <= whole)
        if surely or (perhaps and kind != _NO_KIND):
            yield _Family(total, several, surely)


def _kind(named: Mapping[str, Named], name: str | None, what: str) -> str:
    """What a part is a part of; nothing for no name and for what is no part."""
    if name is None:
        return ""
    kind = named[name].kind if name in named else None
    return "" if kind == _REFERENCE else f"{what} {kind or ''}".strip()


def _protect(
    families: Iterable[_Family],
    cells: Mapping[_Cell, _Known],
    hidden: set[_Cell],
    minimum: int,
) -> None:
    """Hide what else must be, until nothing hidden can be computed from a total."""
    families = tuple(families)
    before = -1
    while len(hidden) > before:
        before = len(hidden)
        for family in families:
            _complement(family, cells, hidden, minimum)
        if len(hidden) == before:
            _protect_together(families, cells, hidden)


def _protect_together(
    families: Sequence[_Family], cells: Mapping[_Cell, _Known], hidden: set[_Cell]
) -> None:
    """Hide one more of each total that gives something away together with others.

    Where nothing of them is left to hide, one of the other totals of which something
    is hidden.
    """
    gone = [one for one in cells if one in hidden or cells[one].is_suppressed]
    given_away = set(exposed([one.members for one in families], gone))
    if not given_away:
        return
    near = [one for one in families if not given_away.isdisjoint(one.members)]
    touched = set(gone)
    far = [one for one in families if not touched.isdisjoint(one.members)]
    for several in (near, far):
        found = [_candidates(family, cells, hidden)[:1] for family in several]
        more = {one for candidates in found for one in candidates}
        if more:
            hidden.update(more)
            return


def _complement(
    family: _Family, cells: Mapping[_Cell, _Known], hidden: set[_Cell], minimum: int
) -> None:
    """Hide more parts of a total, at last itself, until what is hidden is safe."""
    gone = [one for one in family.members if one in hidden or cells[one].is_suppressed]
    if not gone:
        return
    shown = _candidates(family, cells, hidden)
    while shown and not _is_safe(gone, cells, minimum):
        gone.append(shown.pop(0))
        hidden.add(gone[-1])


def _candidates(
    family: _Family, cells: Mapping[_Cell, _Known], hidden: set[_Cell]
) -> list[_Cell]:
    """What of a total may be hidden, too: the smallest parts first, at last itself."""
    shown = sorted(
        (one for one in family.parts if one not in hidden and cells[one].has_value),
        key=lambda one: (cells[one].n or 0, one.group or "", one.site or ""),
    )
    if family.surely and family.total not in hidden:
        shown.append(family.total)
    return shown


def _is_safe(
    gone: Sequence[_Cell], cells: Mapping[_Cell, _Known], minimum: int
) -> bool:
    """Whether several are withheld that together are no small group."""
    return len(gone) > 1 and minimum <= sum(_count(cells[one], minimum) for one in gone)


def _count(one: _Known, minimum: int) -> int:
    """How many a cell counts; one that is not known to be small may be large."""
    if one.n is not None:
        return one.n
    return 0 if one.is_suppressed else minimum
