"""What a reading asks for, once the baseline is known: exact, in `Decimal`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.targets.said import Peer


class Side(StrEnum):
    """Where the values lie that meet a goal."""

    ABOVE = "above"
    BELOW = "below"
    INSIDE = "inside"


# To look a member up takes longer than to compare it, before Python 3.12.
_INSIDE, _BELOW = Side.INSIDE, Side.BELOW


class Kind(StrEnum):
    """What a reading reads in a target."""

    LEVEL = "level"
    RANGE = "range"
    POINTS = "points"
    """A change in the measure's own unit."""
    RELATIVE = "relative"
    """A change in percent of the baseline."""
    FLOOR = "floor"
    CEILING = "ceiling"
    BAND = "band"
    MAINTAIN = "maintain"
    DIRECTION = "direction"
    FACTOR = "factor"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a step of a target.

    `low` and `high` are its amounts, equal where there is one: levels in the measure's
    unit; changes with their sign (of `relative`, in percent); of `band`, its edges, or
    their distance from what it lies around where `is_width`; of `factor`, what the
    baseline is multiplied by; of `gap`, the share that is closed, `end` being where
    there is no gap. Changes are to be divided by `over`: a third is 100 over 3.

    `side` is none where only the baseline can tell. `is_relative` says that the
    amounts are shares of something; where the step `is_ambiguous`, the field
    `reading: points` or `reading: relative` chooses by it.
    """

    reading: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    side: Side | None = None
    is_strict: bool = False
    is_relative: bool = False
    is_ambiguous: bool = False
    is_width: bool = False
    per_year: bool = False
    around: Decimal | None = None
    end: Decimal | None = None
    over: Decimal = Decimal(1)
    peer: Peer | None = None

    @property
    def needs_baseline(self) -> bool:
        """Whether it asks for nothing definite while the baseline is unknown."""
        if self.peer is not None:
            return False
        if self.is_width:
            return self.around is None
        return self.reading in _CHANGES or (self.low is None and self.high is None)


@dataclass(frozen=True, slots=True)
class Goal:
    """The values that meet a reading.

    From `low` up where `side` is above (past `high`, it is exceeded); from `high` down
    where it is below; from `low` to `high` where it is inside. An end that is none has
    no limit; `is_strict` leaves the end itself out. `side` is none where nothing says
    which way is better: then it is the level itself.
    """

    low: Decimal | None
    high: Decimal | None
    side: Side | None
    is_strict: bool = False

    @property
    def value(self) -> Decimal | None:
        """The nearest value that meets it, or its limit; none inside a band."""
        if self.side is _INSIDE and self.low != self.high:
            return None
        return self.high if self.side is _BELOW else self.low


def goal(reading: Reading, baseline: Decimal | None, years: int = 1) -> Goal | None:
    """What a reading asks for; none where that cannot be said.

    A relative change is that share of the baseline's absolute value, and of zero
    nothing can be said. What is written per year holds for `years` of them: changes
    add up, relative ones compound. A direction asks for better than `baseline`, which
    is then the last value. A series stands for no number here.
    """
    if reading.peer is not None:
        return None
    if reading.reading is Kind.DIRECTION:
        return _beyond(reading, baseline)
    if reading.needs_baseline and baseline is None:
        return None
    base = baseline if baseline is not None else Decimal(0)
    low, high = (
        _apply(reading, amount, base, years) for amount in (reading.low, reading.high)
    )
    if (low is None and reading.low is not None) or (
        high is None and reading.high is not None
    ):
        return None
    if reading.reading is Kind.MAINTAIN and low is None and high is None:
        low = high = baseline
    if low is not None and high is not None and low > high:
        low, high = high, low
    side = reading.side or _side(low, high, baseline)
    return Goal(low, high, side, reading.is_strict)


def _apply(
    reading: Reading, amount: Decimal | None, baseline: Decimal, years: int
) -> Decimal | None:
    if amount is None:
        return None
    if reading.is_width:
        return _edge(reading, amount, baseline)
    changed = _CHANGES.get(reading.reading)
    return changed(reading, amount, baseline, years) if changed else amount


def _edge(reading: Reading, amount: Decimal, baseline: Decimal) -> Decimal:
    """An edge of a band around the stated level, else around the baseline."""
    center = reading.around if reading.around is not None else baseline
    width = abs(center) * amount / 100 if reading.is_relative else amount
    return center + width / reading.over


def _points(
    reading: Reading, amount: Decimal, baseline: Decimal, years: int
) -> Decimal:
    return baseline + amount * (years if reading.per_year else 1)


def _multiple(
    reading: Reading, factor: Decimal, baseline: Decimal, years: int
) -> Decimal | None:
    del reading, years
    return baseline + abs(baseline) * (factor - 1) if baseline else None


def _share_of_gap(
    reading: Reading, share: Decimal, baseline: Decimal, years: int
) -> Decimal:
    del years
    end = reading.end or Decimal(0)
    return baseline + (end - baseline) * share / reading.over


def _relative(
    reading: Reading, percent: Decimal, baseline: Decimal, years: int
) -> Decimal | None:
    if not baseline:
        return None
    if reading.per_year:
        growth = (1 + percent / (100 * reading.over)) ** years
        return baseline + abs(baseline) * (growth - 1)
    return baseline + abs(baseline) * percent / (100 * reading.over)


_CHANGES = {
    Kind.POINTS: _points,
    Kind.RELATIVE: _relative,
    Kind.FACTOR: _multiple,
    Kind.GAP: _share_of_gap,
}


def _beyond(reading: Reading, last: Decimal | None) -> Goal | None:
    if last is None or reading.side is None:
        return None
    is_above = reading.side is Side.ABOVE
    return Goal(
        last if is_above else None,
        None if is_above else last,
        reading.side,
        is_strict=True,
    )


def _side(
    low: Decimal | None, high: Decimal | None, baseline: Decimal | None
) -> Side | None:
    """The side away from the baseline; inside where the baseline lies inside."""
    if baseline is None or low is None or high is None:
        return None
    if baseline < low:
        return Side.ABOVE
    if baseline > high:
        return Side.BELOW
    return Side.INSIDE if low < high else None
