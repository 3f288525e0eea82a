"""What was spent stays near what was planned."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.model.item import BudgetRow
    from planctl.rules.rule import Review


@rule("budget", Severity.WARNING, limit="10", unit="percent of what was planned")
def budget_overspent(review: Review) -> Iterator[Finding]:
    """Far more was spent than was planned.

    ## What it finds
    A row of a budget whose `actual` amount is over its `planned` one by more than a
    share of it; one finding for each item.
    ## Why it matters
    A board asks where the money came from, and what was left undone for it.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        budget: {period: 2024-25, planned: 80000, actual: 160000}
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        budget: {period: 2024-25, planned: 80000, actual: 84000}
    ```
    """
    plan = review.plan
    for item in plan.items:
        if not item.budget:
            continue
        over = [
            (place, row)
            for place, row in enumerate(item.budget)
            if _share_over(row) > review.limit
        ]
        if not over:
            continue
        place, row = over[0]
        is_own = place < len(item.record.budget)
        yield Finding(
            item.record if is_own else row,
            ("budget", place, "actual") if is_own else ("actual",),
            f"{plan.name(item)} has {row.planned:,} planned and {row.actual:,} spent"
            f"{more_like_it(over)}",
            "correct one of the two, or say under `note:` what it was for",
            subject=item.id,
        )


def _share_over(row: BudgetRow) -> Decimal:
    """By how many percent of what was planned the spending is over it; 0 if not."""
    if row.actual is None or not row.planned or row.actual <= row.planned:
        return Decimal(0)
    return (row.actual - row.planned) * 100 / row.planned
