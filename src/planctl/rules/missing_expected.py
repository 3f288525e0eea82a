"""Items have what their level expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


_WORDS = {
    "period": "period",
    "due": "due date",
    "responsible": "person responsible",
    "accountable": "person accountable",
    "measures": "measure",
    "success_criteria": "success criterion",
    "aligns_to": "alignment",
    "cited": "aligned work",
    "resources": "resources",
    "description": "description",
}

_CITE = "name it under `aligns_to:` of what is done for it"


@rule("fields", Severity.WARNING)
def missing_expected(review: Review) -> Iterator[Finding]:
    """An item lacks a field that its level expects.

    ## What it finds
    Items without one of the fields under `expects:` of their level; one finding where
    most of a level, or most of what stands under one item, lacks the same. A period
    that is inherited counts; `cited` is missing where no item aligns to it.
    `no-status` looks for missing statuses.
    ## Why it matters
    The plan itself says that a reader should find it there.
    ## Bad
    ```yaml
    levels:
      tasks:
        name: Task
        expects: [responsible]
    tasks:
      - id: T1
        title: Hire a coach
    ```
    ## Good
    ```yaml
    levels:
      tasks:
        name: Task
        expects: [responsible]
    tasks:
      - id: T1
        title: Hire a coach
        responsible: Curriculum Office
    ```
    """
    plan = review.plan
    for key, among in review.shared.by_level.items():
        for place, field in enumerate(plan.levels[key].expects):
            if field != "status":
                lacking = _lacking(plan, among, field)
                yield from _findings(plan, key, place, field, lacking, among)


def _lacking(plan: LinkedPlan, among: list[LinkedItem], field: str) -> list[LinkedItem]:
    if field == "cited":
        cited = plan.cited
        return [item for item in among if item.position not in cited]
    return [item for item in among if not _has(item, field)]


def _has(item: LinkedItem, field: str) -> bool:
    if field == "period":
        return item.runs is not None or item.record.period is not None
    return bool(getattr(item.record, field))


def _findings(  # noqa: PLR0913 - a level, a field of it, and who lacks it
    plan: LinkedPlan,
    key: str,
    place: int,
    field: str,
    lacking: list[LinkedItem],
    among: list[LinkedItem],
) -> Iterator[Finding]:
    level, what = plan.levels[key], _WORDS[field]
    expects = ((level, ("expects", place), "expected here"),)
    for group in gather(plan, lacking, among):
        if group.under is None:
            yield Finding(
                level,
                ("expects", place),
                f"{len(group.items)} of the {group.of} {level.several} "
                f"have no {what} (`{field}`)",
                "add it, or take it out of `expects:` if this level does not need it",
                subject=key,
            )
            continue
        item = plan.items[group.under]
        if len(group.items) == 1:
            item = plan.items[group.items[0]]
            message = f"{level.name} {item.number} has no {what} (`{field}`)"
        else:
            name = plan.name(item)
            message = (
                f"{len(group.items)} of the {group.of} {level.several} under {name} "
                f"have no {what} (`{field}`)"
            )
        remedy = f"add `{field}:`" if field != "cited" else _CITE
        yield Finding(item.record, (), message, remedy, related=expects)
