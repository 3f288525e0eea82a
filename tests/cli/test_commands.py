"""The real command line: what each command prints, and its exit status."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planctl.render.terms import terms
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.conftest import Ran

    Run = Callable[..., Ran]
    Write = Callable[[Mapping[str, str | bytes]], Path]

HAVERHILL = EXAMPLES / "haverhill"
AS_OF = ("--as-of", "2024-11-01")
SMALL = """\
plan:
  id: lakeshore
  title: Lakeshore plan
levels:
  goals: Goal
  actions:
    name: Action
    expects:
      - status
owners:
  - id: office
    name: Curriculum Office
    also: CO
measures:
  - id: reading
    title: Children who read
    unit: percent
    baseline: 40% in 2023-24
    targets: 60% by 2026
goals:
  - id: G1
    title: Every child reads
    responsible: CO
    measures: reading
    actions:
      - id: G1.1
        title: Train the coaches
        formerly: A1
        due: March 2025
      - id: G1.2
        title: Buy the books
        aligns_to: G1
updates:
  - cycle: 2024-25/mid-year
    items:
      G1.1: In progress
  - cycle: 2024-25/end-of-year
    items:
      G1.1:
        entries:
          - site: North School
            status: Complete
            note: Done.
      G1.2:
        status: Complete
        note: "*All* bought."
