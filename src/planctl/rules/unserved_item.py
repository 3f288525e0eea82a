"""Of the aims that others serve, none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import few
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review

_NAMED = 5


@rule("references", Severity.WARNING)
def unserved_item(review: Review) -> Iterator[Finding]:
    """Nothing serves an aim, and others like it are served.

    ## What it finds
    Items with nothing below them that no alignment names, where most such items of
    their level are named. One finding for each level. Below the top of a plan, what has
    an owner, a time or a status of its own is work and no aim. A wording cited beside
    another's id counts: citation-of-another tells of it. Where a level expects
    `cited`, missing-expected does.
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
    cited = plan.cited
    if not cited:
        return
    meant = {one.words_of for one in review.shared.other_words}
    served = {position for position in cited | meant if position is not None}
    levels = {plan.items[position].level for position in cited}
    for level in plan.levels:
        if level not in levels or "cited" in plan.levels[level].expects:
            continue
        among = [one for one in review.shared.by_level[level] if not one.children]
        count = sum(one.position in served for one in among)
        if count * 2 <= len(among):
            continue
        left = [
            one
            for one in among
            if not _is_served(plan, one, served) and not _is_work(review, one)
        ]
        if left:
            yield _finding(plan, left, count, len(among))


def _is_served(plan: LinkedPlan, item: LinkedItem, served: set[int]) -> bool:
    """Whether something serves an item, or what it stands under."""
    return item.position in served or not served.isdisjoint(plan.above(item.position))


def _is_work(review: Review, item: LinkedItem) -> bool:
    """Whether an item below others is done by somebody, at some time."""
    return item.parent is not None and bool(
        item.responsible
        or item.accountable
        or item.record.due
        or item.record.period
        or review.standing.is_reported(item)
    )


def _finding(plan: LinkedPlan, left: list[LinkedItem], served: int, of: int) -> Finding:
    first, level = left[0], plan.level(left[0])
    message = (
        f"nothing in the plan serves {level.name} {first.number}; "
        f"{served} others are served"
    )
    if len(left) > 1:
        ids = few([item.id for item in left], _NAMED)
        several = f"{len(left)} of the {of} {level.several}"
        message = f"nothing in the plan serves {several}: {ids}"
    return Finding(
        first.record,
        (),
        message,
        f"name {first.id} under `aligns_to:` of what is done for it, or say why "
        "nothing is",
        related=tuple((one.record, (), "nor this one") for one in left[1:_NAMED]),
    )
