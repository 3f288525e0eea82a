"""Items of one level stand under the same level."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


_FEWEST = 3


@rule("structure", Severity.WARNING)
def skipped_level(review: Review) -> Iterator[Finding]:
    """An item skips the level under which the others of its kind stand.

    ## What it finds
    An item at the top of the plan, or directly under a goal, where most of its level
    (three at least) stand under a strategy, and strategies stand where it stands. One
    finding for all items of a level that skip the same one.
    ## Why it matters
    Its status counts for no strategy, and in print it looks as if it were one.
    ## Bad
    ```yaml
    levels: {tasks: Task, steps: Step, checks: Check}
    tasks:
      - id: T1
        title: Hire a coach
        steps:
          - id: S1
            title: Interviews
            checks:
              - {id: C1, title: Rooms are booked}
              - {id: C2, title: Letters are sent}
              - {id: C3, title: Questions are chosen}
        checks:
          - {id: C4, title: The posting is online}
    ```
    ## Good
    ```yaml
    levels: {tasks: Task, steps: Step, checks: Check}
    tasks:
      - id: T1
        title: Hire a coach
        steps:
          - id: S1
            title: Interviews
            checks:
              - {id: C1, title: Rooms are booked}
              - {id: C2, title: Letters are sent}
              - {id: C3, title: Questions are chosen}
          - id: S2
            title: Posting
            checks:
              - {id: C4, title: The posting is online}
    ```
    """
    plan = review.plan
    above = {
        level: Counter(_level_above(plan, item) for item in items)
        for level, items in review.shared.by_level.items()
    }
    for level, counts in above.items():
        usual, often = counts.most_common(1)[0]
        if usual in (None, level) or often < _FEWEST or often * 2 <= counts.total():
            continue
        for skips in counts:
            if skips in (usual, level):
                continue
            if skips is not None and skips not in above[str(usual)]:
                continue
            items = [
                item
                for item in plan.items
                if item.level == level and _level_above(plan, item) == skips
            ]
            yield _finding(plan, items, str(usual), often)


def _level_above(plan: LinkedPlan, item: LinkedItem) -> str | None:
    return None if item.parent is None else plan.items[item.parent].level


def _finding(
    plan: LinkedPlan, items: list[LinkedItem], usual: str, often: int
) -> Finding:
    first, level = items[0], plan.level(items[0])
    what = f"{level.name} {first.number} stands"
    if len(items) > 1:
        what = f"{len(items)} {level.several} stand"
    where = "at the top of the plan"
    if first.parent is not None:
        above = plan.items[first.parent]
        where = f"directly under {plan.level(above).name} {above.number}"
        if any(item.parent != first.parent for item in items):
            where = f"directly under {plan.level(above).several}"
    name = plan.levels[usual].name
    return Finding(
        first.record,
        (),
        f"{what} {where}; {often} others stand under a {name}",
        f"put each under the {name} that it belongs to",
        related=tuple((one.record, (), "and this one") for one in items[1:4]),
    )
