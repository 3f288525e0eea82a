"""What is open has open parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.progress.asserted import find_asserted
from planctl.progress.state import RolledState
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("status", Severity.WARNING)
def open_when_done(review: Review) -> Iterator[Finding]:
    """An item is reported open while all its parts are complete.

    ## What it finds
    A status that means not started, in progress or on hold on an item of which every
    part was reported complete. Parts that were given up do not count.
    ## Why it matters
    Either the work is done and nobody says so, or the plan does not name what is left.
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
        G1: in progress
        T1: complete
        T2: complete
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
        G1: complete
        T1: complete
        T2: complete
    ```
    """
    plan = review.plan
    for item, own, state, parts in find_asserted(review.standing):
        is_open = state not in {State.COMPLETE, State.DISCONTINUED}
        if not is_open or parts.state is not RolledState.COMPLETE:
            continue
        done = parts.counts[State.COMPLETE]
        what = f"all {done} of its parts are" if done > 1 else "its only part is"
        said = own.status or state.replace("_", " ")
        yield Finding(
            own.source.record or own.source.report,
            ("status",) if own.source.record and own.status else (),
            f"{plan.name(item)} is reported “{said}”, but {what} complete",
            "report it complete, or add the part that is still to be done",
            subject=item.id,
        )
