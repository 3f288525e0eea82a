"""A rating is one of the plan's ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("status", Severity.WARNING)
def rating_scale(review: Review) -> Iterator[Finding]:
    """A rating is not one of the plan's ratings.

    ## What it finds
    A `rating` that is none of the `levels` under `ratings`, or any rating in a plan
    that declares none.
    ## Why it matters
    Nobody can say whether it is high or low.
    ## Bad
    ```yaml
    ratings:
      levels: [1, 2, 3]
    updates:
      cycle: as-published
      plan:
        rating: 4
    ```
    ## Good
    ```yaml
    ratings:
      levels: [1, 2, 3]
    updates:
      cycle: as-published
      plan:
        rating: 3
    ```
    """
    plan = review.plan
    levels = plan.ratings.levels if plan.ratings else ()
    for update in plan.updates:
        if update.rating is None or update.rating in levels or update.record is None:
            continue
        if update.covered_by is not None:
            continue
        item = plan.items[update.item] if update.item is not None else None
        name = plan.name(item) if item else "the plan"
        known = ", ".join(levels)
        yield Finding(
            update.record,
            ("rating",),
            f"{name} has a rating that is not in the scale: “{update.rating}”",
            f"the ratings of this plan are {known}" if known else "declare `ratings:`",
            subject=item.id if item else plan.info.id,
            word=update.rating,
        )
