"""From values and days to places on the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from planctl.report.chart.wording import axis_caption, axis_text, power_of

if TYPE_CHECKING:
    from datetime import date

    from planctl.report.chart.views import Chart

_CUT = Decimal("0.4")
"""Where the least value is this share of the largest or less, the axis begins at 0."""
_LEAST_PERCENT = Decimal(10)
_LEAST_SHARE = Decimal("0.1")
_LEAST_DAYS = Decimal(28)
_WORDS = 12
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_WHOLES = frozenset({"count", "date"})
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on the axis, and its text."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Values:
    """The axis of values, from `low` to `high`, with its ticks and its caption."""

    low: Decimal
    high: Decimal
    ticks: tuple[Tick, ...]
    caption: str

    def share(self, value: Decimal) -> float:
        """How far up a value lies, from 0 to 1; beyond the axis, at its end."""
        way = (value - self.low) / (self.high - self.low)
        return float(min(max(way, Decimal(0)), Decimal(1)))


@dataclass(frozen=True, slots=True)
class Days:
    """The axis of time, from its first day to its last."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """How far along a day lies, from 0 to 1; one day alone is in the middle."""
        length = (self.last - self.first).days
        return (day - self.first).days / length if length else 0.5


def days_of(chart: Chart) -> Days | None:
    """The days that a chart covers; none where it says nothing of any."""
    days = [day for panel in chart.panels for day in panel.days()]
    days += [year.day for year in chart.years] if days else []
    return Days(min(days), max(days)) if days else None


def values_of(chart: Chart, most: int) -> Values:
    """The axis of values that all panels of a chart share, with at most so many ticks.

    It begins at 0 where that leaves the changes to be seen, and says so where it does
    not. It never spans less than 10 percentage points, a tenth of the largest value,
    or four weeks, so that a small change does not look like a large one.
    """
    if chart.words:
        return _ordered_words(chart, most)
    values = [value for panel in chart.panels for value in panel.values()]
    if not values:
        return Values(
            Decimal(0), Decimal(1), (), axis_caption(chart.unit, chart.direction)
        )
    low, high = _ends(min(values), max(values), chart.unit)
    step = nice_step(high - low, most, chart.unit)
    low, high = _outward(low, high, step, is_share=chart.unit == "percent")
    power = power_of(max(abs(low), abs(high)), chart.unit)
    count = int((high - low) / step)
    ticks = tuple(
        Tick(value, axis_text(value, chart.unit, power))
        for value in (low + step * place for place in range(count + 1))
    )
    is_cut = low > 0 or high < 0
    begins = axis_text(low, chart.unit) if is_cut and chart.unit != "date" else ""
    return Values(
        low, high, ticks, axis_caption(chart.unit, chart.direction, power, begins)
    )


def nice_step(span: Decimal, most: int, unit: str | None = None) -> Decimal:
    """The least of 1, 2, 2.5 or 5 times a power of ten for so many ticks."""
    rough = span / max(most - 2, 1)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * times for times in _NICE if power * times >= rough)
    return step.to_integral_value(ROUND_CEILING) if unit in _WHOLES else step


def _ordered_words(chart: Chart, most: int) -> Values:
    last = len(chart.words) - 1
    every = -(-len(chart.words) // min(most, _WORDS))
    ticks = tuple(
        Tick(Decimal(place), chart.words[place]) for place in range(0, last + 1, every)
    )
    # Half a step of room, so that no word lies on the edge.
    half = Decimal("0.5")
    return Values(-half, last + half, ticks, axis_caption(chart.unit, chart.direction))


def _ends(low: Decimal, high: Decimal, unit: str | None) -> tuple[Decimal, Decimal]:
    """The least that the axis must show."""
    largest = max(abs(low), abs(high))
    is_share = unit == "percent" and low >= 0 and high <= _WHOLE
    least = _LEAST_PERCENT if is_share else largest * _LEAST_SHARE or Decimal(1)
    if unit == "date":
        least = _LEAST_DAYS
    if 0 <= low <= high * _CUT:
        return Decimal(0), max(high, least)
    if high <= 0 and high >= low * _CUT:
        return low, Decimal(0)
    lacks = max(least - (high - low), Decimal(0)) / 2
    over = max(high + lacks - _WHOLE, Decimal(0)) if is_share else Decimal(0)
    return low - lacks - over, high + lacks - over


def _outward(
    low: Decimal, high: Decimal, step: Decimal, *, is_share: bool
) -> tuple[Decimal, Decimal]:
    """To the ticks around; no value lies on an edge that is not 0, or the whole."""
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    if bottom == low and low:
        bottom -= step
    if top == high and high and not (is_share and high == _WHOLE):
        top += step
    return bottom, top
