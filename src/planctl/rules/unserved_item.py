"""Of the aims that others serve, none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def unserved_item(review: Review) -> Iterator[Finding]:
    """Nothing serves an aim, and others like it are served.

    ## What it finds
    Items at the top of the plan, with nothing below them, that no alignment names
    where most of their level are named. One finding for each level. Where a level
    expects `cited`, missing-expected tells of it.
    ## Why it matters
    The plan says that it matters and has no work for it. The alignment of what is done
    with what is aimed at is one of the twelve domains of WestEd's rubric for
    school improvement plans.
    ## Bad
    ```yaml
    levels: {priorities: {name: Priority}, tasks: {name: Task}}
    priorities:
      - {id: P1, title: Literacy}
      - {id: P2, title: Safety}
      - {id: P3, title: Finance}
    tasks:
      - {id: T1, title: Hire a coach, aligns_to: [P1, P2]}
    ```
    ## Good
    ```yaml
    levels: {priorities: {name: Priority}, tasks: {name: Task}}
    priorities:
      - {id: P1, title: Literacy}
      - {id: P2, title: Safety}
      - {id: P3, title: Finance}
    tasks:
      - {id: T1, title: Hire a coach, aligns_to: [P1, P2]}
      - {id: T2, title: Publish the budget, aligns_to: P3}
    ```
    """
    plan = review.plan
    aims: dict[str, list[LinkedItem]] = {}
    for item in plan.top:
        if not item.children and "cited" not in plan.level(item).expects:
            aims.setdefault(item.level, []).append(item)
    named = plan.cited if aims else frozenset()
    for items in aims.values():
        left = [item for item in items if item.position not in named]
        served = len(items) - len(left)
        if not left or served <= len(left):
            continue
        first, level = left[0], plan.level(left[0])
        what = f"{level.name} {first.number}"
        if len(left) > 1:
            what = f"{len(left)} {level.several}"
        yield Finding(
            first.record,
            (),
            f"nothing in the plan serves {what}; the other {served} are served",
            f"name {first.id} under `aligns_to:` of what is done for it, or say why "
            "nothing is",
            related=tuple((one.record, (), "nor this one") for one in left[1:]),
        )
