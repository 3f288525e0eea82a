"""The language's edge cases that concern targets: baselines, roads, readings."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from planctl.progress.verdicts import Flag, Trend
from tests.progress.verdicts.plans import (
    asked,
    case_of,
    has,
    row,
    verdict,
    yearly,
)

if TYPE_CHECKING:
    from tests.progress.verdicts.plans import Check


# -- a road, or comparison only --------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [("40%", "on_track"), ("41%", "on_track"), ("39%", "regressed")],
)
def test_a_target_that_equals_the_baseline_is_compared_only(
    check: Check, value: str, expected: str
) -> None:
    found = row(check, "40% by 2026", yearly(value), as_of="2024-01-01")
    case = case_of(found)
    assert verdict(found) == expected
    assert (case.road, case.pace, case.achieved) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("45%", "on_track"), ("32%", "regressed"), ("29%", "regressed")],
)
def test_a_baseline_that_is_beyond_the_target_is_compared_only(
    check: Check, value: str, expected: str
) -> None:
    found = row(check, "35% by 2026", yearly(value), as_of="2024-01-01")
    case = case_of(found)
    assert verdict(found) == expected
    assert (case.road, case.pace) == (None, None)
    assert case.achieved is not None


def test_a_floor_below_the_baseline_holds_while_it_holds(check: Check) -> None:
    below = row(check, "at least 30% by 2026", yearly("31%"), as_of="2024-01-01")
    assert verdict(below) == "on_track"
    assert has(below, Flag.BELOW_BASELINE)
    assert verdict(row(check, "at least 30% by 2026", yearly(*["31%"] * 4))) == "met"
    assert verdict(row(check, "at least 30% by 2026", yearly(*["29%"] * 4))) == (
        "not_met"
    )


def test_without_a_baseline_a_level_is_judged_and_a_change_is_not(
    check: Check,
) -> None:
    def one(target: str, as_of: str = "2027-01-01") -> str:
        values = yearly("50%", "50%", "50%", "61%")
        return verdict(row(check, target, values, baseline="", as_of=as_of))

    assert one("60% by 2026") == "met"
    assert one("62% by 2026") == "not_met"
    assert one("at least 60% by 2026") == "met"
    assert one("60% by 2026", "2025-01-01") == "off_track"
    assert one("+20 points by 2026") == "no_baseline"
    assert one("double by 2026") == "no_baseline"
    assert one("maintain") == "no_baseline"
    assert one("maintain at least 60%") == "met"


@pytest.mark.parametrize(
    ("target", "expected"),
    [("+5 points by 2026", "not_met"), ("+5% of baseline by 2026", "ambiguous")],
)
def test_a_relative_change_of_zero_is_ambiguous_unless_in_points(
    check: Check, target: str, expected: str
) -> None:
    values = yearly("1%", "2%", "3%", "4%")
    found = row(check, target, values, baseline="0% in 2021-22")
    assert verdict(found) == expected


def test_a_relative_change_of_a_negative_baseline_is_of_its_absolute_value(
    check: Check,
) -> None:
    found = row(
        check,
        "+50% by 2026",
        yearly("-90", "-80", "-70", "-50"),
        unit="score",
        baseline="-100 in 2021-22",
    )
    assert asked(found) == -50
    assert verdict(found) == "met"


def test_a_target_of_zero_has_a_road(check: Check) -> None:
    found = row(
        check,
        "0 by 2026",
        yearly("8"),
        unit="count",
        direction="decrease",
        baseline="10 in 2021-22",
        as_of="2024-01-01",
    )
    case = case_of(found)
    assert (case.expected, case.pace) == (Fraction(15, 2), Fraction(4, 5))
    assert verdict(found) == "behind"
    assert found.methods.keys() >= {"pace", "statcan"}


@pytest.mark.parametrize(
    ("value", "achieved", "expected"),
    [("35%", -Fraction(1, 4), "regressed"), ("70%", Fraction(3, 2), "met")],
)
def test_shares_under_zero_and_over_the_whole_way_are_shown(
    check: Check, value: str, achieved: Fraction, expected: str
) -> None:
    found = row(check, "60% by 2026", yearly(value), as_of="2024-01-01")
    case = case_of(found)
    assert case.achieved == achieved
    assert verdict(found) == expected


def test_less_is_better_where_the_measure_decreases(check: Check) -> None:
    fields = {"unit": "count", "direction": "decrease", "baseline": "18 in 2021-22"}
    found = row(check, "9 by 2026", yearly("", "15"), as_of="2024-08-01", **fields)
    case = case_of(found)
    assert (case.expected, case.achieved) == (Fraction(27, 2), Fraction(1, 3))
    assert case.pace == Fraction(2, 3)
    assert verdict(found) == "behind"
    assert found.trend == (Trend.BETTER, None)
    assert found.needed_per_year == -3


# -- tolerance and rounding ------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "more", "expected"),
    [
        ("60% by 2026", "", "not_met"),
        ("60% by 2026", "tolerance: 1 point", "met"),
        ("{value: 60%, by: 2026, tolerance: 1 point}", "", "met"),
        (
            "{value: 60%, by: 2026, tolerance: 0.5 points}",
            "tolerance: 1 point",
            "not_met",
        ),
    ],
)
def test_a_tolerance_is_the_target_s_else_the_measure_s(
    check: Check, target: str, more: str, expected: str
) -> None:
    found = row(check, target, yearly("", "", "", "59%"), more=more)
    assert verdict(found) == expected
    assert has(found, Flag.WITHIN_TOLERANCE) == (expected == "met")


def test_rounding_that_would_decide_is_said(check: Check) -> None:
    target = '{text: "+22% by 2026", reading: relative}'
    fields = {"baseline": "22.1% in 2021-22"}
    near = row(check, target, yearly("", "", "", "26.9%"), **fields)
    assert (verdict(near), has(near, Flag.ROUNDING)) == ("not_met", False)
    over = row(check, target, yearly("", "", "", "27%"), **fields)
    assert (verdict(over), has(over, Flag.ROUNDING)) == ("met", False)
    thirds = row(check, "60.4% by 2026", yearly("", "", "", "60%"))
    assert (verdict(thirds), has(thirds, Flag.ROUNDING)) == ("not_met", True)


# -- readings --------------------------------------------------------------------


def test_readings_that_lead_to_one_verdict_are_not_ambiguous(check: Check) -> None:
    low = row(check, "+22% by 2026", yearly("", "", "", "45%"))
    assert [verdict(low), low.reason] == ["not_met", ""]
    high = row(check, "+22% by 2026", yearly("", "", "", "62%"))
    assert verdict(high) == "met"
    between = row(check, "+22% by 2026", yearly("", "", "", "50%"))
    assert verdict(between) == "ambiguous"
    assert [one.verdict for one in between.readings] == ["not_met", "met"]
