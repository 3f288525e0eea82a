"""Values that are bounds, shares, words, missing or doubtful; breaks; chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.progress.verdicts import Flag, Trend
from tests.progress.verdicts.plans import (
    case_of,
    has,
    row,
    verdict,
    yearly,
)

if TYPE_CHECKING:
    from tests.progress.verdicts.plans import Check


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
