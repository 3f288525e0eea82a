"""A plan names owners, dates, measures and statuses somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


_FEWEST_ITEMS = 10
_FEWEST_LACKS = 2


@rule("quality", Severity.ADVICE)
def bare_plan(review: Review) -> Iterator[Finding]:
    """The whole plan lacks what tells who, when, or whether it worked.

    ## What it finds
    A plan of 10 items or more in which at least two of these occur nowhere: an owner,
    a date, a measure, a reported status. One finding for the plan. Of dates nothing is
    said where the plan itself has no years: `no-period` tells of that.
    ## Why it matters
    Plans whose goals are specific, timely and measured, with somebody accountable and
    frequent monitoring, are those that were found to go with better results
    (Fernandez, Educational Policy 25(2), on school improvement plans).
    ## Bad
    ```yaml
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
    measures:
      - {id: reading, title: Children who read}
    tasks:
      - id: T1
        title: Teachers plan together
        responsible: Principals
        due: June 2025
        measures: reading
    ```
    """
    plan = review.plan
    if len(plan.items) < _FEWEST_ITEMS:
        return
    records = [item.record for item in plan.items]
    lacks = [
        what
        for what, has in (
            ("an owner", any(one.responsible or one.accountable for one in records)),
            # Of a plan without years `no-period` tells.
            ("a date", plan.period is None or any(o.due or o.period for o in records)),
            ("a measure", any(one.measures for one in records)),
            ("a reported status", bool(plan.updates)),
        )
        if not has
    ]
    if len(lacks) >= _FEWEST_LACKS:
        yield Finding(
            plan.info,
            ("title",),
            f"none of the {len(records)} items has {', '.join(lacks[:-1])} "
            f"or {lacks[-1]}",
            "say who does it, by when and how you will know, or keep that elsewhere "
            "and say where",
        )
