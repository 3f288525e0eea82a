"""Links a loaded plan: looks up every id, reads every time, orders the items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.link.claims import link_claims
from planctl.link.cycles import Cycles
from planctl.link.derivations import check_derivations
from planctl.link.items import ItemLinker
from planctl.link.linked import LinkedPlan
from planctl.link.observations import ObservationLinker
from planctl.link.people import People
from planctl.link.promises import PromiseLinker
from planctl.link.references import References
from planctl.link.reporter import Reporter
from planctl.link.scope import ScopeReader
from planctl.link.settings import check_settings
from planctl.link.starts import StartLinker
from planctl.link.times import Times
from planctl.link.updates import UpdateLinker
from planctl.link.vocabulary import Vocabulary

if TYPE_CHECKING:
    from planctl.diagnostics import Diagnostic
    from planctl.load import LoadedPlan


@dataclass(frozen=True, slots=True)
class Linked:
    """A linked plan and what was found on the way."""

    plan: LinkedPlan
    problems: tuple[Diagnostic, ...]


def link_plan(loaded: LoadedPlan) -> Linked:
    """Link a loaded plan. What leads nowhere is reported and absent."""
    linker = Linker(loaded)
    return Linked(linker.plan(), tuple(linker.problems))


class Linker:
    """The state of linking one plan: what is known, and what was found wrong.

    None of its parts refers back to it: such a circle would stay in memory.
    """

    def __init__(self, loaded: LoadedPlan) -> None:
        self.loaded = loaded
        reporter = Reporter(loaded)
        self.problems = reporter.problems
        self.report = reporter.report
        self.times = Times(reporter)
        self.references = References(reporter)
        self.people = People(reporter)
        self.cycles = Cycles(reporter, self.times)
        self.vocabulary = Vocabulary(tuple(loaded.scales), self.cycles.named)

    def plan(self) -> LinkedPlan:
        """Link everything, in an order in which each part has what it needs."""
        loaded = self.loaded
        period = self.times.timing(loaded.info, ("period",), loaded.info.period, None)
        self.cycles.check()
        check_settings(self)
        items = ItemLinker(self).link(period)
        updates = UpdateLinker(self, items).link(loaded.reports)
        scope = ScopeReader(self)
        starts = StartLinker(self, scope)
        promises = tuple(PromiseLinker(self, items, scope, starts).link())
        observations = ObservationLinker(self, scope).link(loaded.observations)
        claims = link_claims(self, scope, loaded.claims)
        check_derivations(self, scope)
        scope.tell()
        return LinkedPlan(
            folder=loaded.folder,
            info=loaded.info,
            period=period,
            levels=loaded.levels,
            items=items,
            index=self.references.index,
            measures=tuple(one.record for one in loaded.measures),
            measure_index=self.references.measures,
            promises=promises,
            breaks=self.times.breaks(),
            endings=self.times.endings(),
            baselines=starts.all,
            observations=observations,
            claims=claims,
            owners=tuple(self.people.owners.named),
            groups=tuple(self.people.groups.named),
            sites=tuple(self.people.sites.named),
            statements=tuple(loaded.statements),
            glossary=loaded.glossary,
            vocabulary=self.vocabulary,
            ratings=loaded.ratings,
            cycles=self.cycles.named,
            cycle_calendar=self.cycles.calendar,
            calendar=self.times.calendar,
            updates=updates,
            progress=loaded.progress,
            lint=loaded.lint,
            places=loaded.places,
            file_count=len(loaded.sources),
            is_complete=loaded.is_complete and loaded.is_whole,
            partial=frozenset(loaded.partial),
        )
