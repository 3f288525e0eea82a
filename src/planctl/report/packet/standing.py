"""Where it stands: distributions of the top level, and of what it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.report.packet.views import Segment, StandingTable, StandingView
from planctl.report.wording import STATE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.rollup import Rollup
    from planctl.report.status import Rollups


def standing_table(
    items: Iterable[LinkedItem], rollups: Rollups
) -> StandingTable | None:
    """How some items stand that have parts; none where nothing was reported."""
    return _table(
        "Where it stands",
        [item for item in items if item.position in rollups.now.below],
        rollups.now.below,
        rollups.before.below if rollups.before else {},
    )


def served_table(plan: LinkedPlan, rollups: Rollups) -> StandingTable | None:
    """How the items stand that others serve and that have no parts of their own."""
    served = [
        plan.items[position]
        for position in rollups.now.served_by
        if position not in rollups.now.below
    ]
    levels = dict.fromkeys(plan.level(item).several for item in served)
    return _table(
        f"{' and '.join(levels)}, by the work that serves them",
        served,
        rollups.now.served_by,
        rollups.before.served_by if rollups.before else {},
    )


def item_standing(rollups: Rollups, item: LinkedItem) -> StandingTable | None:
    """How one item stands, if it has reported-on items below."""
    if item.position not in rollups.now.below:
        return None
    before = rollups.before.below if rollups.before else {}
    return _table(item.title, [item], rollups.now.below, before)


def anchor(item: LinkedItem) -> str:
    """The anchor of an item in a report; it stays as long as its id."""
    return f"item-{item.id}"


def is_listed(item: LinkedItem) -> bool:
    """Whether an item is only listed: at the top, without parts, not reported on."""
    return item.parent is None and not item.children and not item.is_reported_on


def _table(
    caption: str,
    items: list[LinkedItem],
    now: dict[int, Rollup],
    before: dict[int, Rollup],
) -> StandingTable | None:
    if not any(_was_reported(now[item.position]) for item in items):
        return None
    states = [
        state
        for state in STATE_WORDS
        if any(now[item.position].counts.get(state) for item in items)
    ]
    return StandingTable(
        caption,
        tuple(states),
        tuple(STATE_WORDS[state] for state in states),
        tuple(
            _row(item, now[item.position], before.get(item.position), states)
            for item in items
        ),
    )


def _was_reported(rollup: Rollup) -> bool:
    return any(
        number for state, number in rollup.counts.items() if state != "not_reported"
    )


def _row(
    item: LinkedItem, now: Rollup, before: Rollup | None, states: list[str]
) -> StandingView:
    moved = before is not None and before.state != now.state
    was = STATE_WORDS[before.state] if before is not None and moved else ""
    parts = segments(now, states)
    reported = f"{now.reported} of {now.expected}"
    return StandingView(
        anchor(item),
        item.number,
        item.title,
        now.state,
        STATE_WORDS[now.state],
        was,
        parts,
        tuple(now.counts[state] for state in states),
        reported,
        _sentence(STATE_WORDS[now.state], was, parts, reported),
    )


def _sentence(state: str, was: str, parts: Sequence[Segment], reported: str) -> str:
    """How an item stands, in words."""
    before = f" (was {was})" if was else ""
    counts = ", ".join(f"{part.number} {part.word}" for part in parts)
    return f"Adds up to {state}{before}; {reported} reported: {counts}."


def segments(rollup: Rollup, states: list[str]) -> tuple[Segment, ...]:
    """The parts of a distribution, in percent of its length."""
    total = sum(rollup.counts[state] for state in states) or 1
    found = []
    start = 0.0
    for state in states:
        number = rollup.counts[state]
        share = round(100 * number / total, 3)
        if number:
            found.append(Segment(state, STATE_WORDS[state], number, start, share))
        start = round(start + share, 3)
    return tuple(found)
