"""Reporting goes on from cycle to cycle."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.ended_cycles import ended_cycles
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("status", Severity.WARNING, limit="30", unit="days behind the end of a cycle")
def missed_cycle(review: Review) -> Iterator[Finding]:
    """A reporting cycle has ended since the last report, and nothing was reported.

    ## What it finds
    A plan whose period goes on, which declares its cycles and was reported on, and of
    which nothing was reported in a later cycle that has ended. Silent for some days
    after it ends. `never-reported` tells of plans without any report.
    ## Why it matters
    A reader takes the last report for today's. Plans that are watched often were
    found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    plan: {id: p, title: Plan 2022-2032, period: 2022-2032}
    cycles: {mid-year: February, end-of-year: June}
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: 2022-23/mid-year
      items:
        T1: in progress
    ```
    ## Good
    ```yaml
    plan: {id: p, title: Plan 2022-2024, period: 2022-2024}
    cycles: {mid-year: February, end-of-year: June}
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      - cycle: 2022-23/mid-year
        items:
          T1: in progress
    ```
    """
    plan, today = review.plan, review.standing.as_of
    whole = plan.period.whole if plan.period else None
    is_declared = any(map(plan.places.is_written, plan.cycles.values()))
    dated = [one for one in plan.updates if one.cycle.end and one.known_on <= today]
    if whole is None or today > whole.end or not is_declared or not dated:
        return
    last = max(dated, key=lambda one: one.cycle.order)
    day = today - timedelta(days=int(review.limit))
    missed = [one for one in ended_cycles(plan, day) if one.order > last.cycle.order]
    if not missed:
        return
    latest = missed[-1]
    message = f"nothing was reported in {latest.id}, which ended on {latest.end}"
    if len(missed) > 1:
        message = f"nothing was reported in {len(missed)} cycles since {last.cycle.id}"
    yield Finding(
        last.report,
        ("cycle",),
        message,
        f"report under `updates:` with `cycle: {latest.id}`, or say why there is none",
        subject=plan.info.id,
        word=last.cycle.id,
    )
