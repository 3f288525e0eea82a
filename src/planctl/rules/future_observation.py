"""What was observed was observed by today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def future_observation(review: Review) -> Iterator[Finding]:
    """A value is of a time that has not begun.

    ## What it finds
    An observation of a period that begins after today (or after `--as-of`), other than
    a projected one.
    ## Why it matters
    Nobody can have measured it. Most often the year is wrong, and the value is missing
    where it belongs.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2062-63
        value: 43%
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
        value: 43%
      - measure: readers
        period: 2062-63
        value: 60%
        kind: projected
    ```
    """
    plan, today = review.plan, review.standing.as_of
    for one in plan.observations:
        if one.period.start <= today or one.record.kind == "projected":
            continue
        name = plan.measures[one.measure].id
        when = one.record.period.text or one.period.start
        yield Finding(
            one.record,
            ("period",),
            f"{name} has a value of {when}, which begins after {today}",
            "correct the year, or write `projected` as its kind",
            subject=name,
            word=str(when),
        )
