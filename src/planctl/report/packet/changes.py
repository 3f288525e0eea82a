"""What changed since an earlier reported cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.model.reporting import State
from planctl.progress.standing import lower
from planctl.report.packet.standing import anchor
from planctl.report.packet.statuses import status_view
from planctl.report.packet.views import ChangeView, StatusView
from planctl.report.wording import STATE_WORDS, count, cycle_title, day, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.link import LinkedItem
    from planctl.progress.standing import Standing

DIRECTIONS = {
    "forward": "moved forward",
    "back": "moved back",
    "discontinued": "discontinued",
    "taken up again": "taken up again",
    "new": "new in the plan's course",
    "first reported": "reported for the first time",
    "no longer reported": "no longer reported",
    "unclear": "no longer clear",
    "newly overdue": "newly overdue",
}
"""Which way a status moved, in the order in which a packet tells of them."""


def find_changes(now: Standing, then: Standing | None) -> tuple[ChangeView, ...]:
    """The reported-on items that changed, by direction and then in plan order.

    An item has one row, and a second where it is newly overdue, too.
    """
    if then is None:
        return ()
    found = []
    for item in now.plan.items:
        if not item.is_reported_on or not now.looks_at(item):
            continue
        direction = _direction(now, then, item)
        if direction:
            found.append(_view(now, then, item, direction))
        if now.is_overdue(item) and not then.is_overdue(item):
            found.append(_view(now, then, item, "newly overdue"))
    order = list(DIRECTIONS)
    return tuple(sorted(found, key=lambda one: order.index(one.direction)))


def changes_sentences(
    now: Standing, then: Standing | None, changes: Sequence[ChangeView]
) -> tuple[str, ...]:
    """What changed, in sentences; or why nothing can be compared."""
    if not now.has_reports:
        return ()
    if then is None:
        return ("This is the first cycle reported; there is nothing to compare with.",)
    since = cycle_title(then.cycle, now.plan.cycles)
    if not then.own:
        return (f"Nothing was reported of this for {since}.",)
    moved = [one.direction for one in changes]
    if not moved:
        return (f"No status has moved since {since}.",)
    said = [
        f"{moved.count(direction):,} {words}"
        for direction, words in DIRECTIONS.items()
        if direction in moved
    ]
    several = count(len(moved), "change")
    first = f"{several} since {since}: {listed(said[:3])}."
    return (first, f"Also {listed(said[3:])}.") if said[3:] else (first,)


def moved_back(now: Standing, then: Standing | None, item: LinkedItem) -> State | None:
    """The state from which an item moved back; none where it did not."""
    if then is None or _direction(now, then, item) != "back":
        return None
    return _state(then, item)


def _direction(now: Standing, then: Standing, item: LinkedItem) -> str:
    """Which way an item's status moved; empty where it did not."""
    if item.position in now.due and _begins_after(item, then):
        return "new"
    before, after = _state(then, item), _state(now, item)
    if before == after:
        return ""
    if before is None:
        return "first reported"
    if after is None:
        return "unclear" if now.is_reported(item) else "no longer reported"
    return _way(before, after)


def _way(before: State, after: State) -> str:
    if after is State.DISCONTINUED:
        return "discontinued"
    if before is State.DISCONTINUED:
        return "taken up again"
    return "forward" if lower(after) > lower(before) else "back"


def _begins_after(item: LinkedItem, then: Standing) -> bool:
    """Whether an item begins after an earlier day on which it was not reported."""
    start = item.runs.start if item.runs else None
    known = then.cycle.start is not None and item.position not in then.own
    return known and start is not None and start > then.as_of


def _state(standing: Standing, item: LinkedItem) -> State | None:
    own = standing.own.get(item.position)
    return own.state if own else None


def _view(
    now: Standing, then: Standing, item: LinkedItem, direction: str
) -> ChangeView:
    plan = now.plan
    return ChangeView(
        anchor(item),
        item.id,
        item.title,
        _before(then, item, direction),
        status_view(plan, now, item)
        or StatusView("not_reported", "not reported", "", ""),
        direction,
    )


def _before(then: Standing, item: LinkedItem, direction: str) -> str:
    own = then.own.get(item.position)
    if direction == "new" and item.runs and item.runs.start:
        return f"begins {day(item.runs.start)}"
    if own is None or (own.state is None and own.status is None):
        return "not reported"
    return STATE_WORDS[own.state or "no_state"]
