"""Which plans must say for which years they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from tests.conftest import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

LEVELS = "levels: {goals: Goal, tasks: Task}\n"
SAID = "the plan does not say for which years it is"


def goals(number: int, more: str = "") -> str:
    """A section of so many goals, of which the first has `more`."""
    items = [f"  - {{id: G1, title: Goal 1{more}}}\n"]
    items += [
        f"  - {{id: G{place}, title: Goal {place}}}\n" for place in range(2, number + 1)
    ]
    return "goals:\n" + "".join(items)


def told(checked: CheckedPlan) -> list[str]:
    """What the rule says of a plan."""
    return [one.message for one in checked.diagnostics if one.rule == "no-period"]


@pytest.mark.parametrize(
    ("plan", "items", "said"),
    [
        ("title: Lakeshore plan", goals(10), [SAID]),
        ("title: Lakeshore plan", goals(9), []),
        ("title: Lakeshore plan, period: 2024-2026", goals(10), []),
        ("title: Lakeshore plan, period: Ongoing", goals(10), []),
        ("title: Lakeshore plan", goals(10, ", period: 2024-25"), [SAID]),
        ("title: Vision 2030 for Lakeshore", goals(10), [SAID]),
        ("title: LS2020 plan", goals(10), [SAID]),
        ("title: Plan 2024-26", goals(10), [SAID + ", except in its title"]),
    ],
)
def test_a_plan_without_years_is_told(
    check: Check, plan: str, items: str, said: list[str]
) -> None:
    found = check(f"plan: {{id: lakeshore, {plan}}}\n{LEVELS}{items}")
    assert told(found) == said


def test_a_plan_that_uses_another_leaves_the_years_to_it(
    write: Callable[[Mapping[str, str]], Path],
) -> None:
    north = "plan: {id: north, title: North School, uses: ../district}\n"
    district = "plan: {id: lakeshore, title: Lakeshore, period: 2024-26}\n"
    folder = write(
        {
            ".git/HEAD": "",
            "north/plan.yaml": north + LEVELS + goals(10),
            "district/plan.yaml": district,
        }
    )
    found = check_plan(folder / "north", AS_OF)
    assert found.are_rules_run
    assert told(found) == []


@pytest.mark.parametrize("period", ["", ", period: 2024-26"])
def test_the_years_of_a_plan_are_missing_once(check: Check, period: str) -> None:
    found = check(f"plan: {{id: p, title: Lakeshore{period}}}\n{LEVELS}{goals(10)}")
    bare = [one.message for one in found.diagnostics if one.rule == "bare-plan"]
    assert len(bare) == 1
    assert ("a date" in bare[0]) is bool(period)
    assert len(told(found)) == (not period)
