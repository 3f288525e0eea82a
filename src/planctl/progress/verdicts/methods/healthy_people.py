"""Healthy People 2020 and 2030: the share of the targeted change."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import meets
from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.words import Verdict

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case

_DETECTABLE = Fraction(1, 10)
_NAME = "share of the targeted change"


def healthy_people(case: Case) -> Outcome | None:
    """Compare the change so far with the whole change that the target asks for.

    `PTCA = (A - B) / (T - B)`. At the target: met or exceeded. Toward it, and more
    than chance or (where that is not known) at least a tenth of the targeted change:
    improving, our `on_track`. Away from it, and more than chance or at least a tenth
    of the baseline: getting worse, our `regressed`. Otherwise little or no detectable
    change, our `off_track`. It does not ask how much time is left, and it does not
    judge where the baseline was at the target already.

    Source: National Center for Health Statistics, Healthy People 2020 final review
    and Healthy People 2030 methods.
    """
    achieved, change = case.achieved, case.gain
    if achieved is None or change is None or case.baseline is None:
        return None
    if meets(case.goal, case.baseline.value):
        return None
    if case.is_met:
        return Outcome("target met or exceeded", Verdict.MET, _NAME, achieved)
    if change > 0:
        moved = achieved >= _DETECTABLE
    else:
        moved = -change >= abs(case.baseline.value) * _DETECTABLE and change < 0
    if case.within_chance is not None:
        moved = not case.within_chance
    if not moved:
        word, verdict = "little or no detectable change", Verdict.OFF_TRACK
    elif change > 0:
        word, verdict = "improving", Verdict.ON_TRACK
    else:
        word, verdict = "getting worse", Verdict.REGRESSED
    return Outcome(word, verdict, _NAME, achieved)
