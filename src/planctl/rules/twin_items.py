"""One piece of work has one date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


_PAIR = 2
_FEWEST_WORDS = 3


@rule("structure", Severity.ADVICE)
def twin_items(review: Review) -> Iterator[Finding]:
    """Two items in different places read the same and have different dates.

    ## What it finds
    Two items of one level with titles of the same words, three at least, under two
    different items, where `due` differs. What stands three times or more is taken for
    a step that is repeated on purpose.
    ## Why it matters
    A reader cannot tell whether it is one piece of work of two offices, and when it is
    done.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        tasks: {id: T1, title: Audit of all libraries, due: Fall 2024}
      - id: G2
        title: Every child counts
        tasks: {id: T2, title: Audit of all libraries, due: Spring 2025}
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        tasks: {id: T1, title: Audit of all libraries, due: Fall 2024}
      - id: G2
        title: Every child counts
        tasks: {id: T2, title: Audit of all labs, due: Spring 2025}
    ```
    """
    plan = review.plan
    titles = review.shared.titles
    same: dict[tuple[str, str], list[LinkedItem]] = {}
    for item in plan.items:
        if item.due is not None and item.parent is not None:
            same.setdefault((item.level, titles[item.position]), []).append(item)
    for (_, title), items in same.items():
        if len(items) != _PAIR or len(title.split()) < _FEWEST_WORDS:
            continue
        first, second = items
        dues = [item.due.text if item.due else "" for item in items]
        if first.parent == second.parent or dues[0] == dues[1]:
            continue
        name = plan.level(first).name
        yield Finding(
            second.record,
            ("due",),
            f"{name} {first.number} under {_above(review, first)} reads the same "
            f"and is due {dues[0]}, not {dues[1]}",
            "if it is one piece of work give it once; if not say how they differ",
            related=((first.record, ("due",), f"{first.id} is here"),),
        )


def _above(review: Review, item: LinkedItem) -> str:
    return review.plan.items[item.parent].id if item.parent is not None else ""
