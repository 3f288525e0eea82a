"""How an item stands by what aligns to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.progress.rollup import roll_up_plan, serving, serving_elsewhere
from tests.progress.plans import below, counts, serves, total

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from tests.progress.plans import Check

PLAN = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {priorities: Priority, goals: Goal, tasks: {name: Task, expects: status}}
priorities:
  - {id: P1, title: Literacy}
  - {id: P2, title: Belonging}
  - {id: P3, title: Buildings}
goals:
  - id: G1
    title: Reading
    aligns_to: [P1, P2]
    tasks:
      - {id: T1, title: Hire, aligns_to: P1}
      - {id: T2, title: Train}
  - id: G2
    title: Counting
    tasks:
      - {id: T3, title: Plan, aligns_to: lakeshore:P2}
      - {id: T4, title: Count, aligns_to: [T3, other:P9]}
  - {id: G3, title: Painting, aligns_to: P3}
updates:
  cycle: as-published
  items: {T1: complete, T2: in progress, T3: complete, T4: on hold}
"""


def served(checked: CheckedPlan) -> dict[str, list[str]]:
    """The ids of what serves each item, by that item's id."""
    items = checked.plan.items
    return {
        items[position].id: [items[one].id for one in serves]
        for position, serves in serving(checked.plan).items()
    }


def test_what_serves_an_item_is_at_or_below_what_aligns_to_it_each_once(
    check: Check,
) -> None:
    assert served(check(PLAN)) == {
        "P1": ["T1", "T2"],
        "P2": ["T1", "T2", "T3"],
        "T3": ["T4"],
    }


def test_it_adds_up_like_what_stands_below(check: Check) -> None:
    checked = check(PLAN)
    assert serves(checked, "P1").state == "in_progress"
    assert counts(serves(checked, "P2")) == {"complete": 2, "in_progress": 1}
    assert serves(checked, "T3").state == "on_hold"


def test_it_is_never_added_to_what_stands_below(check: Check) -> None:
    checked = check(PLAN)
    rollups = roll_up_plan(checked.standing)
    assert checked.plan.index["P1"] not in rollups.below
    assert total(checked).of == 4
    assert counts(below(checked, "G2")) == {"complete": 1, "on_hold": 1}


def test_what_nothing_that_is_reported_on_aligns_to_is_served_by_nothing(
    check: Check,
) -> None:
    checked = check(PLAN)
    assert checked.plan.index["P3"] not in roll_up_plan(checked.standing).served_by


@pytest.mark.parametrize(
    ("rule", "state"),
    [
        ("standard", "in_progress"),
        ("lowest", "in_progress"),
        ("majority", "complete"),
        ("mean", "in_progress"),
        ("weighted", "in_progress"),
    ],
)
def test_the_plan_s_rule_decides_where_it_counts_items(
    check: Check, rule: str, state: str
) -> None:
    checked = check(PLAN.replace("Unified}", f"Unified, rollup: {rule}}}"))
    rollup = serves(checked, "P2")
    assert rollup.state == state
    assert rollup.percent is None


def test_the_plan_s_coverage_holds(check: Check) -> None:
    text = PLAN.replace("Unified}", "Unified, coverage: 80}").replace(
        "T3: complete, ", ""
    )
    assert serves(check(text), "P2").state == "not_enough_reported"


ASSERTED = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {priorities: Priority, tasks: {name: Task, expects: status}}
priorities: {id: P1, title: Literacy}
tasks:
  id: T1
  title: Hire
  aligns_to: P1
  tasks: {id: T2, title: Train}
updates: {cycle: as-published, items: {T1: complete, T2: not started}}
"""


def test_what_is_said_of_an_item_above_others_does_not_serve(check: Check) -> None:
    assert served(check(ASSERTED)) == {"P1": ["T2"]}


def test_what_serves_another_plan_is_named_by_both_plans(check: Check) -> None:
    found = serving_elsewhere(check(PLAN).standing)
    assert {name: [part.id for part in parts] for name, parts in found.items()} == {
        "other:P9": ["lakeshore:T4"]
    }


def test_what_serves_nothing_of_this_plan_adds_nothing(check: Check) -> None:
    standing = check(PLAN).standing
    parts = serving_elsewhere(standing)["other:P9"]
    assert roll_up_plan(standing, {"P9": parts, "P3": ()}) == roll_up_plan(standing)
    added = roll_up_plan(standing, {"P3": parts}).served_by
    assert added[standing.plan.index["P3"]].state == "on_hold"
