"""What stands beside each other differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


@rule("structure", Severity.WARNING)
def repeated_item(review: Review) -> Iterator[Finding]:
    """The same item stands twice.

    ## What it finds
    Two items of one level under one item, without parts, of the same title, whose
    descriptions, dates, owners, student groups, sites, scopes, phases and headings are
    alike, too. One finding for each title.
    ## Why it matters
    It is counted twice, and a reader cannot tell which one a status means.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Train the coaches, due: Fall 2024}
      - {id: T2, title: train the coaches, due: Fall 2024}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Train the coaches, due: Fall 2024}
      - {id: T2, title: Train the coaches, due: Spring 2025}
    ```
    """
    plan = review.plan
    titles = review.shared.titles
    named: dict[tuple[int | None, str, str], list[LinkedItem]] = {}
    for item in plan.items:
        if not item.children:
            key = (item.parent, item.level, titles[item.position])
            named.setdefault(key, []).append(item)
    same: dict[object, list[LinkedItem]] = {}
    for key, items in named.items():
        if len(items) > 1:
            for item in items:
                same.setdefault((key, _looks(item)), []).append(item)
    for items in same.values():
        if len(items) < 2:  # noqa: PLR2004 - one alone repeats nothing
            continue
        first, second = items[:2]
        name = plan.level(first).name
        ids = ", ".join(item.id for item in items[1:5])
        yield Finding(
            second.record,
            ("title",),
            f"{name} {first.id} stands again as {ids}",
            "remove one, or say how they differ: when, where, for whom, by whom",
            related=((first.record, ("title",), "the first one is here"),),
        )


def _looks(item: LinkedItem) -> tuple[object, ...]:
    """What a reader sees of an item, beside its number and title."""
    record = item.record
    return (
        record.description,
        record.due,
        record.period,
        item.responsible,
        item.accountable,
        item.groups,
        item.sites,
        record.scope,
        record.phase,
        record.heading,
    )
