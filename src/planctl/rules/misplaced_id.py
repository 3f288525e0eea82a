"""A number says under what an item stands."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review

# An id has full stops, hyphens and underscores beside these.
_LETTERS_AND_DIGITS = string.ascii_letters + string.digits


@rule("numbering", Severity.WARNING)
def misplaced_id(review: Review) -> Iterator[Finding]:
    """An item stands under one item and is numbered under another.

    ## What it finds
    An id such as 1.2.3 that stands under 1.3 where 1.2 is there, too, and of the same
    level. One finding for all that stand under the one and are numbered under the
    other. Silent where a `number` is printed.
    ## Why it matters
    Either the item or its number is at the wrong place, and a reader looks for it
    under the other one.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
      - id: G2
        title: Every child counts
        tasks:
          - id: G1.1
            title: Hire a coach
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
      - id: G2
        title: Every child counts
        tasks:
          - id: G2.1
            title: Hire a coach
    ```
    """
    plan = review.plan
    told: dict[tuple[int, int], list[LinkedItem]] = {}
    for item in plan.items:
        if item.parent is None or item.record.number:
            continue
        above = plan.items[item.parent]
        named = plan.index.get(item.id.rstrip(_LETTERS_AND_DIGITS)[:-1])
        if named is None or named in (item.position, above.position):
            continue
        if plan.items[named].level == above.level:
            told.setdefault((above.position, named), []).append(item)
    for (under, named), items in told.items():
        first, above, other = items[0], plan.items[under], plan.items[named]
        and_more = f" and {len(items) - 1} more stand" if len(items) > 1 else " stands"
        yield Finding(
            first.record,
            ("id",),
            f"{first.id}{and_more} under {above.id}, not under {other.id}",
            f"move it to {other.id}, or number it under {above.id}",
            related=((other.record, ("id",), f"{other.id} is here"),),
        )
