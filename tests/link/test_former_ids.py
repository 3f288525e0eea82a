"""Ids that items had before: renamed, split, and taken by somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.findings import the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {tasks: Task}
"""
REPORT = "updates: {cycle: as-published, items: {OLD: complete}}\n"
RENAMED = "  - {id: T2, title: Train, formerly: {id: OLD, until: 2023}}\n"


def served(checked: CheckedPlan, name: str) -> list[str]:
    """The ids of the items that an item aligns to."""
    plan = checked.plan
    cited = plan.items[plan.index[name]].aligns_to
    return [plan.items[one.item].id for one in cited if one.item is not None]


def test_a_reference_may_use_a_former_id(check: Check) -> None:
    checked = check(
        f"{HEAD}tasks:\n  - {{id: T1, title: Hire, aligns_to: OLD}}\n{RENAMED}"
    )
    assert told(checked) == []
    assert served(checked, "T1") == ["T2"]


def test_an_update_may_use_a_former_id(check: Check) -> None:
    checked = check(f"{HEAD}tasks:\n{RENAMED}{REPORT}")
    assert told(checked) == []
    assert checked.plan.updates[0].item == checked.plan.index["T2"]


def test_a_parent_may_use_a_former_id(check: Check) -> None:
    checked = check(
        f"{HEAD}tasks:\n  - {{id: T1, title: Hire, parent: OLD}}\n{RENAMED}"
    )
    assert told(checked) == []
    assert [item.id for item in checked.plan.items] == ["T2", "T1"]
    assert checked.plan.items[1].parent == 0


def test_a_live_id_wins_over_a_former_one(check: Check) -> None:
    checked = check(
        f"{HEAD}tasks:\n  - {{id: OLD, title: New here}}\n{RENAMED}"
        "  - {id: T3, title: Plan, aligns_to: OLD}\n"
    )
    assert told(checked) == []
    assert served(checked, "T3") == ["OLD"]


SPLIT = "  - {id: T2, title: a, formerly: OLD}\n  - {id: T3, title: b, formerly: OLD}\n"


@pytest.mark.parametrize("field", ["aligns_to", "depends_on", "parent"])
def test_a_reference_to_a_split_id_is_a_finding(check: Check, field: str) -> None:
    checked = check(f"{HEAD}tasks:\n  - {{id: T1, title: Hire, {field}: OLD}}\n{SPLIT}")
    one = the_only(checked)
    assert one.rule == "unknown-reference"
    assert one.message == "`OLD` was split: it is now T2, T3"
    assert one.help == "name the one that is meant"


def test_an_update_of_a_split_id_is_a_finding_and_counts_for_neither(
    check: Check,
) -> None:
    checked = check(f"{HEAD}tasks:\n{SPLIT}{REPORT}")
    assert told(checked) == [
        "7:40 unknown-reference: `OLD` was split: it is now T2, T3"
    ]
    assert checked.plan.updates == ()
