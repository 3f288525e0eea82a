"""References to the plan that a plan uses, and to plans named in the same command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.check import CheckedPlan, check_plan
from planctl.load import surround
from tests.conftest import AS_OF
from tests.findings import found, the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Write = Callable[[Mapping[str, str]], Path]

STATE = (
    "plan: {id: state, title: State}\nlevels: {aims: Aim}\naims: {id: A1, title: a}\n"
)
DISTRICT = """
plan: {id: district, title: Lakeshore Unified, uses: ../state}
levels: {goals: Goal, tasks: Task}
cycles: {walk: {when: soonish, reports: nothing}}
scale: {levels: never, words: {complete: Reached}}
owners: {id: CIO, name: Curriculum Office}
measures: {id: ela3, title: Grade 3 reading}
goals: {id: G1, title: Literacy}
"""
SCHOOL = """
plan: {id: school, title: North School, uses: ../district}
tasks:
  - id: T1
    title: Hire
"""
NEIGHBOUR = """
plan: {id: south, title: South School}
levels: {tasks: Task}
tasks: {id: S1, title: Read}
"""


def school(write: Write, fields: str) -> CheckedPlan:
    """A school's plan with more fields of its task, beside three other plans."""
    root = write(
        {
            "state/plan.yaml": STATE,
            "district/plan.yaml": DISTRICT,
            "school/plan.yaml": f"{SCHOOL}    {fields}\n",
            "south/plan.yaml": NEIGHBOUR,
        }
    )
    return check_plan(root / "school", AS_OF, surroundings=surround(root))


@pytest.mark.parametrize("name", ["district:G1", "state:A1", "south:S1"])
def test_an_item_of_another_plan_that_is_at_hand_is_known(
    write: Write, name: str
) -> None:
    checked = school(write, f"aligns_to: {name}")
    assert told(checked) == []
    (cited,) = checked.plan.items[0].aligns_to
    assert (cited.id, cited.item) == (name, None)


@pytest.mark.parametrize("name", ["district:G9", "state:G1", "south:S9"])
def test_an_id_that_the_other_plan_has_not_is_reported(write: Write, name: str) -> None:
    one = the_only(school(write, f"aligns_to: {name}"))
    plan, _, rest = name.partition(":")
    assert one.rule == "unknown-reference"
    assert one.message == f"nothing in the plan `{plan}` has the id `{rest}`"
    assert (one.span.line, one.span.column) == (6, 16)


def test_the_nearest_of_the_other_plan_s_ids_is_suggested(write: Write) -> None:
    one = the_only(school(write, "aligns_to: district:G9"))
    assert one.help == "did you mean `district:G1`?"


def test_a_plan_that_is_not_at_hand_is_one_warning(write: Write) -> None:
    one = the_only(school(write, "aligns_to: [north:N1, north:N2]"))
    assert one.rule == "unknown-prefix"
    assert one.message == "no plan `north` is at hand to look up `N1`"


def test_owners_and_measures_of_the_used_plan_hold_here(write: Write) -> None:
    checked = school(write, "responsible: curriculum office\n    measures: ela3")
    assert told(checked) == []
    item = checked.plan.items[0]
    assert checked.plan.owner_names(item.responsible) == ("Curriculum Office",)
    assert checked.plan.measures[item.measures[0]].id == "ela3"


def test_what_is_wrong_in_the_used_plan_is_reported_there_only(write: Write) -> None:
    checked = school(write, "note: Nothing is wrong here.")
    assert told(checked) == []
    root = checked.plan.folder.parent
    district = check_plan(root / "district", AS_OF, surroundings=surround(root))
    assert {one.rule for one in found(district)} == {
        "unread-date",
        "unknown-level",
    }
