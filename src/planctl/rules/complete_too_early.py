"""What is complete has no open parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.progress.asserted import find_asserted
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS, State.ON_HOLD)


@rule("status", Severity.WARNING)
def complete_too_early(review: Review) -> Iterator[Finding]:
    """An item is reported complete while parts of it are not.

    ## What it finds
    A status that means complete on an item below which others are reported as not
    started, in progress or on hold. Parts that were given up do not count.
    ## Why it matters
    A reader who sees only the heading takes the work for done.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Coaching
        tasks:
          - {id: T1, title: Hire a coach}
          - {id: T2, title: Train the coach}
    updates:
      cycle: as-published
      items:
        G1: complete
        T1: complete
        T2: in progress
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Coaching
        tasks:
          - {id: T1, title: Hire a coach}
          - {id: T2, title: Train the coach}
    updates:
      cycle: as-published
      items:
        G1: in progress
        T1: complete
        T2: in progress
    ```
    """
    plan = review.plan
    for item, own, state, parts in find_asserted(review.standing):
        still_open = sum(parts.counts[one] for one in _OPEN)
        if state is not State.COMPLETE or not still_open:
            continue
        lowest = parts.lowest.id if parts.lowest else ""
        is_or_are = "is" if still_open == 1 else "are"
        yield Finding(
            own.source.record or own.source.report,
            ("status",) if own.source.record and own.status else (),
            f"{plan.name(item)} is reported complete, but {still_open} of its "
            f"{parts.of} parts {is_or_are} not",
            "report it as in progress, or bring its parts up to date",
            related=((plan.items[plan.index[lowest]].record, (), "not complete"),),
            subject=item.id,
        )
