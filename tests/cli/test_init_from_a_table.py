"""A new plan from a table of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from tests.conftest import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

TABLE = """\
Level;Id;Title;Owner;Due;Parent;Note
Goal;;Read: by grade 3;Curriculum Office;;;
Action;;Increased # of coaches;CAO; June 2027;;
Action;G1.2;*Books;CAO; ;;- not yet
Goal;G2;Belong;;;;
Action;;Greet;CAO;Fall 2026;G1;
Action;;Sing;;;;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "items.csv"
    path.write_text(TABLE, "cp1252")
    return path


def test_the_rows_nest_as_they_stand(run: Run, tmp_path: Path, table: Path) -> None:
    run("init", tmp_path / "new", "--from", table, "--title", "Lakeshore")
    plan = check_plan(tmp_path / "new", AS_OF).plan
    found = {item.id: (item.title, item.level) for item in plan.items}
    assert found == {
        "G1": ("Read: by grade 3", "goals"),
        "G1.1": ("Increased # of coaches", "actions"),
        "G1.2": ("*Books", "actions"),
        "G1.3": ("Greet", "actions"),
        "G1.4": ("Sing", "actions"),
        "G2": ("Belong", "goals"),
    }
    assert plan.items[1].due is not None
    assert [owner.name for owner in plan.owners] == ["Curriculum Office", "CAO"]


def test_the_new_plan_has_no_finding(run: Run, tmp_path: Path, table: Path) -> None:
    table.write_text(TABLE.replace("CAO", "Superintendent"), "cp1252")
    run("init", tmp_path / "new", "--from", table)
    out = run("validate", tmp_path / "new", "--fail-on", "advice").out
    assert "0 errors, 0 warnings, 0 advice" in out
    assert "Nothing was reported yet" in run("status", tmp_path / "new").out


def test_levels_may_be_named(run: Run, tmp_path: Path, table: Path) -> None:
    run("init", tmp_path / "new", "--from", table, "--levels", "Aim, Goal, Action")
    plan = check_plan(tmp_path / "new", AS_OF).plan
    assert list(plan.levels) == ["aims", "goals", "actions"]


@pytest.mark.parametrize(
    ("text", "said", "status"),
    [
        ("Level,Titel\nGoal,x\n", "did you mean title?", 2),
        ("Level,Title\n", "the table has no rows", 2),
        ("", "the table has no rows", 2),
        ("Level,Title\nGoal,\n", "row 2: level and title are needed", 2),
        ("Level,Title,Parent\nGoal,x,G9\n", "parent G9", 2),
        ("Level,Title\n3 R,x\n", "cannot be a level", 2),
        ("Level,Id,Title\nGoal,G 1,x\n", "the table has an id G 1", 2),
        ("Level,Id,Title\nGoal,G1,x\nGoal,G1,y\n", "G1 stands in the table twice", 2),
        ("Level,Title\nGoal,x,y,z\n", "the row has 4 cells, not 2", 2),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(
    run: Run, tmp_path: Path, text: str, said: str, status: int
) -> None:
    path = tmp_path / "items.csv"
    path.write_text(text, "utf-8")
    assert said in run("init", tmp_path / "new", "--from", path, status=status).err
    assert not (tmp_path / "new").exists()


def test_a_level_that_is_not_named_is_refused(
    run: Run, tmp_path: Path, table: Path
) -> None:
    words = ("init", tmp_path / "new", "--from", table, "--levels", "Goal")
    assert "has a level Action" in run(*words, status=2).err


def test_a_missing_table_is_nothing_to_read(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "new", "--from", tmp_path / "no.csv", status=3)


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("HR; Principals", ["HR", "Principals"]),
        ("HR, Principals", ["HR", "Principals"]),
        ("Office of A, B; HR", ["Office of A, B", "HR"]),
        ("Office of A, B, and C", ["Office of A, B, and C"]),
        ("HR, ", ["HR"]),
    ],
)
def test_a_cell_may_name_several_owners(
    run: Run, tmp_path: Path, cell: str, owners: list[str]
) -> None:
    table = tmp_path / "items.csv"
    table.write_text(f'Level,Title,Owner\nGoal,x,"{cell}"\n', "utf-8")
    run("init", tmp_path / "new", "--from", table)
    plan = check_plan(tmp_path / "new", AS_OF).plan
    assert [owner.name for owner in plan.owners] == owners
    assert len(plan.items[0].responsible) == len(owners)
