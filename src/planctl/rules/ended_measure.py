"""A target's measure is still measured when the target is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def ended_measure(review: Review) -> Iterator[Finding]:
    """A target is due when its measure is no longer measured.

    ## What it finds
    Targets that are due after the day since which their measure is `retired`; one
    finding for each measure.
    ## Why it matters
    There will be no value to compare it with, so nobody will know whether it was met.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        targets: 60% by June 2026
        retired: 2024-25
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        targets: 60% by June 2024
        retired: 2024-25
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    """
    plan = review.plan
    if not plan.endings:
        return
    late: dict[int, list[Promise]] = {}
    for promise in review.shared.promises:
        ended = plan.endings.get(promise.measure)
        due = promise.due.surely_by if promise.due else None
        if ended is not None and due is not None and due >= ended:
            late.setdefault(promise.measure, []).append(promise)
    for position, promises in late.items():
        first, measure = promises[0], plan.measures[position]
        text = f"“{' '.join(first.text.split())}”"
        yield Finding(
            first.record,
            first.path,
            f"{text} is due when {measure.id} is no longer measured, "
            f"since {measure.retired}{more_like_it(promises)}",
            "give it the measure that took its place, or withdraw it",
            subject=measure.id,
            word=first.id,
        )
