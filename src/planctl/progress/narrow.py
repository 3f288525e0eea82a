"""A part of a plan's statuses: of some items, or as they hold at one site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.progress.standing import lowest_together

if TYPE_CHECKING:
    from collections.abc import Collection

    from planctl.link import LinkedPlan
    from planctl.progress.standing import Own, Standing


def look_at(standing: Standing, items: Collection[int]) -> Standing:
    """The same statuses, of which only those of some items are looked at."""
    return replace(standing, among=frozenset(items))


def at_site(standing: Standing, site: str) -> Standing:
    """The statuses that hold at a site, of the items that concern it.

    What was reported for the site goes before what was reported for an item as a
    whole; what was reported for other sites is left out.
    """
    plan = standing.plan
    concerned = items_of_site(plan, site)
    own = {}
    for position in concerned & standing.own.keys():
        held = _held(standing.own[position], site)
        if held is not None:
            own[position] = held
    return replace(standing, own=own, among=concerned)


def items_of_site(plan: LinkedPlan, site: str) -> frozenset[int]:
    """The positions of items that name a site, or that were reported for it."""
    named = {item.position for item in plan.items if site in item.sites}
    reported = {
        update.item
        for update in plan.updates
        if update.item is not None
        and (update.site == site or any(line.site == site for line in update.lines))
    }
    return frozenset(named | reported)


def _held(own: Own, site: str) -> Own | None:
    """What was reported for a site; none where it was for others only."""
    here = tuple(line for line in own.lines if line.site == site)
    if len(here) == 1:
        record, state = here[0].record, here[0].state
        return own._replace(
            status=record.status, state=state, note=record.note, lines=()
        )
    if here:
        state = lowest_together(line.state for line in here)
        return own._replace(status=None, state=state, note=None, lines=here)
    if own.status is None and own.lines:
        return None
    return own._replace(lines=())
