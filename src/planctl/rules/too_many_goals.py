"""A plan has a few goals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("quality", Severity.ADVICE, limit="5", unit="items of one level at the top")
def too_many_goals(review: Review) -> Iterator[Finding]:
    """The plan has more goals than people can attend to.

    ## What it finds
    More items at the top of the plan than the limit, of one level, that have something
    below them. One finding for each such level.
    ## Why it matters
    Where everything is a priority nothing is. Massachusetts' guide for district plans
    (Planning for Success) asks for three to five strategic objectives.
    ## Bad
    ```yaml
    goals:
      - {id: G1, title: Literacy, tasks: {id: T1, title: Hire a coach}}
      - {id: G2, title: Numeracy, tasks: {id: T2, title: Count books}}
      - {id: G3, title: Belonging, tasks: {id: T3, title: Greet}}
      - {id: G4, title: Health, tasks: {id: T4, title: Walk}}
      - {id: G5, title: Families, tasks: {id: T5, title: Invite}}
      - {id: G6, title: Buildings, tasks: {id: T6, title: Paint}}
    ```
    ## Good
    ```yaml
    goals:
      - {id: G1, title: Literacy, tasks: {id: T1, title: Hire a coach}}
      - {id: G2, title: Numeracy, tasks: {id: T2, title: Count books}}
      - {id: G3, title: Belonging, tasks: {id: T3, title: Greet}}
    ```
    """
    plan = review.plan
    counts = Counter(item.level for item in plan.top if item.children)
    for key, count in counts.items():
        if count > review.limit:
            level = plan.levels[key]
            yield Finding(
                plan.info,
                ("title",),
                f"the plan has {count} {level.several}",
                "choose the few that matter most, and put the rest below them",
                subject=key,
            )
