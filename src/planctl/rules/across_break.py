"""A target starts from a value that its later ones can be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def across_break(review: Review) -> Iterator[Finding]:
    """A target starts before its measure's definition changed.

    ## What it finds
    A target whose baseline lies before a break of its measure, where its values lie
    behind it.
    ## Why it matters
    The two were not measured in the same way, so nobody can say whether it is on
    track.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        baseline: 40% in 2020-21
        breaks:
          - at: 2022-23
            why: The state changed the test.
        targets: +5 points by 2026
    observations:
      - measure: readers
        period: 2022-23
        value: 31%
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        baseline: 31% in 2022-23
        breaks:
          - at: 2022-23
            why: The state changed the test.
        targets: +5 points by 2026
    observations:
      - measure: readers
        period: 2022-23
        value: 31%
    ```
    """
    plan = review.plan
    latest = _latest_eras(plan)
    for promise in plan.promises:
        if promise.measure in plan.breaks and plan.places.is_here(promise.record):
            yield from _findings(plan, promise, latest)


def _latest_eras(plan: LinkedPlan) -> dict[tuple[object, ...], int]:
    """The last era of the values of each measure, group and site."""
    latest: dict[tuple[object, ...], int] = {}
    for one in plan.observations:
        if one.measure in plan.breaks and one.value is not None:
            key = (one.measure, one.group, one.site)
            era = plan.era(one.measure, one.period)
            latest[key] = max(era, latest.get(key, 0))
    return latest


def _findings(
    plan: LinkedPlan, promise: Promise, latest: dict[tuple[object, ...], int]
) -> Iterator[Finding]:
    start = promise.start
    whole = start.period.whole if start and start.period else None
    if start is None or start.value is None or whole is None:
        return
    era = plan.era(promise.measure, whole)
    key = (promise.measure, start.group, start.site)
    due = promise.due.last_day if promise.due else None
    day = next(iter(plan.breaks[promise.measure][era:]), None)
    if day is None or latest.get(key, 0) <= era or (due is not None and due < day):
        return
    of = plan.measures[promise.measure]
    changed = plan.calendar.year_name(plan.calendar.year_of(day))
    yield Finding(
        promise.record,
        promise.path,
        f"the target of {of.id} starts from before {changed}, "
        "when its definition changed",
        "add a baseline of the new definition, and name its year with `from:`",
        subject=of.id,
        word=promise.id,
    )
