"""A measure stood at one value at one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule
from planctl.targets.writing import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Window
    from planctl.link.linked import Starting
    from planctl.rules.rule import Review

_Key = tuple[int, str | None, str | None, "Window"]


@rule("measures", Severity.WARNING)
def baselines_conflict(review: Review) -> Iterator[Finding]:
    """A target starts from another value than its measure had then.

    ## What it finds
    A target that says `from 51% in 2023` where a baseline of its measure has another
    value for the same time, students and site.
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
    for one in plan.baselines:
        key = _key(one)
        if key is not None and one.value is not None:
            known.setdefault(key, one)
    for promise in review.shared.promises if known else ():
        start = promise.start
        # One with a record is a baseline of the measure itself.
        if start is None or start.record is not None or start.value is None:
            continue
        key = _key(start)
        other = known.get(key) if key is not None else None
        if other is None or other.value is None or other.value.exact is None:
            continue
        measure = plan.measures[promise.measure]
        said, had = (
            write_number(one, measure.unit)
            for one in (start.value.exact, other.value.exact)
            if one is not None
        )
        period = start.period.text if start.period else ""
        yield Finding(
            promise.record,
            promise.path,
            f"the target of {measure.id} starts from {said} in {period}, and the "
            f"baseline of that time is {had}",
            "correct one of the two",
            related=((other.holder, other.path, "the baseline"),)
            if other.holder is not None
            else (),
            subject=measure.id,
            word=promise.id,
        )


def _key(one: Starting) -> _Key | None:
    whole = one.period.whole if one.period else None
    return None if whole is None else (one.measure, one.group, one.site, whole)
