"""What needs the board's attention, chosen by rule.

In this order: overdue items, items on hold, items that nothing was reported for, items
whose last report is old, and statuses that say two things or nothing that the scale
knows. Where most of what
stands under one item is concerned, that item stands for all of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.link.gather import gather
from planctl.model.reporting import State
from planctl.report.packet.standing import anchor
from planctl.report.packet.views import AttentionView
from planctl.report.wording import cycle_title, day, in_sentence, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.standing import Standing

NOBODY = "nobody named"
_MOST_NAMES = 3


def find_attention(plan: LinkedPlan, standing: Standing) -> tuple[AttentionView, ...]:
    """Find what needs attention, by rule and then in plan order.

    Nothing does where nothing was ever reported: that is a plan, not a report.
    """
    if not standing.own:
        return ()
    among = [item for item in plan.items if item.position in standing.due]
    overdue = [item for item in among if standing.is_overdue(item)]
    on_time = [item for item in among if not standing.is_overdue(item)]
    held = [item for item in on_time if _state(standing, item) is State.ON_HOLD]
    silent = [item for item in on_time if not _is_reported(standing, item)]
    return (
        *_gathered(plan, standing, overdue, among, "not_reported", _overdue),
        *_gathered(plan, standing, held, among, "on_hold", _on_hold),
        *_gathered(plan, standing, silent, among, "not_reported", _unreported),
        *_gathered(plan, standing, _stale(standing, on_time), among, "", _late),
        *_unclear(plan, standing),
    )


def who(plan: LinkedPlan, item: LinkedItem, *below: LinkedItem) -> str:
    """Who ensures an item, in few words; who ensures those below where nobody does."""
    duties = plan.who(item) or tuple(duty for one in below for duty in plan.who(one))
    names = plan.owner_names(duties)
    if not names:
        return NOBODY
    if len(names) <= _MOST_NAMES:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def _gathered(  # noqa: PLR0913 - a rule is whom it concerns, among whom, and why
    plan: LinkedPlan,
    standing: Standing,
    items: list[LinkedItem],
    among: list[LinkedItem],
    state: str,
    why: Callable[[LinkedPlan, Standing, LinkedItem | None], str],
) -> Iterator[AttentionView]:
    """The rows of one rule: items that are alone, or what stands for several."""
    for group in gather(plan, items, among):
        first = plan.items[group.items[0]]
        if len(group.items) == 1:
            shown = _state(standing, first) or state or "no_state"
            yield _view(plan, first, shown, why(plan, standing, first))
            continue
        several = in_sentence(plan.level(first).several)
        reason = why(plan, standing, None)
        share = f"{len(group.items)} of {group.of} {several}"
        if group.under is None:
            yield AttentionView("", "", share, state or "no_state", reason, "")
        else:
            above = plan.items[group.under]
            below = [plan.items[position] for position in group.items]
            row = _view(plan, above, state or "no_state", f"{share}: {reason}")
            yield replace(row, who=who(plan, above, *below))


def _overdue(plan: LinkedPlan, standing: Standing, item: LinkedItem | None) -> str:
    del plan, standing
    if item is None or item.last_day is None:
        return "overdue"
    return f"was due by {day(item.last_day)}"


def _on_hold(plan: LinkedPlan, standing: Standing, item: LinkedItem | None) -> str:
    own = standing.own.get(item.position) if item else None
    if item is None or own is None:
        return "on hold"
    if own.status is None:
        sites = [line.site for line in own.lines if line.state is State.ON_HOLD]
        where = listed([_site(plan, site) for site in sites if site])
        return f"on hold in {where}" if where else "on hold in part"
    return "on hold" if item.last_day else "on hold, no date"


def _unreported(plan: LinkedPlan, standing: Standing, item: LinkedItem | None) -> str:
    del plan, standing, item
    return "nothing reported"


def _stale(standing: Standing, items: list[LinkedItem]) -> list[LinkedItem]:
    """Items whose last report is too old, and that no other rule names."""
    found = []
    for item in items:
        own = standing.own.get(item.position)
        known = own is not None and own.is_reported and own.state is not State.ON_HOLD
        if own is not None and known and not own.is_fresh:
            found.append(item)
    return found


def _late(plan: LinkedPlan, standing: Standing, item: LinkedItem | None) -> str:
    own = standing.own.get(item.position) if item else None
    if own is None:
        return "not reported in this cycle"
    return f"last reported {cycle_title(own.cycle, plan.cycles)}"


def _unclear(plan: LinkedPlan, standing: Standing) -> Iterator[AttentionView]:
    for item in plan.items:
        own = standing.own.get(item.position)
        if own is not None and own.status is not None and own.state is None:
            yield _view(plan, item, "no_state", f"its status is “{own.status}”")


def _state(standing: Standing, item: LinkedItem) -> State | None:
    own = standing.own.get(item.position)
    return own.state if own else None


def _is_reported(standing: Standing, item: LinkedItem) -> bool:
    own = standing.own.get(item.position)
    return own is not None and (own.status is not None or own.state is not None)


def _view(plan: LinkedPlan, item: LinkedItem, state: str, why: str) -> AttentionView:
    # The id, because a printed number says little outside its own section.
    return AttentionView(anchor(item), item.id, item.title, state, why, who(plan, item))


def _site(plan: LinkedPlan, name: str) -> str:
    return next((one.name for one in plan.sites if name in {one.id, one.name}), name)
