"""What each step of a target asks for under one reading, and the road through them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.road import Point, Road
from planctl.targets import Kind, Side, goal

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from planctl.progress.verdicts.row import Step
    from planctl.targets import Goal, Reading, Target

_ROADS = frozenset(
    {Kind.LEVEL, Kind.RANGE, Kind.POINTS, Kind.RELATIVE, Kind.FACTOR, Kind.GAP}
)


class Alternative(NamedTuple):
    """One way to read a whole target: a reading and a due day for each step.

    `name` is the reading, and the due day where that can be read in two ways.
    """

    name: str
    readings: tuple[Reading, ...]
    dues: tuple[datetime.date | None, ...]


def alternatives(target: Target, steps: Sequence[Step]) -> Iterator[Alternative]:
    """Every way to read a target; the same reading holds for all of its rungs."""
    most = max(len(rung.readings) for rung in target.rungs)
    two_days = max(len(step.dues) for step in steps)
    for nth in range(most):
        readings = tuple(
            target.rungs[step.rung].readings[
                min(nth, len(target.rungs[step.rung].readings) - 1)
            ]
            for step in steps
        )
        for which in range(max(two_days, 1)):
            dues = tuple(
                step.dues[min(which, len(step.dues) - 1)] if step.dues else None
                for step in steps
            )
            name = readings[-1].reading.value
            if two_days > 1:
                name = f"{name}, by {dues[-1]}"
            yield Alternative(name, readings, dues)


def goals_of(
    alternative: Alternative, steps: Sequence[Step], baseline: Decimal | None
) -> tuple[Goal | None, ...]:
    """What each step asks for, from one baseline; none where that cannot be said."""
    return tuple(
        goal(reading, baseline, step.years)
        for reading, step in zip(alternative.readings, steps, strict=True)
    )


def has_road(reading: Reading, asked: Goal | None, baseline: Point | None) -> bool:
    """Whether a straight line leads to a goal: an amount, and beyond the baseline."""
    if asked is None or baseline is None or asked.value is None:
        return False
    if reading.peer is not None or reading.reading not in _ROADS:
        return False
    value = Fraction(asked.value)
    if asked.side is Side.ABOVE:
        return value > baseline.value
    return asked.side is Side.BELOW and value < baseline.value


def road_of(
    alternative: Alternative, goals: Sequence[Goal | None], baseline: Point
) -> Road | None:
    """The line from the baseline through every step that names an amount.

    Also through those that do not lie beyond the baseline: the line is flat there.
    """
    points = {
        due: Fraction(asked.value)
        for reading, due, asked in zip(
            alternative.readings, alternative.dues, goals, strict=True
        )
        if due is not None
        and due > baseline.day
        and asked is not None
        and asked.value is not None
        and is_amount(reading)
    }
    if not points:
        return None
    following = sorted(points.items())
    return Road((baseline, *(Point(day, value) for day, value in following)))


def is_amount(reading: Reading) -> bool:
    """Whether a reading names an amount to reach, not a bound to hold."""
    return reading.reading in _ROADS and reading.peer is None
