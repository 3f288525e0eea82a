"""A target falls due while the work for it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("time", Severity.ADVICE)
def target_after_period(review: Review) -> Iterator[Finding]:
    """A target is due only after the work that it stands in has ended.

    ## What it finds
    Items with a period of their own, or from what they stand under, whose first target
    has a date after that period ends; one finding for each level.
    ## Why it matters
    When the work ends nobody can say whether it was enough. Plans with timely goals
    were found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        period: 2023-24
        measures:
          - id: readers
            title: Children who read
            unit: percent
            targets: 60% by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        period: 2023-24
        measures:
          - id: readers
            title: Children who read
            unit: percent
            targets: 50% by 2024; 60% by 2026
    ```
    """
    plan = review.plan
    first: dict[int, Promise] = {}
    among: dict[int, LinkedItem] = {}
    near: set[int] = set()
    for promise in review.shared.promises:
        item = plan.items[promise.item] if promise.item is not None else None
        ends = item.runs.end if item and item.runs else None
        if item is None or ends is None or item.runs_from is None:
            continue
        among[item.position] = item
        days = [due.surely_by for due in promise.dues if due is not None]
        if any(day is not None and day <= ends for day in days) or not days:
            near.add(item.position)
        else:
            first.setdefault(item.position, promise)
    late: dict[str, list[LinkedItem]] = {}
    for place, item in sorted(among.items()):
        if place not in near:
            late.setdefault(item.level, []).append(item)
    for items in late.values():
        yield _finding(plan, items, first[items[0].position])


def _finding(plan: LinkedPlan, items: list[LinkedItem], promise: Promise) -> Finding:
    item = items[0]
    ends = item.runs.end if item.runs else None
    message = f"the target of {plan.name(item)} is due after the work ends ({ends})"
    if len(items) > 1:
        message = (
            f"{len(items)} {plan.level(item).several} have targets due only after "
            f"their work ends, such as {item.id} ({ends})"
        )
    outer = plan.items[item.runs_from or 0]
    others = tuple((one.record, (), "and this") for one in items[1:3])
    return Finding(
        promise.record,
        promise.path,
        message,
        "add a step for the end of the work: `50% by 2024; 60% by 2026`",
        related=((outer.record, ("period",), "the work ends here"), *others),
        subject=item.id,
    )
