"""Massachusetts 2012 to 2017: points against the year's target."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import gain
from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.words import Verdict
from planctl.targets import Side

if TYPE_CHECKING:
    from planctl.progress.verdicts.case import Case

_TOLERANCE = Fraction(125, 100)
_NO_CHANGE = Fraction(-25, 10)
_NEAR_THE_END = Fraction(25, 10)
_NAME = "points"
WORDS = {
    100: "above target",
    75: "on target",
    50: "improved below target",
    25: "no change",
    0: "declined",
}


def massachusetts(case: Case) -> Outcome | None:
    """Give points for the value beside the year's target and the year before.

    More than 1.25 beyond what is expected by now, or within 2.5 of the end of the
    scale: above target, 100. Within 1.25 of it: on target, 75. Better than the year
    before: improved below target, 50. At most 2.5 worse: no change, 25. Else declined,
    0. 100 and 75 are our `on_track` (`met` once the target is due), 50 is `behind`,
    25 `off_track`, 0 `regressed`; once due, the last three are `not_met`. For percents
    and for indices from 0 to 100. The state also gave 100 and 75 by statewide
    percentiles, which no plan has.

    Source: Massachusetts Department of Elementary and Secondary Education, progress
    and performance index of 2012 to 2017.
    """
    expected = case.expected if case.road else case.target
    if case.unit not in {"percent", "index"} or case.before is None or expected is None:
        return None
    if case.goal.side is None or case.goal.side is Side.INSIDE:
        return None
    is_up = case.goal.side is Side.ABOVE
    value = case.actual.value
    beyond = value - expected if is_up else expected - value
    left = 100 - value if is_up else value
    points = grade(beyond, gain(case.goal, case.before.value, value), left)
    return Outcome(WORDS[points], _verdict(points, case), _NAME, Fraction(points))


def grade(beyond: Fraction, change: Fraction, left: Fraction) -> int:
    """The points for a value.

    Args:
        beyond: how far it is beyond the year's target, in points of the scale.
        change: how much better it is than the year before.
        left: how far it is from the end of the scale.
    """
    if beyond > _TOLERANCE or left <= _NEAR_THE_END:
        return 100
    if beyond >= -_TOLERANCE:
        return 75
    if change > 0:
        return 50
    return 25 if change >= _NO_CHANGE else 0


def _verdict(points: int, case: Case) -> Verdict:
    if points >= 75:  # noqa: PLR2004 - on target
        return Verdict.MET if case.is_due else Verdict.ON_TRACK
    if case.is_due:
        return Verdict.NOT_MET
    grades = {50: Verdict.BEHIND, 25: Verdict.OFF_TRACK, 0: Verdict.REGRESSED}
    return grades[points]
