"""`planctl progress`: what it prints, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from rich.cells import cell_len

from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.conftest import Ran

    Run = Callable[..., Ran]
    Write = Callable[[Mapping[str, str]], Path]

DISTRICT = ROOT / "tests" / "lakeshore" / "district"
HARTFORD = EXAMPLES / "hartford"
EXPECTED = Path(__file__).parent / "progress"
THEN = ("--as-of", "2026-11-01")
SCHEMA = json.loads((ROOT / "schemas/output/progress.schema.json").read_text("utf-8"))

TWO = """
plan: {id: lakeshore, title: Lakeshore Unified, period: 2021-26}
groups: [English Learners, Girls]
sites: [North School, South School]
measures:
  - id: readers
    title: Third graders who read at grade level
    unit: percent
    direction: increase
    baseline: 22.1% in 2021-22
    targets:
      - +22% by 2026
      - text: at least 30% by 2026
        group: English Learners
        site: North School
observations:
  - {measure: readers, period: 2022-23, value: 23%, n: 412, source: State}
  - {measure: readers, period: 2023-24, value: 24.4%, n: 398, source: State}
"""
THERE = ("--as-of", "2024-11-01")


def rows(text: str) -> list[dict[str, str]]:
    """A table by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def targets(out: str) -> list[dict[str, Any]]:
    """The targets of a JSON document."""
    found: list[dict[str, Any]] = json.loads(out)["targets"]
    return found


@pytest.mark.parametrize(
    ("name", "options"),
    [("lakeshore", ()), ("explained", ("--measure", "absence", "--explain"))],
)
def test_the_text_is_as_expected(
    run: Run, snapshot: Callable[[Path, str], None], name: str, options: tuple[str, ...]
) -> None:
    text = run("progress", DISTRICT, *options, *THEN).out
    snapshot(EXPECTED / f"{name}.txt", text)


@pytest.mark.parametrize("plan", [DISTRICT, HARTFORD], ids=lambda one: one.name)
def test_the_json_is_valid_and_the_same_each_time(run: Run, plan: Path) -> None:
    words = ("progress", plan, "--format", "json", "--as-of", "2022-06-30")
    first = run(*words).out
    Draft202012Validator(SCHEMA).validate(json.loads(first))
    assert run(*words).out == first


def test_the_question_of_a_board_is_answered_under_each_reading(run: Run) -> None:
    words = ("--format", "json", "--as-of", "2022-06-30")
    found = targets(run("progress", HARTFORD, *words).out)
    (one,) = [row for row in found if row["id"] == "ela3@G1.1"]
    assert one["verdict"] == "no_data"
    assert one["last_verdict"] == "off_track"
    assert [reading["target"] for reading in one["readings"]] == [44.1, 26.962]
    assert [round(reading["achieved"], 3) for reading in one["readings"]] == [
        0.005,
        0.021,
    ]
    # The data end before it is due, so that nothing can be called missed.
    assert one["observed"] == "2018-19"


def test_the_table_has_a_row_for_each_reading(run: Run, write: Write) -> None:
    folder = write({"plan.yaml": TWO})
    found = rows(run("progress", folder, "--format", "csv", *THERE).out)
    assert [(row["id"], row["reading"], row["verdict"]) for row in found] == [
        ("readers.1", "points", "off_track"),
        ("readers.1", "relative", "behind"),
        ("readers.2/English Learners/North School", "floor", "not_due"),
    ]
    first = found[0]
    assert first["baseline"] == "22.1"
    assert first["actual"] == "24.4"
    assert first["target_low"] == first["target_high"] == "44.1"
    assert first["expected"] == "33.1"
    assert first["verdict_of_all_readings"] == "ambiguous"


@pytest.mark.parametrize(
    ("option", "count"),
    [
        (("--measure", "readers"), 2),
        (("--group", "english learners"), 1),
        (("--site", "North School"), 1),
        (("--group", "Girls"), 0),
    ],
)
def test_it_narrows_to_a_measure_a_group_or_a_site(
    run: Run, write: Write, option: tuple[str, str], count: int
) -> None:
    folder = write({"plan.yaml": TWO})
    out = run("progress", folder, "--format", "json", *option, *THERE).out
    assert len(targets(out)) == count
    assert run("progress", folder, *option, *THERE).out


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--measure", "reader"), "has no measure reader; did you mean readers?"),
        (("--group", "Girl"), "has no group Girl; did you mean Girls?"),
        (("--site", "North"), "has no site North"),
        (("--method", "pac"), "it is one of pace, healthy-people, statcan"),
        (("--format", "xml"), "it is one of text, json, csv"),
    ],
)
def test_an_unknown_name_is_an_error_of_usage(
    run: Run, write: Write, option: tuple[str, str], said: str
) -> None:
    found = run("progress", write({"plan.yaml": TWO}), *option, *THERE, status=2)
    assert said in found.err
    assert not found.out


