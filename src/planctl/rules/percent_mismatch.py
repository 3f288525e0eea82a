"""A percentage fits the status beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.rules.rule import Review

_ALL = 100


@rule("status", Severity.WARNING)
def percent_mismatch(review: Review) -> Iterator[Finding]:
    """A percentage contradicts the status that is reported with it.

    ## What it finds
    A `percent_complete` of 100 on an item that is not complete, of less on one that is,
    above 0 on one that has not started, and any below 0 or above 100.
    ## Why it matters
    A reader believes one of the two. The status counts.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: as-published
      items:
        T1:
          status: not started
          percent_complete: 40
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: as-published
      items:
        T1:
          status: in progress
          percent_complete: 40
    ```
    """
    plan = review.plan
    for update in plan.updates:
        if update.percent is None or update.record is None or update.item is None:
            continue
        seen = _seen(update.percent, update.state)
        if update.covered_by is not None or not seen:
            continue
        item = plan.items[update.item]
        said = update.status if update.state else "done"
        yield Finding(
            update.record,
            ("percent_complete",),
            f"{plan.name(item)} is reported “{said}” and {update.percent:f} percent",
            seen,
            subject=item.id,
        )


def _seen(percent: Decimal, state: State | None) -> str:
    """What to do about a percentage and a state; empty where they agree."""
    if not 0 <= percent <= _ALL:
        return "write a number from 0 to 100"
    if state is State.COMPLETE and percent < _ALL:
        return "what is complete is 100 percent; change one of the two"
    if state is State.NOT_STARTED and percent:
        return "what has not started is 0 percent; change one of the two"
    if state in {State.IN_PROGRESS, State.ON_HOLD} and percent == _ALL:
        return "at 100 percent it is complete; change one of the two"
    return ""
