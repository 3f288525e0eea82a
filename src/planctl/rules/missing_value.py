"""A value that is missing says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import per_measure
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def missing_value(review: Review) -> Iterator[Finding]:
    """An observation has no value and does not say why.

    ## What it finds
    An observation with neither `value` nor `missing`; one finding for each measure.
    `bad-table` tells of rows whose cells are not in their columns.
    ## Why it matters
    A reader cannot tell a value that was withheld from one that nobody collected, or
    that somebody forgot.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2022-23
        group: English learners
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2022-23
        group: English learners
        missing: suppressed
    ```
    """
    plan = review.plan
    without = (
        one
        for one in plan.observations
        if one.record.value is None
        and one.record.missing is None
        and not plan.places.is_bad_row(one.record)
    )
    for measure, several in per_measure(without).items():
        name = plan.measures[measure].id
        many = f"{len(several)} observations of {name} have"
        yield Finding(
            several[0].record,
            (),
            f"{many if len(several) > 1 else f'an observation of {name} has'} "
            "no value, and no reason",
            "write under `missing` why: suppressed, not_released, not_collected or "
            "not_applicable",
            subject=name,
        )