def test_a_plan_with_errors_is_answered_and_exits_with_1(
    run: Run, write: Write
) -> None:
    folder = write({"plan.yaml": TWO.replace("+22% by 2026", "about 60%")})
    found = run("progress", folder, *THERE, status=1)
    assert "1 target cannot be read: see planctl validate." in found.out
    assert "the plan has 1 error" in found.err


def test_a_method_is_named_and_changes_the_verdict(run: Run, write: Write) -> None:
    folder = write({"plan.yaml": TWO})
    by = ("--method", "healthy-people")
    out = run("progress", folder, "--format", "json", *by, *THERE).out
    document = json.loads(out)
    assert document["method"] == "healthy-people"
    readings = document["targets"][0]["readings"]
    assert [one["verdict"] for one in readings] == ["on_track", "on_track"]
    text = run("progress", folder, *by, *THERE).out
    assert "(method: healthy-people)" in text


def test_explained_every_step_can_be_done_again(run: Run, write: Write) -> None:
    text = run("progress", write({"plan.yaml": TWO}), "--explain", *THERE).out
    for line in (
        "baseline B = 22.1%, at the end of 2022-06-30",
        "value A = 24.4%, at the end of 2024-06-30; 398 students; source: State",
        "target T = 22.1% + 22 points = 44.1%, due 2026-06-30",
        "time: 2 of 4 years = 50%",
        "expected E = 22.1% + (44.1% - 22.1%) x 50% = 33.1%",
        "share of the whole change (A - B) / (T - B) = 10%",
        "pace (A - B) / (E - B) = 0.21",
    ):
        assert line in text


@pytest.mark.parametrize("columns", ["60", "72", "100", "160"])
def test_it_can_be_read_in_terminals_of_any_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = run("progress", DISTRICT, *THEN).out
    head, _, body = text.partition("\n")
    table, _, _ = body.partition("Not judged")
    assert "Lakeshore" in head
    assert max(cell_len(line) for line in table.splitlines()) <= int(columns)
    words = " ".join(text.split())
    # A figure is never broken into its digits.
    assert "52% 2022-23" in words
    assert "“+6 points by 2025” [Goal" in words


def test_there_is_no_colour_where_it_is_piped(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in run("progress", DISTRICT, *THEN).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("progress", DISTRICT, *THEN).out


def test_what_settles_a_target_depends_on_what_can_be_read_in_two_ways(
    run: Run, write: Write
) -> None:
    folder = write({"plan.yaml": TWO})
    assert "`reading: points` or" in run("progress", folder, *THERE).out
    days = TWO.replace("+22% by 2026", "70% by end of 2026")
    said = run("progress", write({"plan.yaml": days}), *THERE).out
    assert "two ways: a month or a day as its date settles one." in said
    assert "`reading: points`" not in said


def test_what_a_file_that_cannot_be_read_holds_is_said_to_be_missing(
    run: Run, write: Write
) -> None:
    folder = write({"plan.yaml": "plan: {id: p, title: P}\n", "a.yaml": "goals: ["})
    said = run("progress", folder, status=1).out
    assert "Part of the plan could not be read" in said
    assert "has a target" not in said


def test_where_no_target_can_be_read_it_says_that(run: Run, write: Write) -> None:
    folder = write({"plan.yaml": TWO.replace("+22%", "soon").replace("30%", "soon")})
    said = run("progress", folder, *THERE, status=1).out
    assert "2 targets cannot be read: see planctl validate." in said
    assert "has a target" not in said


def test_a_plan_without_targets_says_so(run: Run, write: Write) -> None:
    folder = write({"plan.yaml": "plan: {id: lakeshore, title: Lakeshore}\n"})
    assert "No measure of this plan has a target." in run("progress", folder).out
