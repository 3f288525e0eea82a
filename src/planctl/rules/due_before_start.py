"""Nothing is due before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


@rule("time", Severity.ERROR)
def due_before_start(review: Review) -> Iterator[Finding]:
    """An item is due before it starts.

    ## What it finds
    A `due` that ends before the item's own `period` begins, or before the period of
    what it stands under; and a `period` that ends before that one begins. Of two
    readings the later counts. `outside-period` tells of the plan's own period.
    ## Why it matters
    One of the two dates is wrong, and the work is overdue before anyone may begin.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        period: 2025-26
        due: June 2025
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        period: 2025-26
        due: June 2026
    ```
    """
    plan = review.plan
    begins = plan.period.start if plan.period else None
    for item, field, timing in review.shared.times:
        end = timing.end
        if (field == "period" and item.due) or end is None:
            continue
        if begins is not None and end < begins:
            continue
        runs = item if item.due else None
        if item.period is None or runs is None:
            runs = plan.items[item.parent] if item.parent is not None else None
        outer = _runs_by_itself(review, runs)
        start = outer.period.start if outer and outer.period else None
        if outer is not None and start is not None and end < start:
            yield _finding(review, item, outer)


def _runs_by_itself(review: Review, item: LinkedItem | None) -> LinkedItem | None:
    """The item whose own period holds for this one."""
    if item is None or item.runs_from is None:
        return None
    return review.plan.items[item.runs_from]


def _finding(review: Review, item: LinkedItem, outer: LinkedItem) -> Finding:
    plan = review.plan
    field, timing = ("due", item.due) if item.due else ("period", item.period)
    verb = "is due" if item.due else "ends"
    what = "it" if outer is item else plan.name(outer)
    return Finding(
        item.record,
        (field,),
        f"{plan.name(item)} {verb} before {what} starts: "
        f"{timing.text if timing else item.last_day}",
        f"correct one of the two; {what} starts on "
        f"{outer.period.start if outer.period else ''}",
        related=((outer.record, ("period",), "starts here"),),
    )
