"""A title is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("quality", Severity.ADVICE, limit="30", unit="words")
def long_title(review: Review) -> Iterator[Finding]:
    """A title is a paragraph.

    ## What it finds
    A title of more words than the limit; one finding where most items under one item,
    or in the whole plan, have such titles.
    ## Why it matters
    Reports show titles in tables and lists: readers look for the few words that tell
    one item from the next.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: >-
          Hire a reading coach for each of the eight elementary schools, so that all
          teachers of the grades from kindergarten to 3 plan lessons together each week
          and see one another teach at least once a month
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: A reading coach for each elementary school
        description: >-
          All teachers of the grades from kindergarten to 3 plan lessons together each
          week and see one another teach at least once a month.
    ```
    """
    plan, limit = review.plan, int(review.limit)
    long = [item for item in plan.items if item.title.count(" ") >= limit]
    for group in gather(plan, long, plan.items):
        first = plan.items[group.items[0]]
        if len(group.items) == 1:
            message = f"the title of {first.id} is longer than {limit} words"
        else:
            message = (
                f"{len(group.items)} of {group.of} titles are longer than {limit} words"
            )
        yield Finding(
            first.record,
            ("title",),
            message,
            "keep what names it, and move the rest to `description`",
        )
