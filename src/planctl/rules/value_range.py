"""Values that can be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review
    from planctl.targets import Value

_NEVER_NEGATIVE = frozenset({"percent", "count", "minutes", "hours", "days", "weeks"})
_WHOLE = Decimal(100)


@rule("measures", Severity.WARNING)
def value_range(review: Review) -> Iterator[Finding]:
    """A value is more than all or less than none.

    ## What it finds
    A value or a baseline of a measure in percent that is over 100 or below 0, and a
    count or an amount of time below 0; one finding for each measure.
    ## Why it matters
    It is a slip, and every figure that is made of it is wrong. Where a percent may be
    more than 100, an ignore says why.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2022-23
        value: 423%
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2022-23
        value: 42.3%
    ```
    """
    plan = review.plan
    by_measure: dict[int, list[tuple[Record, Path, str, str]]] = {}
    for measure, record, path, value, written in _values(plan):
        wrong = _wrong(value, plan.measures[measure].unit)
        if wrong:
            found = by_measure.setdefault(measure, [])
            found.append((record, path, written, wrong))
    for measure, found in by_measure.items():
        name = plan.measures[measure].id
        record, path, written, wrong = found[0]
        yield Finding(
            record,
            path,
            f"`{written}` of {name} is {wrong}{more_like_it(found)}",
            "correct the value, or the unit of the measure",
            subject=name,
            word=written,
        )


def _values(plan: LinkedPlan) -> Iterator[tuple[int, Record, Path, Value, str]]:
    """Every value with its measure, its place and how it is written."""
    for start in plan.baselines:
        record = start.record
        if start.value is None or start.holder is None or record is None:
            continue
        if plan.places.is_here(start.holder):
            field = "value" if record.value is not None else "text"
            written = record.value or record.text or ""
            path = (*start.path, field)
            yield start.measure, start.holder, path, start.value, written
    for one in plan.observations:
        if one.value is not None:
            written = one.record.value or ""
            yield one.measure, one.record, ("value",), one.value, written


def _wrong(value: Value, unit: str | None) -> str:
    """What is wrong with a value; nothing where it can be."""
    least = value.low if value.low is not None else value.high
    most = value.high if value.high is not None else value.low
    if unit == "percent" and most is not None and most > _WHOLE:
        return "over 100 percent"
    if unit in _NEVER_NEGATIVE and least is not None and least < 0:
        return "below 0"
    return ""
