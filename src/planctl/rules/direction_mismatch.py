"""A target leads where the measure says that better is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import is_due_before_baseline
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.evidence.shared import Shared
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review
    from planctl.targets.goals import Reading

_LEVELS = frozenset({Kind.LEVEL, Kind.RANGE, Kind.FACTOR})
_SIDED = frozenset({Side.ABOVE, Side.BELOW})
_SIDES = {"increase": Side.ABOVE, "decrease": Side.BELOW}
_UP = re.compile(r"(?:increas|rais|improv|higher|more|grow|expand)\w*\b", re.IGNORECASE)
_DOWN = re.compile(
    r"(?:decreas|reduc|lower|fewer|less|cut|declin|drop)\w*\b", re.IGNORECASE
)


@rule("measures", Severity.WARNING)
def direction_mismatch(review: Review) -> Iterator[Finding]:
    """A target or a title says the opposite of the measure's direction.

    ## What it finds
    Targets that lead down where `direction: increase` says that more is better, or up
    where less is; levels on the wrong side of the baseline; in English plans, measures
    whose title begins with the opposite word.
    ## Why it matters
    Success would be reported as failure, or failure as success.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Fewer absences
        measures:
          - id: absence
            title: Students who are often absent
            unit: percent
            direction: increase
            targets: "-7 points by 2026"
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Fewer absences
        measures:
          - id: absence
            title: Students who are often absent
            unit: percent
            direction: decrease
            targets: "-7 points by 2026"
    ```
    """
    plan = review.plan
    told: set[int] = set()
    for promise in review.shared.promises:
        measure = plan.measures[promise.measure]
        wanted = _SIDES.get(measure.direction or "")
        if (
            wanted is None
            or promise.measure in told
            or not _opposes(review.shared, promise, wanted)
            or is_due_before_baseline(promise)
        ):
            continue
        told.add(promise.measure)
        yield Finding(
            promise.record,
            promise.path,
            f"“{' '.join(promise.text.split())}” is the wrong way: {measure.id} is to "
            f"{measure.direction}",
            "correct the target, or `direction:` of the measure",
            related=((measure, ("direction",), "which way is better"),),
            subject=measure.id,
        )
    if not plan.is_english:
        return
    for position in review.shared.own_measures:
        measure = plan.measures[position]
        opposite = {"increase": _DOWN, "decrease": _UP}.get(measure.direction or "")
        match = opposite.match(measure.title) if opposite else None
        if match and position not in told:
            yield Finding(
                measure,
                ("title",),
                f"the title of {measure.id} says “{match[0]}”, and its direction is "
                f"{measure.direction}",
                "correct one of the two; a title names what is counted",
                part=match[0],
                related=((measure, ("direction",), "which way is better"),),
            )


def _opposes(shared: Shared, promise: Promise, wanted: Side) -> bool:
    """Whether every reading of some rung leads away from what is wanted."""
    start = promise.baseline
    for rung in promise.target.rungs if promise.target else ():
        sides = [_side(shared, reading, start) for reading in rung.readings]
        if sides and all(side is not wanted and side in _SIDED for side in sides):
            return True
    return False


def _side(shared: Shared, reading: Reading, start: Decimal | None) -> Side | None:
    """The side on which a reading lies; of a level, seen from where it starts."""
    if start is None or reading.per_year or reading.reading not in _LEVELS:
        return reading.side
    meant = shared.goal(reading, start)
    value = meant.value if meant else None
    if value is None or value == start:
        return reading.side
    return Side.ABOVE if value > start else Side.BELOW
