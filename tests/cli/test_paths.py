"""Plans and outputs on any path, as shells of any system hand them over."""

from __future__ import annotations

import json
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from planctl.render.visible import as_argument
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

PLAN = "plan: {id: lake, title: Lakeshore}\nlevels: {goals: Goal}\n"
DISTRICT = ROOT / "tests" / "lakeshore" / "district"
LONG = "a" * 5_000
AS_OF = ("--as-of", "2024-11-01")


def make(folder: Path, *names: str) -> Path:
    """Make a plan in each of some folders below a folder."""
    for name in names:
        path = folder / name / "plan.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(PLAN, "utf-8")
    return folder


@pytest.mark.parametrize(
    "name",
    [
        *("my plan", "Größe 学校 🏫", "[x]", "a;b&c", "~", "%PATH%", "-plan", "'"),
        *(pytest.param(name, marks=pytest.mark.posix) for name in ("a.", "a: b", 'a"')),
    ],
)
def test_a_plan_is_found_in_a_folder_of_any_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    make(tmp_path, name)
    monkeypatch.chdir(tmp_path)
    validate = ("validate", "--format", "json", *AS_OF, "--")
    for written in (name, f"{name}/", f"./{name}/plan.yaml", tmp_path / name):
        assert json.loads(run(*validate, written).out)["plan"]["path"] == name
    monkeypatch.chdir(tmp_path / name)
    for written in (".", "plan.yaml", tmp_path / name):
        assert json.loads(run(*validate, written).out)["plan"]["path"] == "."


@pytest.mark.parametrize("pattern", ["school *", "*", "school ?/plan.yaml"])
def test_a_pattern_stands_for_plans_where_no_shell_has_looked(
    run: Run, tmp_path: Path, pattern: str
) -> None:
    make(tmp_path, "school a", "school b")
    (tmp_path / "README.txt").write_text("Two schools.\n", "utf-8")
    found = run("validate", tmp_path / pattern, "--format", "json", *AS_OF)
    paths = [one["plan"]["path"] for one in json.loads(found.out)["plans"]]
    assert [path.rpartition("/")[2] for path in paths] == ["school a", "school b"]


def test_a_pattern_names_other_plans_as_well(run: Run, tmp_path: Path) -> None:
    make(tmp_path, "district", "north", "south")
    run("status", tmp_path / "district", "--with", tmp_path / "?o?th", *AS_OF)


def test_a_pattern_without_a_plan_is_told_as_it_was_written(
    run: Run, tmp_path: Path
) -> None:
    told = run("validate", tmp_path / "*", status=3).err
    assert told == f"planctl: there is no file or folder {tmp_path / '*'}\n"


@pytest.mark.parametrize("name", ["plan.yml", "plan.yaml.txt", "PLAN.YAML"])
def test_a_plan_file_that_is_named_almost_so_is_told(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(PLAN, "utf-8")
    told = run("validate", tmp_path, status=3).err
    assert f"{name} is to be named plan.yaml" in told


def test_a_backslash_that_swallowed_a_quotation_mark_is_told(
    run: Run, tmp_path: Path
) -> None:
    told = run("validate", f'{make(tmp_path, "my plan")}/my plan"', status=3).err
    assert told.endswith("leave out the backslash at its end\n")


def test_a_path_of_a_plan_file_may_be_written_as_on_windows(
    run: Run, tmp_path: Path
) -> None:
    make(tmp_path, "state", "district/school")
    school = tmp_path / "district" / "school"
    plan = PLAN.replace("Lakeshore}", "'North School', uses: '..\\..\\state'}")
    (school / "plan.yaml").write_text(plan, "utf-8")
    (tmp_path / ".git").mkdir()
    run("validate", school, *AS_OF)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("validate", LONG), 3),
        (("init", LONG), 3),
        (("init", "x", "--from", LONG), 3),
        (("report", DISTRICT, "--output", LONG), 3),
        (("report", DISTRICT, "--format", "md", "--output", LONG), 3),
        (("status", DISTRICT, "--with", LONG), 3),
        (("export", DISTRICT, "--format", f"json={LONG}"), 3),
        (("validate", DISTRICT, "--baseline", LONG), 3),
    ],
)
def test_a_name_too_long_for_any_file_is_one_line(
    run: Run, words: tuple[str | Path, ...], status: int
) -> None:
    told = run(*words, *AS_OF, status=status).err
    assert told.startswith("planctl: ")
    assert told.count("\n") == 1


def test_a_report_is_named_as_a_file_may_be_on_every_system(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cycles = "cycles: {'Q1: fall?': {when: [October]}, 'a*b|c\\d': {when: February}}\n"
    (tmp_path / "plan.yaml").write_text(f"{PLAN}{cycles}", "utf-8")
    monkeypatch.chdir(tmp_path)
    for cycle, name in (
        ("Q1: fall?", "2024-25-Q1-fall"),
        ("a*b|c\\d", "2023-24-a-b-c-d"),
    ):
        out = run("report", tmp_path, "--cycle", cycle, *AS_OF).out
        assert out == f"lake-{name}.html\n"


@pytest.mark.parametrize("command", ["status", "progress", "export"])
def test_a_table_in_a_file_has_the_mark_by_which_excel_knows_utf_8(
    run: Run, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "a.csv"
    run(command, DISTRICT, "--format", f"csv={path}", *AS_OF)
    printed = run(command, DISTRICT, "--format", "csv", *AS_OF).out
    assert path.read_text("utf-8") == f"\ufeff{printed}"


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_report_into_a_folder_that_is_not_there_makes_none(
    run: Run, tmp_path: Path, form: str
) -> None:
    shutil.copytree(DISTRICT, tmp_path / "plan")
    output = tmp_path / "reports" / f"a.{form}"
    words = ("report", tmp_path / "plan", "--format", form, "--output", output)
    told = run(*words, *AS_OF, status=3).err
    assert told.endswith(f"there is no folder {output.parent}\n")
    assert not output.parent.exists()


@pytest.mark.parametrize("name", ["my-plan", "my plan", "a;b", "a&b (1)", "C:\\plans"])
def test_a_path_to_be_copied_is_one_word(name: str) -> None:
    shown = as_argument(name)
    assert shlex.split(shown.replace("\\", "\\\\")) == [name]


def test_a_path_to_be_copied_is_no_option() -> None:
    assert as_argument("-plan") == "./-plan"


def test_what_is_next_can_be_copied(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my plan"
    (line,) = run("init", folder, *AS_OF).err.splitlines()
    words = shlex.split(line.removeprefix("Next: planctl "))
    assert words == ["validate", str(folder)]
    run(*words, *AS_OF)
