"""Statistics Canada: compound growth against the growth that the target needs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.words import Verdict
from planctl.progress.verdicts.years import years_between
from planctl.targets import Side

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case

_ALMOST_NOTHING = Fraction(1, 1000)
_ON_TRACK, _ACCELERATE = 0.95, 0.60
_NAME = "growth against the growth needed"


def statcan(case: Case) -> Outcome | None:
    """Compare the yearly growth so far with the yearly growth that the target needs.

    `R = d * G(A) / |G(T)|` with `G(A) = (A / B) ** (1 / years so far) - 1` and
    `G(T) = (T / B) ** (1 / years in all) - 1`; d is 1 where more is better, else -1.
    Target achieved: our `met`. R at least 0.95, on track; at least 0.60, progress made
    but acceleration needed: our `behind`; at least 0, limited progress: our
    `off_track`; under 0, deterioration: our `regressed`. A baseline or target of zero
    counts as 0.001; values of different signs are not judged.

    Source: Open SDG progress methodology, after Statistics Canada and Eurostat.
    """
    ratio = _ratio(case)
    if ratio is None:
        return None
    if case.is_met:
        word, verdict = "target achieved", Verdict.MET
    elif ratio >= _ON_TRACK:
        word, verdict = "on track", Verdict.ON_TRACK
    elif ratio >= _ACCELERATE:
        word = "progress made but acceleration needed"
        verdict = Verdict.BEHIND
    elif ratio >= 0:
        word, verdict = "limited progress", Verdict.OFF_TRACK
    else:
        word, verdict = "deterioration", Verdict.REGRESSED
    return Outcome(word, verdict, _NAME, ratio)


def _ratio(case: Case) -> float | None:
    """The growth so far as a share of the growth needed."""
    begin, due = case.baseline, case.due
    if begin is None or due is None or case.target is None or case.road is None:
        return None
    so_far = years_between(begin.day, case.actual.day)
    in_all = years_between(begin.day, due)
    base, target = (one or _ALMOST_NOTHING for one in (begin.value, case.target))
    actual = case.actual.value
    if so_far <= 0 or in_all <= 0 or not _same_sign([base, target, actual]):
        return None
    try:
        needed = _growth(base, target, in_all)
        grown = _growth(base, actual, so_far)
    except OverflowError:
        # Within days nothing grows so much.
        return None
    if not needed:
        return None
    # Below zero more means further from it: growth of the amount is a fall.
    way = 1 if case.goal.side is Side.ABOVE else -1
    way = -way if base < 0 else way
    return way * grown / abs(needed)


def _growth(start: Fraction, end: Fraction, years: Fraction) -> float:
    """The compound growth a year from one value to another.

    Raises:
        OverflowError: it is too large for any number.
    """
    growth: float = float(end / start) ** float(1 / years) - 1
    return growth


def _same_sign(values: list[Fraction]) -> bool:
    return all(one >= 0 for one in values) or all(one <= 0 for one in values)
