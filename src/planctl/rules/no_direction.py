"""A level is reached from below or from above."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import by_measure
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.shared import Shared
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review

_ENDS = frozenset({Decimal(0), Decimal(100)})
"""Percents that can be reached from one side only."""


@rule("measures", Severity.WARNING)
def no_direction(review: Review) -> Iterator[Finding]:
    """A target is a level, and nothing says which way is better.

    ## What it finds
    A target such as `60% by 2026` of a measure without `direction`, where no baseline
    tells whether values are to rise or to fall; one finding for each measure, or one
    where most lack it. All and none of a percent say so by themselves, and so do
    `at least` and `at most`.
    ## Why it matters
    Only the level itself is met: nobody can say whether 65% is better or worse.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        measures:
          - id: readers
            title: Children who read
            unit: percent
            targets: 60% by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        measures:
          - id: readers
            title: Children who read
            unit: percent
            direction: increase
            targets: 60% by 2026
    ```
    """
    plan = review.plan

    def lacks(promise: Promise) -> bool:
        measure = plan.measures[promise.measure]
        is_open = measure.direction is None and plan.places.is_here(measure)
        return is_open and _has_no_side(
            review.shared, promise, is_percent=measure.unit == "percent"
        )

    lacking = list(by_measure(review.shared.promises, lacks))
    own = len({promise.measure for promise in review.shared.promises})
    several = len(lacking) > 1 and len(lacking) * 2 > own
    for one in lacking[:1] if several else lacking:
        measure, first = plan.measures[one.measure], one.found[0]
        message = f"nothing says whether more or less of {measure.id} is better"
        if several:
            message = (
                f"nothing says of {len(lacking)} measures, {measure.id} first, whether "
                "more or less is better"
            )
        yield Finding(
            measure,
            ("title",),
            message,
            "write `direction: increase` or `direction: decrease`",
            related=((first.record, first.path, "the target"),),
        )


def _has_no_side(shared: Shared, promise: Promise, *, is_percent: bool) -> bool:
    """Whether some rung is a level of which nobody can say how it is reached."""
    rungs = promise.target.rungs if promise.target else ()
    for rung in rungs:
        for reading in rung.readings:
            if reading.reading is not Kind.LEVEL:
                continue
            meant = shared.goal(reading, promise.baseline)
            if meant is None or meant.side:
                continue
            if meant.value != promise.baseline and not (
                is_percent and meant.value in _ENDS
            ):
                return True
    return False
