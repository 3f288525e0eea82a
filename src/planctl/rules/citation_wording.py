"""A citation repeats what is cited word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.wording import OtherWords
    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def citation_wording(review: Review) -> Iterator[Finding]:
    """An id is cited in other words than its own.

    ## What it finds
    An alignment whose `text` is not the title of what it names: changed, or with words
    added. One finding for each item that is cited so. The text may go on with the
    item's description, and may be cut short with an ellipsis.
    ## Why it matters
    Where two parts of a plan say the same thing differently, each office follows
    another one.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: More families who take part
    tasks:
      - id: T1
        title: Hire a coach
        aligns_to:
          - id: G1
            text: A higher share of families who take part
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: More families who take part
    tasks:
      - id: T1
        title: Hire a coach
        aligns_to:
          - id: G1
            text: More families who take part
    ```
    """
    plan = review.plan
    by_id: dict[str, list[OtherWords]] = {}
    for one in review.shared.other_words:
        if one.words_of is None:
            by_id.setdefault(one.cited.id, []).append(one)
    for name, places in by_id.items():
        first = places[0]
        position = first.cited.item
        often = f", in {len(places)} places" if len(places) > 1 else ""
        own = plan.items[position].record if position is not None else None
        yield Finding(
            first.item.record,
            first.path,
            f"{name} is cited in other words than its own{often}",
            f"write “{first.cited.title}”, or say what is meant in a note",
            related=((own, ("title",), "its own words"),) if own else (),
        )
