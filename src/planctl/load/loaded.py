"""What the files of a plan say, before any id is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from planctl.model.plan import Calendar, Lint
from planctl.model.progress import ProgressSettings
from planctl.model.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.diagnostics import Diagnostic
    from planctl.load.places import Places
    from planctl.load.surroundings import Surroundings
    from planctl.model.item import BudgetRow, Item, Statement
    from planctl.model.measure import Baseline, Claim, Measure, Observation, Target
    from planctl.model.plan import Level, Named, PlanInfo
    from planctl.model.reporting import Cycle, Entry, Ratings, Report, Scale
    from planctl.source import Source


R = TypeVar("R", bound=Record)


class Attached(NamedTuple, Generic[R]):
    """A row of a table, and the ids of what it belongs to, as written."""

    record: R
    measure: str | None
    item: str | None


class LoadedItem(NamedTuple):
    """An item where it stands: its level and the position of its parent, if any."""

    record: Item
    level: str
    parent: int | None


class LoadedReport(NamedTuple):
    """A report with its entries in order: the id as written, and the entry."""

    record: Report
    entries: tuple[tuple[str, Entry], ...]


class LoadedMeasure(NamedTuple):
    """A measure, and the position of the item in which it was defined, if any."""

    record: Measure
    item: int | None


@dataclass(slots=True)
class LoadedPlan:
    """What the files of one plan say, before any id is looked up.

    `ghosts` are words that stand where they could not be read: references to them are
    neither right nor wrong. `partial` are ids of items and measures of which a field
    was not read.
    `is_complete` is false where a whole file could not be read, `is_whole` where
    something was lost that rules look at throughout: an item, a report, a setting,
    `is_named` where an id was lost, which anything may refer to.
    `base` is the plan that this one uses, and `surroundings` the plans whose ids
    it may name.
    """

    folder: Path
    info: PlanInfo
    places: Places
    surroundings: Surroundings
    base: LoadedPlan | None = None
    sources: list[Source] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    is_complete: bool = True
    is_whole: bool = True
    is_named: bool = True
    ghosts: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    glossary: dict[str, str] = field(default_factory=dict)
    levels: dict[str, Level] = field(default_factory=dict)
    scales: list[Scale] = field(default_factory=list)
    ratings: Ratings | None = None
    cycles: dict[str, Cycle] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    progress: ProgressSettings = field(default_factory=ProgressSettings)
    lint: Lint = field(default_factory=Lint)
    owners: list[Named] = field(default_factory=list)
    groups: list[Named] = field(default_factory=list)
    sites: list[Named] = field(default_factory=list)
    items: list[LoadedItem] = field(default_factory=list)
    measures: list[LoadedMeasure] = field(default_factory=list)
    baselines: list[Attached[Baseline]] = field(default_factory=list)
    targets: list[Attached[Target]] = field(default_factory=list)
    budgets: list[Attached[BudgetRow]] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    reports: list[LoadedReport] = field(default_factory=list)

    def knows(self, name: str) -> bool:
        """Whether a name that is not found stands nowhere in the files."""
        return self.is_complete and self.is_named and name not in self.ghosts
