"""Items of one level have the same kinds of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


_FEWEST = 4


@rule("numbering", Severity.WARNING, limit="80", unit="percent of a level")
def missing_parts(review: Review) -> Iterator[Finding]:
    """An item has no parts of a kind that nearly all others of its level have.

    ## What it finds
    An action without a benchmark where four other actions at least, and four of five,
    have some. One finding for each item, with all that it lacks.
    ## Why it matters
    Nobody can say how far the work is, and a reader wonders whether something was lost.
    ## Bad
    ```yaml
    levels: {goals: Goal, tasks: Task}
    goals:
      - {id: G1, title: Literacy, tasks: {id: T1, title: Hire a coach}}
      - {id: G2, title: Numeracy, tasks: {id: T2, title: Count books}}
      - {id: G3, title: Belonging, tasks: {id: T3, title: Greet}}
      - {id: G4, title: Health, tasks: {id: T4, title: Walk}}
      - {id: G5, title: Families}
    ```
    ## Good
    ```yaml
    levels: {goals: Goal, tasks: Task}
    goals:
      - {id: G1, title: Literacy, tasks: {id: T1, title: Hire a coach}}
      - {id: G2, title: Numeracy, tasks: {id: T2, title: Count books}}
      - {id: G3, title: Belonging, tasks: {id: T3, title: Greet}}
      - {id: G4, title: Health, tasks: {id: T4, title: Walk}}
      - {id: G5, title: Families, tasks: {id: T5, title: Invite}}
    ```
    """
    plan = review.plan
    by_level: dict[str, list[LinkedItem]] = {}
    has: dict[tuple[str, str], set[int]] = {}
    for item in plan.items:
        by_level.setdefault(item.level, []).append(item)
        if item.parent is not None:
            key = (plan.items[item.parent].level, item.level)
            has.setdefault(key, set()).add(item.parent)
    lacks: dict[int, list[str]] = {}
    for (level, part), those in has.items():
        among = by_level[level]
        share = len(those) * 100 / len(among)
        if level == part or len(those) < _FEWEST or share < review.limit:
            continue
        for item in among:
            if item.position not in those:
                lacks.setdefault(item.position, []).append(part)
    for position, parts in lacks.items():
        item = plan.items[position]
        kind = plan.level(item)
        count = min(len(has[item.level, part]) for part in parts)
        names = " and no ".join(plan.levels[part].several for part in parts)
        yield Finding(
            item.record,
            (),
            f"{kind.name} {item.number} has no {names}; "
            f"{count} other {kind.several} have some",
            "add what is missing, or say why there is nothing",
        )
