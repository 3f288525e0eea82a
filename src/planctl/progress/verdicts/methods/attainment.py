"""Actual over target, as many boards know it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import gain
from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.words import Verdict
from planctl.targets import Side

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case

_NEAR = Fraction(9, 10)
_NAME = "actual over target"


def attainment(case: Case) -> Outcome | None:
    """Divide the value by the target.

    `A / T`, or `T / A` where less is better. At the target: our `met`. Within a tenth
    of it: near, our `on_track`. Further off, and no worse than the value before: our
    `behind`; else our `off_track`. **It ignores the baseline**: a district that begins
    near its target looks well without having moved.

    Source of the bands: threshold reports of performance as councils print them
    (Havering, United Kingdom).
    """
    target, value = case.target, case.actual.value
    if target is None or case.goal.side not in {Side.ABOVE, Side.BELOW}:
        return None
    parts = (value, target) if case.goal.side is Side.ABOVE else (target, value)
    if parts[1] <= 0 or parts[0] < 0:
        return None
    share = parts[0] / parts[1]
    before = case.before or case.baseline
    if case.is_met:
        word, verdict = "at the target", Verdict.MET
    elif share >= _NEAR:
        word, verdict = "within a tenth of the target", Verdict.ON_TRACK
    elif before is not None and gain(case.goal, before.value, value) >= 0:
        word, verdict = "off the target, no worse than before", Verdict.BEHIND
    elif before is None:
        word, verdict = "off the target", Verdict.OFF_TRACK
    else:
        word, verdict = "off the target and worse", Verdict.OFF_TRACK
    return Outcome(word, verdict, _NAME, share)
