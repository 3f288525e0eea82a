"""What changed since the reported cycle before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.model.reporting import State
from planctl.progress.standing import find_standing, lower
from planctl.report.packet.standing import anchor
from planctl.report.packet.statuses import status_view
from planctl.report.packet.views import ChangeView
from planctl.report.wording import STATE_WORDS, count, cycle_title

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.report.status import Rollups


def find_changes(checked: CheckedPlan, rollups: Rollups) -> tuple[ChangeView, ...]:
    """The items whose state is another than in the cycle before, in plan order."""
    plan, standing = checked.plan, checked.standing
    previous = rollups.previous_cycle
    if previous is None:
        return ()
    then = find_standing(
        plan, previous, min(previous.end or standing.as_of, standing.as_of)
    )
    found = []
    for item in plan.items:
        if not item.is_reported_on:
            continue
        old, new = then.own.get(item.position), standing.own.get(item.position)
        before, after = old.state if old else None, new.state if new else None
        status = status_view(plan, standing, item)
        if before == after or status is None:
            continue
        found.append(
            ChangeView(
                anchor(item),
                item.id,
                item.title,
                STATE_WORDS[before or "not_reported"],
                status,
                _direction(before, after),
            )
        )
    return tuple(found)


def changes_sentence(checked: CheckedPlan, rollups: Rollups, changes: int) -> str:
    """One sentence on what changed, or why nothing can be compared."""
    if not checked.standing.own:
        return ""
    if rollups.previous_cycle is None:
        return "This is the first cycle reported; there is nothing to compare with."
    since = cycle_title(rollups.previous_cycle, checked.plan.cycles)
    if not changes:
        return f"No status has moved since {since}."
    have = "has" if changes == 1 else "have"
    return f"{count(changes, 'status', 'statuses')} {have} moved since {since}."


def _direction(before: State | None, after: State | None) -> str:
    if before is None:
        return "new"
    if after is None:
        return "no longer reported"
    if after is State.DISCONTINUED:
        return "given up"
    if before is State.DISCONTINUED:
        return "taken up again"
    return "forward" if lower(after) > lower(before) else "back"
