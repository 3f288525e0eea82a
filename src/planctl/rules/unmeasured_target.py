"""What was promised for a day is measured when it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


# Data come months after the day that they are of.
_YEAR = 366


@rule("measures", Severity.WARNING)
def unmeasured_target(review: Review) -> Iterator[Finding]:
    """Targets are past due, and nothing was ever measured of them.

    ## What it finds
    Targets whose last day is a year and more ago, of measures of which the plan has
    no value at all, nor a reason why there is none; one finding for the plan.
    `late-data` and `no-status` tell of what comes later.
    ## Why it matters
    The day has come on which the answer was promised, and there is none.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        targets: 60% by June 2022
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        targets: 60% by June 2022
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    observations:
      - {measure: readers, period: 2021-22, value: 58%}
    ```
    """
    plan, as_of = review.plan, review.standing.as_of
    seen = {one.measure for one in plan.observations}
    late = []
    for promise in review.shared.promises:
        due = promise.due.last_day if promise.due else None
        measure = plan.measures[promise.measure]
        if due is None or promise.measure in seen or measure.derive is not None:
            continue
        if (as_of - due).days > _YEAR and plan.places.is_here(measure):
            late.append(promise)
    if not late:
        return
    first = late[0]
    text = " ".join(first.text.split())
    message = f"“{text}” is past due, and nothing was measured of it"
    if len(late) > 1:
        message = (
            f"{len(late)} of the {len(review.shared.promises)} targets are past due, "
            f"and nothing was measured of them, such as “{text}”"
        )
    yield Finding(
        first.record,
        first.path,
        message,
        "write what was measured under `observations:`, or why there is nothing",
        subject=plan.measures[first.measure].id,
    )
