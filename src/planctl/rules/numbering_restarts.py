"""Printed numbers go up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.numbering import Numbered
    from planctl.load.places import Path
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
    for above, series in review.shared.numbered:
        for before, one in pairwise(series):
            is_duplicate = plan.index.get(one.item.id) != one.item.position
            if one.number > before.number or is_duplicate:
                continue
            whose = plan.name(above) if above else "the plan"
            numbers = ", ".join(str(n.number) for n in series[:12])
            several = plan.level(one.item).several
            yield _finding(f"{whose} numbers its {several} {numbers}", series, one)
            break


def _finding(message: str, series: list[Numbered], one: Numbered) -> Finding:
    first = next(n for n in series if n.number >= one.number)
    repeats = first.number == one.number
    help_text = (
        f"readers cannot tell which “{one.number}” is meant; give each its own number"
        if repeats
        else f"{one.number} comes after {first.number}; put them in order"
    )
    the = "the first " if repeats else ""
    return Finding(
        one.item.record,
        _place(one),
        message,
        f"{help_text}, or keep it as printed with a reason",
        related=((first.item.record, _place(first), f"{the}{first.number} is here"),),
    )


def _place(one: Numbered) -> Path:
    return ("number",) if one.item.record.number else ("id",)
