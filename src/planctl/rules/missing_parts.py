"""Items of one level have the same kinds of parts."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


_FEWEST = 4
_FEWEST_OF_FIELDS = 10
_FIELDS = {"success_criteria": "success criteria", "resources": "resources"}


@rule("structure", Severity.WARNING, limit="80", unit="percent of a level")
def missing_parts(review: Review) -> Iterator[Finding]:
    """An item has no parts of a kind that nearly all others of its level have.

    ## What it finds
    An action without a benchmark where four other actions at least, and four of five,
    have some. So with success criteria and resources, where ten others have them and
    the level does not say that it expects them. One finding for each item.
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
    has = _has(plan, review.shared.by_level)
    lacks: dict[int, list[str]] = {}
    for (level, what), those in has.items():
        among = review.shared.by_level[level]
        fewest = _FEWEST_OF_FIELDS if what in _FIELDS else _FEWEST
        share = len(those) * 100 / len(among)
        if level == what or len(those) < fewest or share < review.limit:
            continue
        if what not in plan.levels[level].expects:
            for item in among:
                if item.position not in those:
                    lacks.setdefault(item.position, []).append(what)
    for position in sorted(lacks):
        yield _finding(plan, plan.items[position], lacks[position], has)


def _has(
    plan: LinkedPlan, by_level: Mapping[str, Sequence[LinkedItem]]
) -> dict[tuple[str, str], set[int]]:
    """The positions of those who have something, by level and what it is."""
    has: dict[tuple[str, str], set[int]] = {}
    for level, among in by_level.items():
        for what in _FIELDS:
            value = attrgetter(what)
            has[level, what] = {one.position for one in among if value(one.record)}
    for level, among in by_level.items():
        for parent in {one.parent for one in among if one.parent is not None}:
            above = plan.items[parent].level
            has.setdefault((above, level), set()).add(parent)
    return has


def _finding(
    plan: LinkedPlan,
    item: LinkedItem,
    lacking: list[str],
    has: dict[tuple[str, str], set[int]],
) -> Finding:
    level = plan.level(item)
    count = min(len(has[item.level, what]) for what in lacking)
    names = [_FIELDS.get(what) or plan.levels[what].several for what in lacking]
    listed = " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return Finding(
        item.record,
        (),
        f"{level.name} {item.number} has no {listed}; "
        f"{count} other {level.several} have some",
        "add what is missing, or say why there is nothing",
    )
