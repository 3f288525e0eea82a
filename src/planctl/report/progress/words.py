"""Verdicts, flags and figures of targets, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.words import Flag, Verdict
from planctl.report.target_words import change_text, level_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.targets import Goal
    from planctl.targets.values import Value

VERDICT_WORDS = {
    Verdict.MET: "met",
    Verdict.ON_TRACK: "on track",
    Verdict.BEHIND: "behind",
    Verdict.OFF_TRACK: "off track",
    Verdict.REGRESSED: "worse than at the start",
    Verdict.NOT_MET: "not met",
    Verdict.NOT_DUE: "not yet due",
    Verdict.NO_DATA: "no data",
    Verdict.NO_BASELINE: "no baseline",
    Verdict.AMBIGUOUS: "depends on the reading",
    Verdict.NOT_COMPARABLE: "not comparable",
    Verdict.SUPPRESSED: "withheld",
}
FLAG_WORDS = {
    Flag.EXCEEDED: "beyond the target",
    Flag.WITHIN_TOLERANCE: "within its tolerance",
    Flag.EARLY: "before it was due",
    Flag.RUNG_MISSED: "an earlier step was missed",
    Flag.MET_BEFORE_NOT_NOW: "was met before",
    Flag.RESTORED: "was missed before",
    Flag.BELOW_BASELINE: "worse than the baseline",
    Flag.NO_AMOUNT: "no amount is named",
    Flag.BASELINE_ONLY: "nothing measured since the baseline",
    Flag.WITHIN_CHANCE: "the change is within chance",
    Flag.ROUNDING: "rounding decides",
    Flag.UNDATED_BASELINE: "the baseline has no year: counted from the plan's start",
    Flag.PROVISIONAL: "provisional",
    Flag.DISPUTED: "disputed",
    Flag.ADDED_UP: "put together from the sites",
    Flag.DERIVED: "computed from other measures",
}
MISSING_WORDS = {
    "suppressed": "withheld",
    "not_released": "not released",
    "not_collected": "not collected",
    "not_applicable": "not applicable",
}
_LARGE = 10**20
_BARS = "▁▂▃▄▅▆▇█"
_TENTH, _WHOLE, _HUNDREDTH = Decimal("0.1"), Decimal(1), Decimal("0.01")


def verdict_words(verdict: str) -> str:
    """A verdict as it is printed."""
    return VERDICT_WORDS[Verdict(verdict)]


def flag_words(flags: Iterable[str]) -> str:
    """Flags as they are printed, one after the other."""
    return "; ".join(FLAG_WORDS[Flag(flag)] for flag in flags)


def figure_text(
    value: Decimal | Fraction | float,
    unit: str | None,
    words: tuple[str, ...] = (),
    *,
    exactly: bool = False,
) -> str:
    """A computed value in its unit, to a tenth; of small amounts to a hundredth.

    `words` are a measure's ordered words, lowest first, of which it is the place.
    """
    exact = decimal(value)
    if words and exact == exact.to_integral_value() and 0 <= exact < len(words):
        return words[int(exact)]
    return level_text(exact if exactly else _rounded(exact), unit)


def gap_text(value: Decimal | Fraction | float, unit: str | None) -> str:
    """A computed change with its sign, in the measure's unit."""
    return change_text(_rounded(decimal(value)), unit)


def share_text(value: Decimal | Fraction | float | None) -> str:
    """A share as a percent: 0.0211 is `2.1%`; of ten and more, `27%`."""
    if value is None:
        return ""
    percent = decimal(value) * 100
    if abs(percent) >= _LARGE:
        return f"{percent:,.0f}%"
    places = _WHOLE if abs(percent) >= 10 else _TENTH  # noqa: PLR2004 - two digits
    rounded = percent.quantize(places, ROUND_HALF_UP)
    return f"{rounded or Decimal(0):,f}%"


def value_text(value: Value, unit: str | None, words: tuple[str, ...] = ()) -> str:
    """A value as it was observed: `42.3%`, `under 5%`, `March 1, 2026`."""
    if value.exact is not None:
        return figure_text(value.exact, unit, words, exactly=True)
    if unit == "date" and value.low is not None and value.high is not None:
        return f"{level_text(value.low, unit)} to {level_text(value.high, unit)}"
    parts = []
    if value.low is not None:
        word = "over" if value.is_strict else "at least"
        parts.append(f"{word} {level_text(value.low, unit)}")
    if value.high is not None:
        word = "under" if value.is_strict else "at most"
        parts.append(f"{word} {level_text(value.high, unit)}")
    return " and ".join(parts)


def goal_text(goal: Goal, unit: str | None, words: tuple[str, ...] = ()) -> str:
    """What a goal asks for, in a few words: `44.1%`, `5% to 10%`, `under 5%`."""
    if goal.low is not None and goal.high is not None and goal.low != goal.high:
        low, high = (_level(one, unit, words) for one in (goal.low, goal.high))
        return f"{low} to {high}"
    if goal.value is None:
        return ""
    text = _level(goal.value, unit, words)
    if goal.is_strict:
        return f"{'under' if goal.low is None else 'over'} {text}"
    return text


def trend_line(values: Iterable[Decimal | None]) -> str:
    """Values as small bars, the lowest and the highest at the ends; a gap is a dot."""
    found = list(values)
    known = [one for one in found if one is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    last = len(_BARS) - 1

    def bar(value: Decimal | None) -> str:
        if value is None:
            return "·"
        place = (
            (value - low) / (high - low) * last if high > low else Decimal(last // 2)
        )
        return _BARS[int(place.to_integral_value())]

    return "".join(bar(one) for one in found)


def edge_text(
    value: Decimal | Fraction | float, unit: str | None, words: tuple[str, ...] = ()
) -> str:
    """A computed value to a hundredth, for what lies near a border."""
    return _level(decimal(value), unit, words)


def _level(value: Decimal, unit: str | None, words: tuple[str, ...]) -> str:
    """A level to a hundredth: readings of a target may lie that near together."""
    small = abs(value) < _LARGE
    rounded = value.quantize(_HUNDREDTH, ROUND_HALF_UP) if small else value
    return figure_text(rounded, unit, words, exactly=True)


def decimal(value: Decimal | Fraction | float) -> Decimal:
    """A figure as a decimal number, to 28 digits."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value)) if isinstance(value, float) else value


def _rounded(value: Decimal) -> Decimal:
    """To a tenth; what is written with more digits and under 1 to a hundredth."""
    places = _TENTH if abs(value) >= 1 else _HUNDREDTH
    return value.quantize(places, ROUND_HALF_UP) if abs(value) < _LARGE else value
