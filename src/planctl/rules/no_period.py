"""A plan says for which years it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

_FEWEST_ITEMS = 10
_YEARS = re.compile(r"\b20\d\d\s?[-\u2013/]\s?(?:20)?\d\d\b")


@rule("time", Severity.WARNING)
def no_period(review: Review) -> Iterator[Finding]:
    """The plan does not say for which years it is.

    ## What it finds
    A plan of 10 items or more without `period`, most of whose items have none either,
    of their own or from above. Silent where it uses another plan, whose years may hold.
    ## Why it matters
    Nothing can be outside the plan, nobody can tell which reports are missing, and work
    without a date is never late.
    ## Bad
    ```yaml
    plan: {id: p, title: Lakeshore plan}
    tasks:
      - {id: T1, title: Task 1}
      - {id: T2, title: Task 2}
      - {id: T3, title: Task 3}
      - {id: T4, title: Task 4}
      - {id: T5, title: Task 5}
      - {id: T6, title: Task 6}
      - {id: T7, title: Task 7}
      - {id: T8, title: Task 8}
      - {id: T9, title: Task 9}
      - {id: T10, title: Task 10}
    ```
    ## Good
    ```yaml
    plan: {id: p, title: Lakeshore plan, period: 2024-2026}
    tasks:
      - {id: T1, title: Task 1}
      - {id: T2, title: Task 2}
    ```
    """
    plan = review.plan
    is_small = len(plan.items) < _FEWEST_ITEMS
    if plan.info.period is not None or plan.info.uses is not None or is_small:
        return
    if sum(item.runs is not None for item in plan.items) * 2 > len(plan.items):
        return
    years = _YEARS.search(plan.info.title)
    yield Finding(
        plan.info,
        ("title",),
        "the plan does not say for which years it is"
        + (", except in its title" if years else ""),
        f"add `period: {years[0]}` below the title"
        if years
        else "add `period:` below the title, such as `2025-2028`",
        part=years[0] if years else "",
    )
