"""One, or a few, ensure that work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


@rule(
    "people", Severity.ADVICE, limit="4", unit="owners who are accountable for one item"
)
def many_accountable(review: Review) -> Iterator[Finding]:
    """Many are accountable for one item, all for the same.

    ## What it finds
    Items for which more owners than the limit are accountable in the same role, and no
    `duty` says what each ensures. Silent on an item for several sites or student
    groups, and on owners whose names say their site. One finding for the same owners.
    ## Why it matters
    Each can take another for the one who ensures it, and the board does not know whom
    to ask. In a RACI chart one is accountable, and any number may do the work.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        accountable: [Superintendent, Board, Finance Office, Principals, Staff Office]
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible: [Finance Office, Principals, Staff Office]
        accountable: [Superintendent, Board]
    ```
    """
    plan = review.plan
    found: dict[tuple[int, ...], list[LinkedItem]] = {}
    for item in review.shared.owned:
        if len(item.accountable) > review.limit:
            owners = _same(plan, item)
            if len(owners) > review.limit:
                found.setdefault(tuple(owners), []).append(item)
    for same, items in found.items():
        first = items[0]
        also = f" and {len(items) - 1} more" if len(items) > 1 else ""
        have = "have the same" if also else "has"
        yield Finding(
            first.record,
            ("accountable",),
            f"{plan.name(first)}{also} {have} {len(same)} who are accountable, "
            "and nothing says what each ensures",
            "name one or a few, say the `duty` of each, or name the others under "
            "`responsible:`",
            related=tuple(
                (one.record, ("accountable",), "here, too") for one in items[1:4]
            ),
        )


def _same(plan: LinkedPlan, item: LinkedItem) -> list[int]:
    """The owners, as positions, who are accountable for the same in the same role."""
    if len(item.sites) > 1 or len(item.groups) > 1:
        return []
    sites = [site.name.casefold() for site in plan.sites]
    by_duty: dict[tuple[str | None, str | None], dict[int, None]] = {}
    for owner, role, duty in item.accountable:
        name = plan.owners[owner].name.casefold()
        if not any(site in name for site in sites):
            by_duty.setdefault((role, duty), {})[owner] = None
    return sorted(max(by_duty.values(), key=len, default=()))
