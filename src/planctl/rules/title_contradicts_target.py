"""A title and its target name the same amount."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.evidence.shared import Shared
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import Promise
    from planctl.load.places import Path
    from planctl.rules.rule import Review

_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<value>\d{1,3}(?:\.\d{1,6})?)\s?(?:%|percent\b)(?!age)",
    re.ASCII | re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?P<value>\d{1,3}(?:\.\d{1,6})?)[ -](?:percentage[ -])?points? "
    r"(?:gain|growth|increase|improvement|rise|decline|decrease|drop|reduction)\b",
    re.ASCII | re.IGNORECASE,
)
_SIGNS = ("%", "ercent", "point")
_AIM = re.compile(r"\b(?:to|reach(?:es)?|at least|at most)\s+\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_LONGEST_AIM = 12
_MOST = 20
_ALL = 100
# A title may round what its target says exactly.
_NEAR = Decimal("0.5")


@rule("measures", Severity.WARNING)
def title_contradicts_target(review: Review) -> Iterator[Finding]:
    """A title names another amount than the target below it.

    ## What it finds
    A percentage in the title of an item, or in the wording of a measure there, that is
    in none of the item's targets in percent: neither printed, nor a baseline, a step,
    or the change from one to the other; and a “5-point gain” that is none. 100% is
    passed over, unless it is to be reached, and so are titles that round.
    ## Why it matters
    The Board reads the title and the figures are judged by the target. Often one of the
    two is left over from an earlier version.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Children who read rise to 48%
        measures:
          - id: readers
            title: Children who read
            unit: percent
            direction: increase
            baseline: 40% in 2022-23
            targets: 45% by 2025
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Children who read rise to 45%
        measures:
          - id: readers
            title: Children who read
            unit: percent
            direction: increase
            baseline: 40% in 2022-23
            targets: 45% by 2025
    ```
    """
    plan = review.plan
    said = [
        (item, path, text)
        for item in plan.items
        if item.measures
        for path, text in _texts(item)
    ]
    by_item: dict[int, list[Promise]] = {}
    of_measure: dict[int, list[Promise]] = {}
    # Those that cannot be read, too: they may be what a title speaks of.
    for promise in plan.promises if said else ():
        if promise.item is None:
            of_measure.setdefault(promise.measure, []).append(promise)
        else:
            by_item.setdefault(promise.item, []).append(promise)
    for item, path, text in said:
        promises = by_item.get(item.position, [])
        shown = [one for place in item.measures for one in of_measure.get(place, ())]
        targets = [one for one in (*shown, *promises) if _is_percent(plan, one)]
        amount = _other_amount(review.shared, text, targets)
        if amount:
            target = targets[-1]
            yield Finding(
                item.record,
                path,
                f"{plan.name(item)} says {amount}, and its target is "
                f"“{' '.join(target.text.split())}”",
                "correct the one that is wrong, or add a target for the other",
                related=((target.record, target.path, "the target"),),
                part=amount,
                word=amount,
            )


def _texts(item: LinkedItem) -> Iterator[tuple[Path, str]]:
    """What an item says in words of what is measured, where that may have amounts."""
    title = item.title
    if any(sign in title for sign in _SIGNS):
        yield ("title",), title
    for place, use in enumerate(item.record.measures):
        if use.text and any(sign in use.text for sign in _SIGNS):
            yield ("measures", place, "text"), use.text


def _is_percent(plan: LinkedPlan, promise: Promise) -> bool:
    return plan.measures[promise.measure].unit == "percent" or "%" in promise.text


def _other_amount(shared: Shared, text: str, targets: Sequence[Promise]) -> str:
    """An amount in a text that no target knows; empty where there is none.

    Of percentages, those to be reached stand for all; else one that is known is enough.
    """
    every = list(islice(_AMOUNT.finditer(text), _MOST))
    aims = [
        match
        for match in every
        if _AIM.search(text, max(match.start() - _LONGEST_AIM, 0), match.start())
    ]
    percents = aims or [match for match in every if Decimal(match["value"]) != _ALL]
    changes = list(islice(_POINTS.finditer(text), _MOST))
    if not targets or not (percents or changes):
        return ""
    known = _known(shared, targets)
    unknown = _unknown(percents, known)
    if len(unknown) < len(percents):
        unknown = []
    return next(iter(unknown + _unknown(changes, known)), "")


def _unknown(found: list[re.Match[str]], known: set[Decimal]) -> list[str]:
    """The amounts that are near none of those that are known."""
    return [
        match[0]
        for match in found
        if not any(abs(Decimal(match["value"]) - one) <= _NEAR for one in known)
    ]


def _known(shared: Shared, targets: Sequence[Promise]) -> set[Decimal]:
    """The amounts that targets name or ask for."""
    known: set[Decimal] = set()
    for promise in targets:
        known |= {Decimal(number) for number in _NUMBER.findall(promise.text)}
        base = promise.baseline
        for rung in promise.target.rungs if promise.target else ():
            for reading in rung.readings:
                meant = shared.goal(reading, base)
                value = meant.value if meant else None
                if value is not None:
                    known |= {value} | _changes(value, base)
    return known | {_ALL - one for one in known}


def _changes(value: Decimal, base: Decimal | None) -> set[Decimal]:
    """What a value is away from where it starts, in points and in percent of that."""
    if base is None:
        return set()
    change = abs(value - base)
    return {base, change, change * _ALL / abs(base)} if base else {base, change}
