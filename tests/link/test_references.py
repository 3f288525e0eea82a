"""References to items and measures: what they find, and what is said where nothing."""

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
levels: {goals: Goal, tasks: Task}
measures:
  - {id: ela3, title: Grade 3 reading}
goals:
  - {id: G1, title: Literacy}
  - {id: G2, title: Numeracy}
tasks:
  - {id: T1, title: Hire a coach}
"""


def task(field: str) -> str:
    """A plan whose second task has one more field, in line 12."""
    return f"{HEAD}  - id: T2\n    {field}\n    title: Train the coach\n"


def test_an_alignment_finds_the_item_that_it_names(check: Check) -> None:
    plan = check(task("aligns_to: [G2, {id: G1, text: Every child reads}]")).plan
    cited = plan.items[plan.index["T2"]].aligns_to
    assert [(one.id, one.text) for one in cited] == [
        ("G2", None),
        ("G1", "Every child reads"),
    ]
    assert [one.item for one in cited] == [plan.index["G2"], plan.index["G1"]]


def test_a_dependency_finds_the_item_that_comes_first(check: Check) -> None:
    plan = check(task("depends_on: T1")).plan
    assert plan.items[plan.index["T2"]].depends_on == (plan.index["T1"],)


def test_a_measure_is_found_by_its_id(check: Check) -> None:
    plan = check(task("measures: ela3")).plan
    assert plan.items[plan.index["T2"]].measures == (plan.measure_index["ela3"],)


def test_a_measure_defined_in_place_belongs_to_the_plan(check: Check) -> None:
    plan = check(task("measures: {id: math3, title: Grade 3 mathematics}")).plan
    position = plan.measure_index["math3"]
    assert plan.measures[position].title == "Grade 3 mathematics"
    assert plan.items[plan.index["T2"]].measures == (position,)


def test_an_alignment_to_a_measure_leads_somewhere(check: Check) -> None:
    checked = check(task("aligns_to: ela3"))
    assert told(checked) == []
    (cited,) = checked.plan.items[-1].aligns_to
    assert (cited.id, cited.item) == ("ela3", None)


def test_the_plan_s_own_prefix_says_nothing(check: Check) -> None:
    checked = check(task("aligns_to: lakeshore:G2"))
    assert told(checked) == []
    (cited,) = checked.plan.items[-1].aligns_to
    assert cited.item == checked.plan.index["G2"]


BROKEN = {
    "aligns_to: G9": "12:16",
    "aligns_to: [G1, G9]": "12:21",
    "aligns_to: [{id: G9, text: Reading}]": "12:22",
    "depends_on: G9": "12:17",
    "depends_on: [T1, G9]": "12:22",
    "measures: G9": "12:15",
    "measures: {measure: G9, targets: 27%}": "12:25",
    "success_criteria: {text: Seen, measure: G9}": "12:45",
    "parent: G9": "12:13",
}


@pytest.mark.parametrize("field", BROKEN)
def test_an_id_that_nothing_has_is_reported_where_it_stands(
    check: Check, field: str
) -> None:
    checked = check(task(field))
    assert told(checked) == [
        f"{BROKEN[field]} unknown-reference: nothing in this plan has the id `G9`"
    ]


def test_the_nearest_ids_are_suggested(check: Check) -> None:
    assert the_only(check(task("depends_on: t1"))).help.startswith("did you mean `T1`")
    assert "`ela3`" in the_only(check(task("measures: ela"))).help


def test_a_broken_reference_is_absent_from_what_is_linked(check: Check) -> None:
    item = check(task("depends_on: [T1, G9]\n    measures: [ela4, ela3]")).plan.items[
        -1
    ]
    assert len(item.depends_on) == 1
    assert len(item.measures) == 1


def test_a_broken_alignment_is_kept_as_printed(check: Check) -> None:
    (cited,) = check(task("aligns_to: G9")).plan.items[-1].aligns_to
    assert (cited.id, cited.item) == ("G9", None)


def test_the_id_of_a_measure_is_none_for_a_parent(check: Check) -> None:
    assert told(check(task("parent: ela3"))) == [
        "12:13 unknown-reference: nothing in this plan has the id `ela3`"
    ]


def test_another_plan_s_prefix_is_one_warning_however_often_it_stands(
    check: Check,
) -> None:
    checked = check(task("aligns_to: [district:G1, district:G2]\n    depends_on: x:T1"))
    assert told(checked) == [
        "12:17 unknown-prefix: no plan `district` is at hand to look up `G1`",
        "13:17 unknown-prefix: no plan `x` is at hand to look up `T1`",
    ]
    cited = checked.plan.items[-1].aligns_to
    assert [(one.id, one.item) for one in cited] == [
        ("district:G1", None),
        ("district:G2", None),
    ]


def test_a_parent_may_not_be_in_another_plan(check: Check) -> None:
    assert told(check(task("parent: district:G1"))) == [
        "12:13 unknown-prefix: no plan `district` is at hand to look up `G1`"
    ]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("{id: T1, title: Again}", "the id `T1` is used twice"),
        ("{id: t1, title: Again}", "the ids `T1` and `t1` differ in case only"),
        ("{id: ela3, title: Again}", "the id `ela3` is used twice"),
        ("{id: ELA3, title: Again}", "the ids `ELA3` and `ela3` differ in case only"),
    ],
)
def test_an_id_is_used_once_in_items_and_measures_together(
    check: Check, second: str, said: str
) -> None:
    one = the_only(check(f"{HEAD}  - {second}\n"))
    assert (one.rule, one.message) == ("duplicate-id", said)
    assert [related.label for related in one.related] == ["the first one is here"]


def test_the_first_of_two_equal_ids_holds(check: Check) -> None:
    text = (
        f"{HEAD}  - {{id: T1, title: Again}}\n  - {{id: T3, title: X, aligns_to: T1}}\n"
    )
    plan = check(text).plan
    (cited,) = plan.items[-1].aligns_to
    assert cited.item is not None
    assert plan.items[cited.item].title == "Hire a coach"


def test_the_first_of_two_equal_measures_holds(check: Check) -> None:
    text = HEAD.replace("goals:\n", "  - {id: ela3, title: Again}\ngoals:\n")
    plan = check(text).plan
    assert plan.measures[plan.measure_index["ela3"]].title == "Grade 3 reading"


def test_an_id_that_could_not_be_read_is_neither_right_nor_wrong(check: Check) -> None:
    text = task("aligns_to: G3").replace("tasks:\n", "gaols:\n  - {id: G3}\ntasks:\n")
    assert [one.partition(" ")[2] for one in told(check(text))] == [
        "unknown-key: `gaols` is not known here"
    ]


def test_where_a_file_cannot_be_read_nothing_is_said_of_what_is_missing(
    check: Check,
) -> None:
    more = """\
  - {id: T2, title: Train, aligns_to: G9, responsible: Coaches}
owners: Principals
cycles: {walk: {when: Fall, reports: events}}
"""
    files = {"plan.yaml": HEAD + more, "more.yaml": "goals: [oops\n"}
    assert [one.rule for one in check(files).diagnostics] == ["yaml-syntax"]


def test_the_words_beside_an_unknown_id_tell_what_was_meant(check: Check) -> None:
    found = the_only(check(task("aligns_to: {id: G9, text: 'numeracy.'}")))
    assert found.help.endswith("(the words beside it are those of G2)")
