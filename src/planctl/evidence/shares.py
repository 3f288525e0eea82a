"""Values in percent that look like shares of 1, as spreadsheets keep them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planctl.evidence.gather import per_measure
from planctl.evidence.measured import own_promises
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from planctl.link.linked import LinkedPlan, Observed
    from planctl.load.places import Path
    from planctl.model.record import Record

_FEWEST = 2
_ALL = 100
# A share stands for a level of which it is at least a third and at most three times.
_NEAR = 3
_NAMED = frozenset({Kind.LEVEL, Kind.FLOOR, Kind.CEILING, Kind.RANGE})


class Level(NamedTuple):
    """A level in percent that the plan itself names, and where."""

    value: Decimal
    record: Record
    path: Path


class Shares(NamedTuple):
    """The values of a measure, by its position, that look like shares of 1.

    `level` is one of its own near which the first of them lies once it is multiplied by
    100, if there is one.
    """

    measure: int
    found: tuple[Observed, ...]
    level: Level | None

    @property
    def percent(self) -> str:
        """The first one in percent."""
        text = f"{(exact_of(self.found[0]) or Decimal(0)) * _ALL:f}"
        return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def find_shares(plan: LinkedPlan) -> list[Shares]:
    """The measures in percent of which some values look like shares.

    All of several do where they lie from 0 to 1; a single one does by the measure's
    baseline or a target. None do where one of those is one percent or less itself.
    """
    by_measure = per_measure(
        one
        for one in plan.observations
        if one.value is not None and plan.measures[one.measure].unit == "percent"
    )
    if not any(
        map(_is_fraction, (one for all_ in by_measure.values() for one in all_))
    ):
        return []
    levels = _levels(plan)
    shares = (
        _shares(measure, values, levels.get(measure, []))
        for measure, values in by_measure.items()
    )
    return [one for one in shares if one is not None]


def exact_of(one: Observed) -> Decimal | None:
    """The value itself, where it is known."""
    return one.value.exact if one.value else None


def _shares(measure: int, values: list[Observed], levels: list[Level]) -> Shares | None:
    if any(0 < level.value <= 1 for level in levels):
        return None
    fractions = [one for one in values if _is_fraction(one)]
    found = fractions
    if len(values) < _FEWEST or not all(map(_is_share, values)):
        found = [one for one in fractions if _nearest(one, levels)]
    if not found:
        return None
    return Shares(measure, tuple(found), _nearest(found[0], levels))


def _levels(plan: LinkedPlan) -> dict[int, list[Level]]:
    """The baselines of each measure, and the levels that its targets name."""
    found: dict[int, list[Level]] = {}
    for start in plan.baselines:
        exact = start.value.exact if start.value else None
        if exact and start.holder is not None:
            level = Level(exact, start.holder, start.path)
            found.setdefault(start.measure, []).append(level)
    for promise in own_promises(plan):
        for rung in promise.target.rungs if promise.target else ():
            for reading in rung.readings:
                value = reading.low or reading.high
                if reading.reading in _NAMED and value:
                    level = Level(value, promise.record, promise.path)
                    found.setdefault(promise.measure, []).append(level)
    return found


def _nearest(one: Observed, levels: list[Level]) -> Level | None:
    """The first level near which a value lies once it is taken for a share."""
    percent = (exact_of(one) or Decimal(0)) * _ALL
    near = (
        level
        for level in levels
        if level.value / _NEAR <= percent <= level.value * _NEAR
    )
    return next(near, None)


def _is_fraction(one: Observed) -> bool:
    exact = exact_of(one)
    return exact is not None and 0 < exact < 1 and _is_plain(one)


def _is_share(one: Observed) -> bool:
    exact = exact_of(one)
    return exact is not None and 0 <= exact <= 1 and _is_plain(one)


def _is_plain(one: Observed) -> bool:
    """Whether it is written as a number alone, without a sign or a word."""
    text = (one.record.value or "").strip()
    return text.replace(".", "", 1).isdigit()
