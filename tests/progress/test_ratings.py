"""Ratings that people give: given, the lowest, or the median."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.progress.ratings import find_ratings, plan_rating, rate, rating_name

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from tests.progress.plans import Check

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
"""
ITEMS = """
goals:
  - id: G1
    title: Literacy
    tasks: [{id: T1, title: a}, {id: T2, title: b}, {id: T3, title: c}]
  - id: G2
    title: Numeracy
    tasks: [{id: T4, title: d}]
updates:
"""
GIVEN = "T1: {rating: 3}, T2: {rating: 1}, T3: {rating: 2}"
REPORT = f"  - {{cycle: as-published, items: {{{GIVEN}}}}}\n"


def rated(check: Check, rollup: str, reports: str = REPORT) -> CheckedPlan:
    """A plan with ratings, and how several make one."""
    ratings = f"ratings: {{levels: [1, 2, 3], rollup: {rollup}, names: {{2: Fair}}}}\n"
    return check(HEAD + ratings + ITEMS + reports, as_of=date(2025, 3, 1))


def ratings(checked: CheckedPlan) -> dict[str, str]:
    """The ratings of a plan by id."""
    found = find_ratings(checked.standing)
    return {checked.plan.items[place].id: rating for place, rating in found.items()}


@pytest.mark.parametrize(
    ("rollup", "above"),
    [("given", {}), ("lowest", {"G1": "1"}), ("median", {"G1": "2"})],
)
def test_an_item_without_a_rating_has_the_one_that_its_parts_make(
    check: Check, rollup: str, above: dict[str, str]
) -> None:
    checked = rated(check, rollup)
    assert ratings(checked) == {"T1": "3", "T2": "1", "T3": "2", **above}
    assert plan_rating(checked.standing) == above.get("G1")


def test_a_rating_that_was_given_goes_before_its_parts(check: Check) -> None:
    reports = REPORT.replace("{T1", "{G1: {rating: 3}, T1")
    checked = rated(check, "lowest", reports)
    assert ratings(checked)["G1"] == "3"


def test_of_two_middles_the_median_is_the_lower(check: Check) -> None:
    reports = REPORT.replace(", T3: {rating: 2}", "")
    assert ratings(rated(check, "median", reports))["G1"] == "1"


def test_a_rating_outside_the_scale_does_not_count(check: Check) -> None:
    reports = REPORT.replace("T2: {rating: 1}", "T2: {rating: 0}")
    assert ratings(rated(check, "lowest", reports))["G1"] == "2"
    only = "  - {cycle: as-published, items: {T4: {rating: 9}}}\n"
    assert "G2" not in ratings(rated(check, "lowest", only))


def test_the_plan_s_own_rating_goes_before_its_parts(check: Check) -> None:
    reports = f"{REPORT}  - {{cycle: as-published, plan: {{rating: 3}}}}\n"
    assert plan_rating(rated(check, "lowest", reports).standing) == "3"


def test_the_latest_rating_of_the_plan_holds(check: Check) -> None:
    reports = """
  - {cycle: as-published, plan: {rating: 3}}
  - {cycle: 2024-25/mid-year, plan: {rating: 1}}
  - {cycle: 2024-25/mid-year, items: {T1: {rating: 1}}}
"""
    assert plan_rating(rated(check, "given", reports).standing) == "1"


@pytest.mark.parametrize(("day", "rating"), [("2025-03-01", "1"), ("2025-03-02", "3")])
def test_a_rating_of_the_plan_dated_after_the_day_is_invisible(
    check: Check, day: str, rating: str
) -> None:
    reports = f"""
  - {{cycle: as-published, plan: {{rating: 3}}}}
  - {{cycle: 2024-25/mid-year, plan: {{rating: 1, date: {day}}}}}
  - {{cycle: 2024-25/mid-year, items: {{T1: {{rating: 2}}}}}}
"""
    assert plan_rating(rated(check, "given", reports).standing) == rating


def test_a_plan_without_ratings_rolls_none_up(check: Check) -> None:
    checked = check(HEAD + ITEMS + REPORT)
    assert ratings(checked) == {"T1": "3", "T2": "1", "T3": "2"}
    assert rate(checked.plan, ["1", "2"]) is None


def test_a_rating_is_printed_with_its_name(check: Check) -> None:
    plan = rated(check, "given").plan
    assert rating_name(plan, "2") == "2 (Fair)"
    assert rating_name(plan, "3") == "3"
    assert rating_name(check(HEAD).plan, "2") == "2"
