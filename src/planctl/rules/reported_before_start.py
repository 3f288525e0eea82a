"""Work is reported once it has begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

_BEGUN = frozenset({State.IN_PROGRESS, State.COMPLETE})


@rule("status", Severity.WARNING)
def reported_before_start(review: Review) -> Iterator[Finding]:
    """An item is reported as begun before its period begins.

    ## What it finds
    A status that means in progress or complete in a report of a day, or of a cycle
    that had ended, before the item's period, or that of what it stands under, begins.
    ## Why it matters
    The period is wrong, or the status is of other work.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        period: 2024-25
    updates:
      cycle: 2022-23/mid-year
      items:
        T1: in progress
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        period: 2024-25
    updates:
      cycle: 2022-23/mid-year
      items:
        T1: not started
    ```
    """
    plan = review.plan
    told: set[int] = set()
    for update in plan.updates:
        if update.item is None or update.state not in _BEGUN or update.item in told:
            continue
        item = plan.items[update.item]
        start = item.runs.start if item.runs else None
        day = update.date or update.cycle.end
        if start is None or day is None or day >= start or update.is_by_exception:
            continue
        told.add(update.item)
        runs_from = item.runs_from
        outer = plan.info if runs_from is None else plan.items[runs_from].record
        yield Finding(
            update.record or update.report,
            ("status",) if update.record and update.covered_by is None else (),
            f"{plan.name(item)} is reported “{update.status}” by {day}, before it "
            f"begins ({start})",
            "correct the period or the date of the report",
            related=((outer, ("period",), "begins here"),),
            subject=item.id,
        )
