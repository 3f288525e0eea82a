"""A plan that uses another takes over what that one declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.check import CheckedPlan, check_plan
from planctl.load import load_plan, surround
from planctl.model.plan import Named
from planctl.render.terminal import render_findings
from tests.conftest import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Write = Callable[[Mapping[str, str | bytes]], Path]

DISTRICT = """\
plan: {id: district, title: Lakeshore Unified}
levels: {goals: Goal}
cycles: {walk: May}
scale: {complete: Reached}
ratings: {levels: [low, high]}
calendar: {year_starts: 09-01}
progress: {minimum_group: 5}
owners: {id: CIO, name: Curriculum Office}
groups: English learners
sites: North School
glossary: {SST: Student Support Team, PD: Professional Development}
measures:
  - {id: ela3, title: Reading}
  - {id: math3, title: Mathematics}
goals: {id: G1, title: Literacy}
"""
SCHOOL = """\
plan: {id: school, title: North School, uses: ../district}
goals:
  - id: S1
    title: Read
    responsible: CIO
    measures: [ela3, math3]
    aligns_to: district:G1
updates: {cycle: 2024-25/walk, items: {S1: Reached}}
"""


def schools(
    write: Write, district: str, school: str = SCHOOL, named: str = "."
) -> CheckedPlan:
    """A school's plan that uses a district's; the command names both, or `named`."""
    files = {"district/plan.yaml": district, "school/plan.yaml": school}
    root = write(files)
    (root / ".git").mkdir(exist_ok=True)
    return check_plan(root / "school", AS_OF, surroundings=surround(root / named))


def rules(checked: CheckedPlan) -> list[str]:
    """The names of what is found."""
    return [one.rule for one in checked.diagnostics]


def test_levels_words_people_measures_and_time_hold_here_too(write: Write) -> None:
    checked = schools(write, DISTRICT)
    assert rules(checked) == []
    plan = checked.plan
    assert list(plan.levels) == ["goals"]
    assert list(plan.cycles) == ["walk"]
    assert [owner.name for owner in plan.owners] == ["Curriculum Office"]
    assert [one.id for one in plan.measures] == ["ela3", "math3"]
    assert plan.glossary["SST"] == "Student Support Team"
    assert plan.ratings is not None
    assert plan.progress.minimum_group == 5
    assert checked.loaded.calendar.year_starts == "09-01"
    assert [item.id for item in plan.items] == ["S1"]


def test_what_is_declared_here_wins(write: Write) -> None:
    own = SCHOOL + (
        "levels: {goals: Aim, steps: Step}\ncycles: {walk: June}\n"
        "calendar: {year_starts: 08-01}\nprogress: {minimum_group: 20}\n"
        "ratings: {levels: [a]}\nglossary: {SST: Our own}\n"
        "measures: {id: ela3, title: Our own}\n"
    )
    checked = schools(write, DISTRICT, own)
    plan = checked.plan
    assert {key: level.name for key, level in plan.levels.items()} == {
        "goals": "Aim",
        "steps": "Step",
    }
    assert plan.cycles["walk"].when == ("June",)
    assert checked.loaded.calendar.year_starts == "08-01"
    assert plan.progress.minimum_group == 20
    assert plan.ratings is not None
    assert plan.ratings.levels == ("a",)
    assert plan.glossary == {"SST": "Our own", "PD": "Professional Development"}
    assert [one.title for one in plan.measures] == ["Our own", "Mathematics"]


WRONG = [
    ("syntax", DISTRICT + "note: %\n"),
    ("a level", DISTRICT.replace("goals: Goal}", "goals: [Goal]}")),
    ("a cycle", DISTRICT.replace("walk: May", "walk: {audience: Board}")),
    ("a word", DISTRICT.replace("complete: Reached", "compleet: Reached")),
    ("an id", DISTRICT.replace("id: G1, ", "")),
    ("a circle", DISTRICT.replace("Unified}", "Unified, uses: ../school}")),
]


@pytest.mark.parametrize(
    "district", [text for _, text in WRONG], ids=[n for n, _ in WRONG]
)
def test_a_mistake_in_the_used_plan_is_one_finding_here(
    write: Write, district: str
) -> None:
    checked = schools(write, district, named="school")
    (one,) = checked.diagnostics
    assert one.rule == "unknown-plan"
    assert one.message == "part of the plan at ../district cannot be read"
    assert one.help == "mend that plan first: planctl validate in its folder"
    assert not checked.plan.is_complete


@pytest.mark.parametrize(
    "district", [text for _, text in WRONG[:-1]], ids=[n for n, _ in WRONG[:-1]]
)
def test_a_plan_named_in_the_same_command_tells_its_mistakes_itself(
    write: Write, district: str
) -> None:
    checked = schools(write, district)
    assert rules(checked) == []
    assert not checked.are_rules_run
    assert "Part of the plan that it uses could not be read" in render_findings(
        checked, "school"
    )


def test_a_measure_with_a_mistake_lacks_nothing_in_the_plans_that_use_it(
    write: Write,
) -> None:
    district = DISTRICT.replace("title: Reading}", "title: Reading, unit: percents}")
    school = SCHOOL.replace("[ela3, math3]", "{measure: ela3, targets: 60% by 2026}")
    assert "no-unit" not in rules(schools(write, district, school))


def test_a_circle_is_told_where_it_is_named(write: Write) -> None:
    assert rules(schools(write, WRONG[-1][1])) == ["unknown-plan"]


def test_the_plan_at_fault_is_named_and_not_the_one_between(write: Write) -> None:
    root = write(
        {
            "district/plan.yaml": DISTRICT + "note: %\n",
            "school/plan.yaml": SCHOOL,
            "school/team/plan.yaml": "plan: {id: t, title: Team, uses: ..}\n",
        }
    )
    (root / ".git").mkdir()
    team = root / "school" / "team"
    (one,) = check_plan(team, AS_OF, surroundings=surround(team)).diagnostics
    assert one.message == "part of the plan at ../../district cannot be read"


def test_what_may_be_a_level_of_a_plan_that_is_not_there_is_not_told(
    write: Write,
) -> None:
    school = SCHOOL.replace("../district", "../distrct") + (
        "levels: {visits: Visit}\n"
        "visits: {id: V1, title: Visit, steps: {id: S1, title: Step}}\n"
    )
    assert rules(schools(write, DISTRICT, school)) == ["unknown-plan"]


@pytest.mark.parametrize(
    ("uses", "message"),
    [
        ("../nowhere", "no plan is at ../nowhere"),
        ("plan.yaml", "plans use each other in a circle"),
        (".", "plans use each other in a circle"),
        ("../" * 40, "no plan is at " + "../" * 40),
        ("x" * 300, "no plan is at " + "x" * 300),
    ],
)
def test_a_plan_that_is_not_there_is_one_finding(
    write: Write, uses: str, message: str
) -> None:
    checked = schools(write, DISTRICT, SCHOOL.replace("../district", uses))
    (one,) = checked.diagnostics
    assert (one.rule, one.message) == ("unknown-plan", message)
    assert one.help == "write the path from this plan's folder to the other plan's"


@pytest.mark.posix
def test_a_loop_of_links_leads_to_no_plan(write: Write) -> None:
    root = write({"school/plan.yaml": SCHOOL.replace("../district", "loop")})
    (root / "school" / "loop").symlink_to("loop")
    plan = load_plan(root / "school", surround(root))
    assert "no plan is at loop" in [one.message for one in plan.problems]


def test_a_plan_outside_the_repository_is_not_read(write: Write) -> None:
    root = write({"district/plan.yaml": DISTRICT, "school/plan.yaml": SCHOOL})
    alone = load_plan(root / "school", surround(root / "school"))
    assert [one.message for one in alone.problems] == [
        "the plan at ../district lies outside this repository"
    ]
    (root / ".git").mkdir()
    together = load_plan(root / "school", surround(root / "school"))
    assert together.problems == []


def test_the_plan_file_stands_for_its_folder(write: Write) -> None:
    school = SCHOOL.replace("../district", "../district/plan.yaml")
    assert rules(schools(write, DISTRICT, school)) == []


def test_a_finding_in_the_used_plan_s_words_names_its_file(write: Write) -> None:
    district = DISTRICT.replace("walk: May", "walk: {when: May, reports: never}")
    root = write({"district/plan.yaml": district, "school/plan.yaml": SCHOOL})
    plan = load_plan(root / "school", surround(root))
    record = plan.cycles["walk"]
    assert not plan.places.is_here(record)
    span = plan.places.span(record, ("reports", 0))
    assert (span.file, span.line) == ("district:plan.yaml", 3)
    assert plan.places.is_here(plan.info)


def test_folders_without_a_readable_plan_have_no_id(write: Write) -> None:
    files = {
        "a/plan.yaml": "- x\n",
        "b/plan.yaml": "plan: x\n",
        "c/plan.yaml": "plan: {id: [x]}\n",
        "d/plan.yaml": "%\n",
        "e/plan.yaml": (
            "plan: {id: e, title: E}\nlevels: {t: T}\nt: {id: X, title: Y}\n"
        ),
    }
    around = surround(write(files))
    assert around.titles("e") == {"X": "Y"}
    assert around.titles("e") is around.titles("e")
    assert around.titles("x") is None


def test_a_plan_that_several_use_is_loaded_once(write: Write) -> None:
    south = SCHOOL.replace("id: school", "id: south")
    files = {
        "district/plan.yaml": DISTRICT,
        "north/plan.yaml": SCHOOL,
        "south/plan.yaml": south,
    }
    root = write(files)
    around = surround(root)
    first, second = (load_plan(root / name, around) for name in ("north", "south"))
    assert first.base is second.base
    elsewhere = first.places.span(Named(name="Nobody"))
    assert (elsewhere.file, elsewhere.line) == ("", 1)
