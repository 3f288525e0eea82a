"""Something is due before the last day of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing
    from planctl.rules.rule import Review

_FEWEST_ITEMS = 10


@rule("time", Severity.ADVICE)
def no_interim_date(review: Review) -> Iterator[Finding]:
    """Nothing in the plan is due before the plan ends.

    ## What it finds
    A plan of 10 items or more that has a period and dates, none of which ends within
    it: all that has a date runs to the plan's last day, or beyond. Work that comes
    back (`monthly`) has dates. `bare-plan` tells of plans without any.
    ## Why it matters
    Until its last day nothing can be late, and nobody can see that it will be. Plans
    with timely goals and frequent monitoring were found to go with better results
    (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    plan: {id: p, title: Plan 2024-2026, period: 2024-2026}
    tasks:
      - {id: T1, title: Task 1, period: 2024-2026}
      - {id: T2, title: Task 2, period: 2024-2026}
      - {id: T3, title: Task 3, period: 2024-2026}
      - {id: T4, title: Task 4, period: 2024-2026}
      - {id: T5, title: Task 5, period: 2024-2026}
      - {id: T6, title: Task 6}
      - {id: T7, title: Task 7}
      - {id: T8, title: Task 8}
      - {id: T9, title: Task 9}
      - {id: T10, title: Task 10}
    ```
    ## Good
    ```yaml
    plan: {id: p, title: Plan 2024-2026, period: 2024-2026}
    tasks:
      - {id: T1, title: Task 1, due: June 2025}
    ```
    """
    plan = review.plan
    ends = plan.period.end if plan.period else None
    if ends is None or len(plan.items) < _FEWEST_ITEMS:
        return
    last_days = []
    for timing in _times(review):
        if timing.recurs:
            return
        last_days += [window.end for window in timing.windows]
    if last_days and min(last_days) >= ends:
        yield Finding(
            plan.info,
            ("period",),
            f"no date in the plan comes before its last day, {ends}",
            "say what will be done by when: a date for each step, or a target a year",
        )


def _times(review: Review) -> Iterator[Timing]:
    for one in review.shared.times:
        yield one.timing
    for promise in review.plan.promises:
        for timing in promise.dues if promise.is_dated else promise.dues[:-1]:
            if timing is not None:
                yield timing
