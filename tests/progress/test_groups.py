"""The same statuses by owner, level, what is served, and when they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.progress.groups import NOBODY, find_groups

if TYPE_CHECKING:
    from tests.progress.plans import Check

PLAN = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels:
  priorities: {name: Priority, plural: Priorities}
  goals: Goal
  tasks: Task
  events: Event
owners:
  - {name: Curriculum Office, id: CIO}
  - Principals
priorities:
  - {id: P1, title: Literacy}
goals:
  - id: G1
    title: Reading
    accountable: CIO
    tasks:
      - {id: T1, title: Hire, due: Fall 2025}
      - {id: T2, title: Train, responsible: [Principals, CIO, cio], due: Fall 2024}
      - {id: T3, title: Plan, responsible: Principals, aligns_to: P1, period: 2025}
  - id: G2
    title: Counting
    events:
      - {id: E1, title: Fair, due: ongoing, aligns_to: P1}
updates:
  cycle: as-published
  items: {P1: not started, T1: complete, T2: in progress, T3: complete}
"""


def groups(check: Check, by: str, text: str = PLAN) -> dict[tuple[str, str], list[str]]:
    """The ids of the items of each group, by its id and name."""
    checked = check(text)
    return {
        (group.id, group.name): list(group.items)
        for group in find_groups(checked.standing, by)
    }


def test_by_owner_an_item_is_with_each_of_its_owners_once(check: Check) -> None:
    assert groups(check, "owner") == {
        ("", NOBODY): ["P1", "E1"],
        ("CIO", "Curriculum Office"): ["T1", "T2"],
        ("Principals", "Principals"): ["T2", "T3"],
    }


def test_by_level_a_group_is_named_as_the_plan_names_several(check: Check) -> None:
    text = PLAN.replace("tasks: Task", "tasks: {name: Task, plural: Things to do}")
    assert groups(check, "level", text) == {
        ("priorities", "Priorities"): ["P1"],
        ("tasks", "Things to do"): ["T1", "T2", "T3"],
        ("events", "Events"): ["E1"],
    }


def test_by_aligned_a_group_is_what_serves_an_item(check: Check) -> None:
    assert groups(check, "aligned") == {("P1", "Literacy"): ["T3", "E1"]}


def test_by_due_a_group_is_a_school_year_and_the_undated_come_last(
    check: Check,
) -> None:
    found = groups(check, "due")
    assert list(found.items()) == [
        (("2024-25", "2024-25"), ["T2", "T3"]),
        (("2025-26", "2025-26"), ["T1"]),
        (("~", "(no date)"), ["P1", "E1"]),
    ]


@pytest.mark.parametrize(
    ("rollup", "state"), [("standard", "in_progress"), ("lowest", "not_started")]
)
def test_a_group_adds_up_by_the_plan_s_rule(
    check: Check, rollup: str, state: str
) -> None:
    text = PLAN.replace("Unified}", f"Unified, rollup: {rollup}}}")
    checked = check(text.replace("T2: in progress", "T2: not started"))
    by_level = {one.id: one.rollup for one in find_groups(checked.standing, "level")}
    assert by_level["tasks"].state == state


def test_where_nothing_is_asked_for_there_are_no_groups(check: Check) -> None:
    assert find_groups(check(PLAN).standing, None) == ()
