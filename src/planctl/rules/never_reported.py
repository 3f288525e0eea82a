"""A plan that has begun is reported on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.ended_cycles import ended_cycles
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

_FEWEST_ITEMS = 10


@rule("status", Severity.ADVICE)
def never_reported(review: Review) -> Iterator[Finding]:
    """Nothing was ever reported for a plan that has begun.

    ## What it finds
    A plan of 10 items or more with a period in which at least one reporting cycle has
    ended, and no update at all. `bare-plan` tells of plans that lack more.
    ## Why it matters
    Nobody outside can tell what became of it. Plans that are watched often were found
    to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    plan: {id: p, title: Plan 2022-2024, period: 2022-2024}
    measures:
      - {id: readers, title: Children who read}
    tasks:
      - {id: T1, title: Task 1, responsible: Office, due: June 2023, measures: readers}
      - {id: T2, title: Task 2}
      - {id: T3, title: Task 3}
      - {id: T4, title: Task 4}
      - {id: T5, title: Task 5}
      - {id: T6, title: Task 6}
      - {id: T7, title: Task 7}
      - {id: T8, title: Task 8}
      - {id: T9, title: Task 9}
      - {id: T10, title: Task 10}
    ```
    ## Good
    ```yaml
    plan: {id: p, title: Plan 2022-2024, period: 2022-2024}
    tasks:
      - {id: T1, title: Task 1, responsible: Office, due: June 2023}
    updates:
      cycle: 2022-23/mid-year
      items:
        T1: in progress
    ```
    """
    plan = review.plan
    records = [item.record for item in plan.items]
    if plan.updates or len(records) < _FEWEST_ITEMS:
        return
    has_owner = any(one.responsible or one.accountable for one in records)
    has_date = any(one.due or one.period for one in records)
    if not (has_owner and has_date and any(one.measures for one in records)):
        return
    ended = sum(1 for _ in ended_cycles(plan, review.standing.as_of))
    if ended:
        times = "a reporting cycle has" if ended == 1 else f"{ended} cycles have"
        if not any(plan.places.is_written(cycle) for cycle in plan.cycles.values()):
            # The plan declares none: a reader would look for them in vain.
            usual = ", ".join(plan.cycles)
            times = f"{ended} of the usual cycles ({usual}) have"
            if ended == 1:
                times = f"one of the usual cycles ({usual}) has"
        yield Finding(
            plan.info,
            ("period",),
            f"nothing was ever reported for the plan, and {times} ended",
            "report under `updates:`, or say where the reports are kept",
        )
