"""Whether a value meets a goal, and which of two values is better."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.words import Trend
from planctl.targets import Side

if TYPE_CHECKING:
    from planctl.targets import Goal


def meets(goal: Goal, value: Fraction, tolerance: Fraction = Fraction(0)) -> bool:
    """Whether a value is at the goal, or at most `tolerance` away from it."""
    if goal.is_strict and not tolerance:
        return _is_past(goal, value)
    return distance(goal, value) <= tolerance


def _is_past(goal: Goal, value: Fraction) -> bool:
    above = goal.low is None or goal.side is Side.BELOW or value > goal.low
    below = goal.high is None or goal.side is Side.ABOVE or value < goal.high
    return above and below


def exceeds(goal: Goal, value: Fraction) -> bool:
    """Whether a value is beyond the goal, of a range beyond its far end."""
    if goal.side is Side.ABOVE:
        far = goal.high if goal.high is not None else goal.low
        return far is not None and value > far
    if goal.side is Side.BELOW:
        far = goal.low if goal.low is not None else goal.high
        return far is not None and value < far
    return False


def distance(goal: Goal, value: Fraction) -> Fraction:
    """How far a value is from meeting a goal, in the measure's unit; 0 where it does.

    Of a band, the distance to its nearer edge.
    """
    low = None if goal.side is Side.BELOW else goal.low
    high = None if goal.side is Side.ABOVE else goal.high
    if low is not None and value < low:
        return Fraction(low) - value
    if high is not None and value > high:
        return value - Fraction(high)
    return Fraction(0)


def gain(goal: Goal, start: Fraction, end: Fraction) -> Fraction:
    """How much better `end` is than `start`, in the measure's unit.

    Up for goals above, down for goals below; for a band, or where no way is known to
    be better, how much nearer it is.
    """
    if goal.side is Side.ABOVE:
        return end - start
    if goal.side is Side.BELOW:
        return start - end
    return distance(goal, start) - distance(goal, end)


def trend(goal: Goal, start: Fraction, end: Fraction, same: Same) -> Trend:
    """Which way a value went; a change within `same` is none."""
    change = gain(goal, start, end)
    if same[0] <= change <= same[1]:
        return Trend.SAME
    return Trend.BETTER if change > 0 else Trend.WORSE


Same = tuple[Fraction, Fraction]
