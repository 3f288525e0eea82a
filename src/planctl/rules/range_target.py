"""A target names one amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.ADVICE)
def range_target(review: Review) -> Iterator[Finding]:
    """A target is a range of amounts.

    ## What it finds
    Targets such as `+5-10%` or `2-3 fewer`. A band to stay in (`within 0.9-1.1`) is
    none. planctl counts it as met at the end that is nearer to the start.
    ## Why it matters
    One reader waits for ten, another is content with five. Plans with specific goals
    were found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Teachers stay
        measures:
          - id: retention
            title: New teachers who stay
            unit: percent
            direction: increase
            targets: +5-10 points by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Teachers stay
        measures:
          - id: retention
            title: New teachers who stay
            unit: percent
            direction: increase
            targets: +5 points by 2026
    ```
    """
    plan = review.plan
    for promise in review.shared.promises:
        ends = _ends(promise)
        if ends is None:
            continue
        near, far = ends
        yield Finding(
            promise.record,
            promise.path,
            f"“{' '.join(promise.text.split())}” is a range: "
            f"is {near:f} enough, or only {far:f}?",
            f"name one amount; until then {near:f} meets it",
            subject=plan.measures[promise.measure].id,
        )


def _ends(promise: Promise) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range, the one first that meets it."""
    rungs = promise.target.rungs if promise.target else ()
    for reading in (rung.readings[0] for rung in rungs if rung.readings):
        low, high = reading.low, reading.high
        if low is None or high is None or low == high:
            continue
        if reading.reading in {Kind.POINTS, Kind.RELATIVE}:
            first, last = sorted((abs(low), abs(high)))
            return first, last
        if reading.reading is Kind.RANGE:
            is_down = reading.side is not None and reading.side.value == "below"
            return (high, low) if is_down else (low, high)
    return None
