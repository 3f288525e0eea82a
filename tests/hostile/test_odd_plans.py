"""Plans that are read, and hold what no plan should."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.commands import (
    answer,
    answers_everything,
    findings,
    is_sound,
    outside,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.conftest import Ran

    Write = Callable[[Mapping[str, str | bytes]], Path]

HEAD = "plan: {id: p, title: P}\nlevels: {goals: Goal, tasks: Task}\n"
GOAL = "goals: {id: A, title: T}\n"
TIMES = (
    "2024-2023",
    "0-0",
    "9999-9999",
    "99999",
    "2024-99",
    "Fall",
    "Fall 0000",
    "0001-01-01 - 9999-12-31",
    "31 February 2024",
    "every 0 days",
    "every -1 days",
    "every 999999999999 days",
    "1/1/1",
    "//",
    "2024--2025",
    "Q5 2024",
    "3rd week of month",
    "99th week of month",
    "end of",
    "SY",
    "x" * 3_000,
)
PLANS: dict[str, str] = {
    "a sign in an id": (
        "goals:\n  - {id: __proto__, title: constructor}\n  - {id: .., title: T}\n"
    ),
    "numbers for ids": "goals:\n  - {id: 1, title: 2}\n  - {id: 1.0, title: true}\n",
    "markup": (
        'goals: {id: A, title: "<script>alert(1)</script>", '
        'description: "[x](javascript:alert(1)) ![y](http://z) <b onclick=x>"}\n'
    ),
    "a template": 'goals: {id: A, title: "{{ 7*7 }}{% raw %}", note: "{# #}"}\n',
    "the other direction": (
        'goals: {id: A, title: "\u202eabc\u202c \u2066x", note: "\u200f"}\n'
    ),
    "escapes": 'goals: {id: A, title: "\\e]0;x\\a", note: "\\u009b31m"}\n',
    "parents in a loop": (
        "goals:\n  - {id: A, title: T, parent: B}\n  - {id: B, title: T, parent: A}\n"
        "  - {id: C, title: T, parent: C}\n"
    ),
    "former ids in a loop": (
        "goals:\n  - {id: A, title: T, formerly: B}\n"
        "  - {id: B, title: T, formerly: [A, B], aligns_to: A}\n"
    ),
    "times": "goals:\n"
    + "".join(
        f"  - {{id: G{n}, title: T, period: '{time}', due: '{time}'}}\n"
        for n, time in enumerate(TIMES)
    ),
    "cycles of updates": GOAL
    + "updates:\n"
    + "".join(
        f"  - {{cycle: '{cycle}', items: {{A: Done}}}}\n"
        for cycle in (
            "9999-00/mid-year",
            "2024-25/mid-year-99999999999999999999",
            "2024-25/mid-year-0",
            "/",
            "0000-01/mid-year",
            "as-published/x",
            "mid-year",
            "2024-25/",
        )
    ),
    "percents": GOAL
    + "updates:\n  cycle: as-published\n  items:\n"
    + "    A: {status: complete, percent_complete: -999999999999999}\n",
    "money": (
        "goals: {id: A, title: T, weight: -1, "
        "budget: [{planned: 999999999999999, actual: -999999999999999}]}\n"
    ),
    "a scale of one word": (
        "scale: {complete: [x, X, ' x '], on_hold: [x], in_progress: }\n"
    ),
    "cycles": (
        "cycles: {a/b: May, '': June, as-published: July, x: [], y: 13th of never}\n"
    ),
    "a calendar": (
        "calendar: {year_starts: 02-30, seasons: {'': x, Fall: Fall}, year_1: x}\n"
    ),
    "rules": (
        "lint: {ignore: [{rule: x, reason: y}], severity: {x: off, no-status: off}}\n"
    ),
    "keys": '"": a\n" ": b\n"\u00a0": c\n"a\tb": d\n',
    "an update of itself": GOAL
    + "updates: {cycle: as-published, items: {A: {status: x, same_for: [A, A, A]}}}\n",
    "many of one id": "goals:\n" + "  - {id: G, title: T}\n" * 200,
    "many unknown keys": "".join(f"k{n}: a\n" for n in range(300)),
    "many unknown ids": "goals:\n"
    + "".join(f"  - {{id: G{n}, title: T, aligns_to: X{n}}}\n" for n in range(60)),
    "one level in another": "goals:\n"
    + "".join(
        "  " * (n * 2 + 1)
        + f"- id: G{n}\n"
        + "  " * (n * 2 + 2)
        + "title: T\n"
        + "  " * (n * 2 + 2)
        + "tasks:\n"
        for n in range(20)
    ),
}


@pytest.mark.parametrize("kind", PLANS)
def test_a_plan_with_odd_content_answers_every_command(write: Write, kind: str) -> None:
    folder = write({"plan.yaml": HEAD, "odd.yaml": PLANS[kind]})
    assert is_sound(folder)


@pytest.mark.parametrize(
    "plan",
    [
        "plan: {id: p, title: P, uses: .}\n",
        "plan: {id: p, title: P, uses: ../../../../..}\n",
        'plan: {id: p, title: P, uses: "a\\0b"}\n',
        "plan: {id: p, title: P, uses: /}\n",
        "plan: {id: p, title: P, exclude: ['*', '[', '', '**/..']}\n",
        "plan: {id: p, title: P, language: '<x>', currency: '%s', period: x}\n",
        "plan: {id: con, title: ''}\nlevels: {é ü: Été, '1.1': <b>, __class__: Z}\n",
        "plan: {}\nlevels: {}\n",
        "plan:\nlevels:\n",
        "levels: [plan]\n",
    ],
)
def test_a_plan_that_says_odd_things_of_itself_answers_every_command(
    write: Write, plan: str
) -> None:
    assert is_sound(write({"plan.yaml": plan, "goals.yaml": GOAL}))


@pytest.mark.parametrize(
    "table",
    [
        b"cycle,item,note\nx,A," + b"x" * 140_000,
        b'cycle,item\n"x,A\n',
        b"cycle,item\n\x00,\n",
        bytes(range(256)) * 4,
        b"cycle,item,status\n" + b"as-published,A,Done\n" * 200,
        b"cycle;item;status\nas-published;A;=HYPERLINK(1)\n",
        b"\xff\xfe" + "cycle,item\nas-published,A\n".encode("utf-16-le"),
        b"\r\r\n\n,,\n;;\n",
    ],
)
def test_an_odd_table_answers_every_command(write: Write, table: bytes) -> None:
    folder = write({"plan.yaml": f"{HEAD}{GOAL}", "updates/a.csv": table})
    answers_everything(folder)
    yaml = [one for one in findings(folder) if not one["file"].endswith(".csv")]
    assert outside(folder, yaml) == []


@pytest.mark.parametrize("name", ["a.yaml", "updates/a.csv", "updates.csv"])
def test_a_folder_in_the_place_of_a_file_is_no_traceback(
    write: Write, name: str
) -> None:
    folder = write({"plan.yaml": HEAD, f"{name}/x.txt": "x"})
    assert is_sound(folder)


def test_a_folder_in_the_place_of_the_plan_is_no_plan(write: Write) -> None:
    folder = write({"plan.yaml/x.yaml": HEAD})
    assert answers_everything(folder) == {3}


@pytest.mark.parametrize("name", ["plan.yaml", "missing/plan.yaml", "plan.yaml/x"])
def test_a_path_that_leads_nowhere_is_one_line(tmp_path: Path, name: str) -> None:
    found = answer(("validate",), tmp_path / name)
    assert (found.status, found.out) == (3, "")
    assert found.err.startswith("planctl: ")
    assert found.err.count("\n") == 1


@pytest.mark.posix
def test_a_path_of_any_length_is_one_line(tmp_path: Path) -> None:
    for name in ("x" * 300, "x/" * 3_000):
        found = answer(("validate",), tmp_path / name)
        assert (found.status, found.out) == (3, "")


@pytest.mark.posix
def test_a_pipe_and_a_loop_of_folders_are_no_traceback(write: Write) -> None:
    folder = write({"plan.yaml": HEAD})
    os.mkfifo(folder / "pipe.yaml")
    (folder / "again").symlink_to(".")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert is_sound(folder)
    assert {one["rule"] for one in findings(folder)} == {"unreadable-file"}


@pytest.mark.posix
def test_a_file_name_that_is_no_text_is_shown(write: Write) -> None:
    folder = write({"plan.yaml": HEAD})
    (folder / os.fsdecode(b"\xff\xfe.yaml")).write_text("a: %\n", "utf-8")
    for options in (["--format", "json"], []):
        done = subprocess.run(
            [sys.executable, "-m", "planctl", "validate", *options, str(folder)],
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        text = done.stdout.decode("utf-8")
        assert "\\udcff" in text
    assert "yaml-syntax" in text


@pytest.mark.posix
def test_json_with_such_a_name_is_json(write: Write) -> None:
    folder = write({"plan.yaml": HEAD})
    (folder / os.fsdecode(b"\xff.yaml")).write_text("a: %\n", "utf-8")
    output = folder / "out.json"
    words = ["validate", "--format", f"json={output}", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "planctl", *words], capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    (one,) = json.loads(output.read_text("utf-8"))["diagnostics"]
    assert one["file"] == "\udcff.yaml"


def test_near_words_are_looked_for_as_long_as_it_takes_no_time(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    goals = "goals:\n  - {id: reading, title: A, aligns_to: [readin, readng]}\n"
    folder = write({"plan.yaml": f"{HEAD}{goals}"})
    help_texts = [one["help"] for one in findings(folder) if one["help"]]
    assert help_texts == ["did you mean `reading`?"] * 2
    monkeypatch.setattr("planctl.check.naming._MOST_COMPARED", 1)
    help_texts = [one["help"] for one in findings(folder) if one["help"]]
    assert help_texts == ["did you mean `reading`?"]


@pytest.mark.parametrize("words", [(), ("validate",)])
def test_a_plan_around_here_that_cannot_be_read_is_no_traceback(
    write: Write,
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(write({"plan.yaml": b"\x00", "a.yaml": "%"}))
    found = run(*words, status=1 if words else 0)
    assert "planctl" in found.out
