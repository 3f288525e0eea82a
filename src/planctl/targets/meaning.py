"""From what a step says to its readings, for a measure with a unit and a direction."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.targets.goals import Kind, Reading, Side
from planctl.targets.said import Amount, Form, Mark, Said
from planctl.targets.scale import TIMES, Scale, check_unit, level_of, refuse
from planctl.targets.words import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

_HUNDRED = Decimal(100)

_SIGN_OR_PERCENT = "a change has a sign: `+5 points`; a level has `%`"
_ONLY_LEVELS = frozenset({Mark.WORD, Mark.OF, Mark.DAY, Mark.RATIO})


def read_said(said: Said, scale: Scale, *, per_year: bool) -> tuple[Reading, ...]:
    """The readings of a step, more than one where it is ambiguous.

    Raises:
        UnreadError: an amount does not fit the measure's unit.
    """
    for amount in (*said.amounts, *((said.around,) if said.around else ())):
        check_unit(amount, scale)
    readings = tuple(_READERS[said.form](said, scale))
    several = len(readings) > 1
    return tuple(
        replace(
            one,
            is_ambiguous=several,
            is_strict=said.is_strict,
            per_year=per_year,
            peer=said.peer,
        )
        for one in readings
    )


def _levels(said: Said, scale: Scale) -> tuple[Decimal, Decimal]:
    first, last = said.amounts[0], said.amounts[-1]
    return level_of(first, scale), level_of(last, scale)


def _level(said: Said, scale: Scale) -> Iterator[Reading]:
    side = scale.side(said.way)
    if said.peer is not None:
        yield Reading(Kind.LEVEL, side=side)
        return
    if said.amounts[0].mark is Mark.OF_BASELINE:
        low, high = (said.amounts[0].number / 100, said.amounts[-1].number / 100)
        yield Reading(Kind.FACTOR, low, high, side)
        return
    first = said.amounts[0]
    if first.is_percentage and said.way is None:
        refuse(first, _SIGN_OR_PERCENT)
    low, high = _levels(said, scale)
    if low == high:
        yield Reading(Kind.LEVEL, low, high, side)
    elif side is Side.INSIDE:
        yield Reading(Kind.BAND, low, high, side)
    else:
        yield Reading(Kind.RANGE, low, high, side)


def _bound(said: Said, scale: Scale) -> Iterator[Reading]:
    is_floor = said.form is Form.FLOOR
    kind = Kind.FLOOR if is_floor else Kind.CEILING
    side = Side.ABOVE if is_floor else Side.BELOW
    if said.peer is not None:
        yield Reading(kind, side=side)
        return
    if said.amounts[0].mark is Mark.OF_BASELINE:
        refuse(said.amounts[0], "a bound is written as a level")
    if is_floor and said.amounts[0].mark is Mark.POINTS and scale.unit == "percent":
        refuse(said.amounts[0], _SIGN_OR_PERCENT)
    value, _ = _levels(said, scale)
    low, high = (value, None) if is_floor else (None, value)
    yield Reading(kind, low, high, side)


def _change(said: Said, scale: Scale) -> Iterator[Reading]:
    for is_up in _senses(said.way, scale):
        sign = 1 if is_up else -1
        side = Side.ABOVE if is_up else Side.BELOW
        for is_relative in _measured_in(said.amounts[0], scale):
            over, amounts = _over(said.amounts)
            ends = [sign * one for one in amounts]
            kind = Kind.RELATIVE if is_relative else Kind.POINTS
            low, high = min(ends), max(ends)
            yield Reading(kind, low, high, side, is_relative=is_relative, over=over)


def _senses(way: Way | None, scale: Scale) -> tuple[bool, ...]:
    """Whether a change goes up: both where nothing says what is better."""
    if way in {Way.UP, Way.DOWN}:
        return (way is Way.UP,)
    if scale.direction in {"increase", "decrease"}:
        return (scale.direction == "increase",)
    return (True, False)


def _measured_in(amount: Amount, scale: Scale) -> tuple[bool, ...]:
    """Whether an amount of change is in percent of the baseline, or may be."""
    if amount.mark in {Mark.OF_BASELINE, Mark.PART}:
        return (True,)
    if amount.mark is Mark.PERCENT:
        return (False, True) if scale.is_percent else (True,)
    if amount.mark in _ONLY_LEVELS:
        refuse(amount, "this is a level and no change")
    return (False,)


def _over(amounts: tuple[Amount, ...]) -> tuple[Decimal, list[Decimal]]:
    """What changes are to be divided by, and they: a third is 100 percent over 3."""
    if amounts[0].mark is not Mark.PART:
        return Decimal(1), [one.number for one in amounts]
    below = [one.of or Decimal(1) for one in amounts]
    over = below[0] * below[-1] if len(below) > 1 else below[0]
    parts = zip(amounts, below, strict=True)
    return over, [one.number * 100 * (over / part) for one, part in parts]


def _within(said: Said, scale: Scale) -> Iterator[Reading]:
    if len(said.amounts) > 1:
        low, high = _levels(said, scale)
        yield Reading(Kind.BAND, low, high, Side.INSIDE)
        return
    amount = said.amounts[0]
    around = level_of(said.around, scale) if said.around is not None else None
    for is_relative in _measured_in(amount, scale):
        over, (width,) = _over(said.amounts)
        yield Reading(
            Kind.BAND,
            -width,
            width,
            Side.INSIDE,
            over=over,
            is_relative=is_relative,
            is_width=True,
            around=around,
        )
    if amount.unit in TIMES and around is None:
        # `within 4 weeks` is how a district says at most, too.
        yield Reading(Kind.CEILING, None, amount.number, Side.BELOW)


def _maintain(said: Said, scale: Scale) -> Iterator[Reading]:
    side = scale.side(said.way)
    if not said.amounts:
        yield Reading(Kind.MAINTAIN, side=side)
        return
    low, high = _levels(said, scale)
    yield Reading(Kind.MAINTAIN, low, high, side if low == high else Side.INSIDE)


def _direction(said: Said, scale: Scale) -> Iterator[Reading]:
    yield Reading(Kind.DIRECTION, side=scale.side(said.way))


def _factor(said: Said, scale: Scale) -> Iterator[Reading]:
    factor = said.amounts[0].number
    yield Reading(Kind.FACTOR, factor, factor, scale.side(said.way))


def _gap(said: Said, scale: Scale) -> Iterator[Reading]:
    amount = said.amounts[0]
    share, over = amount.number, amount.of or _HUNDRED
    is_down = scale.direction == "decrease"
    if not is_down and not scale.is_percent:
        why = f"where the gap ends is not said: the measure is in {scale.unit}"
        refuse(amount, why)
    side = Side.BELOW if is_down else Side.ABOVE
    end = Decimal(0) if is_down else _HUNDRED
    yield Reading(Kind.GAP, share, share, side, is_relative=True, end=end, over=over)
    if amount.mark is Mark.PERCENT and scale.is_percent:
        points = -amount.number if is_down else amount.number
        yield Reading(Kind.POINTS, points, points, side)


_READERS = {
    Form.LEVEL: _level,
    Form.FLOOR: _bound,
    Form.CEILING: _bound,
    Form.CHANGE: _change,
    Form.WITHIN: _within,
    Form.MAINTAIN: _maintain,
    Form.DIRECTION: _direction,
    Form.FACTOR: _factor,
    Form.GAP: _gap,
}
