"""Percents are written as percents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def share_for_percent(review: Review) -> Iterator[Finding]:
    """Values of a measure in percent look like shares of 1.

    ## What it finds
    A measure in percent with several values, all of them from 0 to 1 and none with a
    percent sign; or a single such value that is near the measure's baseline or a target
    once it is multiplied by 100. Spreadsheets keep 42.3% as 0.423 and save it so.
    Silent where a baseline or a target is one percent or less itself.
    ## Why it matters
    0.423 is read as less than half of one percent.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2021-22
        value: 0.40
      - measure: readers
        period: 2022-23
        value: 0.423
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2021-22
        value: 40%
      - measure: readers
        period: 2022-23
        value: 42.3%
    ```
    """
    for one in review.shared.shares:
        name = review.plan.measures[one.measure].id
        first, level = one.found[0], one.level
        yield Finding(
            first.record,
            ("value",),
            f"`{first.record.value}` of {name} is less than one percent"
            f"{more_like_it(one.found)}",
            f"write {one.percent}",
            related=((level.record, level.path, "the plan writes percents here"),)
            if level
            else (),
            subject=name,
        )
