"""What comes first is due first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


@rule("time", Severity.ERROR)
def due_before_dependency(review: Review) -> Iterator[Finding]:
    """An item is due before what it depends on can be done.

    ## What it finds
    An item whose last day comes before the days begin on which an item under its
    `depends_on` is due. Times that overlap may still fit, and are not told.
    `outside-period` tells of what is due before the plan begins.
    ## Why it matters
    Nobody can keep both dates.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        due: Spring 2025
      - id: T2
        title: Train the coach
        due: Fall 2024
        depends_on: T1
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        due: Fall 2024
      - id: T2
        title: Train the coach
        due: Spring 2025
        depends_on: T1
    ```
    """
    plan = review.plan
    begins = plan.period.start if plan.period else None
    for item in plan.items:
        if not item.depends_on:
            continue
        end = item.last_day
        if end is not None and begins is not None and end < begins:
            continue
        for position in item.depends_on if end is not None else ():
            first = plan.items[position]
            start = _due_from(first)
            if end is None or start is None or end >= start:
                continue
            timing = first.due or first.period
            yield Finding(
                item.record,
                ("due",) if item.due else ("period",),
                f"{plan.name(item)} is due on {end}, before {plan.name(first)}, "
                "which comes first",
                f"move one of the two; {first.number} is due "
                f"{timing.text if timing else start}",
                related=(
                    (
                        first.record,
                        ("due",) if first.due else ("period",),
                        "comes first",
                    ),
                ),
                word=first.id,
            )


def _due_from(item: LinkedItem) -> date | None:
    """The first day on which it can be called done: of its last window."""
    if item.due is not None:
        windows = item.due.windows
        return max(window.start for window in windows) if windows else None
    return item.period.start if item.period else None
