"""A target says how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import by_measure
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.ADVICE)
def no_amount(review: Review) -> Iterator[Finding]:
    """A target says which way and not how much.

    ## What it finds
    Targets that are a direction only, such as `increase by 2026` or `improve`; one
    finding for each measure.
    ## Why it matters
    The smallest change meets it. Plans with specific, measurable goals were found to go
    with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Safer schools
        measures:
          - id: safe
            title: Students who feel safe
            unit: percent
            direction: increase
            targets: increase by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Safer schools
        measures:
          - id: safe
            title: Students who feel safe
            unit: percent
            direction: increase
            targets: 85% by 2026
    ```
    """
    plan = review.plan
    for one in by_measure(review.shared.promises, _is_direction):
        first = one.found[0]
        measure = plan.measures[one.measure]
        often = f", in {len(one.found)} places" if len(one.found) > 1 else ""
        yield Finding(
            first.record,
            first.path,
            f"the target of {measure.id} says no amount{often}: "
            f"{' '.join(first.text.split())}",
            "say what it is to reach: `85% by 2026`, or `+3 points by 2026`",
            related=tuple((p.record, p.path, "and here") for p in one.found[1:3]),
            subject=measure.id,
        )


def _is_direction(promise: Promise) -> bool:
    final = promise.target.final if promise.target else None
    readings = final.readings if final else ()
    return any(reading.reading is Kind.DIRECTION for reading in readings)
