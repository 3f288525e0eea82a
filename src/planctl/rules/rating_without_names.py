"""A rating has a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("status", Severity.ADVICE)
def rating_without_names(review: Review) -> Iterator[Finding]:
    """Ratings are numbers, and nothing says what they mean.

    ## What it finds
    `ratings:` of this plan with levels that are plain numbers and have no `names`. One
    finding for the scale.
    ## Why it matters
    A reader cannot tell whether 2 of 3 is good, and two raters mean two things by it.
    ## Bad
    ```yaml
    ratings:
      levels: [1, 2, 3]
    ```
    ## Good
    ```yaml
    ratings:
      levels: [1, 2, 3]
      names: {1: Emerging, 2: Growing, 3: Strong}
    ```
    """
    plan = review.plan
    if plan.ratings is None or not plan.places.is_here(plan.ratings):
        return
    names = plan.ratings.names
    bare = [one for one in plan.ratings.levels if one.isdigit() and one not in names]
    if bare:
        yield Finding(
            plan.ratings,
            ("levels",),
            f"nothing says what a rating of {' or '.join(bare)} means",
            "add `names:`, one for each, such as `1: Emerging`",
        )
