"""The language's edge cases that concern targets, one answer each."""

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


# -- time ------------------------------------------------------------------------


def test_before_the_baseline_nothing_is_known(check: Check) -> None:
    found = row(
        check, "60% by 2026", ["2020-21 30%", "2022-23 45%"], as_of="2021-01-01"
    )
    assert verdict(found) == "not_due"
    assert has(found, Flag.BASELINE_ONLY)
    assert found.actual is None
    assert found.series.entries == ()


def test_values_up_to_the_baseline_judge_nothing(check: Check) -> None:
    values = ["2020-21 70%", "2021-22 40%"]
    found = row(check, "60% by 2026", values, as_of="2025-01-01")
    assert verdict(found) == "not_due"
    assert has(found, Flag.BASELINE_ONLY)


def test_with_no_value_it_is_not_due_and_then_there_is_no_data(check: Check) -> None:
    before = row(check, "60% by 2026", as_of="2026-06-29")
    after = row(check, "60% by 2026", as_of="2026-06-30")
    assert (verdict(before), verdict(after)) == ("not_due", "no_data")
    assert after.reason == "no value of 2025-26"


def test_one_value_gives_a_verdict_and_no_forecast(check: Check) -> None:
    found = row(check, "60% by 2026", yearly("45%"), as_of="2024-01-01")
    assert verdict(found) == "on_track"
    assert found.forecast is None
    assert found.best_per_year == 5


def test_a_target_is_due_on_its_day(check: Check) -> None:
    values = ["2024-25 50%", "period: 2025-26, value: 55%, released: 2026-06-01"]
    before = row(check, "60% by 2026", values, as_of="2026-06-29")
    after = row(check, "60% by 2026", values, as_of="2026-06-30")
    assert (verdict(before), verdict(after)) == ("behind", "not_met")


def test_without_the_due_value_it_says_how_it_stood(check: Check) -> None:
    found = row(check, "60% by 2026", yearly("45%", "50%", "52%"))
    assert verdict(found) == "no_data"
    assert found.last_verdict == "behind"
    assert found.reason == "no value of 2025-26"


def test_an_older_value_at_target_stays_met_and_says_so(check: Check) -> None:
    found = row(check, "60% by 2026", yearly("45%", "50%", "61%"))
    assert verdict(found) == "met"
    assert found.reason == "no value of 2025-26; met in 2024-25"


def test_later_values_change_nothing(check: Check) -> None:
    values = yearly("45%", "50%")
    later = yearly("", "", "90%", "95%")
    short = row(check, "50% by 2024", values)
    long = row(check, "50% by 2024", [*values, *later])
    assert long.readings == short.readings
    assert long.best_per_year == short.best_per_year == 5
    assert long.forecast is None


def test_a_due_date_that_is_past_at_the_baseline_is_comparison_only(
    check: Check,
) -> None:
    found = row(check, "60% by 2021", ["2020-21 55%", *yearly("70%")])
    case = case_of(found)
    assert verdict(found) == "not_met"
    assert (case.road, case.elapsed, case.pace) == (None, None, None)
    assert verdict(row(check, "60% by 2021", yearly("70%"))) == "no_data"


def test_no_time_between_is_comparison_only(check: Check) -> None:
    found = row(check, "60% by 2022", ["2021-22 55%"])
    assert verdict(found) == "not_met"
    assert case_of(found).road is None


def test_what_was_released_later_is_known_later(check: Check) -> None:
    values = ["period: 2022-23, value: 45%, released: 2023-09-15"]
    before = row(check, "60% by 2026", values, as_of="2023-09-14")
    after = row(check, "60% by 2026", values, as_of="2023-09-15")
    assert (verdict(before), verdict(after)) == ("not_due", "on_track")
    assert case_of(after).elapsed == Fraction(1, 4)


def test_what_was_released_before_its_period_ended_is_known(check: Check) -> None:
    values = ["period: 2022-23, value: 45%, released: 2023-05-15"]
    found = row(check, "60% by 2026", values, as_of="2023-05-20")
    assert verdict(found) == "on_track"


def test_school_years_are_whole_years_whatever_february_has(check: Check) -> None:
    found = row(check, "60% by 2024", yearly("50%"), as_of="2024-02-29")
    case = case_of(found)
    assert case.elapsed == Fraction(1, 2)


