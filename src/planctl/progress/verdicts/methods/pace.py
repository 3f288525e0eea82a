"""planctl's own method: the pace against the road to the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.judge import judge
from planctl.progress.verdicts.methods.outcome import Outcome

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case


def pace(case: Case) -> Outcome:
    """Compare the change so far with the change expected by now.

    `pace = (A - B) / (E - B)`, where A is the latest value, B the baseline and
    `E = B + (T - B) * years so far / years in all` what a straight line to the target
    T expects at the end of the value's period; with interim targets, a line through
    them. At least 0.95 is on track, at least 0.60 behind, less is off track; worse
    than the baseline is regressed. `progress: bands:` sets other shares.

    Source of the shares: Statistics Canada and Eurostat, progress of sustainable
    development goals with a target.
    """
    verdict = judge(case)
    return Outcome(verdict.value, verdict, "pace", case.pace)
