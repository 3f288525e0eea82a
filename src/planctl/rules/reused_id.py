"""An id means one item for life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def reused_id(review: Review) -> Iterator[Finding]:
    """An id that one item had before is another item's id now.

    ## What it finds
    An id under `formerly` that an item of the plan has now.
    ## Why it matters
    In last year's report the same id means something else, so that nobody can follow
    one item from year to year.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        formerly: T2
      - id: T2
        title: Train the coach
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        formerly: T2
      - id: T3
        title: Train the coach
    ```
    """
    plan = review.plan
    for item in review.shared.having("formerly"):
        for place, one in enumerate(item.record.formerly):
            position = plan.index.get(one.id)
            if position is None:
                continue
            other = plan.items[position]
            path = ("formerly", place, "id")
            if other == item:
                yield Finding(
                    item.record, path, f"{item.id} has this id still", "remove it"
                )
                continue
            yield Finding(
                item.record,
                path,
                f"{one.id} was {item.id} before, and is another item now",
                f"give the other item an id that was never used; what names {one.id} "
                "is read as meaning that one",
                related=((other.record, ("id",), f"{one.id} is this item now"),),
                word=one.id,
            )
