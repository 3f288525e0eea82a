"""From a case to its verdict, as planctl judges unless another method is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.words import Verdict

if TYPE_CHECKING:
    from fractions import Fraction

    from planctl.progress.verdicts.case import Case


def judge(case: Case) -> Verdict:
    """The verdict on a value.

    At the target it is met, before the due date, too, where there is a road to it;
    otherwise it is due and not met, or judged by its pace. Without a road the value is
    compared: on track while it holds, regressed where worse than the baseline.
    """
    if case.is_due:
        return Verdict.MET if case.is_met else Verdict.NOT_MET
    if case.is_met:
        return Verdict.MET if case.may_be_early else Verdict.ON_TRACK
    if case.gain is not None and case.gain < 0:
        return Verdict.REGRESSED
    pace = case.pace
    if pace is None:
        return _on_a_flat_stretch(case)
    return by_pace(case, pace)


def by_pace(case: Case, pace: Fraction) -> Verdict:
    """The verdict of a pace by the plan's bands."""
    if pace >= case.bands.on_track:
        return Verdict.ON_TRACK
    return Verdict.BEHIND if pace >= case.bands.behind else Verdict.OFF_TRACK


def _on_a_flat_stretch(case: Case) -> Verdict:
    """Where nothing is expected yet, to stand at the baseline is enough."""
    return Verdict.ON_TRACK if case.road is not None else Verdict.OFF_TRACK
