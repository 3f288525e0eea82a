"""A measure stood at one value at one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule
from planctl.targets.restated import leads
from planctl.targets.writing import write_amount, write_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Window
    from planctl.link.linked import Starting
    from planctl.rules.rule import Review
    from planctl.targets import Target

_Scope = tuple[int, str | None, str | None]
_Key = tuple[int, str | None, str | None, "Window"]


@rule("measures", Severity.WARNING)
def baselines_conflict(review: Review) -> Iterator[Finding]:
    """A target starts from another value than its measure had then.

    ## What it finds
    A target that says `from 51% in 2023` where a baseline of its measure has another
    value for the same time, students and site. So does `increase by 5 points to 60%`
    where the baseline is not 55%.
    ## Why it matters
    The change that is promised is another by each, and so is whether it was made.
    ## Bad
    ```yaml
    measures:
      - id: novice
        title: Students who score novice
        unit: percent
        baseline: 52% in 2022-23
        targets: from 51% in 2022-23 to 48% in 2023-24
    goals:
      - {id: G1, title: Every child reads, measures: novice}
    ```
    ## Good
    ```yaml
    measures:
      - id: novice
        title: Students who score novice
        unit: percent
        baseline: 51% in 2022-23
        targets: from 51% in 2022-23 to 48% in 2023-24
    goals:
      - {id: G1, title: Every child reads, measures: novice}
    ```
    """
    plan = review.plan
    known: dict[_Key, Starting] = {}
    first: dict[_Scope, Starting] = {}
    for one in plan.baselines:
        key = _key(one)
        if key is not None and one.value is not None:
            known.setdefault(key, one)
        first.setdefault((one.measure, one.group, one.site), one)
    for promise in review.shared.promises if first else ():
        start = promise.start
        if start is None or start.value is None:
            continue
        target, measure = promise.target, plan.measures[promise.measure]
        if target is not None and target.change is not None:
            had = first.get((promise.measure, start.group, start.site))
            told = _not_led(target, had, measure.unit) if had else ""
        else:
            # One with a record is a baseline of the measure itself.
            key = _key(start) if start.record is None else None
            had = known.get(key) if key is not None else None
            told = _starts_elsewhere(start, had, measure.unit) if had else ""
        if had is not None and told:
            yield Finding(
                promise.record,
                promise.path,
                f"the target of {measure.id} {told}",
                "correct one of the two",
                related=((had.holder, had.path, "the baseline"),)
                if had.holder is not None
                else (),
                subject=measure.id,
                word=promise.id,
            )


def _starts_elsewhere(start: Starting, had: Starting, unit: str | None) -> str:
    """What a target says of its start, and the baseline of that time."""
    if start.value is None or had.value is None:
        return ""
    said, was = start.value.exact, had.value.exact
    if said is None or was is None:
        return ""
    period = start.period.text if start.period else ""
    return (
        f"starts from {write_number(said, unit)} in {period}, and the baseline of "
        f"that time is {write_number(was, unit)}"
    )


def _not_led(target: Target, had: Starting, unit: str | None) -> str:
    """What a target says of a change and its level, where the two do not meet."""
    was = had.value.exact if had.value else None
    change, level = target.change, target.final.said.amounts[0]
    if change is None or was is None or level.of is not None:
        return ""
    if leads(change, was, level.number):
        return ""
    return (
        f"goes by {write_amount(change.amounts[0])} to {write_amount(level)}, and the "
        f"baseline is {write_number(was, unit)}"
    )


def _key(one: Starting) -> _Key | None:
    whole = one.period.whole if one.period else None
    return None if whole is None else (one.measure, one.group, one.site, whole)
