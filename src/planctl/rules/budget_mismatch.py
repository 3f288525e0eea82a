"""Budgets add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.progress.budgets import Budget, find_budgets
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


@rule("budget", Severity.WARNING)
def budget_mismatch(review: Review) -> Iterator[Finding]:
    """A budget's parts do not add up to its total.

    ## What it finds
    A total that differs from the sum of its funds, of its categories, or of the items
    below; planned and actual amounts each. Silent where there is nothing to compare.
    ## Why it matters
    One of the two figures in the report is wrong.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        budget:
          - planned: 10,000
          - fund: Title I
            planned: 6,000
          - fund: Local
            planned: 5,000
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        budget:
          - planned: 11,000
          - fund: Title I
            planned: 6,000
          - fund: Local
            planned: 5,000
    ```
    """
    plan = review.plan
    for position, budget in sorted(find_budgets(plan).items()):
        yield from _findings(plan, plan.items[position], budget)


def _findings(plan: LinkedPlan, item: LinkedItem, budget: Budget) -> Iterator[Finding]:
    sums = {f"its {name} rows": money for name, money in budget.partitions.items()}
    sums["the items below it"] = budget.below
    for field in ("planned", "actual"):
        total = getattr(budget.own, field)
        others: dict[Decimal, list[str]] = {}
        for what, money in sums.items():
            parts = getattr(money, field)
            if total is not None and parts is not None and total != parts:
                others.setdefault(parts, []).append(what)
        for amount, parts in others.items():
            yield _finding(plan, item, field, " and ".join(parts), (total, amount))


def _finding(
    plan: LinkedPlan,
    item: LinkedItem,
    field: str,
    what: str,
    amounts: tuple[Decimal, Decimal],
) -> Finding:
    total, parts = amounts
    word = "planned" if field == "planned" else "spent"
    name = plan.name(item)
    place = next(
        place
        for place, row in enumerate(item.budget)
        if not (row.fund or row.category) and getattr(row, field) is not None
    )
    is_row = place >= len(item.record.budget)
    return Finding(
        item.budget[place] if is_row else item.record,
        (field,) if is_row else ("budget", place, field),
        f"{name} has {total:,} {word}, and {what} add up to {parts:,}",
        "correct one of the two; rows without fund and category are the total",
    )
