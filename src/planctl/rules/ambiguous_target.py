"""A target says one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import by_measure
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind
from planctl.targets.writing import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.evidence.shared import Shared
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review
    from planctl.targets.goals import Reading


_UNITS = {"percent": "points", "count": ""}


@rule("measures", Severity.WARNING)
def ambiguous_target(review: Review) -> Iterator[Finding]:
    """A target can be read in two ways.

    ## What it finds
    Targets with more than one reading, above all a change in percent of a measure in
    percent: `+22%` is 22 points, or 22 percent of the baseline. One finding for each
    measure. `no-unit` tells of measures without a unit.
    ## Why it matters
    From 22.1 percent, 22 points lead to 44.1 and 22 percent to 26.96. Both may be
    called met, or missed, by whoever wishes.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        measures:
          - id: readers
            title: Children who read
            unit: percent
            direction: increase
            baseline: 22.1% in 2022-23
            targets: +22% by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        measures:
          - id: readers
            title: Children who read
            unit: percent
            direction: increase
            baseline: 22.1% in 2022-23
            targets: +22 points by 2026
    ```
    """
    plan = review.plan

    def is_unclear(promise: Promise) -> bool:
        has_unit = plan.measures[promise.measure].unit is not None
        return has_unit and len(_readings(promise)) > 1

    for one in by_measure(review.shared.promises, is_unclear):
        first = one.found[0]
        one_way, other = _readings(first)[:2]
        often = f" ({len(one.found)} places)" if len(one.found) > 1 else ""
        unit = plan.measures[one.measure].unit
        settles = {one_way.reading, other.reading} == {Kind.POINTS, Kind.RELATIVE}
        yield Finding(
            first.record,
            first.path,
            f"“{' '.join(first.text.split())}”{often} is "
            f"{_say(review.shared, one_way, first.baseline, unit)} or "
            f"{_say(review.shared, other, first.baseline, unit)}",
            "settle it with `reading: points` or `reading: relative`"
            if settles
            else "write it so that one reading is left; see `planctl target`",
            related=tuple((p.record, p.path, "and here") for p in one.found[1:4]),
            subject=plan.measures[one.measure].id,
        )


def _readings(promise: Promise) -> tuple[Reading, ...]:
    """The readings of the first rung that has several."""
    rungs = promise.target.rungs if promise.target else ()
    return next((rung.readings for rung in rungs if len(rung.readings) > 1), ())


def _say(
    shared: Shared, reading: Reading, baseline: Decimal | None, unit: str | None
) -> str:
    """A reading in words, and where it leads."""
    amounts = [abs(one) for one in (reading.low, reading.high) if one is not None]
    low, high = (min(amounts), max(amounts)) if amounts else (None, None)
    amount = f"{low:f}" if low == high else f"{low:f} to {high:f}"
    if reading.is_relative:
        words = f"{amount} percent of the {'level' if reading.around else 'baseline'}"
    else:
        words = f"{amount} {_UNITS.get(unit or '', unit)}".strip()
        words = words.removesuffix("s") if amount == "1" else words
    if reading.reading is Kind.CEILING:
        return f"at most {words}"
    if reading.reading is Kind.BAND:
        return f"within {words}{'' if reading.is_relative else ' of it'}"
    meant = shared.goal(reading, baseline) if not reading.per_year else None
    value = meant.value if meant else None
    return words if value is None else f"{words} ({write_number(value)})"
