"""How a plan's statuses stand: the document of `planctl status`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.progress.groups import Group, find_groups
from planctl.progress.rollup import PlanRollup, Rollup, roll_up_plan
from planctl.progress.standing import Own, Standing, find_standing
from planctl.report.envelope import Envelope, Number, envelope

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.calendar.cycles import CycleInstance
    from planctl.check import CheckedPlan

SCHEMA = "planctl.status/1"


@dataclass(frozen=True, slots=True)
class EntryOut:
    """One of several lines reported under an item."""

    number: str | None
    site: str | None
    scope: str | None
    status: str | None
    state: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class OwnOut:
    """What was reported of an item itself."""

    status: str | None
    state: str | None
    cycle: str
    date: datetime.date | None
    rating: str | None
    note: str | None
    entries: tuple[EntryOut, ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class LowestOut:
    """The lowest item by name."""

    id: str
    state: str


@dataclass(frozen=True, slots=True)
class RollupOut:
    """What several items add up to; `percent` is given by mean and weighted only."""

    state: str
    previous_state: str | None
    counts: dict[str, int]
    percent: Number | None
    reported: int
    expected: int
    of: int
    lowest: LowestOut | None
    overdue: tuple[str, ...]
    stale: tuple[str, ...]
    discontinued: int


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """How one item stands: its own status, its parts, what serves it."""

    id: str
    level: str
    parent: str | None
    title: str
    own: OwnOut | None
    rolled_up: RollupOut | None
    served_by: RollupOut | None


@dataclass(frozen=True, slots=True)
class GroupOut:
    """Items that have something in common: an owner, a level, what they serve."""

    id: str
    name: str
    rolled_up: RollupOut
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusDocument(Envelope):
    """How the whole plan stands, items in document order.

    `by` and `groups` say how it stands by owner, level, aligned or due, where that
    was asked for.
    """

    totals: RollupOut
    items: tuple[ItemStatus, ...]
    by: str | None
    groups: tuple[GroupOut, ...]


@dataclass(frozen=True, slots=True)
class Rollups:
    """The roll-ups of a plan in a cycle, and in the reported cycle before it.

    `then` is what held in the cycle before.
    """

    now: PlanRollup
    before: PlanRollup | None
    then: Standing | None


def find_rollups(
    checked: CheckedPlan,
    since: CycleInstance | None = None,
    narrow: Callable[[Standing], Standing] = lambda standing: standing,
) -> Rollups:
    """Roll up a plan now, and as it stood in an earlier reported cycle.

    What other plans add to it counts now only.

    Args:
        checked: the plan.
        since: the earlier cycle; the reported one before where none is named.
        narrow: leaves of the statuses what is looked at.
    """
    plan, standing = checked.plan, checked.standing
    previous = since or max(
        (c for c in plan.reported_cycles if c < standing.cycle), default=None
    )
    now = roll_up_plan(narrow(standing), checked.elsewhere)
    if previous is None:
        return Rollups(now, None, None)
    day = min(previous.end or standing.as_of, standing.as_of)
    then = narrow(find_standing(plan, previous, day))
    return Rollups(now, roll_up_plan(then), then)


def build_status(
    checked: CheckedPlan, path: str, by: str | None = None
) -> StatusDocument:
    """Say how a checked plan stands.

    Args:
        checked: the plan.
        path: its folder, as a relative POSIX path.
        by: `owner`, `level`, `aligned` or `due`, to say it by these, too.
    """
    plan = checked.plan
    rolled = find_rollups(checked)
    before = rolled.before
    head = envelope(checked, path, SCHEMA)
    return StatusDocument(
        head.schema,
        head.planctl,
        head.plan,
        head.as_of,
        head.cycle,
        rollup_out(rolled.now.total, before.total if before else None),
        tuple(
            ItemStatus(
                item.id,
                item.level,
                plan.items[item.parent].id if item.parent is not None else None,
                item.title,
                own_out(checked.standing.own.get(item.position)),
                _maybe(
                    rolled.now.below,
                    before.below if before else None,
                    item.position,
                ),
                _maybe(
                    rolled.now.served_by,
                    before.served_by if before else None,
                    item.position,
                ),
            )
            for item in plan.items
        ),
        by,
        tuple(
            _group(group)
            for group in find_groups(checked.standing, by, checked.elsewhere)
        ),
    )


def _group(group: Group) -> GroupOut:
    rollup = rollup_out(group.rollup, None)
    return GroupOut(group.id, group.name, rollup, group.items)


def rollup_out(now: Rollup, before: Rollup | None) -> RollupOut:
    """A roll-up, beside the state of the cycle before."""
    return RollupOut(
        now.state,
        before.state if before else None,
        now.counts,
        now.percent,
        now.reported,
        now.expected,
        now.of,
        LowestOut(now.lowest.id, now.lowest.state) if now.lowest else None,
        now.overdue,
        now.stale,
        now.discontinued,
    )


def own_out(own: Own | None) -> OwnOut | None:
    """What was reported of an item, if anything was."""
    if own is None:
        return None
    return OwnOut(
        own.status,
        own.state,
        own.cycle.id,
        own.update.date,
        own.rating,
        own.note,
        tuple(
            EntryOut(
                line.record.number,
                line.site,
                line.record.scope,
                line.record.status,
                line.state,
                line.record.note,
            )
            for line in own.lines
        ),
        not own.is_fresh,
    )


def _maybe(
    now: dict[int, Rollup],
    before: dict[int, Rollup] | None,
    position: int,
) -> RollupOut | None:
    if position not in now:
        return None
    return rollup_out(now[position], before.get(position) if before else None)
