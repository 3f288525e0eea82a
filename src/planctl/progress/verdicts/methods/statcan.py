"""Statistics Canada: compound growth against the growth that the target needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import meets
from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.words import Verdict
from planctl.progress.verdicts.years import years_between
from planctl.targets import Side

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case

_ALMOST_NOTHING = 0.001
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
    if meets(case.goal, case.actual.value):
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
    so_far = float(years_between(begin.day, case.actual.day))
    in_all = float(years_between(begin.day, due))
    values = [float(v) or _ALMOST_NOTHING for v in (begin.value, case.target)]
    actual = float(case.actual.value)
    if so_far <= 0 or in_all <= 0 or not _same_sign([*values, actual]):
        return None
    base, target = values
    needed: float = (target / base) ** (1 / in_all) - 1
    if not needed:
        return None
    grown: float = (actual / base) ** (1 / so_far) - 1
    # Below zero more means further from it: growth of the amount is a fall.
    way = 1 if case.goal.side is Side.ABOVE else -1
    way = -way if base < 0 else way
    return way * grown / abs(needed)


def _same_sign(values: list[float]) -> bool:
    return all(one >= 0 for one in values) or all(one <= 0 for one in values)
