"""A target asks for something that is not there yet."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import is_due_before_baseline
from planctl.progress.verdicts.comparing import meets
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
_KINDS = frozenset({Kind.LEVEL, Kind.FLOOR, Kind.CEILING})


@rule("measures", Severity.WARNING)
def already_met(review: Review) -> Iterator[Finding]:
    """A target was met before the plan began.

    ## What it finds
    A level, a floor or a ceiling that the target's own baseline meets already.
    `maintain` says so openly; `direction-mismatch` tells of levels on the wrong side,
    `impossible-percent` of those that no share reaches, `due-before-baseline` of those
    that are due before it.
    ## Why it matters
    Nothing has to change, and the report will say that the goal was reached.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        measures:
          - id: readers
            title: Children who read
            unit: percent
            direction: increase
            baseline: 65% in 2022-23
            targets: at least 60% by 2026
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
            baseline: 65% in 2022-23
            targets: maintain at least 60%
    ```
    """
    plan = review.plan
    for promise in review.shared.promises:
        baseline = promise.baseline
        measure = plan.measures[promise.measure]
        most = _ALL if measure.unit == "percent" else None
        if baseline is None or not _is_met(review.shared, promise, most):
            continue
        if is_due_before_baseline(promise):
            continue
        yield Finding(
            promise.record,
            promise.path,
            f"“{' '.join(promise.text.split())}” is met by the baseline, "
            f"{write_number(baseline, measure.unit)}",
            "ask for more, or write `maintain` where it is to stay",
            related=((measure, ("baseline",), "where it starts"),),
            subject=measure.id,
        )


def _is_met(shared: Shared, promise: Promise, most: int | None) -> bool:
    """Whether the last step is met where the target starts, by every reading.

    `most` is the highest value that there can be.
    """
    baseline = promise.baseline
    readings = promise.target.final.readings if promise.target else ()
    if baseline is None or not readings:
        return False
    return all(_is_met_by(shared, reading, baseline, most) for reading in readings)


def _is_met_by(
    shared: Shared, reading: Reading, baseline: Decimal, most: int | None
) -> bool:
    meant = shared.goal(reading, baseline) if reading.reading in _KINDS else None
    if meant is None or meant.value is None:
        return False
    if most is not None and meant.value > most:
        return False
    is_beyond = reading.reading is Kind.LEVEL and meant.value != baseline
    return not is_beyond and meets(meant, Fraction(baseline))
