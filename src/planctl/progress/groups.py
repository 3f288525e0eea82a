"""The same statuses by owner, by level, by what is served, by when they are due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.progress.rollup import (
    Elsewhere,
    Part,
    Rollup,
    counted_items,
    part_of,
    roll_up_some,
    serving_parts,
)

if TYPE_CHECKING:
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.standing import Standing

BY = ("owner", "level", "aligned", "due")
NOBODY = "(nobody named)"
_NO_DAY = "(no date)"


@dataclass(frozen=True, slots=True)
class Group:
    """Reported-on items, by id, that have something in common; what they add up to."""

    id: str
    name: str
    items: tuple[str, ...]
    rollup: Rollup


def find_groups(
    standing: Standing, by: str | None, elsewhere: Elsewhere | None = None
) -> tuple[Group, ...]:
    """Group the reported-on items of a plan.

    Args:
        standing: what holds in a cycle.
        by: one of `BY`. An item of several owners is in several groups; its owners
            are those named for it or for the nearest item above; `due` groups by
            the school year of the last day.
        elsewhere: what other plans' items add to this one's; counts for `aligned`.
    """
    if by is None:
        return ()
    plan = standing.plan
    found: dict[tuple[str, str], list[Part]] = {}
    if by == "aligned":
        for position, parts in serving_parts(standing, elsewhere or {}).items():
            item = plan.items[position]
            found[item.id, item.title] = parts
    else:
        for item in counted_items(plan):
            for key in _keys(plan, item, by):
                found.setdefault(key, []).append(part_of(standing, item.position))
    if by == "due":
        found = dict(sorted(found.items(), key=lambda pair: pair[0][0]))
    return tuple(
        Group(name, title, tuple(p.id for p in parts), roll_up_some(standing, parts))
        for (name, title), parts in found.items()
    )


def _keys(plan: LinkedPlan, item: LinkedItem, by: str) -> list[tuple[str, str]]:
    if by == "level":
        return [(item.level, plan.level(item).several)]
    if by == "due":
        day = item.last_day
        year = plan.calendar.year_name(plan.calendar.year_of(day)) if day else "~"
        return [(year, year if day else _NO_DAY)]
    owners = dict.fromkeys(duty.owner for duty in plan.who(item))
    named = [plan.owners[position] for position in owners]
    return [(one.id or one.name, one.name) for one in named] or [("", NOBODY)]
