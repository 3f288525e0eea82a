"""A percentage lies between 0 and 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind
from planctl.targets.writing import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.evidence.shared import Shared
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review
    from planctl.targets.goals import Reading

_ALL = 100


@rule("measures", Severity.WARNING)
def impossible_percent(review: Review) -> Iterator[Finding]:
    """A target in percent lies below 0 or above 100.

    ## What it finds
    Targets of a measure in percent that lead out of 0 to 100 by every reading: the
    level itself, or the change from a baseline that is known.
    ## Why it matters
    No share can get there, so nobody checked the figure. It is computed all the same.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            baseline: 95% in 2022-23
            targets: +9 points by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            baseline: 89% in 2022-23
            targets: +9 points by 2026
    ```
    """
    plan = review.plan
    for promise in review.shared.promises:
        measure = plan.measures[promise.measure]
        value = _beyond(review.shared, promise) if measure.unit == "percent" else None
        if value is None:
            continue
        start = promise.baseline
        origin = "" if start is None else f" from {write_number(start)}"
        yield Finding(
            promise.record,
            promise.path,
            f"“{' '.join(promise.text.split())}”{origin} leads to "
            f"{write_number(value)} percent",
            "a share lies between 0 and 100; correct the target, the baseline or the "
            "unit",
            subject=measure.id,
        )


def _beyond(shared: Shared, promise: Promise) -> Decimal | None:
    """A value out of 0 to 100 that every reading of some rung leads to."""
    rungs = promise.target.rungs if promise.target else ()
    for rung in rungs:
        values = [
            _value(shared, reading, promise.baseline) for reading in rung.readings
        ]
        outside = [one for one in values if one is not None and not 0 <= one <= _ALL]
        if outside and len(outside) == len(values):
            return outside[0]
    return None


def _value(
    shared: Shared, reading: Reading, baseline: Decimal | None
) -> Decimal | None:
    """Where a reading leads, if that can be said."""
    if reading.per_year or reading.reading is Kind.BAND or reading.peer is not None:
        return None
    meant = shared.goal(reading, baseline)
    if meant is None:
        return None
    return meant.low if meant.low is not None else meant.high
