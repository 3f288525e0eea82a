"""Statuses are reported anew in each cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.gather import Gathered
    from planctl.rules.rule import Review


@rule("status", Severity.WARNING, limit="1", unit="cycles that ended without a report")
def stale_status(review: Review) -> Iterator[Finding]:
    """A status is older than the report that it stands in.

    ## What it finds
    Items whose last status is from an earlier cycle, where as many cycles have ended
    since in which they should have reported; one finding where most under one item are.
    What is complete or was given up stays so.
    ## Why it matters
    A reader takes last year's answer for today's. Plans that are watched often were
    found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
      - {id: T2, title: Train the coach}
    updates:
      - cycle: 2022-23/mid-year
        items:
          T1: in progress
      - cycle: 2023-24/mid-year
        items:
          T2: in progress
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
      - {id: T2, title: Train the coach}
    updates:
      - cycle: 2022-23/mid-year
        items:
          T1: in progress
      - cycle: 2023-24/mid-year
        items:
          T1: complete
          T2: in progress
    ```
    """
    plan, standing = review.plan, review.standing
    among = [item for item in plan.items if item.is_reported_on]
    lacking = []
    for item in among:
        own = standing.own.get(item.position)
        if (
            own is not None
            and own.is_reported
            and own.missed
            and own.missed >= review.limit
        ):
            lacking.append(item)
    for group in gather(plan, lacking, among):
        yield _finding(review, group)


def _finding(review: Review, group: Gathered) -> Finding:
    plan, standing = review.plan, review.standing
    first = plan.items[group.items[0]]
    own = standing.own[first.position]
    cycle = standing.cycle.id
    remedy = f"report them anew in {cycle}"
    if len(group.items) == 1:
        times = "a cycle" if own.missed == 1 else f"{own.missed} cycles"
        return Finding(
            first.record,
            (),
            f"{plan.name(first)} was last reported in {own.update.cycle.id}; "
            f"{times} ended since",
            f"report it anew in {cycle}",
        )
    several = f"{len(group.items)} of the {group.of} {plan.level(first).several}"
    if group.under is None:
        message = f"{several} have a status from before {cycle}"
        return Finding(plan.info, (), message, remedy)
    above = plan.items[group.under]
    message = f"{several} under {plan.name(above)} have a status from before {cycle}"
    return Finding(above.record, (), message, remedy)
