"""Work goes on as long as the plan does."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

_FEWEST_ITEMS = 10


@rule("time", Severity.ADVICE, limit="5", unit="percent of the items that end")
def early_end(review: Review) -> Iterator[Finding]:
    """Nearly all work ends a year or more before the plan does.

    ## What it finds
    A plan in which less than a share of the work that ends is left after one of its
    school years, and another year is to come. Looked at are items without parts that
    have a last day of their own: 10 at least, and half of those with a time. What is
    ongoing or comes back has no last day.
    ## Why it matters
    The plan promises years for which nobody knows what to do. Goals that are due at
    its end will be judged by what was done at its beginning.
    ## Bad
    ```yaml
    plan: {id: p, title: Plan 2023-2026, period: 2023-2026}
    tasks:
      - {id: T1, title: Task 1, due: Fall 2023}
      - {id: T2, title: Task 2, due: Fall 2023}
      - {id: T3, title: Task 3, due: Fall 2023}
      - {id: T4, title: Task 4, due: Fall 2023}
      - {id: T5, title: Task 5, due: Winter 2023-24}
      - {id: T6, title: Task 6, due: Winter 2023-24}
      - {id: T7, title: Task 7, due: Spring 2024}
      - {id: T8, title: Task 8, due: Spring 2024}
      - {id: T9, title: Task 9, due: Spring 2024}
      - {id: T10, title: Task 10, due: June 2024}
    ```
    ## Good
    ```yaml
    plan: {id: p, title: Plan 2023-2026, period: 2023-2026}
    tasks:
      - {id: T1, title: Task 1, due: Fall 2023}
      - {id: T2, title: Task 2, due: Fall 2024}
      - {id: T3, title: Task 3, due: Fall 2025}
    ```
    """
    plan = review.plan
    begins, ends = (plan.period.start, plan.period.end) if plan.period else (None, None)
    if begins is None or ends is None:
        return
    timed = [
        one.timing
        for one in review.shared.times
        if not one.item.children and (one.field == "due" or one.item.due is None)
    ]
    days = sorted(one.end for one in timed if one.end is not None and not one.recurs)
    if len(days) < _FEWEST_ITEMS:
        return
    if len(days) * 2 < len(timed):
        return
    year = plan.calendar.year_of(begins)
    while year.end < ends:
        later = len(days) - bisect_right(days, year.end)
        if later * 100 < review.limit * len(days):
            few = f"only {later}" if later else "none"
            verb = "end" if later > 1 else "ends"
            name = plan.calendar.year_name(year)
            yield Finding(
                plan.info,
                ("period",),
                f"{few} of the {len(days)} items with a last day {verb} after {name}; "
                f"the plan runs to {ends}",
                "date the work of the later years, or say when it will be planned",
            )
            return
        year = plan.calendar.year_of(year.end + timedelta(days=1))
