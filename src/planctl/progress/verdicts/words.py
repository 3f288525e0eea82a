"""The words of ours for how a target stands."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How a target stands; from best to worst, then what cannot be judged."""

    MET = "met"
    """At the target, within its tolerance."""
    ON_TRACK = "on_track"
    """Not yet due, and at least 95 percent of the change expected by then."""
    BEHIND = "behind"
    """Not yet due, and at least 60 percent of the change expected by then."""
    OFF_TRACK = "off_track"
    """Not yet due, and less than that."""
    REGRESSED = "regressed"
    """Not yet due, and worse than the baseline."""
    NOT_MET = "not_met"
    """Due, and not at the target."""
    NOT_DUE = "not_due"
    """Not yet due, and nothing was measured since the baseline."""
    NO_DATA = "no_data"
    """Due, and there is no value of the period that it is due in."""
    NO_BASELINE = "no_baseline"
    """The target is a change, and where it starts is not known."""
    AMBIGUOUS = "ambiguous"
    """The target can be read in two ways, which lead to different verdicts."""
    NOT_COMPARABLE = "not_comparable"
    """The measure's definition changed between the baseline and the value."""
    SUPPRESSED = "suppressed"
    """The value is withheld, to protect a small group."""


JUDGED = (
    Verdict.MET,
    Verdict.ON_TRACK,
    Verdict.BEHIND,
    Verdict.OFF_TRACK,
    Verdict.REGRESSED,
    Verdict.NOT_MET,
)
"""Verdicts that say something of the value, best first."""


class Flag(StrEnum):
    """What a reader should know beside a verdict."""

    EXCEEDED = "exceeded"
    """Beyond the target."""
    WITHIN_TOLERANCE = "within_tolerance"
    """Not quite at the target, and near enough by its tolerance."""
    EARLY = "early"
    """At the target before it is due."""
    RUNG_MISSED = "rung_missed"
    """An earlier step of the same target was not met."""
    MET_BEFORE_NOT_NOW = "met_before_not_now"
    """An earlier value was at the target; the one that judges is not."""
    RESTORED = "restored"
    """An earlier value did not hold; this one does."""
    BELOW_BASELINE = "below_baseline"
    """The value is worse than the baseline."""
    NO_AMOUNT = "no_amount"
    """The target names a direction and no amount."""
    BASELINE_ONLY = "baseline_only"
    """Nothing was measured since the baseline."""
    WITHIN_CHANCE = "within_chance"
    """The change since the baseline is no larger than chance may make it."""
    ROUNDING = "rounding"
    """Rounded as the value is printed, the verdict would be another."""
    UNDATED_BASELINE = "undated_baseline"
    """The baseline names no period; time is counted from the start of the plan."""
    PROVISIONAL = "provisional"
    """The value may still change."""
    DISPUTED = "disputed"
    """The value is contested."""
    ADDED_UP = "added_up"
    """The value is put together from those of the sites."""
    DERIVED = "derived"
    """The value is computed from other measures."""


class Trend(StrEnum):
    """Which way a value went."""

    BETTER = "better"
    """The value went the way that is wanted."""
    SAME = "same"
    """The value did not change, or by no more than `same` allows."""
    WORSE = "worse"
    """The value went the other way."""
