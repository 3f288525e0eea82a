"""A target asks for what was ever seen, or not for much more."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.progress.verdicts import find_progress
from planctl.progress.verdicts.years import years_between
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.progress.verdicts import Row
    from planctl.progress.verdicts.row import ReadRow
    from planctl.rules.rule import Review

_FEWEST_VALUES = 3


@rule("measures", Severity.ADVICE, limit="2", unit="times the best year so far")
def unreachable_target(review: Review) -> Iterator[Finding]:
    """A target asks for far more a year than any year has brought.

    ## What it finds
    A target whose change a year, from its baseline to its due date and by every
    reading, is more than the limit times the best change between two values so far, or
    the opposite of every change. Three values at least must be known.
    ## Why it matters
    A goal that nobody believes in guides nobody.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Children who read
        unit: percent
        direction: increase
        baseline: 40% in 2020-21
        targets: 70% by 2023-24
    observations:
      - {measure: readers, period: 2020-21, value: 40%}
      - {measure: readers, period: 2021-22, value: 42%}
      - {measure: readers, period: 2022-23, value: 43%}
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Children who read
        unit: percent
        direction: increase
        baseline: 40% in 2020-21
        targets: 47% by 2023-24
    observations:
      - {measure: readers, period: 2020-21, value: 40%}
      - {measure: readers, period: 2021-22, value: 42%}
      - {measure: readers, period: 2022-23, value: 43%}
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    """
    plan = review.plan
    if not plan.observations:
        return
    told: set[tuple[int, str]] = set()
    for row in find_progress(plan, review.standing.as_of).rows:
        promise = row.promise
        key = (promise.measure, promise.text)
        best = row.best_per_year
        if not row.is_final or best is None or key in told:
            continue
        if sum(one.point is not None for one in row.series.judging) < _FEWEST_VALUES:
            continue
        needed = _needed(row)
        limit = review.limit
        if not needed or any(_ratio(one, best) <= limit for one in needed):
            continue
        if not plan.places.is_here(promise.record):
            continue
        told.add(key)
        least = min(needed, key=abs)
        yield Finding(
            promise.record,
            promise.path,
            f"“{' '.join(promise.text.split())}” takes {_plain(least)} a year; "
            f"the best year so far brought {_plain(best)}",
            "set a nearer step, or say what will make these years different",
            subject=plan.measures[promise.measure].id,
        )


def _needed(row: Row) -> list[Fraction]:
    """The change a year by each reading; none where that cannot be said of all."""
    found = [_needed_by(reading) for reading in row.readings]
    return [one for one in found if one is not None] if None not in found else []


def _needed_by(reading: ReadRow) -> Fraction | None:
    start = reading.case.baseline if reading.case else None
    value = reading.goal.value if reading.goal else None
    if start is None or value is None or reading.due is None:
        return None
    if start.day == date.min:
        return None  # when it was measured is not known
    years = years_between(start.day, reading.due)
    return (Fraction(value) - start.value) / years if years > 0 else None


def _ratio(needed: Fraction, best: Fraction) -> float:
    """How many times the best year is needed; endless where none went that way."""
    if not needed:
        return 0
    if best * needed <= 0:
        return float("inf")
    return float(needed / best)


def _plain(value: Fraction) -> str:
    return f"{float(value):+.1f}".replace("-", "\u2212")
