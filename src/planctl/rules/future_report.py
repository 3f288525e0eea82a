"""What was reported was reported by today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("status", Severity.WARNING)
def future_report(review: Review) -> Iterator[Finding]:
    """A report is dated after the day on which one stands.

    ## What it finds
    A `date` of a report, or of an entry in it, after today (or after `--as-of`); one
    finding for each date that is written.
    ## Why it matters
    What is reported there does not count until that day comes. A year that is wrong
    hides a whole cycle.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
    updates:
      cycle: 2023-24/mid-year
      date: 2062-02-10
      items:
        T1: Completed
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
    updates:
      cycle: 2023-24/mid-year
      date: 2024-02-10
      items:
        T1: Completed
    ```
    """
    plan, standing = review.plan, review.standing
    told: set[int] = set()
    for update in plan.updates:
        entry = update.record
        record = entry if entry is not None and entry.date else update.report
        late = update.date is not None and update.date > standing.as_of
        if not late or id(record) in told:
            continue
        told.add(id(record))
        name = plan.items[update.item].id if update.item is not None else "the plan"
        yield Finding(
            record,
            ("date",),
            f"{update.cycle.id} is reported on {update.date}, "
            f"after {standing.as_of}: it does not count until then",
            "correct the year, or leave the date out",
            subject=name,
            word=str(update.date),
        )
