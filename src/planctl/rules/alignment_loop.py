"""Alignments lead upwards, to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.loops import find_loops
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def alignment_loop(review: Review) -> Iterator[Finding]:
    """Items serve each other in a circle.

    ## What it finds
    An alignment that leads back to where it began: to the item itself, to something
    that serves it, or to a part of it. One finding for each circle.
    ## Why it matters
    Nobody can say what is the aim and what is the work for it.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        aligns_to: T2
      - id: T2
        title: Train the coach
        aligns_to: T1
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
    tasks:
      - id: T1
        title: Hire a coach
        aligns_to: G1
      - id: T2
        title: Train the coach
        aligns_to: G1
    ```
    """
    items = review.plan.items
    ends: list[int] = []
    found: dict[int, list[int]] = {}
    for item in items:
        if not item.aligns_to:
            continue
        cited = [one.item for one in item.aligns_to if one.item is not None]
        if item.children:
            ends = ends or _ends(items)
            parts = [one for one in cited if item.position < one < ends[item.position]]
            if parts:
                yield _finding(items, item, parts[0], "its own part")
                cited = [one for one in cited if one not in parts]
        # What serves nothing itself leads nowhere.
        serving = [one for one in cited if items[one].aligns_to]
        if serving:
            found[item.position] = serving
    if not found:
        return
    for loop in find_loops([found.get(item.position, []) for item in items]):
        item = items[loop[0]]
        if len(loop) == 1:
            yield _finding(items, item, item.position, "itself")
        else:
            names = ", then ".join(items[one].id for one in (*loop[1:], loop[0]))
            yield _finding(items, item, loop[1], names)


def _ends(items: tuple[LinkedItem, ...]) -> list[int]:
    """For each item, the position behind the last item below it."""
    ends = [item.position + 1 for item in items]
    for item in reversed(items):
        if item.parent is not None:
            ends[item.parent] = max(ends[item.parent], ends[item.position])
    return ends


def _finding(
    items: tuple[LinkedItem, ...], item: LinkedItem, to: int, what: str
) -> Finding:
    place = next(n for n, one in enumerate(item.aligns_to) if one.item == to)
    other = items[to]
    serves = f"{what} {other.id}" if what == "its own part" else what
    return Finding(
        item.record,
        ("aligns_to", place, "id"),
        f"{item.id} serves {serves}",
        "remove the alignment that leads back; what serves an aim names the aim",
        related=((other.record, (), f"{other.id} is here"),) if other != item else (),
    )
