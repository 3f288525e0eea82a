"""Which status of each item holds in a cycle, and how fresh it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar.cycles import AS_PUBLISHED, CycleInstance
from planctl.link.linked import LinkedLine
from planctl.model.reporting import Line, State
from planctl.progress.state import FIXED_PERCENT, LOWEST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from planctl.link import LinkedItem, LinkedPlan, LinkedUpdate


class Own(NamedTuple):
    """What was reported of an item itself.

    `update` is the latest one that says anything, `source` the one that says how it
    stands. `status` is the last status word, `state` what it means, where it is in the
    scale; both of the cycle `cycle`. Where only `lines` were reported last, the state
    is rolled up from them. `missed` counts the cycles since in which a report was due;
    `note` belongs to the asked cycle only. `percent` is what is said to be done, 0 to
    100.
    """

    update: LinkedUpdate
    source: LinkedUpdate
    status: str | None
    state: State | None
    cycle: CycleInstance
    note: str | None
    lines: tuple[LinkedLine, ...]
    percent: Decimal | None
    rating: str | None
    missed: int

    @property
    def is_fresh(self) -> bool:
        """Whether no later report was due."""
        return not self.missed

    @property
    def is_reported(self) -> bool:
        """Whether a status was reported, be it in the scale or not."""
        return self.status is not None or _has_status(self.lines)


@dataclass(frozen=True, slots=True)
class Standing:
    """The statuses of a plan that hold in one cycle, as of a day.

    `own` maps positions of items to what was reported of them; `due` holds the
    positions of reported-on items that should have reported by then. `among` are the
    positions of the items that are looked at; none is all of them. `has_reports`
    says whether anything was reported of any item by then.
    """

    plan: LinkedPlan
    cycle: CycleInstance
    as_of: date
    own: dict[int, Own]
    due: frozenset[int]
    among: frozenset[int] | None = None
    has_reports: bool = False

    def looks_at(self, item: LinkedItem) -> bool:
        """Whether an item is among those that are looked at."""
        return self.among is None or item.position in self.among

    def is_reported(self, item: LinkedItem) -> bool:
        """Whether a status was reported for an item, be it in the scale or not."""
        own = self.own.get(item.position)
        return own is not None and own.is_reported

    def is_overdue(self, item: LinkedItem) -> bool:
        """Whether it is reported on, its last day has passed and it is still open."""
        own = self.own.get(item.position)
        state = own.state if own else None
        ended = item.last_day is not None and item.last_day < self.as_of
        return (
            item.is_reported_on
            and ended
            and state not in {State.COMPLETE, State.DISCONTINUED}
        )


def find_standing(plan: LinkedPlan, cycle: CycleInstance, as_of: date) -> Standing:
    """Work out what holds in a cycle.

    Args:
        plan: the plan.
        cycle: the cycle asked for; later ones are not looked at.
        as_of: the day on which one stands; later reports are invisible.
    """
    by_item: dict[int, list[LinkedUpdate]] = {}
    for update in plan.updates:
        visible = update.known_on <= as_of and update.cycle <= cycle
        if update.item is not None and visible:
            by_item.setdefault(update.item, []).append(update)
    dated = _has_dated_report(plan, cycle, as_of)
    own = {}
    for position, updates in by_item.items():
        item = plan.items[position]
        held = _own(plan, item, updates, cycle, as_of, dated=dated)
        if held is not None:
            own[position] = held
    levels = {
        level
        for level in plan.levels
        if cycle.start is None or _reports(plan, level, cycle)
    }
    due = frozenset(
        item.position
        for item in plan.items
        if item.is_reported_on and item.level in levels and _has_begun(item, as_of)
    )
    return Standing(plan, cycle, as_of, own, due, has_reports=bool(own))


def _has_dated_report(plan: LinkedPlan, cycle: CycleInstance, as_of: date) -> bool:
    return any(
        update.cycle.id != AS_PUBLISHED
        and update.cycle <= cycle
        and update.known_on <= as_of
        for update in plan.updates
    )


def _has_begun(item: LinkedItem, as_of: date) -> bool:
    start = item.runs.start if item.runs else None
    return start is None or start <= as_of


def _own(  # noqa: PLR0913 - the item, what was said of it, and when one asks
    plan: LinkedPlan,
    item: LinkedItem,
    updates: list[LinkedUpdate],
    cycle: CycleInstance,
    as_of: date,
    *,
    dated: bool,
) -> Own | None:
    """The latest of what was said; a note is that of the asked cycle."""
    valid = [u for u in updates if not _has_expired(u, as_of)]
    if item.recurs and valid and valid[-1].state is not State.DISCONTINUED:
        valid = [u for u in valid if _same_year(plan, u.cycle, cycle)]
    if not valid:
        return None
    latest = valid[-1]
    source = _source(valid)
    lines = _lines(source, valid)
    status = source.status if source.site is None else None
    state = source.state
    if status is None:
        state = lowest_together(line.state for line in lines)
    note = latest.note if latest.cycle == cycle else None
    percent = _percent_done(valid, state)
    rating = next((u.rating for u in reversed(valid) if u.rating is not None), None)
    if not lines and all(one is None for one in (status, note, rating, percent)):
        return None
    missed = _missed(plan, item, latest.cycle, cycle, as_of, state, dated=dated)
    return Own(
        latest,
        source,
        status,
        state,
        source.cycle,
        note,
        lines,
        percent,
        rating,
        missed,
    )


def _source(updates: list[LinkedUpdate]) -> LinkedUpdate:
    """The report that says how an item stands: of the latest cycle with a status.

    What is said of the item as a whole goes before what is said of a site.
    """
    latest: LinkedUpdate | None = None
    for update in reversed(updates):
        if not _says_status(update):
            continue
        if latest is not None and update.cycle != latest.cycle:
            break
        if update.site is None:
            return update
        latest = latest or update
    return latest or updates[-1]


def _lines(source: LinkedUpdate, updates: list[LinkedUpdate]) -> tuple[LinkedLine, ...]:
    """The lines that hold; the sites' reports since are lines, too."""
    own = source.lines if source.site is None else ()
    later = updates[-1].lines if updates[-1] is not source else ()
    return (*own, *later, *_lines_of_sites(updates))


