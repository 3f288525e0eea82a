"""Readings of targets, their values and their sums, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.report.wording import day, money
from planctl.targets import Goal, Kind, Reading, Side

if TYPE_CHECKING:
    from collections.abc import Callable

_MONEY = frozenset({"USD", "EUR", "GBP", "CAD"})
_TIMES = frozenset({"minutes", "hours", "days", "weeks"})
_PLACES = Decimal("0.0001")
_THAN = "the baseline"
_LIMITS = {
    (True, False): "at least",
    (True, True): "more than",
    (False, False): "at most",
    (False, True): "less than",
}
_DAY_LIMITS = {
    (True, False): "no earlier than",
    (True, True): "later than",
    (False, False): "no later than",
    (False, True): "earlier than",
}
"""What stands before a limit: by whether higher is better, and whether it is beyond."""


def plain(number: Decimal) -> str:
    """A number with at most four decimals."""
    rounded = number.quantize(_PLACES) if abs(number) < 10**20 else number
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def level_text(number: Decimal, unit: str | None) -> str:
    """A value in its unit: `44.1%`, `$500,000`, `4 weeks`, `March 1, 2026`."""
    if unit == "percent":
        return f"{plain(number)}%"
    if unit in _MONEY:
        amount = Decimal(plain(number).replace(",", ""))
        is_whole = amount == amount.to_integral_value()
        # Cents have two digits; a share of a cent keeps its own.
        is_cents = not is_whole and amount == round(amount, 2)
        return money(round(amount, 2) if is_cents else amount, unit or "")
    if unit == "date":
        return day(day_of(number))
    return f"{plain(number)} {unit}" if unit in _TIMES else plain(number)


def day_of(number: Decimal) -> date:
    """The day that a number stands for: a value of a measure of dates.

    Numbers beyond the calendar, as an axis may have, are its first or last day.
    """
    return date.fromordinal(min(max(int(number), 1), date.max.toordinal()))


def change_text(number: Decimal, unit: str | None) -> str:
    """A change with its sign: `+5.5 points`, `-$500,000`, `-60 days`."""
    sign = "+" if number >= 0 else "-"
    return f"{sign}{_size(abs(number), unit)}"


def value_text(reading: Reading, goal: Goal, unit: str | None) -> str:
    """What is asked for, with its limits."""
    if goal.low is not None and goal.high is not None and goal.low != goal.high:
        low, high = level_text(goal.low, unit), level_text(goal.high, unit)
        if goal.side is Side.INSIDE:
            return f"{low} to {high}, edges inside"
        return f"{low} to {high}, met at the end nearer the baseline"
    text = _signed_level(goal.value, unit)
    yearly = " after one year" if reading.per_year and reading.needs_baseline else ""
    return f"{limit_words(goal, unit)}{text}{yearly}"


def sum_of(reading: Reading, baseline: Decimal, unit: str | None) -> str:
    """How a value follows from the baseline; empty where it does not."""
    made = _SUMS.get(reading.reading)
    if made is None or reading.low is None or reading.low != reading.high:
        return ""
    return made(reading, reading.low, baseline, unit)


def reading_sentence(reading: Reading, unit: str | None) -> str:
    """One reading in a sentence."""
    text = _SENTENCES[reading.reading](reading, unit)
    return f"{text}, every year" if reading.per_year else text


def limit_words(goal: Goal, unit: str | None) -> str:
    """What stands before a limit: `at least `, `no later than `, or nothing."""
    if goal.side not in {Side.ABOVE, Side.BELOW}:
        return ""
    limits = _DAY_LIMITS if unit == "date" else _LIMITS
    return f"{limits[goal.side is Side.ABOVE, goal.is_strict]} "


def _size(number: Decimal, unit: str | None) -> str:
    if unit == "date":
        return f"{plain(number)} {'day' if number == 1 else 'days'}"
    if unit in _MONEY or unit in _TIMES:
        return level_text(number, unit)
    noun = "point" if number == 1 else "points"
    return f"{plain(number)} {noun}" if unit == "percent" else plain(number)


def _ends(reading: Reading, word: Callable[[Decimal], str]) -> str:
    """The amounts without their signs, the smaller first."""
    ends = {abs(end or Decimal(0)) for end in (reading.low, reading.high)}
    if reading.over != 1:
        # A third is no decimal number.
        ends = {round(end / reading.over, 2) for end in ends}
    return " to ".join(word(size) for size in sorted(ends))


def _more(reading: Reading, unit: str | None) -> str:
    if unit == "date":
        return "later" if reading.side is Side.ABOVE else "earlier"
    return "more" if reading.side is Side.ABOVE else "less"


def _points(reading: Reading, unit: str | None) -> str:
    size = _ends(reading, lambda number: _size(number, unit))
    size = size.replace(" point", " percentage point")
    strictly = "more than " if reading.is_strict else ""
    return f"{strictly}{size} {_more(reading, unit)} than {_THAN}"


def _relative(reading: Reading, unit: str | None) -> str:
    strictly = "more than " if reading.is_strict else ""
    size = _ends(reading, plain)
    return f"{strictly}{size} percent {_more(reading, unit)} than {_THAN}"


def _signed_level(number: Decimal | None, unit: str | None) -> str:
    return level_text(number if number is not None else Decimal(0), unit)


def _span(reading: Reading, unit: str | None) -> str:
    low, high = _signed_level(reading.low, unit), _signed_level(reading.high, unit)
    return f"a level of {low}" if low == high else f"a level between {low} and {high}"


def _floor(reading: Reading, unit: str | None) -> str:
    value = _signed_level(reading.low, unit)
    if unit == "date":
        return f"{_DAY_LIMITS[True, reading.is_strict]} {value}"
    return f"more than {value}" if reading.is_strict else f"{value} or more"


def _ceiling(reading: Reading, unit: str | None) -> str:
    value = _signed_level(reading.high, unit)
    if unit == "date":
        return f"{_DAY_LIMITS[False, reading.is_strict]} {value}"
    return f"less than {value}" if reading.is_strict else f"{value} or less"


def _band(reading: Reading, unit: str | None) -> str:
    if not reading.is_width:
        return f"between {_signed_level(reading.low, unit)} and " + _signed_level(
            reading.high, unit
        )
    around = _THAN if reading.around is None else level_text(reading.around, unit)
    if reading.is_relative:
        return f"within {_ends(reading, plain)} percent of {around}, on either side"
    size = _ends(reading, lambda number: _size(number, unit))
    return f"within {size} of {around}, on either side"


def _maintain(reading: Reading, unit: str | None) -> str:
    if reading.low is None:
        return f"no worse than {_THAN}"
    if reading.low != reading.high:
        return f"kept {_band(reading, unit)}"
    return f"no worse than {level_text(reading.low, unit)}"


def _direction(reading: Reading, unit: str | None) -> str:
    del unit
    way = {Side.ABOVE: "higher", Side.BELOW: "lower"}.get(reading.side or Side.INSIDE)
    return f"{way or 'better'} than the last value; no amount is named"


def _factor(reading: Reading, unit: str | None) -> str:
    del unit
    strictly = "more than " if reading.is_strict else ""
    return f"{strictly}{_ends(reading, plain)} times {_THAN}"


def _gap(reading: Reading, unit: str | None) -> str:
    end = level_text(reading.end or Decimal(0), unit or "percent")
    share = (reading.low or Decimal(0)) * 100 / reading.over
    return f"{plain(share)} percent of what is missing to {end} closed"


_SENTENCES = {
    Kind.POINTS: _points,
    Kind.RELATIVE: _relative,
    Kind.LEVEL: _span,
    Kind.RANGE: _span,
    Kind.FLOOR: _floor,
    Kind.CEILING: _ceiling,
    Kind.BAND: _band,
    Kind.MAINTAIN: _maintain,
    Kind.DIRECTION: _direction,
    Kind.FACTOR: _factor,
    Kind.GAP: _gap,
}


def _plus(
    reading: Reading, amount: Decimal, baseline: Decimal, unit: str | None
) -> str:
    size = _size(abs(amount) / reading.over, unit)
    return f"{level_text(baseline, unit)} {_sign(amount)} {size}"


def _percent_plus(
    reading: Reading, amount: Decimal, baseline: Decimal, unit: str | None
) -> str:
    percent = plain(abs(amount) / reading.over)
    start, size = level_text(baseline, unit), level_text(abs(baseline), unit)
    return f"{start} {_sign(amount)} {percent}% of {size}"


def _times(
    reading: Reading, amount: Decimal, baseline: Decimal, unit: str | None
) -> str:
    del reading
    return f"{plain(amount)} x {level_text(baseline, unit)}"


def _closing(
    reading: Reading, amount: Decimal, baseline: Decimal, unit: str | None
) -> str:
    share, end = plain(amount * 100 / reading.over), level_text(_end(reading), unit)
    return f"{level_text(baseline, unit)} and {share}% of the way from there to {end}"


def _end(reading: Reading) -> Decimal:
    return reading.end if reading.end is not None else Decimal(0)


def _sign(amount: Decimal) -> str:
    return "+" if amount >= 0 else "-"


_SUMS = {
    Kind.POINTS: _plus,
    Kind.RELATIVE: _percent_plus,
    Kind.FACTOR: _times,
    Kind.GAP: _closing,
}
