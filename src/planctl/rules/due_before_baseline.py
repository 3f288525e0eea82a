"""A target is due after what it starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.evidence.measured import by_measure, is_due_before_baseline
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def due_before_baseline(review: Review) -> Iterator[Finding]:
    """A target is due before its baseline was measured.

    ## What it finds
    Targets whose last step is due on or before the last day of the period that their
    baseline is of. One finding for each measure, with the count.
    ## Why it matters
    Nothing can change in no time. Often the baseline was brought up to date, and the
    targets were not.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        direction: increase
        baseline: 52% in 2024-25
        targets: 60% by June 2024
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        direction: increase
        baseline: 52% in 2024-25
        targets: 60% by June 2027
    ```
    """
    plan = review.plan
    for one in by_measure(review.shared.promises, is_due_before_baseline):
        first, measure = one.found[0], plan.measures[one.measure]
        due, start = first.due, first.start
        if due is None or start is None or start.period is None:
            continue
        holder = (
            (start.holder, start.path) if start.holder else (measure, ("baseline",))
        )
        yield Finding(
            first.record,
            first.path,
            f"this target is due {due.text}, and its baseline is of "
            f"{start.period.text}{more_like_it(one.found)}",
            "correct the date, or name an earlier year as its start: `from 2022-23`",
            related=((*holder, "where it starts"),),
            part=due.text,
            subject=measure.id,
            word=due.text,
        )
