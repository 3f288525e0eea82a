"""The gap to the straight line, in the measure's own unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import gain
from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.words import Verdict

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case


def linear(case: Case) -> Outcome | None:
    """Say how far the value is from the straight line to the target.

    `gap = A - E`, in the measure's unit, above 0 where the value is better. At the
    target: our `met`. On the line or beyond: ahead, our `on_track`. Short of it, at
    the baseline or better: short, our `behind`. Worse than the baseline: our
    `regressed`. It does not say how large a gap matters.

    Source: the gap in points by which planning systems such as Engagedly grade; their
    thresholds are left out, for they are the same for every measure.
    """
    expected = case.expected
    if expected is None or case.gain is None:
        return None
    gap = gain(case.goal, expected, case.actual.value)
    if case.is_met:
        word, verdict = "at the target", Verdict.MET
    elif gap >= 0:
        word, verdict = "ahead of the line", Verdict.ON_TRACK
    elif case.gain >= 0:
        word, verdict = "short of the line", Verdict.BEHIND
    else:
        word, verdict = "worse than the baseline", Verdict.REGRESSED
    return Outcome(word, verdict, "gap to the line", gap)
