"""Lines that were reported under one item can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.progress.standing import lowest_together
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedUpdate
    from planctl.rules.rule import Review


@rule("status", Severity.WARNING)
def two_statuses(review: Review) -> Iterator[Finding]:
    """Lines under one item have different statuses, and nothing says why.

    ## What it finds
    Two lines under `entries:` of one report with different statuses and no `site`,
    `scope`, `number` or `note` that tells them apart, and a status over the lines that
    says otherwise than they do together. `status-scale` tells of two words in one
    status.
    ## Why it matters
    A reader cannot tell which of the two holds.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Student panels}
    updates:
      cycle: as-published
      items:
        T1:
          entries:
            - status: complete
            - status: on hold
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Student panels}
    updates:
      cycle: as-published
      items:
        T1:
          entries:
            - site: North School
              status: complete
            - site: South School
              status: on hold
    ```
    """
    plan = review.plan
    for update in plan.updates:
        if update.item is None or update.record is None or not update.lines:
            continue
        name = plan.name(plan.items[update.item])
        clash = _clash(update)
        together = lowest_together(line.state for line in update.lines)
        if clash is not None:
            message = f"{name} has lines with different statuses and nothing between"
            remedy = "say under each line for which `site` or `scope` it is"
            path: tuple[str | int, ...] = ("entries", clash, "status")
        elif update.state and together and update.state is not together:
            said = together.replace("_", " ")
            message = f"{name} is “{update.status}”, but its lines together are {said}"
            remedy = "change the status, or leave it out: the lines say it"
            path = ("status",)
        else:
            continue
        yield Finding(
            update.record, path, message, remedy, subject=plan.items[update.item].id
        )


def _clash(update: LinkedUpdate) -> int | None:
    """The first line whose state differs from one that says no more than it does."""
    seen: dict[tuple[str | None, ...], object] = {}
    for place, line in enumerate(update.lines):
        record = line.record
        scope = (line.site, record.scope, record.number, record.note)
        if line.state is not None and seen.setdefault(scope, line.state) != line.state:
            return place
    return None
