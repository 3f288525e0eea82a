"""What is said of an item fits what is said of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.progress.asserted import Asserted, find_asserted
from planctl.progress.state import RolledState
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("status", Severity.WARNING)
def state_apart(review: Review) -> Iterator[Finding]:
    """An item is reported otherwise than its parts.

    ## What it finds
    An item reported as not started whose parts have begun, as on hold or given up
    while parts are in progress, or as in progress while no part has begun or all wait.
    `complete-too-early` and `open-when-done` tell of what is complete.
    ## Why it matters
    Two answers to one question stand in the report.
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
        G1: not started
        T1: in progress
        T2: not started
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
        T1: in progress
        T2: not started
    ```
    """
    plan = review.plan
    for asserted in find_asserted(review.standing):
        seen = _otherwise(asserted)
        if not seen:
            continue
        item, own, state, _ = asserted
        said = own.status or state.replace("_", " ")
        yield Finding(
            own.source.record or own.source.report,
            ("status",) if own.source.record and own.status else (),
            f"{plan.name(item)} is reported “{said}”, but {seen}",
            "change the one that is wrong, or say in a note why they differ",
            subject=item.id,
        )


def _otherwise(asserted: Asserted) -> str:
    """What its parts say otherwise; empty where they agree."""
    _, _, state, parts = asserted
    begun = parts.counts[State.IN_PROGRESS]
    if state is State.IN_PROGRESS:
        if parts.state is RolledState.NOT_STARTED:
            return "none of its parts has begun"
        waits = parts.state is RolledState.ON_HOLD
        return (
            "all its parts wait" if waits and not parts.counts[State.COMPLETE] else ""
        )
    if state is State.NOT_STARTED and parts.state is not RolledState.COMPLETE:
        begun += parts.counts[State.COMPLETE]
        what = "begun"
    elif state in {State.ON_HOLD, State.DISCONTINUED}:
        what = "in progress"
    else:
        return ""
    if not begun:
        return ""
    is_or_are = "is" if begun == 1 else "are"
    if what == "begun":
        is_or_are = "has" if begun == 1 else "have"
    if parts.of == 1:
        return f"its only part {is_or_are} {what}"
    return f"{begun} of its {parts.of} parts {is_or_are} {what}"
