"""The fictional plan of three tiers: two years, ratings, budgets, groups, sites."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from planctl.load import surround
from planctl.progress.budgets import Money, find_budgets
from planctl.progress.ratings import find_ratings, plan_rating
from planctl.report.packet import build_packet
from tests.conftest import ROOT

if TYPE_CHECKING:
    from planctl.check import CheckedPlan

LAKESHORE = ROOT / "tests" / "lakeshore"
NAMES = ("district", "north-school", "south-school", "grade-3-team")


def checked(name: str, day: date = date(2025, 3, 1)) -> CheckedPlan:
    return check_plan(LAKESHORE / name, day, surroundings=surround(LAKESHORE))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("day", [date(2023, 9, 1), date(2024, 3, 1), date(2025, 3, 1)])
def test_a_well_made_plan_is_silent(name: str, day: date) -> None:
    found = {one.rule for one in checked(name, day).diagnostics}
    # On an earlier day, later reports and values are still to come.
    to_come = {"future-report", "future-observation"}
    assert found <= (to_come if day < date(2025, 3, 1) else set())


def test_a_school_has_its_districts_words_and_its_own() -> None:
    plan = checked("north-school").plan
    assert list(plan.levels) == [
        "priorities",
        "goals",
        "actions",
        "indicators",
        "school_actions",
    ]
    assert {"Chief Academic Officer", "Principal of North School"} <= {
        owner.name for owner in plan.owners
    }
    assert "ela3" in plan.measure_index


def test_a_team_has_the_words_of_its_school_and_of_the_district() -> None:
    plan = checked("grade-3-team").plan
    assert plan.vocabulary.state("checked off", "steps", "school-check") == "complete"
    assert plan.vocabulary.state("done", "actions", "mid-year") == "complete"
    assert plan.items[0].aligns_to[0].title == "Reading at North School"


def test_budgets_add_up_and_partitions_are_not_added_to_totals() -> None:
    plan = checked("district").plan
    budgets = find_budgets(plan)
    goal = budgets[plan.index["G1"]]
    assert goal.total == Money(Decimal(120000), Decimal(118500), Decimal(120000))
    assert goal.below == Money(Decimal(120000), Decimal(118500), Decimal(120000))
    assert goal.partitions["fund"] == Money(
        Decimal(120000), Decimal(118500), Decimal(120000)
    )
    assert budgets[plan.index["P1"]].total == goal.total


def test_a_table_of_budgets_adds_its_rows_to_an_item() -> None:
    plan = checked("district").plan
    budget = find_budgets(plan)[plan.index["G2"]]
    assert budget.total == Money(Decimal(30000), Decimal(14250), Decimal(30000))
    assert budget.partitions["fund"] == budget.total


def test_every_value_of_every_table_is_read() -> None:
    plan = checked("district").plan
    unread = [one for one in plan.observations if not (one.value or one.missing)]
    assert unread == []
    absent = plan.measure_index["absence"]
    rates = {
        (one.record.period.text, one.site): str(one.value.exact)
        for one in plan.observations
        if one.measure == absent and one.group is None and one.value
    }
    assert rates["2022-23", "north"] == "16.4"
    assert rates["2024-25/mid-year", None] == "13.8"
    notes = [one.record.note for one in plan.observations if one.record.note]
    assert notes == ["Counted again by José Núñez"]


def test_values_before_and_behind_a_break_are_of_two_eras() -> None:
    plan = checked("district").plan
    climate = plan.measure_index["climate"]
    eras = [
        plan.era(climate, one.period)
        for one in plan.observations
        if one.measure == climate
    ]
    assert eras == [0, 1, 1]


def test_claims_are_in_the_districts_own_words() -> None:
    plan = checked("district").plan
    said = [(one.record.verdict, one.verdict) for one in plan.claims]
    assert said == [
        ("on track", "on_track"),
        ("Green", "on_track"),
        ("Red", "off_track"),
    ]


def test_ratings_roll_up_by_their_median_and_the_plans_own_holds() -> None:
    standing = checked("district").standing
    ratings = {
        standing.plan.items[p].id: one for p, one in find_ratings(standing).items()
    }
    assert (ratings["G1"], ratings["P2"], plan_rating(standing)) == ("3", "1", "2")


def test_the_packet_of_a_cycle_speaks_to_its_audience() -> None:
    packet = build_packet(checked("district"))
    assert packet.audience == "Board of Education"
    assert packet.said == ("Rating of the plan: 2 (Developing).",)
    moved = {(one.number, one.before, one.after.word) for one in packet.changes}
    assert ("G1.2", "in progress", "Done") in moved


def test_a_year_with_two_cycles_has_its_own_standing() -> None:
    first = checked("district", date(2024, 3, 1))
    assert first.standing.cycle.id == "2023-24/mid-year"
    assert build_packet(first).changes == ()
