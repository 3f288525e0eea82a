"""Items that are reported on have a status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.progress.standing import Standing
    from planctl.rules.rule import Review


@rule("status", Severity.WARNING)
def no_status(review: Review) -> Iterator[Finding]:
    """Nothing was reported for an item in the latest cycle.

    ## What it finds
    Items of a level that expects a status, due to report, for which no status holds;
    one finding where most under one item have none. A percentage alone is no status.
    Silent as long as nothing was reported for the plan at all, and in a cycle that
    ended before the plan begins.
    ## Why it matters
    A reader cannot tell work that was not done from work that was not reported.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
      - id: T2
        title: Train the coach
    updates:
      cycle: as-published
      items:
        T1: Completed
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
      - id: T2
        title: Train the coach
    updates:
      cycle: as-published
      items:
        T1: Completed
        T2: Not started
    ```
    """
    plan, standing = review.plan, review.standing
    if not any(update.known_on <= standing.as_of for update in plan.updates):
        return
    begins = plan.period.start if plan.period else None
    ended = standing.cycle.end
    if begins is not None and ended is not None and ended < begins:
        # The results of the years before, as a new plan prints them.
        return
    among = [item for item in plan.items if item.is_reported_on]
    lacking = [
        item
        for item in among
        if item.position in standing.due and not standing.is_reported(item)
    ]
    silent = []
    for item in lacking:
        own = standing.own.get(item.position)
        if own is None or own.percent is None or own.update.record is None:
            silent.append(item)
            continue
        yield Finding(
            own.update.record,
            ("percent_complete",),
            f"{plan.name(item)} has a percentage and no status in {own.cycle.id}",
            "add the `status:` that goes with it; a percentage alone does not count",
            subject=item.id,
        )
    for group in gather(plan, silent, among):
        yield _finding(plan, standing, group.under, group.items, group.of)


def _finding(
    plan: LinkedPlan,
    standing: Standing,
    under: int | None,
    items: tuple[int, ...],
    of: int,
) -> Finding:
    first = plan.items[items[0]]
    cycle = standing.cycle.id
    remedy = f"report them in {cycle}, or say why not with an ignore comment"
    if len(items) == 1:
        name = plan.name(first)
        return Finding(
            first.record,
            (),
            f"{name} has no status in {cycle}",
            f"report it under `updates:`, `{first.id}: ...`",
        )
    levels = {plan.items[position].level for position in items}
    several = plan.level(first).several if len(levels) == 1 else "items"
    if under is None:
        return Finding(
            plan.info,
            (),
            f"{len(items)} of the {of} {several} have no status in {cycle}",
            remedy,
        )
    item = plan.items[under]
    name = plan.name(item)
    return Finding(
        item.record,
        (),
        f"{len(items)} of the {of} {several} under {name} have no status in {cycle}",
        remedy,
    )
