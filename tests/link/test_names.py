"""Owners, student groups and sites: by id, name or other spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.findings import found, the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.link import LinkedItem

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
owners:
  - id: CIO
    name: Curriculum Office
    also: [Office of Curriculum, Curriculum and Instruction]
  - Principals
groups:
  - {id: EL, name: English learners, also: ELL}
sites:
  - {name: North School, id: north}
"""


def task(fields: str) -> str:
    """A plan whose one task has some more fields, from line 15."""
    return f"{HEAD}tasks:\n  - id: T1\n    {fields}\n    title: Hire a coach\n"


def item(checked: CheckedPlan) -> LinkedItem:
    """The plan's last item."""
    return checked.plan.items[-1]


SPELLINGS = [
    "CIO",
    "cio",
    "Curriculum Office",
    "curriculum office",
    "  Curriculum   Office ",
    "office of curriculum",
    "Curriculum and Instruction",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_an_owner_is_known_by_every_spelling_case_and_spaces_aside(
    check: Check, spelling: str
) -> None:
    checked = check(task(f'responsible: "{spelling}"'))
    assert told(checked) == []
    assert checked.plan.owner_names(item(checked).responsible) == ("Curriculum Office",)


def test_a_duty_keeps_its_role_and_what_it_is_for(check: Check) -> None:
    fields = "accountable: {owner: [CIO, Principals], role: Champion, duty: Lead it}"
    checked = check(task(fields))
    duties = item(checked).accountable
    assert [(d.owner, d.role, d.duty) for d in duties] == [
        (0, "Champion", "Lead it"),
        (1, "Champion", "Lead it"),
    ]


def test_an_owner_of_two_duties_is_named_once(check: Check) -> None:
    checked = check(task("responsible: [CIO, Principals, Office of Curriculum]"))
    assert checked.plan.owner_names(item(checked).responsible) == (
        "Curriculum Office",
        "Principals",
    )


def test_groups_and_sites_are_found_by_their_spellings_and_kept_by_id(
    check: Check,
) -> None:
    checked = check(task("group: [ell, English Learners]\n    site: North school"))
    assert told(checked) == []
    assert item(checked).groups == ("EL", "EL")
    assert item(checked).sites == ("north",)


UNKNOWN = {
    "responsible: Curiculum Office": ("15:18", "owner", "Curiculum Office", "owners"),
    "responsible: [CIO, Coaches]": ("15:24", "owner", "Coaches", "owners"),
    "accountable: {owner: Coaches}": ("15:26", "owner", "Coaches", "owners"),
    "group: Newcomers": ("15:12", "student group", "Newcomers", "groups"),
    "site: [north, South]": ("15:19", "site", "South", "sites"),
}


@pytest.mark.parametrize("field", UNKNOWN)
def test_a_name_that_is_not_declared_is_a_warning_and_used_as_it_stands(
    check: Check, field: str
) -> None:
    place, what, name, section = UNKNOWN[field]
    checked = check(task(field))
    assert told(checked) == [
        f"{place} unknown-name: the {what} `{name}` is not declared"
    ]
    assert f"declare it under `{section}:`" in the_only(checked).help
    linked = item(checked)
    owners = checked.plan.owner_names((*linked.responsible, *linked.accountable))
    assert name in {*owners, *linked.groups, *linked.sites}


def test_the_nearest_name_is_suggested(check: Check) -> None:
    one = the_only(check(task("responsible: Curiculum Office")))
    assert one.help.startswith("did you mean `Curriculum Office`")


def test_an_unknown_name_that_stands_twice_is_one_owner_and_one_finding(
    check: Check,
) -> None:
    checked = check(task("responsible: Coaches\n    accountable: coaches"))
    assert [one.message for one in found(checked)] == [
        "the owner `Coaches` is not declared"
    ]
    assert item(checked).responsible[0].owner == item(checked).accountable[0].owner


def test_an_empty_name_is_as_absent_as_none(check: Check) -> None:
    checked = check(task('responsible: ""'))
    assert told(checked) == []
    assert all(owner.name for owner in checked.plan.owners)


def test_where_no_owners_are_declared_every_name_is_as_good(check: Check) -> None:
    head = "plan: {id: p, title: Lakeshore}\nlevels: {tasks: Task}\n"
    checked = check(f"{head}tasks: {{id: T1, title: Hire, responsible: Coaches}}\n")
    assert told(checked) == []
    assert [owner.name for owner in checked.plan.owners] == ["Coaches"]


def test_the_nearest_item_above_says_who_ensures_one_below(check: Check) -> None:
    text = f"""{HEAD}goals:
  - id: G1
    title: Literacy
    responsible: CIO
    accountable: Principals
    tasks:
      - id: T1
        title: Hire
        tasks: {{id: T2, title: Train}}
      - {{id: T3, title: Plan, responsible: CIO}}
  - {{id: G2, title: Numeracy, tasks: {{id: T4, title: Count}}}}
"""
    plan = check(text).plan

    def who(name: str) -> tuple[str, ...]:
        return plan.owner_names(plan.who(plan.items[plan.index[name]]))

    assert who("G1") == who("T1") == who("T2") == ("Principals",)
    assert who("T3") == ("Curriculum Office",)
    assert who("T4") == ()
