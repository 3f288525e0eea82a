"""What waits or was given up says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.progress.standing import Own
    from planctl.rules.rule import Review

_WORDS = {State.ON_HOLD: "is on hold", State.DISCONTINUED: "was given up"}


@rule("status", Severity.WARNING)
def hold_without_reason(review: Review) -> Iterator[Finding]:
    """An item is on hold or was given up, and nothing says why.

    ## What it finds
    A status that means on hold or discontinued without a `note`, on the entry or on
    its lines, then or in a later report.
    ## Why it matters
    The board asks what it waits for, and the report has no answer.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: as-published
      items:
        T1: on hold
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach}
    updates:
      cycle: as-published
      items:
        T1:
          status: on hold
          note: No candidate was found; the post is advertised again in May.
    ```
    """
    plan = review.plan
    for position, own in sorted(review.standing.own.items()):
        waits = _WORDS.get(own.state) if own.state else None
        source = own.source
        if waits is None or source.covered_by is not None or _has_note(own):
            continue
        record = source.record or source.report
        yield Finding(
            record,
            ("status",) if source.record and own.status else (),
            f"{plan.name(plan.items[position])} {waits}, and nothing says why",
            "add a `note:` that says why, and what it waits for",
            subject=plan.items[position].id,
        )


def _has_note(own: Own) -> bool:
    notes = [own.source.note, own.update.note]
    notes += [line.record.note for line in own.lines]
    return any(notes)
