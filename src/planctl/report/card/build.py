"""The card of an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.report.card.item import item_card
from planctl.report.card.measure import measure_card

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.report.card.view import Card


def build_card(checked: CheckedPlan, name: str) -> Card | None:
    """The card of an id, now or formerly; none where nothing has it."""
    plan = checked.plan
    position = plan.index.get(name)
    if position is None:
        position = next(
            (
                item.position
                for item in plan.items
                if any(former.id == name for former in item.record.formerly)
            ),
            None,
        )
    if position is not None:
        return item_card(checked, plan.items[position])
    place = plan.measure_index.get(name)
    return None if place is None else measure_card(checked, place)
