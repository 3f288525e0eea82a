"""How statuses add up.

The state of an item that has reported-on items below, discontinued ones aside, is
the first of these that holds:

1. nothing was reported: `not_reported`;
2. fewer reported than `coverage` (half) of those due to: `not_enough_reported`;
3. all were reported and are complete: `complete`;
4. none has begun: `not_started`;
5. all that is not complete is on hold: `on_hold`;
6. otherwise: `in_progress`.

All discontinued is `discontinued`. Counts and state use the last status held;
`reported` and coverage only those that are not stale. `rollup:` in the plan or on a
level replaces steps 3 to 6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planctl.model.reporting import State
from planctl.progress.standing import Standing, lower, lowest_together
from planctl.progress.state import FIXED_PERCENT, RolledState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planctl.link import LinkedItem, LinkedPlan

HALF = Decimal(50)
_BY_PERCENT = frozenset({"mean", "weighted"})
NOT_REPORTED = "not_reported"
NO_STATE = "no_state"
COUNTED = (*(state.value for state in State), NOT_REPORTED, NO_STATE)
"""The keys of a distribution, in the order in which they are printed."""


Elsewhere = Mapping[str, Sequence["Part"]]
"""What other plans' items add to this one's: parts by the id that they serve."""


class Part(NamedTuple):
    """A reported-on item as it counts: here by its id, elsewhere as `plan:id`."""

    id: str
    state: State | None
    is_reported: bool
    is_fresh: bool
    is_due: bool
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Lowest:
    """The first item, in document order, that has the lowest state."""

    id: str
    state: State


@dataclass(frozen=True, slots=True)
class Rollup:
    """What several reported-on items add up to.

    `counts` has every key of `COUNTED`; `reported` of `expected` reported freshly
    of those due to; `of` is how many reported-on items there are. `percent`, 0 to
    100, is given by the rules `mean` and `weighted` only. `overdue` and `stale` hold
    ids.
    """

    state: RolledState
    counts: dict[str, int]
    percent: Decimal | None
    reported: int
    expected: int
    of: int
    lowest: Lowest | None
    overdue: tuple[str, ...]
    stale: tuple[str, ...]
    discontinued: int
    rule: str


def roll_up(
    standing: Standing,
    positions: Iterable[int],
    *,
    rule: str = "standard",
    coverage: Decimal = HALF,
    percent: Callable[[], Decimal | None] | None = None,
) -> Rollup:
    """Add up some reported-on items of a plan, each once.

    Args:
        standing: what holds in a cycle.
        positions: the items.
        rule: `standard`, `lowest`, `majority`, `mean` or `weighted`; `lowest` is the
            state of the lowest item; `majority` the most frequent state, the lower
            of two; `mean` and `weighted` follow `percent`: 0 is not started, 100 is
            complete, and in progress between.
        coverage: percent of the items due to report that must have reported freshly.
        percent: gives the percent complete; asked for by `mean` and `weighted` only.
    """
    parts = [part_of(standing, position) for position in dict.fromkeys(positions)]
    done = percent() if percent and rule in _BY_PERCENT else None
    return add_up(parts, rule, coverage, done)


def part_of(standing: Standing, position: int, prefix: str = "") -> Part:
    """How an item counts; `prefix` is put before its id."""
    item = standing.plan.items[position]
    own = standing.own.get(position)
    is_reported = own is not None and own.is_reported
    return Part(
        prefix + item.id,
        own.state if own else None,
        is_reported,
        is_reported and own is not None and own.is_fresh,
        position in standing.due,
        standing.is_overdue(item),
    )


def add_up(
    parts: Sequence[Part],
    rule: str,
    coverage: Decimal,
    percent: Decimal | None = None,
) -> Rollup:
    """Add up parts of one plan or several; the arguments are those of `roll_up`."""
    active = [part for part in parts if part.state is not State.DISCONTINUED]
    given_up = len(parts) - len(active)
    fresh = sum(part.is_fresh for part in active)
    expected = max(sum(part.is_due for part in active), fresh)
    held = [part.state for part in active if part.state is not None]
    return Rollup(
        state=_rolled(
            held,
            all_reported=len(held) == len(active),
            heard=sum(part.is_reported for part in active),
            enough=Decimal(fresh) * 100 >= coverage * expected,
            given_up=given_up > 0 and not active,
            rule=rule,
            percent=percent,
        ),
        counts=_counts(parts),
        percent=percent,
        reported=fresh,
        expected=expected,
        of=len(parts),
        lowest=_lowest(active),
        overdue=tuple(part.id for part in parts if part.is_overdue),
        stale=tuple(p.id for p in active if p.is_reported and not p.is_fresh),
        discontinued=given_up,
        rule=rule,
    )


@dataclass(frozen=True, slots=True)
class PlanRollup:
    """The roll-ups of a whole plan: of all, of each item, and what serves each.

    An item without reported-on items below is not in `below`; one that nothing
    aligns to is not in `served_by`.
    """

    total: Rollup
    below: dict[int, Rollup]
    served_by: dict[int, Rollup]


def roll_up_plan(standing: Standing, elsewhere: Elsewhere | None = None) -> PlanRollup:
    """Roll up every item of a plan, bottom to top.

    Args:
        standing: what holds in a cycle; only what it looks at counts, but for what
            serves an item.
        elsewhere: what other plans' items add to this one's, by id.
    """
    plan = standing.plan
    counted = [item for item in counted_items(plan) if standing.looks_at(item)]
    under = _below(plan, counted)
    percents = _percents(standing, {item.position for item in counted})
    below = {
        item.position: _roll_item(standing, item, under[item.position], percents)
        for item in plan.items
        if under[item.position]
    }
    every = [item.position for item in counted]
    total = roll_up(
        standing,
        every,
        rule=plan.info.rollup,
        coverage=_coverage(plan, None),
        percent=lambda: _mean(
            [(percents[item.position], _weight(plan, None, item)) for item in plan.top]
        ),
    )
    served = {
        position: roll_up_some(standing, parts)
        for position, parts in serving_parts(standing, elsewhere or {}).items()
    }
    return PlanRollup(total, below, served)


def _roll_item(
    standing: Standing,
    item: LinkedItem,
    positions: list[int],
    percents: dict[int, Decimal | None],
) -> Rollup:
    level = standing.plan.level(item)
    rule = level.rollup or standing.plan.info.rollup
    return roll_up(
        standing,
        positions,
        rule=rule,
        coverage=_coverage(standing.plan, item),
        percent=lambda: percents[item.position],
    )


def counted_items(plan: LinkedPlan) -> list[LinkedItem]:
    """The items whose statuses count: reported on, with no such item below.

    What is reported of an item above others that are reported on is an assertion.
    """
    asserted: set[int] = set()
    for item in plan.items:
        above = item.parent if item.is_reported_on else None
        while above is not None and above not in asserted:
            asserted.add(above)
            above = plan.items[above].parent
    return [
        item
        for item in plan.items
        if item.is_reported_on and item.position not in asserted
    ]


def serving(plan: LinkedPlan) -> dict[int, list[int]]:
    """For each item that others align to, the counted items at or below them."""
    under = _reported_below(plan)
    counted = {item.position for item in counted_items(plan)}
    found: dict[int, list[int]] = {}
    for item in plan.items:
        own = [item.position] if item.position in counted else []
        for cited in item.aligns_to:
            if cited.item is not None:
                found.setdefault(cited.item, []).extend(own + under[item.position])
    return {
        position: list(dict.fromkeys(items))
        for position, items in sorted(found.items())
        if items
    }


def serving_elsewhere(standing: Standing) -> dict[str, tuple[Part, ...]]:
    """What a plan's items add to other plans', by `plan:id` of the items they serve."""
    plan = standing.plan
    under = _reported_below(plan)
    counted = {item.position for item in counted_items(plan)}
    found: dict[str, dict[int, None]] = {}
    for item in plan.items:
        own = [item.position] if item.position in counted else []
        for cited in item.aligns_to:
            if cited.item is None and ":" in cited.id:
                below = dict.fromkeys(own + under[item.position])
                found.setdefault(cited.id, {}).update(below)
    prefix = f"{plan.info.id}:"
    return {
        name: tuple(part_of(standing, position, prefix) for position in positions)
        for name, positions in found.items()
    }


def serving_parts(standing: Standing, elsewhere: Elsewhere) -> dict[int, list[Part]]:
    """What serves each item, here and in other plans, by position."""
    plan = standing.plan
    found = {
        position: [part_of(standing, one) for one in items]
        for position, items in serving(plan).items()
    }
    for name, parts in elsewhere.items():
        position = plan.index.get(name)
        if position is not None and parts:
            found.setdefault(position, []).extend(parts)
    return dict(sorted(found.items()))


def roll_up_some(standing: Standing, parts: Sequence[Part]) -> Rollup:
    """Add up parts from anywhere by the plan's rule, where that counts items.

    `mean` and `weighted` go child by child; here `standard` stands for them.
    """
    rule = standing.plan.info.rollup
    counting = "standard" if rule in _BY_PERCENT else rule
    return add_up(parts, counting, _coverage(standing.plan, None))


def _reported_below(plan: LinkedPlan) -> list[list[int]]:
    """For each item, the counted items below it, in document order."""
    return _below(plan, counted_items(plan))


def _below(plan: LinkedPlan, items: Iterable[LinkedItem]) -> list[list[int]]:
    """For each item of a plan, those of some items that stand below it."""
    under: list[list[int]] = [[] for _ in plan.items]
    for item in items:
        above = item.parent
        while above is not None:
            under[above].append(item.position)
            above = plan.items[above].parent
    return under


def _coverage(plan: LinkedPlan, item: LinkedItem | None) -> Decimal:
    own = plan.level(item).coverage if item else None
    for chosen in (own, plan.info.coverage):
        if chosen is not None:
            return chosen
    return HALF


def _counts(parts: Iterable[Part]) -> dict[str, int]:
    counted: Counter[str] = Counter(
        part.state or (NO_STATE if part.is_reported else NOT_REPORTED) for part in parts
    )
    return {key: counted[key] for key in COUNTED}


def _rolled(  # noqa: PLR0913, PLR0911 - the rule's own steps, one return each
    held: list[State],
    *,
    all_reported: bool,
    heard: int,
    enough: bool,
    given_up: bool,
    rule: str,
    percent: Decimal | None,
) -> RolledState:
    if given_up:
        return RolledState.DISCONTINUED
    if not heard:
        return RolledState.NOT_REPORTED
    if not enough:
        return RolledState.NOT_ENOUGH_REPORTED
    if not held:
        return RolledState.IN_PROGRESS
    if rule == "lowest":
        return RolledState(min(held, key=lower))
    if rule == "majority":
        counted = Counter(held)
        return RolledState(max(held, key=lambda s: (counted[s], -lower(s))))
    if percent is not None:
        return _by_percent(percent)
    together = lowest_together(held)
    if together is State.COMPLETE and not all_reported:
        return RolledState.IN_PROGRESS
    return RolledState(together or State.IN_PROGRESS)


def _by_percent(percent: Decimal) -> RolledState:
    if percent == 0:
        return RolledState.NOT_STARTED
    whole = Decimal(100)
    return RolledState.COMPLETE if percent == whole else RolledState.IN_PROGRESS


def _lowest(parts: Iterable[Part]) -> Lowest | None:
    known = [Lowest(part.id, part.state) for part in parts if part.state is not None]
    return min(known, key=lambda one: lower(one.state), default=None)


def _percents(standing: Standing, counted: set[int]) -> dict[int, Decimal | None]:
    """Percent complete of every item, child by child, up from those that count.

    Not started is 0, in progress `percent_complete` or else 50, complete 100, on
    hold as last known. Weights are renormalised over what reported.
    """
    plan = standing.plan
    found: dict[int, Decimal | None] = {}
    for item in reversed(plan.items):
        below = [
            (found[child], _weight(plan, item, plan.items[child]))
            for child in item.children
        ]
        if any(percent is not None for percent, _ in below):
            found[item.position] = _mean(below)
        else:
            found[item.position] = (
                _own_percent(standing, item) if item.position in counted else None
            )
    return found


def _weight(plan: LinkedPlan, parent: LinkedItem | None, child: LinkedItem) -> Decimal:
    rule = (plan.level(parent).rollup if parent else None) or plan.info.rollup
    weight = child.record.weight
    return weight if rule == "weighted" and weight is not None else Decimal(1)


def _mean(parts: list[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    known = [(percent, weight) for percent, weight in parts if percent is not None]
    total = sum((weight for _, weight in known), Decimal(0))
    if not total:
        return None
    return sum((percent * weight for percent, weight in known), Decimal(0)) / total


def _own_percent(standing: Standing, item: LinkedItem) -> Decimal | None:
    own = standing.own.get(item.position)
    if own is None or own.state is None or own.state is State.DISCONTINUED:
        return None
    if own.state in FIXED_PERCENT:
        return FIXED_PERCENT[own.state]
    if own.percent is not None:
        return min(max(own.percent, Decimal(0)), Decimal(100))
    return HALF