def test_a_leap_day_comes_round_each_year(check: Check) -> None:
    values = ["2024-02-29 50%", "2025-02-28 55%", "2026-02-28 61%"]
    found = row(check, "60% by 2026-02-28", values, baseline="40% in 2023-02-28")
    assert verdict(found) == "met"
    assert found.reason == ""
    asked = row(check, "60% by 2028-02-29", values[:1], as_of="2028-03-01")
    assert (verdict(asked), asked.reason) == ("no_data", "no value of 2028-02-29")


def test_two_readings_of_a_date_that_agree_and_that_do_not(check: Check) -> None:
    fields = {"baseline": "40% in 2021-22", "direction": "increase"}
    same = row(check, "60% by end of 2023", yearly("45%", "70%"), **fields)
    assert len(same.readings) == 2
    assert {one.due.isoformat() for one in same.readings if one.due} == {
        "2023-06-30",
        "2023-12-31",
    }
    assert verdict(same) == "not_met"
    quarterly = ["2023-06-30 55%", "2023-12-31 61%"]
    apart = row(check, "60% by end of 2023", quarterly, **fields)
    assert verdict(apart) == "ambiguous"
    assert [one.verdict for one in apart.readings] == ["not_met", "met"]


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


# -- values ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        ("<5%", "less than 6% by 2026", "met"),
        ("<5%", "less than 5% by 2026", "met"),
        ("<5%", "at most 4% by 2026", "no_data"),
        (">95%", "at least 95% by 2026", "met"),
        (">95%", "at least 97% by 2026", "no_data"),
        ("5-9%", "at least 10% by 2026", "not_met"),
        ("1-9%", "within 4-5% by 2026", "no_data"),
    ],
)
def test_a_bounded_value_judges_where_all_it_can_be_agrees(
    check: Check, value: str, target: str, expected: str
) -> None:
    found = row(check, target, yearly("", "", "", value), baseline="")
    assert verdict(found) == expected


@pytest.mark.parametrize(
    ("unit", "value", "target", "expected"),
    [
        ("count", ">95", "at least 90 by 2026", "met"),
        ("count", "<5", "at least 0 by 2026", "met"),
        ("score", "<5", "at least 0 by 2026", "no_data"),
        ("score", "<5", "at most 5 by 2026", "met"),
    ],
)
def test_what_has_no_end_may_be_anything(
    check: Check, unit: str, value: str, target: str, expected: str
) -> None:
    found = row(check, target, yearly("", "", "", value), unit=unit, baseline="")
    assert verdict(found) == expected


def test_a_share_is_a_value_with_its_number(check: Check) -> None:
    found = row(check, "60% by 2026", yearly("", "", "", "24/40"))
    assert verdict(found) == "met"
    assert found.actual is not None
    assert found.actual.n == 40


def test_projected_never_judges(check: Check) -> None:
    values = [*yearly("45%"), "period: 2023-24, value: 70%, kind: projected"]
    found = row(check, "60% by 2026", values, as_of="2024-12-01")
    assert found.actual is not None
    assert found.actual.name == "2022-23"


@pytest.mark.parametrize(
    ("kind", "flag"),
    [("provisional", Flag.PROVISIONAL), ("disputed", Flag.DISPUTED)],
)
def test_provisional_and_disputed_judge_and_say_so(
    check: Check, kind: str, flag: Flag
) -> None:
    values = [f"period: 2025-26, value: 60%, kind: {kind}"]
    found = row(check, "60% by 2026", values)
    assert verdict(found) == "met"
    assert has(found, flag)


def test_a_running_value_never_judges_a_year_unless_it_is_final(check: Check) -> None:
    running = ["period: 2025-26/mid-year, value: 61%"]
    assert verdict(row(check, "60% by 2026", running)) == "no_data"
    sample = ["period: 2025-26/mid-year, value: 61%, kind: final"]
    assert verdict(row(check, "60% by 2026-02-28", sample)) == "met"
    counted = ["period: 2025-26, value: 61%, kind: year_to_date"]
    assert verdict(row(check, "60% by 2026", counted)) == "no_data"


