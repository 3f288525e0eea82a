"""Printed numbers leave none out."""

from __future__ import annotations

from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.numbering import Series
    from planctl.rules.rule import Review


@rule("numbering", Severity.WARNING)
def numbering_skips(review: Review) -> Iterator[Finding]:
    """The printed numbers of items leave one out.

    ## What it finds
    A gap in numbers that otherwise go up by one, among items of one level under one
    item; one finding for each series. Series with more gaps than steps are no series.
    `numbering-restarts` tells of a number that is higher than the one behind it.
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
    for series in review.shared.numbered:
        steps = list(map(sub, series.numbers[1:], series.numbers))
        gaps = [
            place
            for place, (step, following) in enumerate(pairwise([*steps, 1]))
            if step > 1
            and following > 0
            and not series.lettered.issuperset(_left_out(series, place))
        ]
        if not gaps or len(gaps) > steps.count(1):
            continue
        before, after = series.items[gaps[0] : gaps[0] + 2]
        yield Finding(
            after.record,
            ("number",) if after.record.number else ("id",),
            f"{plan.name(after)} follows {before.number}: "
            f"{_missing(series, gaps[0])} missing",
            "add what is missing, or say with a reason that it was left out",
        )


def _left_out(series: Series, place: int) -> range:
    """The numbers between that at a place of a series and the next."""
    return range(series.numbers[place] + 1, series.numbers[place + 1])


def _missing(series: Series, place: int) -> str:
    """The numbers that are left out behind a place of a series, with their verb."""
    before, numbers = series.before, _left_out(series, place)
    first, last = numbers[0], numbers[-1]
    if first == last:
        return f"{before}{first} is"
    between = " and " if last == first + 1 else " to "
    return f"{before}{first}{between}{before}{last} are"
