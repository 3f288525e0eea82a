"""What was said of an item itself, beside what its parts add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.rollup import Rollup, counted_items, roll_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.model.reporting import State
    from planctl.progress.standing import Own, Standing


class Asserted(NamedTuple):
    """A state that was reported for an item with parts, and their roll-up."""

    item: LinkedItem
    own: Own
    state: State
    parts: Rollup


def find_asserted(standing: Standing) -> Iterator[Asserted]:
    """Items with a state of their own that have reported-on items below."""
    plan = standing.plan
    claimed = [
        (plan.items[position], own, own.state)
        for position, own in sorted(standing.own.items())
        if own.state is not None and plan.items[position].children
    ]
    if not claimed:
        return
    counted = {item.position for item in counted_items(plan)}
    for item, own, state in claimed:
        below = [one for one in plan.below(item.position) if one in counted]
        if below:
            yield Asserted(item, own, state, roll_up(standing, below))
