"""A number is a number of something."""

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
def no_unit(review: Review) -> Iterator[Finding]:
    """A target has an amount, and the measure has no unit.

    ## What it finds
    A measure without `unit:` or `values:` that has a target with a number; one finding
    for each measure.
    ## Why it matters
    `+5%` may be a share of people, of money, or of the value before. A reader guesses.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Teachers stay
        measures:
          - id: retention
            title: Retention of teachers
            targets: +5% by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Teachers stay
        measures:
          - id: retention
            title: Retention of teachers
            unit: percent
            targets: +5 points by 2026
    ```
    """
    plan = review.plan

    def lacks(promise: Promise) -> bool:
        of = plan.measures[promise.measure]
        return of.unit is None and not of.values and _has_amount(promise)

    for one in by_measure(review.shared.promises, lacks):
        measure = plan.measures[one.measure]
        first = one.found[0]
        yield Finding(
            measure,
            ("title",),
            f"the measure {measure.id} has no unit, and its target is "
            f"{' '.join(first.text.split())}",
            "add `unit:`, such as percent, count or days",
            related=((first.record, first.path, "the target"),),
        )


def _has_amount(promise: Promise) -> bool:
    rungs = promise.target.rungs if promise.target else ()
    return any(
        reading.low is not None or reading.high is not None
        for rung in rungs
        for reading in rung.readings
    )
