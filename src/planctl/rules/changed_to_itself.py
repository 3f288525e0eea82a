"""What is changed becomes something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

# Behind what is changed: “renamed”, “restructured”.
_PARTICIPLE = re.compile(r" \w+ed\Z")
_FEWEST_WORDS = 2


@rule("wording", Severity.WARNING)
def changed_to_itself(review: Review) -> Iterator[Finding]:
    """Something is to be changed to what it is.

    ## What it finds
    In English plans, a title that ends with the same words behind “to” as before it,
    two at least: “Role of Head Coach changed to Head Coach”.
    ## Why it matters
    One of the two names is wrong, and nobody can say which.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Rename the Office of Family Outreach to Office of Family Outreach
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Rename the Office of Family Outreach to Office of Family Engagement
    ```
    """
    plan = review.plan
    if not plan.is_english:
        return
    for position, title in enumerate(review.shared.titles):
        before, to, behind = title.rpartition(" to ")
        if not to or behind.count(" ") + 1 < _FEWEST_WORDS or behind not in before:
            continue
        changed = f" {_PARTICIPLE.sub('', before)}"
        if changed.endswith(f" {behind}"):
            item = plan.items[position]
            yield Finding(
                item.record,
                ("title",),
                f"{plan.name(item)} changes something to what it is",
                "name what it is to be, or what it is now",
                part=item.title[item.title.rfind(" to ") + 1 :],
                word=behind,
            )
