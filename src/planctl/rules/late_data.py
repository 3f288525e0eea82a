"""What a target is judged by is known when it is reported."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planctl.calendar.cycles import CycleInstance
    from planctl.link import LinkedPlan
    from planctl.rules.rule import Review


@rule("measures", Severity.ADVICE)
def late_data(review: Review) -> Iterator[Finding]:
    """The data for a target arrive after the report that it is due for.

    ## What it finds
    Targets of measures whose values were `released` so many days after their period
    that, with the fewest days seen so far, the value of the due date comes after the
    first reporting cycle that ends on or after it. One finding for each measure.
    ## Why it matters
    The board asks at that meeting, and the answer is not there yet.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Children who read
        unit: percent
        targets: 60% by June 2025
    observations:
      - measure: readers
        period: 2022-23
        value: 52%
        released: 2023-09-24
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Children who read
        unit: percent
        targets: 60% by December 2024
    observations:
      - measure: readers
        period: 2022-23
        value: 52%
        released: 2023-08-24
    goals:
      - {id: G1, title: Every child reads, measures: readers}
    ```
    """
    plan = review.plan
    waits = _waits(plan)
    told: set[int] = set()
    for promise in review.shared.promises:
        due = promise.due.end if promise.due else None
        wait = waits.get(promise.measure)
        if due is None or wait is None or promise.measure in told:
            continue
        cycle = _first_report(plan, due)
        if cycle is None or cycle.end is None or due + wait <= cycle.end:
            continue
        told.add(promise.measure)
        measure = plan.measures[promise.measure]
        yield Finding(
            promise.record,
            promise.path,
            f"data for “{' '.join(promise.text.split())}” come {wait.days} days after "
            f"it is due, too late for {cycle.id}",
            "set a date whose data are there by then, or say when it is reported",
            subject=measure.id,
        )


def _waits(plan: LinkedPlan) -> dict[int, timedelta]:
    """The fewest days from the end of a period to its value, by measure."""
    found: dict[int, timedelta] = {}
    for one in plan.observations:
        released = one.record.released
        if released is not None and released > one.period.end:
            wait = released - one.period.end
            found[one.measure] = min(found.get(one.measure, wait), wait)
    return found


def _first_report(plan: LinkedPlan, day: date) -> CycleInstance | None:
    """The first reporting cycle that ends on a day or after it."""
    year = plan.calendar.year_of(day)
    following = plan.calendar.year_of(year.end + timedelta(days=1))
    cycles = [*plan.cycle_calendar.in_year(year)]
    cycles += plan.cycle_calendar.in_year(following)
    ends = ((cycle.end, cycle) for cycle in cycles if plan.takes_part(cycle))
    return next((cycle for end, cycle in ends if end and end >= day), None)
