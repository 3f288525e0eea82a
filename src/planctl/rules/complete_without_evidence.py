"""What is complete says since when, or what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan, LinkedUpdate
    from planctl.rules.rule import Review


@rule("status", Severity.ADVICE)
def complete_without_evidence(review: Review) -> Iterator[Finding]:
    """An item is complete, and nothing says since when or what shows it.

    ## What it finds
    A status that means complete without `evidence` and without a time: no `date`, in a
    report `as-published` (another cycle is a time). One finding where most lack it.
    ## Why it matters
    Nobody can look at what was done, nor tell this year's work from that of years ago.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: as-published
      items:
        T1: complete
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: as-published
      items:
        T1:
          status: complete
          evidence: Staff list of June 2024
    ```
    """
    plan, standing = review.plan, review.standing
    among = [
        plan.items[position]
        for position, own in sorted(standing.own.items())
        if own.state is State.COMPLETE and plan.items[position].is_reported_on
    ]
    if not among:
        return
    shown = _shown(plan)
    lacking = [item for item in among if item.position not in shown]
    for group in gather(plan, lacking, among):
        first = plan.items[group.items[0]]
        source = standing.own[first.position].source
        message = f"{plan.name(first)} is complete, without a date or evidence"
        if len(group.items) > 1:
            where = ""
            if group.under is not None:
                where = f" under {plan.name(plan.items[group.under])}"
            message = (
                f"{len(group.items)} of the {group.of} {plan.level(first).several}"
                f"{where} that are complete have no date or evidence"
            )
        yield Finding(
            source.record or source.report,
            (),
            message,
            "add `date:` or `evidence:`, such as a document or a list",
            subject=first.id,
        )


def _shown(plan: LinkedPlan) -> set[int]:
    """The items for which a time or something that shows it was ever reported."""
    return {
        update.item
        for update in plan.updates
        if update.item is not None
        and (update.date or update.cycle.start or _has_evidence(update))
    }


def _has_evidence(update: LinkedUpdate) -> bool:
    own = update.record.evidence if update.record else ()
    return bool(own) or any(line.record.evidence for line in update.lines)
