"""Printed numbers leave none out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.numbering import Numbered
    from planctl.rules.rule import Review


@rule("numbering", Severity.WARNING)
def numbering_skips(review: Review) -> Iterator[Finding]:
    """The printed numbers of items leave one out.

    ## What it finds
    A gap in numbers that otherwise go up by one, among items of one level under one
    item; one finding for each series. Series with more gaps than steps are no series.
    ## Why it matters
    A reader wonders whether an item was lost.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Survey}
      - {id: T2, title: Plan}
      - {id: T4, title: Train}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Survey}
      - {id: T2, title: Plan}
      - {id: T3, title: Train}
    ```
    """
    plan = review.plan
    for _, series in review.shared.numbered:
        pairs = list(pairwise(series))
        gaps = [(one, two) for one, two in pairs if two.number > one.number + 1]
        steps = sum(two.number == one.number + 1 for one, two in pairs)
        if not gaps or len(gaps) > steps:
            continue
        before, after = gaps[0]
        name = plan.level(after.item).name
        yield Finding(
            after.item.record,
            ("number",) if after.item.record.number else ("id",),
            f"{name} {after.item.number} follows {before.item.number}: "
            f"{_missing(before, after)} missing",
            "add what is missing, or say with a reason that it was left out",
        )


def _missing(before: Numbered, after: Numbered) -> str:
    first, last = before.number + 1, after.number - 1
    if first == last:
        return f"{after.before}{first} is"
    between = " and " if last == first + 1 else " to "
    return f"{after.before}{first}{between}{after.before}{last} are"
