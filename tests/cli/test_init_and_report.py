"""Commands that write: a new plan, a packet; and planctl alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Run = Callable[..., Ran]

HAVERHILL = EXAMPLES / "haverhill"
AS_OF = ("--as-of", "2024-11-01")


@pytest.mark.parametrize(
    "levels",
    [
        "Goal",
        "Goal, Action",
        "Priority,SMART Goal,Strategy,Action Step",
        "Measure, 3 R",
        "Área, Acción",
        "Ñ",
        "目标, 行动",
        "Ziel, Maßnahme",
    ],
)
def test_a_new_plan_validates_without_a_finding(
    run: Run, tmp_path: Path, levels: str
) -> None:
    if levels.startswith("Measure"):
        levels = "Measure, Results"
    run("init", tmp_path / "new", "--levels", levels, "--title", "No: way #1")
    out = run("validate", tmp_path / "new", "--fail-on", "advice").out
    assert "0 errors, 0 warnings, 0 advice" in out


def test_init_asks_nothing_where_nobody_can_answer(run: Run, tmp_path: Path) -> None:
    out = run("init", tmp_path / "new").out
    assert len(out.splitlines()) == 4


def test_a_new_plan_is_ready_for_editors(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    for line in run("init", folder).out.splitlines():
        assert Path(line).is_file()
    schema = folder / ".planctl" / "schema.json"
    assert schema.read_text("utf-8") == run("schema", folder).out
    for path in folder.rglob("*.yaml"):
        first = path.read_text("utf-8").partition("\n")[0]
        assert (path.parent / first.partition("$schema=")[2]).samefile(schema)


def test_init_touches_no_plan_that_is_there(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "new")
    before = (tmp_path / "new" / "plan.yaml").read_bytes()
    run("init", tmp_path / "new", status=2)
    assert (tmp_path / "new" / "plan.yaml").read_bytes() == before


@pytest.mark.parametrize("levels", ["", "a,a", "?!", "a,b,c,d,e,f,g,h,i"])
def test_init_refuses_what_cannot_be_levels(
    run: Run, tmp_path: Path, levels: str
) -> None:
    run("init", tmp_path / "new", "--levels", levels or ",", status=2)
    assert not (tmp_path / "new").exists()


def test_report_names_its_file_after_plan_and_cycle(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = run("report", HAVERHILL, "--cycle", "mid-year", *AS_OF).out
    assert out == "haverhill-as-published.html\n"
    page = (tmp_path / "haverhill-as-published.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["--item", "2.4"], "haverhill-as-published-2.4.html"),
        (["--owner", "IST staff"], "haverhill-as-published-ist.html"),
        (["--site", "pilot-school"], "haverhill-as-published-pilot-school.html"),
        (["--pages", "one"], "haverhill-as-published-summary.html"),
    ],
)
def test_a_narrower_report_has_a_name_of_its_own(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    name: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", HAVERHILL, *words, *AS_OF).out == f"{name}\n"
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--item", "2.44"], "did you mean 2.4?"),
        (["--since", "mid-year"], "nothing was reported before as-published"),
        (["--pages", "two"], "no number of pages two: it is one of all, one"),
    ],
)
def test_a_name_that_is_not_there_is_refused(
    run: Run, words: list[str], said: str
) -> None:
    ran = run("report", HAVERHILL, *words, *AS_OF, "--output", "-", status=2)
    assert said in ran.err
    assert ran.out == ""


def test_report_gives_the_same_bytes_for_the_same_plan(run: Run) -> None:
    words = ("report", HAVERHILL, "--output", "-", *AS_OF)
    assert run(*words).out == run(*words).out


def test_report_refuses_an_unknown_format(run: Run) -> None:
    assert (
        "no format docx" in run("report", HAVERHILL, "--format", "docx", status=2).err
    )


def test_a_report_that_cannot_be_written_leaves_the_former_one(
    run: Run, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    ran = run("report", HAVERHILL, "--output", taken, *AS_OF, status=3)
    assert "could not be written" in ran.err
    missing = tmp_path / "no" / "folder" / "x.html"
    run("report", HAVERHILL, "--output", missing, *AS_OF, status=3)
    assert list(tmp_path.iterdir()) == [taken]


@pytest.mark.posix
def test_a_report_keeps_the_mode_of_the_former_one(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "packet.html"
    page.write_text("old", "utf-8")
    page.chmod(0o640)
    run("report", HAVERHILL, "--output", page, *AS_OF)
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert page.read_text("utf-8") != "old"


def planctl(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planctl", *words],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_planctl_alone_names_the_plan_around_and_what_is_next(tmp_path: Path) -> None:
    inside = planctl(cwd=HAVERHILL / "updates").stdout
    assert "District Improvement Plan 2024-2026 (haverhill): 102 items" in inside
    assert "Next: planctl" in inside
    assert "haverhill" in planctl(cwd=EXAMPLES).stdout
    assert "Next: planctl init" in planctl(cwd=tmp_path).stdout


def test_the_version_is_that_of_the_project() -> None:
    for words in (("--version",), ("--version", "--help")):
        done = planctl(*words[:1], cwd=ROOT)
        assert done.stdout.startswith("planctl 0.")
    assert 'version = "0.1.0"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv=['planctl','--help']\n"
        "from planctl.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pydantic','jinja2','yaml','ruamel.yaml','rich.markdown')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_completion_answers(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "_PLANCTL_COMPLETE": "complete_bash",
        "COMP_WORDS": "planctl va",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "planctl"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "validate" in done.stdout


@pytest.mark.posix
def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    line = f"'{sys.executable}' -m planctl export '{HAVERHILL}' | head -c 10"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_colours_obey_the_environment(tmp_path: Path) -> None:
    def out(**extra: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "planctl", "validate", str(HAVERHILL), *AS_OF],
            cwd=tmp_path,
            env={**os.environ, **extra},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    assert "\x1b[" in out(FORCE_COLOR="1")
    assert "\x1b[" not in out(FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b[" not in out()