def _lines_of_sites(updates: list[LinkedUpdate]) -> Iterable[LinkedLine]:
    """The last report of each site since one of the item as a whole."""
    of_sites = [u for u in updates if u.site is not None]
    if not of_sites:
        return ()
    whole = [u.cycle for u in updates if u.site is None and _says_status(u)]
    since = whole[-1] if whole else updates[0].cycle
    by_site: dict[str, LinkedLine] = {}
    for u in of_sites:
        if u.site is None or u.cycle < since:
            continue
        if u.status is not None or u.site not in by_site:
            line = Line(status=u.status, site=u.site, note=u.note)
            by_site[u.site] = LinkedLine(line, u.state, u.site)
    return by_site.values()


def _says_status(update: LinkedUpdate) -> bool:
    return update.status is not None or _has_status(update.lines)


def _has_status(lines: tuple[LinkedLine, ...]) -> bool:
    return any(line.record.status is not None for line in lines)


def _percent_done(updates: list[LinkedUpdate], state: State | None) -> Decimal | None:
    """What was last said to be done; of what is on hold, as it stood before."""
    is_on_hold = state is State.ON_HOLD
    for update in reversed(updates):
        if update.percent is not None:
            return update.percent
        if is_on_hold and update.state in FIXED_PERCENT:
            return FIXED_PERCENT[update.state]
    return None


def lowest_together(states: Iterable[State | None]) -> State | None:
    """The state of several lines of one item, by the rule of `standard` roll-up."""
    known = [state for state in states if state is not None]
    active = [state for state in known if state is not State.DISCONTINUED]
    if not active:
        return State.DISCONTINUED if known else None
    if all(state is State.COMPLETE for state in active):
        return State.COMPLETE
    if all(state is State.NOT_STARTED for state in active):
        return State.NOT_STARTED
    open_ones = [state for state in active if state is not State.COMPLETE]
    if all(state is State.ON_HOLD for state in open_ones):
        return State.ON_HOLD
    return State.IN_PROGRESS


def lower(state: State) -> int:
    """The rank of a state, lowest first; given-up items rank last."""
    return LOWEST_FIRST.index(state) if state in LOWEST_FIRST else len(LOWEST_FIRST)


def _has_expired(update: LinkedUpdate, as_of: date) -> bool:
    expires = update.record.expires if update.record else None
    return expires is not None and expires <= as_of


def _same_year(plan: LinkedPlan, one: CycleInstance, other: CycleInstance) -> bool:
    if one.start is None or other.start is None:
        return one.start is other.start
    return plan.calendar.year_of(one.start) == plan.calendar.year_of(other.start)


def _missed(  # noqa: PLR0913 - the item, what was said of it, and when one asks
    plan: LinkedPlan,
    item: LinkedItem,
    said_in: CycleInstance,
    cycle: CycleInstance,
    as_of: date,
    state: State | None,
    *,
    dated: bool,
) -> int:
    """How many cycles have ended since in which the item should have reported."""
    if said_in == cycle or state in {State.COMPLETE, State.DISCONTINUED}:
        return 0
    if said_in.id == AS_PUBLISHED:
        return int(dated)
    return sum(
        later.end is not None and later.end <= as_of
        for later in _cycles_between(plan, said_in, cycle)
        if _reports(plan, item.level, later)
    )


def _cycles_between(
    plan: LinkedPlan, after: CycleInstance, until: CycleInstance
) -> list[CycleInstance]:
    """The cycles behind a dated one, up to and with another."""
    first = plan.calendar.year_of(after.order[0]).start.year
    last = plan.calendar.year_of(until.order[0]).start.year
    return [
        instance
        for year in range(first, last + 1)
        for instance in plan.cycle_calendar.in_year(plan.calendar.school_year(year))
        if after < instance <= until
    ]


def _reports(plan: LinkedPlan, level: str, instance: CycleInstance) -> bool:
    """Whether a cycle reports on a level, and at the plan's tier."""
    cycle = plan.cycles[instance.name]
    of_level = not cycle.reports or level in cycle.reports
    return of_level and plan.takes_part(instance)
