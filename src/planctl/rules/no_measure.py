"""Goals whose neighbours are measured are measured, too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.gather import Gathered
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review

_MEASURED = re.compile(r"\b(?:measurable|metrics?|indicators?|KPIs?)\b", re.IGNORECASE)
_FEWEST_ITEMS = 3
# Where so many have success criteria, `missing-parts` tells of those without.
_MOST, _NEARLY_ALL = 10, 80
_EXPECTED = frozenset({"measures", "success_criteria"})


@rule("measures", Severity.WARNING)
def no_measure(review: Review) -> Iterator[Finding]:
    """Nothing says how one will know that a goal was reached.

    ## What it finds
    Items without measures and success criteria, there, below, or at what serves them,
    and without a due date, on a level where most have some; and, in English plans, on a
    level that is called measurable, an indicator or a metric. One finding where most of
    a level, or of what stands under one item, lack it. `missing-expected` tells of
    levels that expect it, `missing-parts` where nearly all have success criteria.
    ## Why it matters
    At the end everybody may say that it was reached. Plans with measurable goals were
    found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - {id: G1, title: Every child reads, success_criteria: Reading scores rise}
      - {id: G2, title: Every child counts, success_criteria: Math scores rise}
      - {id: G3, title: Every child belongs}
    ```
    ## Good
    ```yaml
    goals:
      - {id: G1, title: Every child reads, success_criteria: Reading scores rise}
      - {id: G2, title: Every child counts, success_criteria: Math scores rise}
      - {id: G3, title: Every child belongs, success_criteria: Absences fall}
    ```
    """
    plan = review.plan
    measured = _measured(plan)
    is_english = plan.info.language.lower().partition("-")[0] == "en"
    for key, among in review.shared.by_level.items():
        level = plan.levels[key]
        if not _EXPECTED.isdisjoint(level.expects):
            continue
        claims = (
            is_english
            and len(among) >= _FEWEST_ITEMS
            and _MEASURED.search(level.name) is not None
        )
        if not claims and not _is_rare(among, measured):
            continue
        lacking = [
            item for item in among if not measured[item.position] and item.due is None
        ]
        for group in gather(plan, lacking, among):
            yield _finding(plan, group)


def _measured(plan: LinkedPlan) -> list[bool]:
    """For each item, whether one will know: by a measure or a criterion."""
    found = [
        bool(item.record.measures or item.record.success_criteria)
        for item in plan.items
    ]
    for item in plan.items:
        for cited in item.aligns_to if item.record.measures else ():
            if cited.item is not None:
                found[cited.item] = True
    for item in reversed(plan.items):
        if item.parent is not None and found[item.position]:
            found[item.parent] = True
    return found


def _is_rare(among: list[LinkedItem], measured: list[bool]) -> bool:
    """Whether most items have a measure, but not nearly all of them criteria."""
    if sum(measured[item.position] for item in among) * 2 <= len(among):
        return False
    criteria = sum(bool(item.record.success_criteria) for item in among)
    return criteria < _MOST or criteria * 100 < _NEARLY_ALL * len(among)


def _finding(plan: LinkedPlan, group: Gathered) -> Finding:
    first = plan.items[group.items[0]]
    if len(group.items) == 1:
        return Finding(
            first.record,
            (),
            f"nothing says how {plan.name(first)} is measured",
            "add `measures:`, or `success_criteria:` in words",
        )
    several = plan.level(first).several
    where = ""
    if group.under is not None:
        where = f" under {plan.name(plan.items[group.under])}"
    return Finding(
        first.record,
        (),
        f"{len(group.items)} of the {group.of} {several}{where} name no measure and "
        "no due date",
        "say in numbers or words how one will know, under `measures:` or "
        "`success_criteria:`",
    )
