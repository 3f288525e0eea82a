"""A citation's words are those of what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.wording import OtherWords
    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def citation_of_another(review: Review) -> Iterator[Finding]:
    """An id is cited with the words of another item.

    ## What it finds
    An alignment whose `text` is the title of an item other than the one whose `id`
    stands beside it. One finding for each such pair, however often it is repeated.
    ## Why it matters
    A reader cannot tell which of the two is served, and one of them is left without
    the work that is meant for it.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
      - id: G2
        title: Every child counts
    tasks:
      - id: T1
        title: Hire a coach
        aligns_to:
          - id: G1
            text: Every child counts
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
      - id: G2
        title: Every child counts
    tasks:
      - id: T1
        title: Hire a coach
        aligns_to:
          - id: G2
            text: Every child counts
    ```
    """
    plan = review.plan
    pairs: dict[tuple[str, int], list[OtherWords]] = {}
    for one in review.shared.other_words:
        if one.words_of is not None:
            pairs.setdefault((one.cited.id, one.words_of), []).append(one)
    for (name, position), places in pairs.items():
        first, meant = places[0], plan.items[position]
        often = f", in {len(places)} places" if len(places) > 1 else ""
        yield Finding(
            first.item.record,
            first.path,
            f"{name} is cited with the words of {meant.id}{often}",
            f"cite {meant.id}, or give the words of {name}",
            related=((meant.record, ("title",), f"the words are those of {meant.id}"),),
        )
