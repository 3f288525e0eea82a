"""Printed numbers go up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.numbering import Series
    from planctl.load.places import Path
    from planctl.model.item import Item
    from planctl.rules.rule import Review


@rule("numbering", Severity.WARNING)
def numbering_restarts(review: Review) -> Iterator[Finding]:
    """The printed numbers of items start again or repeat.

    ## What it finds
    An item whose number is not higher than the one before it, among items of one level
    under one item; one finding for each such series. `duplicate-id` tells of ids.
    ## Why it matters
    Readers cannot tell which "1" a status or a citation means.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, number: 1, title: Survey}
      - {id: T2, number: 2, title: Plan}
      - {id: T3, number: 1, title: Train}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, number: 1, title: Survey}
      - {id: T2, number: 2, title: Plan}
      - {id: T3, number: 3, title: Train}
    ```
    """
    plan = review.plan
    is_repeated = len(plan.index) < len(plan.items)
    for series in review.shared.numbered:
        for place, (before, number) in enumerate(pairwise(series.numbers), 1):
            if number > before:
                continue
            item = series.items[place]
            if is_repeated and plan.index.get(item.id) != item.position:
                continue
            whose = plan.name(series.above) if series.above else "the plan"
            numbers = ", ".join(str(number) for number in series.numbers[:12])
            several = plan.level(item).several
            yield _finding(f"{whose} numbers its {several} {numbers}", series, place)
            break


def _finding(message: str, series: Series, place: int) -> Finding:
    record, number = series.items[place].record, series.numbers[place]
    pairs = zip(series.items, series.numbers, strict=True)
    first, before = next((item.record, n) for item, n in pairs if n >= number)
    repeats = before == number
    help_text = (
        f"readers cannot tell which “{number}” is meant; give each its own number"
        if repeats
        else f"{number} comes after {before}; put them in order"
    )
    the = "the first " if repeats else ""
    return Finding(
        record,
        _path(record),
        message,
        f"{help_text}, or keep it as printed with a reason",
        related=((first, _path(first), f"{the}{before} is here"),),
    )


def _path(record: Item) -> Path:
    return ("number",) if record.number else ("id",)
