"""What other plans' items add to a plan's own: the district and its schools."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from planctl.check import check_plan, with_others
from planctl.load import surround
from planctl.progress.rollup import roll_up_plan
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.progress.rollup import Rollup
    from tests.conftest import Ran

LAKESHORE = ROOT / "tests" / "lakeshore"
DAY = date(2025, 3, 1)


def checked(name: str) -> CheckedPlan:
    return check_plan(LAKESHORE / name, DAY, surroundings=surround(LAKESHORE))


def served(name: str, *others: str) -> dict[str, Rollup]:
    together = with_others(checked(name), [checked(other) for other in others])
    found = roll_up_plan(together.standing, together.elsewhere).served_by
    return {together.plan.items[place].id: rollup for place, rollup in found.items()}


def test_the_schools_serve_the_districts_goals() -> None:
    goals = served("district", "north-school", "south-school", "grade-3-team")
    assert goals["G1"].of == 4
    assert goals["G1"].lowest is not None
    assert goals["G1"].lowest.id == "south:S1.1"
    assert goals["G2"].state == "complete"


def test_a_plan_alone_is_served_by_its_own_items_only() -> None:
    assert set(served("district")) == {"I1", "I2"}


def test_a_team_serves_its_school_and_not_the_district() -> None:
    assert set(served("north-school", "grade-3-team")) == {"N1"}
    assert set(served("district", "grade-3-team")) == {"I1", "I2"}


def test_what_serves_is_never_added_to_what_is_below() -> None:
    together = with_others(checked("district"), [checked("north-school")])
    below = roll_up_plan(together.standing, together.elsewhere).below
    assert below[together.plan.index["G1"]].of == 4


def test_the_commands_take_other_plans(run: Callable[..., Ran]) -> None:
    words = ("--with", LAKESHORE, "--as-of", "2025-03-01")
    out = run("status", LAKESHORE / "district", *words, "--format", "json").out
    items = {item["id"]: item for item in json.loads(out)["items"]}
    assert items["G1"]["served_by"]["of"] == 4
    packet = run(
        "report", LAKESHORE / "district", *words, "--format", "md", "--output", "-"
    ).out
    assert "Lakeshore Improvement Plan" in packet
