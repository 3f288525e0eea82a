"""What depends on something can come after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.loops import find_loops
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("references", Severity.ERROR)
def dependency_loop(review: Review) -> Iterator[Finding]:
    """Items wait for each other in a circle.

    ## What it finds
    Items under `depends_on` that depend on the item in turn, or that it is a part of.
    One finding for each circle.
    ## Why it matters
    None of them can begin.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        depends_on: T2
      - id: T2
        title: Train the coach
        depends_on: T1
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
      - id: T2
        title: Train the coach
        depends_on: T1
    ```
    """
    items = review.plan.items
    if not any(item.depends_on for item in items):
        return
    # A whole waits for its parts, as much as for what it depends on.
    links = [(*item.depends_on, *item.children) for item in items]
    for loop in find_loops(links):
        item, first = next(
            (items[one], items[following])
            for one, following in zip(loop, (*loop[1:], loop[0]), strict=True)
            if following in items[one].depends_on
        )
        what = "itself"
        if item != first:
            is_whole = item.position in first.children
            turn = "of which it is a part" if is_whole else f"and that for {item.id}"
            what = f"{first.id}, {turn}"
        yield Finding(
            item.record,
            ("depends_on",),
            f"{item.id} waits for {what}",
            "remove the dependency that is not meant",
            related=((first.record, (), f"{first.id} is here"),)
            if item != first
            else (),
        )
