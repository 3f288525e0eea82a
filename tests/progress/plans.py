"""Small plans whose statuses add up, and what they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.rollup import roll_up_plan
from tests.findings import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.progress.rollup import Rollup
    from planctl.progress.standing import Own

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
cycles: {fall: October, mid-year: February, end-of-year: June}
scale: {in_progress: Ongoing, complete: Done, on_hold: On hold}
"""


def tasks(*statuses: str | None, fields: str = "") -> str:
    """A goal G1 with a task T1, T2, ... for each status, reported as published.

    `fields` are more fields of every task.
    """
    lines = ["goals:", "  - id: G1", "    title: Literacy", "    tasks:"]
    numbers = range(1, len(statuses) + 1)
    lines += [f"      - {{id: T{n}, title: Task {n}{fields}}}" for n in numbers]
    lines += ["updates:", "  cycle: as-published", "  items:"]
    for number, status in enumerate(statuses, 1):
        if status is not None:
            lines.append(f"    T{number}: {status}")
    return HEAD + "\n".join(lines) + "\n"


def below(checked: CheckedPlan, name: str = "G1") -> Rollup:
    """What the items below one add up to."""
    return roll_up_plan(checked.standing).below[checked.plan.index[name]]


def total(checked: CheckedPlan) -> Rollup:
    """What the whole plan adds up to."""
    return roll_up_plan(checked.standing).total


def serves(checked: CheckedPlan, name: str) -> Rollup:
    """What those add up to that serve an item."""
    return roll_up_plan(checked.standing).served_by[checked.plan.index[name]]


def own(checked: CheckedPlan, name: str) -> Own | None:
    """What was reported of an item itself; nothing may be wrong with the plan."""
    assert told(checked) == []
    return checked.standing.own.get(checked.plan.index[name])


def counts(rollup: Rollup) -> dict[str, int]:
    """A distribution without its zeros."""
    return {key: number for key, number in rollup.counts.items() if number}
