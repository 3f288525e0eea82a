"""Targets in steps, bands, bounds and rules that hold."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from planctl.progress.verdicts import Flag, Trend, find_progress
from tests.progress.verdicts.plans import (
    asked,
    case_of,
    has,
    measure,
    progress,
    row,
    verdict,
    yearly,
)

if TYPE_CHECKING:
    from tests.progress.verdicts.plans import Check


# -- ladders and yearly changes --------------------------------------------------

LADDER = '"45% by 2023; 52% by 2024; 60% by 2026"'


def test_a_missed_rung_stays_missed_and_the_line_is_not_moved(check: Check) -> None:
    found = progress(
        check, measure(LADDER), yearly("44%", "52%", "54%"), as_of="2025-08-01"
    )
    first, second, last = found.rows
    assert [verdict(one) for one in found.rows] == ["not_met", "met", "behind"]
    assert not has(first, Flag.RUNG_MISSED)
    assert has(second, Flag.RUNG_MISSED)
    assert has(last, Flag.RUNG_MISSED)
    cases = [case_of(one) for one in found.rows]
    assert [one.expected for one in cases] == [45, 52, 56]
    # The share of the change is of the whole ladder.
    assert [one.achieved for one in cases] == [
        Fraction(1, 5),
        Fraction(3, 5),
        Fraction(7, 10),
    ]


def test_on_a_flat_stretch_to_stand_at_the_baseline_is_enough(check: Check) -> None:
    target = '"40% by 2023; 60% by 2025"'
    fields = {"as_of": "2023-08-01"}
    for value, expected in (("40%", "on_track"), ("39%", "regressed")):
        found = progress(check, measure(target), yearly(value), **fields).rows[-1]
        case = case_of(found)
        assert case.expected == 40
        assert case.pace is None
        assert verdict(found) == expected


def test_a_yearly_change_is_judged_at_each_year(check: Check) -> None:
    found = progress(
        check,
        measure('"+3 points a year by 2025"'),
        yearly("43%", "45%"),
        as_of="2024-08-01",
    )
    assert [asked(one) for one in found.rows] == [43, 46, 49]
    assert [verdict(one) for one in found.rows] == ["met", "not_met", "behind"]
    assert [one.is_final for one in found.rows] == [False, False, True]


def test_relative_yearly_changes_compound(check: Check) -> None:
    found = progress(check, measure('{text: "+10% a year by 2024", reading: relative}'))
    assert [asked(one) for one in found.rows] == [44, Fraction("48.4")]


def test_from_previous_restarts_at_the_last_value(check: Check) -> None:
    found = progress(
        check,
        measure("{change: +3 points a year, by: 2025, from: previous}"),
        yearly("45%", "46%", "49%"),
    )
    assert [asked(one) for one in found.rows] == [43, 48, 49]
    assert [verdict(one) for one in found.rows] == ["met", "not_met", "met"]


def test_a_yearly_change_without_an_end_goes_on(check: Check) -> None:
    text = "plan: {id: lakeshore, title: Lakeshore}\nmeasures:\n"
    checked = check(text + measure('"+3 points a year"'))
    found = find_progress(checked.plan, checked.standing.as_of)
    assert [one.id for one in found.rows] == [f"readers.1/{n}" for n in (1, 2, 3)]


def test_of_a_baseline_without_a_year_a_yearly_change_is_not_known(
    check: Check,
) -> None:
    text = "plan: {id: lakeshore, title: Lakeshore}\nmeasures:\n"
    checked = check(text + measure('"+3 points a year by 2024"', baseline="40%"))
    (found,) = find_progress(checked.plan, checked.standing.as_of).rows
    assert verdict(found) == "no_baseline"


# -- bands, bounds and rules -----------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected", "trend"),
    [
        ("0.9", "on_track", Trend.BETTER),
        ("1.1", "on_track", Trend.BETTER),
        ("0.85", "off_track", Trend.BETTER),
        ("1.15", "off_track", Trend.BETTER),
        ("1.25", "regressed", Trend.WORSE),
        ("0.7", "regressed", Trend.WORSE),
    ],
)
def test_a_band_is_left_on_either_side(
    check: Check, value: str, expected: str, trend: Trend
) -> None:
    found = row(
        check,
        "within 0.9-1.1 by 2026",
        yearly(value),
        unit="ratio",
        direction="within",
        baseline="1.2 in 2021-22",
        as_of="2024-01-01",
    )
    assert verdict(found) == expected
    assert found.trend[0] == trend


def test_a_band_that_was_broken_and_restored_says_so(check: Check) -> None:
    fields = {"unit": "ratio", "direction": "within", "baseline": "1 in 2021-22"}
    values = yearly("0.9", "0.8", "1", "1.1")
    found = row(check, "within 0.9-1.1 by 2026", values, **fields)
    assert verdict(found) == "met"
    assert has(found, Flag.RESTORED)
    held = row(check, "within 0.9-1.1 by 2026", yearly(*["1"] * 4), **fields)
    assert not has(held, Flag.RESTORED)


def test_what_is_reached_for_the_first_time_is_not_restored(check: Check) -> None:
    found = row(check, "at least 50% by 2026", yearly("45%", "48%", "49%", "50%"))
    assert verdict(found) == "met"
    assert not has(found, Flag.RESTORED)


def test_what_was_met_before_and_is_not_now_says_so(check: Check) -> None:
    found = row(check, "60% by 2026", yearly("45%", "61%", "55%"), as_of="2025-08-01")
    assert verdict(found) == "on_track"
    assert has(found, Flag.MET_BEFORE_NOT_NOW)


@pytest.mark.parametrize(
    ("target", "value", "expected"),
    [
        ("maintain", "40%", "met"),
        ("maintain", "39.9%", "not_met"),
        ("maintain at least 35%", "36%", "met"),
        ("maintain at least 35%", "34%", "not_met"),
        ("maintain 35%", "35%", "met"),
    ],
)
def test_to_maintain_is_to_be_no_worse_than_a_level_else_than_the_baseline(
    check: Check, target: str, value: str, expected: str
) -> None:
    values = yearly(*[value] * 4)
    assert verdict(row(check, target, values)) == expected


def test_a_direction_asks_for_better_than_the_last_value(check: Check) -> None:
    def one(*values: str) -> str:
        return verdict(row(check, "increase by 2026", values))

    last = "2025-26 45%"
    assert one("2024-25 44%", last) == "met"
    assert one("2024-25 45%", last) == "not_met"
    # The baseline is the last value where nothing was measured since.
    assert one("2018-19 90%", last) == "met"
    found = row(check, "increase by 2026", ["2024-25 44%", last])
    assert found.flags == (Flag.NO_AMOUNT,)


def test_a_range_is_met_at_its_near_end_and_exceeded_past_the_far_one(
    check: Check,
) -> None:
    def one(value: str) -> tuple[str, bool]:
        found = row(check, "+5-10 points by 2026", yearly("", "", "", value))
        return verdict(found), has(found, Flag.EXCEEDED)

    assert one("44%") == ("not_met", False)
    assert one("45%") == one("50%") == ("met", False)
    assert one("50.1%") == ("met", True)


def test_a_strict_bound_is_not_met_at_the_bound(check: Check) -> None:
    values = yearly("", "", "", "60%")
    assert verdict(row(check, "more than 60% by 2026", values)) == "not_met"
    assert verdict(row(check, "at least 60% by 2026", values)) == "met"