@pytest.mark.parametrize(
    ("missing", "expected", "reason"),
    [
        ("suppressed", "suppressed", "withheld, to protect a small group"),
        ("not_released", "no_data", "the value of 2025-26 is not released"),
        ("not_collected", "no_data", "the value of 2025-26 is not collected"),
        ("not_applicable", "no_data", "the value of 2025-26 is not applicable"),
    ],
)
def test_a_missing_value_says_why_and_is_never_zero(
    check: Check, missing: str, expected: str, reason: str
) -> None:
    values = [f"period: 2025-26, missing: {missing}"]
    found = row(check, "at most 60% by 2026", values, direction="decrease")
    assert (verdict(found), found.reason) == (expected, reason)


def test_of_two_sources_the_first_named_counts(check: Check) -> None:
    values = [
        "period: 2025-26, value: 70%, source: District test",
        "period: 2025-26, value: 55%, source: State report card",
    ]
    more = "data_source: [State report card, District test]"
    assert verdict(row(check, "60% by 2026", values, more=more)) == "not_met"
    more = "data_source: [District test, State report card]"
    assert verdict(row(check, "60% by 2026", values, more=more)) == "met"


def test_values_on_two_sides_of_a_break_are_not_compared(check: Check) -> None:
    more = "breaks: [{at: 2024-25, why: New test.}]"
    values = yearly("45%", "50%", "30%", "61%")
    found = row(check, "60% by 2026", values, more=more)
    assert verdict(found) == "not_comparable"
    assert found.reason == "the measure changed between the baseline and 2025-26"
    assert found.trend == (None, None)
    before = row(check, "60% by 2026", values, more=more, as_of="2024-08-01")
    assert verdict(before) == "on_track"
    since = row(check, "60% by 2026", values, more=more, baseline="30% in 2024-25")
    assert verdict(since) == "met"
    assert not has(since, Flag.MET_BEFORE_NOT_NOW)


def test_ordered_words_are_compared_by_their_place(check: Check) -> None:
    words = {
        "unit": "",
        "direction": "increase",
        "baseline": "low",
        "more": "values: [low, medium, high]",
    }
    assert verdict(row(check, "high by 2026", yearly("", "", "", "high"), **words)) == (
        "met"
    )
    found = row(check, "high by 2026", yearly("medium"), as_of="2024-01-01", **words)
    assert verdict(found) == "off_track"
    assert found.trend[0] is Trend.BETTER


def test_yes_and_no_are_values(check: Check) -> None:
    fields = {"unit": "yes_no", "baseline": '"no"'}
    assert verdict(row(check, "yes by 2026", yearly("", "", "", "yes"), **fields)) == (
        "met"
    )
    assert verdict(row(check, "yes by 2026", yearly("", "", "", "no"), **fields)) == (
        "not_met"
    )


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


# -- chance ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("n: 400", "n: 400", False),
        ("n: 40", "n: 40", True),
        ("n: 40", "", False),
        ("n: 40, se: 1", "se: 1", False),
        ("se: 6", "se: 6", True),
    ],
)
def test_a_change_may_be_within_chance(
    check: Check, before: str, after: str, *, expected: bool
) -> None:
    values = [
        f"period: 2021-22, value: 40%{before and f', {before}'}",
        f"period: 2022-23, value: 52%{after and f', {after}'}",
    ]
    found = row(check, "60% by 2026", values, as_of="2024-01-01")
    assert has(found, Flag.WITHIN_CHANCE) == expected
    # It is a flag, and changes nothing by itself.
    assert verdict(found) == "on_track"


def test_a_target_over_a_hundred_percent_is_computed_all_the_same(
    check: Check,
) -> None:
    found = row(check, "120% by 2026", yearly("60%"), as_of="2024-01-01")
    assert verdict(found) == "on_track"
    assert case_of(found).expected == 60


# -- readings --------------------------------------------------------------------


def test_readings_that_lead_to_one_verdict_are_not_ambiguous(check: Check) -> None:
    low = row(check, "+22% by 2026", yearly("", "", "", "45%"))
    assert [verdict(low), low.reason] == ["not_met", ""]
    high = row(check, "+22% by 2026", yearly("", "", "", "62%"))
    assert verdict(high) == "met"
    between = row(check, "+22% by 2026", yearly("", "", "", "50%"))
    assert verdict(between) == "ambiguous"
    assert [one.verdict for one in between.readings] == ["not_met", "met"]