"""
BROKEN = SMALL.replace("aligns_to: G1", "aligns_to: G9")


@pytest.fixture
def small(write: Write) -> Path:
    return write({"plan.yaml": SMALL})


@pytest.fixture
def broken(write: Write) -> Path:
    return write({"plan.yaml": BROKEN})


def test_validate_is_clean_on_a_sound_plan(run: Run, small: Path) -> None:
    out = run("validate", small, "--as-of", "2025-07-01").out
    assert "0 errors, 0 warnings" in out
    assert out.splitlines()[-1].startswith("Next: planctl status")


def test_validate_exits_1_on_an_error_and_says_where(run: Run, broken: Path) -> None:
    out = run("validate", broken, status=1).out
    assert "error[unknown-reference]: nothing in this plan has the id `G9`" in out
    assert "did you mean `G1`?" in out
    assert "Next: planctl explain unknown-reference" in out


@pytest.mark.parametrize(
    ("limit", "status"), [("error", 0), ("warning", 1), ("advice", 1), ("never", 0)]
)
def test_fail_on_decides_the_exit_status(run: Run, limit: str, status: int) -> None:
    run("validate", HAVERHILL, "--fail-on", limit, *AS_OF, status=status)


def test_severity_select_and_ignore_choose(run: Run) -> None:
    words = ("validate", HAVERHILL, *AS_OF)
    assert (
        "error[no-status]" in run(*words, "--severity", "no-status=error", status=1).out
    )
    assert "no-status" not in run(*words, "--severity", "no-status=off").out
    assert "[no-status]" not in run(*words, "--ignore", "status").out
    assert "[no-status]" in run(*words, "--select", "status").out
    assert "[no-status]" not in run(*words, "--select", "time").out


@pytest.mark.parametrize(
    "words",
    [
        ("--fail-on", "sometimes"),
        ("--select", "no-such-rule"),
        ("--severity", "no-status=loud"),
        ("--format", "xml"),
        ("--format", "text", "--format", "json"),
        ("--as-of", "tomorrow"),
        ("--cycle", "harvest"),
        ("--no-such-option",),
    ],
)
def test_a_wrong_command_line_exits_2_in_one_line(
    run: Run, words: tuple[str, ...]
) -> None:
    ran = run("validate", HAVERHILL, *words, status=2)
    assert ran.out == ""
    assert ran.err


def test_two_formats_at_once_go_to_different_places(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    words = ("--format", "text", "--format", f"json={file}")
    out = run("validate", HAVERHILL, *words, *AS_OF).out
    document = json.loads(file.read_text("utf-8"))
    assert "warning[no-status]" in out
    assert document["schema"] == "planctl.validate/1"
    assert document["summary"]["warnings"] == 1


def test_several_plans_are_each_whole_under_plans(run: Run, small: Path) -> None:
    document = json.loads(run("validate", HAVERHILL, small, "--format", "json").out)
    assert [one["plan"]["id"] for one in document["plans"]] == [
        "haverhill",
        "lakeshore",
    ]


def test_a_folder_of_plans_stands_for_the_plans_under_it(run: Run, small: Path) -> None:
    assert "Lakeshore plan: 1 file" in run("validate", small.parent).out


def test_a_file_stands_for_its_plan(run: Run) -> None:
    out = run("validate", HAVERHILL / "updates" / "as-published.yaml", *AS_OF).out
    assert "70 benchmarks" in out


def test_no_plan_is_never_green(run: Run, tmp_path: Path) -> None:
    assert "0 plans checked" in run("validate", tmp_path, status=3).err
    assert "there is no" in run("validate", tmp_path / "nothing", status=3).err


def test_twenty_findings_are_shown_and_all_on_demand(run: Run, write: Write) -> None:
    tasks = "".join(
        f"  - id: T{n}\n    title: Task\n    aligns_to: X{n}\n" for n in range(30)
    )
    folder = write(
        {
            "plan.yaml": "plan:\n  id: p\n  title: P\nlevels:\n  tasks: Task\ntasks:\n"
            + tasks
        }
    )
    words = ("validate", folder, "--select", "references")
    some = run(*words, status=1).out
    assert some.count("error[") == 20
    assert "10 more; all of them: --all" in some
    assert run(*words, "--all", status=1).out.count("error[") == 30


def test_ignored_findings_are_shown_on_demand(run: Run) -> None:
    out = run("validate", HAVERHILL, "--show-ignored", *AS_OF).out
    assert "numbering-restarts: Action Item 3.8" in out


def test_status_says_what_adds_up(run: Run, small: Path) -> None:
    out = run("status", small, "--as-of", "2025-07-01", "--depth", "all").out
    assert "End-of-year 2024-25" in out
    assert "2 of 2" in out
    assert "G1.1 Train the coaches" in out


def test_status_exits_1_where_the_plan_has_errors(run: Run, broken: Path) -> None:
    ran = run("status", broken, status=1)
    assert "the plan has 1 error" in ran.err
    assert "reported" in ran.out


@pytest.mark.parametrize("by", ["owner", "level", "aligned", "due"])
def test_status_by_something_is_a_list(run: Run, small: Path, by: str) -> None:
    words = ("status", small, "--by", by, "--as-of", "2025-07-01")
    assert "An item may stand in several rows" in run(*words).out or by == "level"
    document = json.loads(run(*words, "--format", "json").out)
    assert document["by"] == by
    assert document["groups"]
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))
    assert [row["name"] for row in rows] == [one["name"] for one in document["groups"]]


def test_status_refuses_what_it_does_not_know(run: Run, small: Path) -> None:
    assert "--by cannot be" in run("status", small, "--by", "colour", status=2).err
    assert "--depth cannot be" in run("status", small, "--depth", "-1", status=2).err


def test_status_of_several_plans_asks_for_one(run: Run, small: Path) -> None:
    second = small.parent / "second"
    second.mkdir()
    (second / "plan.yaml").write_text(SMALL, "utf-8")
    assert "name one of them" in run("status", small.parent, status=2).err


def test_a_plan_without_reports_says_what_to_write(run: Run, write: Write) -> None:
    text = SMALL[: SMALL.index("updates:")]
    out = run("status", write({"plan.yaml": text})).out
    assert "Nothing was reported yet for 2 items" in out
    assert "Next: write a file under updates/" in out


def test_show_tells_of_an_item_a_former_id_and_a_measure(run: Run, small: Path) -> None:
    item = run("show", "G1.1", small, "--as-of", "2025-07-01").out
    assert "Goal G1: Every child reads" in item
    assert "North School: Complete: Done." in item
    assert run("show", "A1", small).out.splitlines()[0] == item.splitlines()[0]
    measure = run("show", "reading", small).out
    assert "60% by 2026" in measure
    assert "G1 Every child reads" in measure
    assert "Served by" in run("show", "G1", small).out


def test_show_suggests_the_nearest_id(run: Run, small: Path) -> None:
    assert "did you mean G1.1?" in run("show", "G11", small, status=2).err


def test_explain_lists_and_explains(run: Run) -> None:
    listing = run("explain").out
    assert "no-status" in listing
    rule = run("explain", "no-status").out
    for heading in ("What it finds", "Why it matters", "Bad", "Good"):
        assert f"\n{heading}\n" in rule
    assert "```" not in rule
    assert "By when it is done" in run("explain", "due").out
    assert "It waits" in run("explain", "on_hold").out
    assert "did you mean due?" in run("explain", "dew", status=2).err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("stale", "should have reported again"),
        ("overdue", "own `due`"),
        ("people", "owner-overload"),
        ("on_track", "Not yet due"),
        ("exceeded", "Beyond the target"),
        ("pace", "expected by now"),
        ("mid-year", "February"),
        ("owner-overload", "Limit"),
    ],
)
def test_words_of_the_output_are_explained(run: Run, name: str, text: str) -> None:
    assert text in run("explain", name).out


def test_every_word_that_is_listed_is_explained() -> None:
    for words in terms().values():
        assert all(words.values())


def test_export_is_the_whole_plan(run: Run, small: Path) -> None:
    document = json.loads(run("export", small, "--as-of", "2025-07-01").out)
    assert [item["id"] for item in document["items"]] == ["G1", "G1.1", "G1.2"]
    assert document["measures"][0]["targets"][0]["readings"] == [
        {"reading": "level", "value": 60, "low": None, "high": None}
    ]
    entries = [one for one in document["updates"] if one["entry"]]
    assert [(one["item"], one["site"], one["entry"]) for one in entries] == [
        ("G1.1", "North School", 1)
    ]
    rows = list(
        csv.DictReader(io.StringIO(run("export", small, "--format", "csv").out))
    )
    assert rows[1]["due"] == "March 2025"


def test_schema_knows_the_plans_own_levels(run: Run, small: Path) -> None:
    general = json.loads(run("schema").out)
    own = json.loads(run("schema", small).out)
    assert "goals" not in general["properties"]
    assert "goals" in own["properties"]
    assert "office" in own["$defs"]["OwnerName"]["anyOf"][0]["enum"]


def test_schema_writes_what_it_prints_into_the_plans_folder(
    run: Run, small: Path
) -> None:
    written = small / ".planctl" / "schema.json"
    assert Path(run("schema", small, "--write").out.strip()).samefile(written)
    assert written.read_text("utf-8") == run("schema", small).out


def test_schema_writes_to_one_place(run: Run, small: Path) -> None:
    run("schema", small, "--write", "--output", "x.json", status=2)
    assert not (small / ".planctl").exists()


def test_a_plan_without_years_begins_to_report_in_the_year_of_the_day(
    run: Run, write: Write
) -> None:
    text = (
        "plan: {id: a, title: A}\nlevels: {goals: Goal}\ngoals: {id: G1, title: Go}\n"
    )
    out = run("status", write({"plan.yaml": text}), "--as-of", "2031-09-01").out
    assert "`cycle: 2031-32/mid-year`" in out
