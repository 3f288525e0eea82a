"""A level that is declared has items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("numbering", Severity.ADVICE)
def unused_level(review: Review) -> Iterator[Finding]:
    """A level is declared and has no items.

    ## What it finds
    A level under `levels:` of this plan to which no item belongs. Silent while the
    plan has no items at all, and about levels of a plan that it uses.
    ## Why it matters
    A part of the plan was not written yet, or stands elsewhere under another name.
    ## Bad
    ```yaml
    levels: {goals: Goal, milestones: Milestone, tasks: Task}
    goals:
      - id: G1
        title: Every child reads
        tasks: {id: T1, title: Hire a coach}
    ```
    ## Good
    ```yaml
    levels: {goals: Goal, tasks: Task}
    goals:
      - id: G1
        title: Every child reads
        tasks: {id: T1, title: Hire a coach}
    ```
    """
    plan = review.plan
    used = {item.level for item in plan.items}
    for key, level in plan.levels.items():
        if used and key not in used and plan.places.is_here(level):
            yield Finding(
                level,
                (),
                f"the plan has no {level.several}",
                f"write them under `{key}:`, or take the level out",
                subject=key,
            )
