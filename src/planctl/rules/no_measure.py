"""Goals whose neighbours are measured are measured, too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import few, gather
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
    Items without measures and success criteria, there, directly above, below, or at
    what serves them, and without a due date, on a level where most have some; and, in
    English plans, without any there or below on a level that is called measurable, an
    indicator or a metric. One finding where most of a level, or of what stands under
    one item, lack it. Of items at the top with parts, those in which nothing is
    measured are told together where something is in another. `missing-expected` tells
    of levels that expect it, `missing-parts` where nearly all have success criteria,
    `bare-plan` where no item has a measure.
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
    plan, having = review.plan, review.shared.having
    own = [False] * len(plan.items)
    for item in (*having("measures"), *having("success_criteria")):
        own[item.position] = bool(item.record.measures or item.record.success_criteria)
    inside = _with_those_above(plan, own)
    known = _known(plan, own, inside)
    told: set[int] = set()
    for key, among in review.shared.by_level.items():
        level = plan.levels[key]
        claims = (
            plan.is_english
            and len(among) >= _FEWEST_ITEMS
            and _MEASURED.search(level.name) is not None
        )
        is_expected = not _EXPECTED.isdisjoint(level.expects)
        if not claims and not is_expected and not _is_rare(among, inside):
            continue
        has = inside if claims else known
        lacking = [item for item in among if not has[item.position] and not item.due]
        told.update(item.position for item in lacking)
        for group in () if is_expected else gather(plan, lacking, among):
            yield _finding(plan, group)
    if any(item.record.measures for item in having("measures")):
        yield from _of_branches(review, known, told)


def _with_those_above(plan: LinkedPlan, found: list[bool]) -> list[bool]:
    """For each item, whether something was found for it or for one below it."""
    found = list(found)
    for item in reversed(plan.items):
        if item.parent is not None and found[item.position]:
            found[item.parent] = True
    return found


def _known(plan: LinkedPlan, own: list[bool], inside: list[bool]) -> list[bool]:
    """For each item, whether one will know: by itself, its parts, what is around it."""
    near = [
        inside[item.position] or (item.parent is not None and own[item.parent])
        for item in plan.items
    ]
    found = list(near)
    for item in plan.items:
        for cited in item.aligns_to if near[item.position] else ():
            if cited.item is not None:
                found[cited.item] = True
    return _with_those_above(plan, found)


def _of_branches(
    review: Review, known: list[bool], told: set[int]
) -> Iterator[Finding]:
    """Items at the top in which nothing is measured, where something is in others."""
    plan = review.plan
    for among in review.shared.by_level.values():
        top = [item for item in among if item.parent is None]
        lacking = [
            item
            for item in top
            if item.children
            and not known[item.position]
            and not item.due
            and told.isdisjoint((item.position, *plan.below(item.position)))
        ]
        if lacking and any(known[item.position] for item in top):
            yield _of_top(plan, lacking, len(top))


def _is_rare(among: list[LinkedItem], inside: list[bool]) -> bool:
    """Whether most items have a measure, but not nearly all of them criteria."""
    if sum(inside[item.position] for item in among) * 2 <= len(among):
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


def _of_top(plan: LinkedPlan, lacking: list[LinkedItem], of: int) -> Finding:
    first = lacking[0]
    message = f"nothing in {plan.name(first)} is measured, there or below"
    if len(lacking) > 1:
        named = few([item.id for item in lacking])
        message = (
            f"{len(lacking)} of the {of} {plan.level(first).several} have nothing that "
            f"is measured, there or below: {named}"
        )
    return Finding(
        first.record,
        (),
        message,
        "say in numbers or words how one will know, at the top or below",
    )
