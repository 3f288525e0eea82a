"""Somebody ensures that work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


@rule("people", Severity.ADVICE)
def nobody_accountable(review: Review) -> Iterator[Finding]:
    """Several people do something and nobody ensures that it is done.

    ## What it finds
    Items with more than one person or office responsible and nobody accountable, there
    or above, in a plan that names somebody accountable elsewhere; one finding where
    most lack it.
    ## Why it matters
    What everybody is responsible for is asked of nobody.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible: [Principals, Teachers]
        accountable: Superintendent
      - id: T2
        title: Train the coach
        responsible: [Principals, Teachers]
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible: [Principals, Teachers]
        accountable: Superintendent
      - id: T2
        title: Train the coach
        responsible: [Principals, Teachers]
        accountable: Chief Academic Officer
    ```
    """
    plan = review.plan
    if not any(item.accountable for item in review.shared.owned):
        return
    ensured = _ensured(plan)
    by_level: dict[str, list[LinkedItem]] = {}
    for item in review.shared.owned:
        duties = item.responsible
        if len(duties) > 1 and len({duty.owner for duty in duties}) > 1:
            by_level.setdefault(item.level, []).append(item)
    for key, among in by_level.items():
        if "accountable" in plan.levels[key].expects:
            continue
        lacking = [item for item in among if not ensured[item.position]]
        several = plan.levels[key].several
        for group in gather(plan, lacking, among):
            first = plan.items[group.items[0]]
            name = plan.name(first)
            message = f"{name} is shared by several, and nobody is accountable"
            if len(group.items) > 1:
                where = ""
                if group.under is not None:
                    where = f" under {plan.name(plan.items[group.under])}"
                message = (
                    f"of the {group.of} {several}{where} that are shared by several, "
                    f"{len(group.items)} have nobody accountable"
                )
            yield Finding(
                first.record,
                ("responsible",),
                message,
                "name under `accountable:` the one who ensures that it is done",
            )


def _ensured(plan: LinkedPlan) -> list[bool]:
    """For each item, whether somebody is accountable for it or for what is above."""
    found: list[bool] = []
    for item in plan.items:
        above = item.parent is not None and found[item.parent]
        found.append(above or bool(item.accountable))
    return found
