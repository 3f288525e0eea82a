"""A linked plan: every id looked up, every time read; refers by position only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping
    from decimal import Decimal
    from pathlib import Path as Folder

    from planctl.calendar import Timing, Window
    from planctl.calendar.cycles import CycleCalendar, CycleInstance
    from planctl.calendar.years import SchoolCalendar
    from planctl.link.vocabulary import Vocabulary
    from planctl.load.places import Path, Places
    from planctl.model.item import BudgetRow, Item, Statement
    from planctl.model.measure import Baseline, Claim, Measure, Observation
    from planctl.model.plan import Level, Lint, Named, PlanInfo
    from planctl.model.progress import ProgressSettings
    from planctl.model.record import Record
    from planctl.model.reporting import Cycle, Entry, Line, Ratings, Report, State
    from planctl.targets import Amount, Target
    from planctl.targets.values import Value


_MINIMUM_GROUP = 10


class Duty(NamedTuple):
    """An owner (a position in the plan's owners), in what role, for what."""

    owner: int
    role: str | None
    duty: str | None


class Cited(NamedTuple):
    """An id that an item serves.

    `item` is its position in this plan; none where it names another plan, or
    nothing: then it is kept as printed, and was reported. `title` is the title of what
    it names, where that is known.
    """

    id: str
    text: str | None
    item: int | None
    title: str | None


class Starting(NamedTuple):
    """A baseline: where a measure stood at the start.

    `measure` is a position; `value` is none where it cannot be read or only a period
    is named. `group` and `site` are names as declared; none is everybody, everywhere.
    `first` is the value that was given first, where that was replaced.
    Where it is written down it stands in `holder`, at `path`.
    """

    measure: int
    value: Value | None
    period: Timing | None
    group: str | None
    site: str | None
    n: int | None
    record: Baseline | None
    first: Value | None = None
    holder: Record | None = None
    path: Path = ()


class Promise(NamedTuple):
    """A target as a plan states it.

    `measure` is a position in the plan's measures; `item` the position of the item
    that promises it, none where it stands on the measure. `position` counts from 1
    among the targets of that measure and item. `target` is none where it cannot be
    read. `dues` has a time for each of its rungs; `is_dated` says that the last of them
    is its own and not the item's. `start` is its own baseline, else the measure's
    first of the same group and site; none where it is for several. `tolerance` is its
    own, else the measure's. It is written in `record`, at `path`; `first` is the same
    target as it was first set, where that was replaced.
    """

    id: str
    measure: int
    item: int | None
    position: int
    text: str
    target: Target | None
    dues: tuple[Timing | None, ...]
    start: Starting | None
    number: str | None
    groups: tuple[str, ...]
    sites: tuple[str, ...]
    is_dated: bool
    record: Record
    path: Path
    tolerance: Amount | None
    first: Promise | None

    @property
    def due(self) -> Timing | None:
        """When its last rung is due."""
        return self.dues[-1]

    @property
    def baseline(self) -> Decimal | None:
        """The value that it starts from, where that is known exactly."""
        value = self.start.value if self.start else None
        return value.exact if value else None


class Observed(NamedTuple):
    """An observation: one value of a measure, or why there is none.

    `measure` is a position. `period` are the days that it is of; `cycle` is given
    where a cycle was named. `is_partial` marks a running value of a part of a year,
    which is compared with the same part of other years only. `known_on` is the day
    from which it is known. `rank` is the place of its source among the measure's
    sources, lowest first.
    """

    measure: int
    value: Value | None
    missing: str | None
    period: Window
    cycle: CycleInstance | None
    group: str | None
    site: str | None
    n: int | None
    is_partial: bool
    known_on: datetime.date
    rank: int
    record: Observation


class LinkedClaim(NamedTuple):
    """What somebody said of a measure's or an item's target.

    `measure` and `item` are positions; `verdict` is the word of ours that theirs
    stands for, none where the plan does not say.
    """

    measure: int | None
    item: int | None
    cycle: CycleInstance | None
    verdict: str | None
    record: Claim


# Rules ask items most of all. Its fields are found faster than those of a tuple, and
# it is made faster than if it were frozen.
@dataclass(slots=True)
class LinkedItem:
    """An item with everything worked out that needs another part of the plan.

    `period` and `due` are its own; `runs` is its own period or the one inherited
    from the item at position `runs_from` (none: from the plan). `within` is the nearest
    of these that has days: `annually` has none, so that years come from further above.
    """

    record: Item
    id: str
    title: str
    position: int
    level: str
    depth: int
    parent: int | None
    children: tuple[int, ...]
    is_reported_on: bool
    period: Timing | None
    due: Timing | None
    runs: Timing | None
    runs_from: int | None
    within: Window | None
    responsible: tuple[Duty, ...]
    accountable: tuple[Duty, ...]
    aligns_to: tuple[Cited, ...]
    depends_on: tuple[int, ...]
    measures: tuple[int, ...]
    budget: tuple[BudgetRow, ...]
    groups: tuple[str, ...]
    sites: tuple[str, ...]

    @property
    def number(self) -> str:
        """Its printed number, else its id."""
        return self.record.number or self.id

    @property
    def last_day(self) -> datetime.date | None:
        """The day after which it is overdue: of `due`, else of its own period."""
        timing = self.due or self.period
        return timing.end if timing else None

    @property
    def recurs(self) -> bool:
        """Whether it comes back, so that each school year starts anew."""
        timing = self.due or self.period
        return bool(timing and timing.recurs)


class LinkedLine(NamedTuple):
    """One of several lines reported under an item, with the state it means."""

    record: Line
    state: State | None
    site: str | None


class LinkedUpdate(NamedTuple):
    """What was reported of an item (or of the plan: no item) in a cycle.

    `state` is none where there is no status word or it is not in the scale.
    `covered_by` is the item whose entry covers this one through `same_for`.
    """

    cycle: CycleInstance
    item: int | None
    site: str | None
    status: str | None
    state: State | None
    percent: Decimal | None
    rating: str | None
    note: str | None
    date: datetime.date | None
    by: str | None
    lines: tuple[LinkedLine, ...]
    record: Entry | None
    report: Report
    covered_by: int | None
    is_by_exception: bool

    @property
    def known_on(self) -> datetime.date:
        """The day from which it is known: its own, else the first of its year."""
        return self.date or self.cycle.year_start


@dataclass(frozen=True, slots=True)
class LinkedPlan:
    """One plan, whole. Broken references are absent; nothing later meets one.

    `breaks` are the days on which measures' definitions changed, by position, `endings`
    those since which they are no longer measured; `partial` are ids of items and
    measures of which a field was not read.
    """

    folder: Folder
    info: PlanInfo
    period: Timing | None
    levels: Mapping[str, Level]
    items: tuple[LinkedItem, ...]
    index: Mapping[str, int]
    measures: tuple[Measure, ...]
    measure_index: Mapping[str, int]
    promises: tuple[Promise, ...]
    breaks: Mapping[int, tuple[datetime.date, ...]]
    endings: Mapping[int, datetime.date]
    baselines: tuple[Starting, ...]
    observations: tuple[Observed, ...]
    claims: tuple[LinkedClaim, ...]
    owners: tuple[Named, ...]
    groups: tuple[Named, ...]
    sites: tuple[Named, ...]
    statements: tuple[Statement, ...]
    glossary: Mapping[str, str]
    vocabulary: Vocabulary
    ratings: Ratings | None
    cycles: Mapping[str, Cycle]
    cycle_calendar: CycleCalendar
    calendar: SchoolCalendar
    updates: tuple[LinkedUpdate, ...]
    progress: ProgressSettings
    lint: Lint
    places: Places
    file_count: int
    is_complete: bool
    partial: frozenset[str]

    @property
    def cited(self) -> frozenset[int]:
        """The positions of the items that something in the plan aligns to."""
        return frozenset(
            one.item
            for item in self.items
            for one in item.aligns_to
            if one.item is not None
        )

    @property
    def top(self) -> Iterator[LinkedItem]:
        """The items that stand under no other."""
        return (item for item in self.items if item.parent is None)

    def era(self, measure: int, period: Window) -> int:
        """How many times a measure's definition had changed when a period began."""
        return sum(day <= period.start for day in self.breaks.get(measure, ()))

    @property
    def is_english(self) -> bool:
        """Whether the plan is in English, of whatever country."""
        return self.info.language.lower().partition("-")[0] == "en"

    def above(self, position: int) -> Iterator[int]:
        """The positions of what an item stands under, the nearest first."""
        at = self.items[position].parent
        while at is not None:
            yield at
            at = self.items[at].parent

    def below(self, position: int) -> range:
        """The positions of everything below an item: they follow it directly."""
        end = position + 1
        depth = self.items[position].depth
        while end < len(self.items) and self.items[end].depth > depth:
            end += 1
        return range(position + 1, end)

    def level(self, item: LinkedItem) -> Level:
        """The level of an item."""
        return self.levels[item.level]

    def name(self, item: LinkedItem) -> str:
        """What to call an item: its level and its printed number."""
        return f"{self.levels[item.level].name} {item.number}"

    def owner_names(self, duties: tuple[Duty, ...]) -> tuple[str, ...]:
        """The names of those who have some duties, each once, in order."""
        return tuple(dict.fromkeys(self.owners[duty.owner].name for duty in duties))

    def who(self, item: LinkedItem) -> tuple[Duty, ...]:
        """Who ensures an item, else who does it; of the nearest item above if none."""
        for position in (item.position, *self.above(item.position)):
            at = self.items[position]
            if at.accountable or at.responsible:
                return at.accountable or at.responsible
        return ()

    def takes_part(self, cycle: CycleInstance) -> bool:
        """Whether a cycle is one in which plans of this one's tier report."""
        return self.cycles[cycle.name].is_for(self.info.tier)

    @property
    def minimum_group(self) -> int:
        """The smallest group whose values are shown."""
        minimum = self.progress.minimum_group
        return _MINIMUM_GROUP if minimum is None else minimum

    @property
    def reported_cycles(self) -> tuple[CycleInstance, ...]:
        """The cycles that anything was reported for, in order of time."""
        return tuple(sorted({update.cycle for update in self.updates}))
