"""The steps of a target lead to its end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.ERROR)
def ladder_order(review: Review) -> Iterator[Finding]:
    """A target's steps are out of order, or lead back.

    ## What it finds
    A target of several steps of which one is due before the step in front of it, or
    turns back on the way from the first step to the last.
    ## Why it matters
    A year's step cannot be right if the next one asks for less.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Registration online
        measures:
          - id: online
            title: Registrations online
            unit: percent
            targets: 50% by June 2024; 40% by June 2025; 100% by June 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Registration online
        measures:
          - id: online
            title: Registrations online
            unit: percent
            targets: 50% by June 2024; 75% by June 2025; 100% by June 2026
    ```
    """
    plan = review.plan
    for promise in review.shared.promises:
        seen = _seen(promise)
        if seen:
            yield Finding(
                promise.record,
                promise.path,
                f"the steps of {plan.measures[promise.measure].id} {seen}",
                "put the steps in order, each nearer to the last one",
                subject=plan.measures[promise.measure].id,
            )


def _seen(promise: Promise) -> str:
    """What is wrong with the steps; empty where nothing is, or nobody can say."""
    if promise.target is None or not promise.target.is_ladder:
        return ""
    for one, two in pairwise(promise.dues):
        if one and two and one.surely_by and two.end and two.end < one.surely_by:
            return f"are not in order: {two.text} comes after {one.text}"
    firsts = [rung.readings[0] for rung in promise.target.rungs if rung.readings]
    kinds = {reading.reading for reading in firsts}
    amounts = [one.low if one.low is not None else one.high for one in firsts]
    if len(kinds) > 1 or len(amounts) != len(promise.target.rungs):
        return ""
    values = [amount for amount in amounts if amount is not None]
    ups = {two > one for one, two in pairwise(values) if one != two}
    return "turn back on the way" if len(ups) > 1 else ""
