"""A baseline accepts what was found on a day, and tells what is new or gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]
    Write = Callable[[Mapping[str, str | bytes]], Path]

HEAD = "plan: {id: lakeshore, title: Lakeshore}\nlevels: {goals: Goal}\ngoals:\n"
ONE = "  - {id: G1, title: Every child reads, aligns_to: X1}\n"
TWO = "  - {id: G2, title: Every child counts, aligns_to: X2}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "accepted.txt"


def test_what_is_accepted_passes_and_what_is_new_fails(
    run: Run, write: Write, file: Path
) -> None:
    folder = write({"plan.yaml": HEAD + ONE})
    words = ("validate", folder, "--baseline", file)
    assert "1 finding accepted" in run(*words, "--write-baseline").err
    out = run(*words).out
    assert "0 errors" in out
    assert "The baseline accepts 1 other finding." in out
    write({"plan.yaml": HEAD + TWO + ONE})
    out = run(*words, status=1).out
    assert "has the id `X2`" in out
    assert "has the id `X1`" not in out
    assert "1 error," in out


def test_a_line_that_moves_stays_accepted(run: Run, write: Write, file: Path) -> None:
    folder = write({"plan.yaml": HEAD + ONE})
    words = ("validate", folder, "--baseline", file)
    run(*words, "--write-baseline")
    write({"plan.yaml": "# A remark.\n\n" + HEAD + ONE})
    run(*words)


def test_what_is_gone_is_told_until_it_is_written_again(
    run: Run, write: Write, file: Path
) -> None:
    folder = write({"plan.yaml": HEAD + ONE + TWO})
    words = ("validate", folder, "--baseline", file)
    run(*words, "--write-baseline")
    write({"plan.yaml": HEAD + ONE})
    out = run(*words).out
    assert "1 finding of the baseline no longer here" in out
    assert "unknown-reference: plan.yaml: nothing in this plan has the id `X2`" in out
    document = json.loads(run(*words, "--format", "json").out)
    assert [one["rule"] for one in document["stale"]] == ["unknown-reference"]
    assert document["summary"]["accepted"] == len(document["accepted"]) == 1
    run(*words, "--write-baseline")
    assert "no longer here" not in run(*words).out
    assert "X2" not in file.read_text("utf-8")


def test_the_file_is_sorted_and_the_same_each_time(
    run: Run, write: Write, file: Path
) -> None:
    folder = write({"plan.yaml": HEAD + TWO + ONE})
    words = ("validate", folder, "--baseline", file, "--write-baseline")
    run(*words)
    first = file.read_text("utf-8")
    run(*words)
    assert file.read_text("utf-8") == first
    lines = [line for line in first.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines, key=lambda line: line.split(maxsplit=3)[2:])
    assert all(line.startswith("lakeshore ") for line in lines)


def test_equal_findings_are_counted(run: Run, write: Write, file: Path) -> None:
    folder = write({"plan.yaml": HEAD + "  - {id: G1, title: T, aligns_to: X1}\n"})
    words = ("validate", folder, "--baseline", file)
    run(*words, "--write-baseline")
    write({"plan.yaml": HEAD + "  - {id: G1, title: T, aligns_to: [X1, X1]}\n"})
    assert "1 error," in run(*words, status=1).out


def test_other_plans_and_other_checks_stay_in_the_file(
    run: Run, write: Write, file: Path
) -> None:
    folder = write(
        {"a/plan.yaml": HEAD + ONE, "b/plan.yaml": HEAD.replace("shore", "side") + TWO}
    )
    words = ("--baseline", file, "--write-baseline")
    run("validate", folder, *words)
    before = file.read_text("utf-8")
    run("validate", folder / "a", *words)
    assert file.read_text("utf-8") == before
    run("validate", folder, "--select", "yaml-syntax", *words)
    assert file.read_text("utf-8") == before
    out = run("validate", folder, "--select", "yaml-syntax", "--baseline", file).out
    assert "no longer here" not in out


def test_a_plan_that_cannot_be_read_makes_nothing_stale(
    run: Run, write: Write, file: Path
) -> None:
    folder = write({"plan.yaml": HEAD + ONE, "more.yaml": "owners: [{name: Anna}]\n"})
    words = ("validate", folder, "--baseline", file)
    run(*words, "--write-baseline")
    write({"plan.yaml": HEAD + "  - {id: G1, title: T}\n", "more.yaml": "owners: [\n"})
    assert "no longer here" not in run(*words, status=1).out


def test_accepted_findings_are_suppressed_results(
    run: Run, write: Write, file: Path
) -> None:
    folder = write({"plan.yaml": HEAD + ONE})
    words = ("validate", folder, "--baseline", file)
    run(*words, "--write-baseline")
    log = json.loads(run(*words, "--format", "sarif").out)
    kinds = [one["suppressions"][0]["kind"] for one in log["runs"][0]["results"]]
    assert kinds
    assert set(kinds) == {"external"}


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\n", "a b c d\n", "\x00\n", "{}\n"])
def test_a_file_that_is_no_baseline_is_told(
    run: Run, write: Write, file: Path, text: str
) -> None:
    file.write_text("# remark\n\n" + text, "utf-8")
    folder = write({"plan.yaml": HEAD + ONE})
    ran = run("validate", folder, "--baseline", file, status=2)
    assert "line 3 of" in ran.err
    assert ran.out == ""


def test_a_file_saved_on_windows_is_read(run: Run, write: Write, file: Path) -> None:
    folder = write({"plan.yaml": HEAD + ONE})
    words = ("validate", folder, "--baseline", file)
    run(*words, "--write-baseline")
    text = file.read_text("utf-8").replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    run(*words)


def test_a_rule_that_is_no_more_is_stale(run: Run, write: Write, file: Path) -> None:
    folder = write({"plan.yaml": HEAD})
    file.write_text("lakeshore 0123456789abcdef old-rule x: y\n", "utf-8")
    assert "old-rule: x: y" in run("validate", folder, "--baseline", file).out


def test_a_baseline_needs_a_file(run: Run, write: Write, file: Path) -> None:
    folder = write({"plan.yaml": HEAD + ONE})
    assert "name the file" in run("validate", folder, "--write-baseline", status=2).err
    ran = run("validate", folder, "--baseline", file, status=3)
    assert "--write-baseline makes it" in ran.err
    run("validate", folder, "--baseline", folder, status=3)
