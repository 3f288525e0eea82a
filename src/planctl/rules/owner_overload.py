"""Work is spread over those who can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review

_FEWEST_ITEMS = 12
_FEWEST_OWNERS = 4


@rule("people", Severity.ADVICE, limit="40", unit="percent of the items with an owner")
def owner_overload(review: Review) -> Iterator[Finding]:
    """One owner has a large share of all that has an owner.

    ## What it finds
    An owner who is responsible or accountable for more than a share of the items of
    which somebody is; in a plan with at least 12 of them and four owners.
    ## Why it matters
    The plan hangs on one person or office, and what waits there waits for everybody.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Task 1, responsible: Office}
      - {id: T2, title: Task 2, responsible: Office}
      - {id: T3, title: Task 3, responsible: Office}
      - {id: T4, title: Task 4, responsible: Office}
      - {id: T5, title: Task 5, responsible: Office}
      - {id: T6, title: Task 6, responsible: Office}
      - {id: T7, title: Task 7, responsible: Principals}
      - {id: T8, title: Task 8, responsible: Principals}
      - {id: T9, title: Task 9, responsible: Teachers}
      - {id: T10, title: Task 10, responsible: Teachers}
      - {id: T11, title: Task 11, responsible: Coaches}
      - {id: T12, title: Task 12, responsible: Coaches}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Task 1, responsible: Office}
      - {id: T2, title: Task 2, responsible: Principals}
      - {id: T3, title: Task 3, responsible: Teachers}
      - {id: T4, title: Task 4, responsible: Coaches}
    ```
    """
    plan = review.plan
    among = review.shared.owned
    by_owner: dict[int, list[LinkedItem]] = {}
    for item in among:
        duties = item.responsible + item.accountable
        for owner in dict.fromkeys(duty.owner for duty in duties):
            if owner not in review.shared.nobody:
                by_owner.setdefault(owner, []).append(item)
    if len(among) < _FEWEST_ITEMS or len(by_owner) < _FEWEST_OWNERS:
        return
    for owner, items in by_owner.items():
        if len(items) * 100 > review.limit * len(among):
            name = plan.owners[owner].name
            first = items[0]
            duties = first.responsible
            is_doing = any(duty.owner == owner for duty in duties)
            yield Finding(
                first.record,
                ("responsible",) if is_doing else ("accountable",),
                f"{name} is named for {len(items)} of the {len(among)} items that "
                "have an owner",
                "share the work out, or say who leads each part",
                word=name,
            )
