"""Parents named at the top of a file, and the order that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.findings import the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
"""


def tree(checked: CheckedPlan) -> list[str]:
    """The items in document order, each indented by its depth."""
    items = checked.plan.items
    for item in items:
        above = items[item.parent] if item.parent is not None else None
        assert item.depth == (above.depth + 1 if above else 0)
        assert above is None or item.position in above.children
    return [f"{'-' * item.depth}{item.id}" for item in items]


def test_nested_items_stand_below_the_one_they_are_in(check: Check) -> None:
    checked = check(
        HEAD
        + """
goals:
  - id: G1
    title: Literacy
    tasks:
      - {id: T1, title: Hire}
      - id: T2
        title: Train
        tasks: {id: T2a, title: Plan}
  - {id: G2, title: Numeracy}
"""
    )
    assert tree(checked) == ["G1", "-T1", "-T2", "--T2a", "G2"]
    plan = checked.plan
    assert [plan.items[p].id for p in plan.below(0)] == ["T1", "T2", "T2a"]
    assert list(plan.below(3)) == []
    assert [item.id for item in plan.top] == ["G1", "G2"]


FILES = {
    "plan.yaml": HEAD
    + """
goals:
  - id: G1
    title: Literacy
    tasks: {id: T1, title: Hire}
  - {id: G2, title: Numeracy}
""",
    "b.yaml": "tasks:\n  - {id: T3, title: Later, parent: G1}\n",
    "a.yaml": "tasks:\n  - {id: T2, title: Plan, parent: G1}\n"
    "  - {id: T4, title: Count, parent: T3}\n",
}


def test_a_named_parent_s_children_follow_its_own_in_the_order_of_the_files(
    check: Check,
) -> None:
    checked = check(FILES)
    assert told(checked) == []
    assert tree(checked) == ["G1", "-T1", "-T2", "-T3", "--T4", "G2"]


def test_ids_are_indexed_by_the_new_order(check: Check) -> None:
    plan = check(FILES).plan
    assert {name: plan.items[place].id for name, place in plan.index.items()} == {
        name: name for name in ("G1", "T1", "T2", "T3", "T4", "G2")
    }


def test_a_parent_may_stand_further_down(check: Check) -> None:
    checked = check(
        f"{HEAD}tasks: [{{id: T1, title: a, parent: T2}}, {{id: T2, title: b}}]\n"
    )
    assert tree(checked) == ["T2", "-T1"]


def test_a_parent_that_nothing_has_leaves_the_item_at_the_top(check: Check) -> None:
    checked = check(
        f"{HEAD}tasks: [{{id: T1, title: a}}, {{id: T2, title: b, parent: T9}}]\n"
    )
    assert tree(checked) == ["T1", "T2"]
    assert told(checked) == [
        "3:56 unknown-reference: nothing in this plan has the id `T9`"
    ]


def test_a_nested_item_that_names_a_parent_stays_where_it_stands(check: Check) -> None:
    checked = check(
        HEAD
        + "goals:\n"
        + "  - id: G1\n    title: a\n    tasks: {id: T1, title: b, parent: G2}\n"
        + "  - {id: G2, title: c}\n"
    )
    assert tree(checked) == ["G1", "-T1", "G2"]
    assert told(checked) == [
        "6:39 invalid-value: `T1` stands under another item and names a parent, too"
    ]


LOOPS = {
    "itself": ("{id: T1, title: a, parent: T1}", ["T1"], "T1"),
    "two": (
        "{id: T1, title: a, parent: T2}, {id: T2, title: b, parent: T1}",
        ["T2", "-T1"],
        "T2",
    ),
    "three, with an item below": (
        (
            "{id: T1, title: a, parent: T3}, {id: T2, title: b, parent: T1},"
            "{id: T3, title: c, parent: T2}, {id: T4, title: d, parent: T3}"
        ),
        ["T3", "-T1", "--T2", "-T4"],
        "T3",
    ),
    "its own child": (
        "{id: T1, title: a, parent: T2, tasks: {id: T2, title: b}}",
        ["T1", "-T2"],
        "T1",
    ),
}


@pytest.mark.parametrize("kind", LOOPS)
def test_a_loop_of_parents_is_reported_and_broken(check: Check, kind: str) -> None:
    items, order, broken_at = LOOPS[kind]
    checked = check(f"{HEAD}tasks: [{items}]\n")
    one = the_only(checked)
    assert one.message == (
        f"`{broken_at}` stands under itself: its parents lead back to it"
    )
    assert one.field_name == "parent"
    assert tree(checked) == order
