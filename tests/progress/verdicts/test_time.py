"""Which value judges a target: what is known, what is due, what came too late."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts import Flag
from tests.progress.verdicts.plans import (
    case_of,
    has,
    row,
    verdict,
    yearly,
)

if TYPE_CHECKING:
    from tests.progress.verdicts.plans import Check


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
