"""A target says by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import by_measure
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def no_deadline(review: Review) -> Iterator[Finding]:
    """A target has no date, and nothing around it has one.

    ## What it finds
    A target without a time whose item is not due and has no period, of its own or
    from above; and one on a measure itself. One finding for each measure.
    ## Why it matters
    It can never be missed. Plans with timely goals were found to go with better results
    (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures: graduation
    measures:
      - id: graduation
        title: Graduation rate
        unit: percent
        targets: 80%
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures: graduation
    measures:
      - id: graduation
        title: Graduation rate
        unit: percent
        targets: 80% by 2026
    ```
    """
    plan = review.plan
    for one in by_measure(review.shared.promises, _is_undated):
        first = one.found[0]
        measure = plan.measures[one.measure]
        yield Finding(
            first.record,
            first.path,
            f"the target of {measure.id} has no date: {' '.join(first.text.split())}",
            "add by when: `80% by 2026`",
            subject=measure.id,
        )


def _is_undated(promise: Promise) -> bool:
    """Whether nobody can say by when; a line that goes on each year has no end."""
    is_yearly = promise.target is not None and promise.target.per_year
    return promise.due is None and not is_yearly
