"""Work has an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.gather import Gathered
    from planctl.link import LinkedPlan
    from planctl.rules.rule import Review

_PEOPLE = frozenset({"responsible", "accountable"})


@rule("people", Severity.WARNING)
def no_owner(review: Review) -> Iterator[Finding]:
    """Nobody is named for work whose neighbours have somebody.

    ## What it finds
    Items for which nobody is responsible or accountable, there or above, on a level
    where most have somebody; one finding where several under one item lack it.
    `missing-expected` tells of levels that expect it, and speaks for what is below.
    ## Why it matters
    Nobody will be asked for it, and nobody will answer.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach, responsible: Principals}
      - {id: T2, title: Train the coach, responsible: Principals}
      - {id: T3, title: Visit classes}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach, responsible: Principals}
      - {id: T2, title: Train the coach, responsible: Principals}
      - {id: T3, title: Visit classes, responsible: Coaches}
    ```
    """
    plan = review.plan
    levels = plan.levels.items()
    expecting = {key for key, one in levels if not _PEOPLE.isdisjoint(one.expects)}
    expected: list[bool] = []
    for item in plan.items:
        above = item.parent is not None and expected[item.parent]
        expected.append(above or item.level in expecting)
    for among in review.shared.by_level.values():
        lacking = [
            item for item in among if not expected[item.position] and not plan.who(item)
        ]
        if lacking and len(lacking) * 2 < len(among):
            for group in gather(plan, lacking, among):
                yield _finding(plan, group)


def _finding(plan: LinkedPlan, group: Gathered) -> Finding:
    first = plan.items[group.items[0]]
    if len(group.items) == 1 or group.under is None:
        message = f"nobody is named for {plan.name(first)}"
        return Finding(first.record, (), message, "add `responsible:`")
    above = plan.items[group.under]
    return Finding(
        above.record,
        (),
        f"nobody is named for {len(group.items)} of the {group.of} "
        f"{plan.level(first).several} under {plan.name(above)}",
        f"add `responsible:` to each, or once to {above.number}",
    )
