"""What is still to be reported in a cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.model.reporting import State
from planctl.report.packet.standing import anchor
from planctl.report.packet.statuses import status_view
from planctl.report.packet.views import OwedView
from planctl.report.wording import count, cycle_title

if TYPE_CHECKING:
    from planctl.link import LinkedItem
    from planctl.progress.standing import Standing

_ENDED = frozenset({State.COMPLETE, State.DISCONTINUED})


def find_owed(standing: Standing) -> tuple[OwedView, ...]:
    """The items that should report in the cycle and have not yet, in plan order."""
    return tuple(
        OwedView(
            anchor(item),
            item.id,
            item.title,
            item.due.text if item.due else "",
            status_view(standing.plan, standing, item),
        )
        for item in standing.plan.items
        if _is_owed(standing, item)
    )


def owed_sentence(standing: Standing, owed: int) -> str:
    """How much is still to be reported, in one sentence."""
    title = cycle_title(standing.cycle, standing.plan.cycles)
    if not owed:
        return f"Everything that is due is reported for {title}."
    are = "is" if owed == 1 else "are"
    return f"{count(owed, 'item')} {are} still to be reported for {title}."


def _is_owed(standing: Standing, item: LinkedItem) -> bool:
    if item.position not in standing.due or not standing.looks_at(item):
        return False
    own = standing.own.get(item.position)
    if own is None or not own.is_reported:
        return True
    return own.state not in _ENDED and own.cycle != standing.cycle
