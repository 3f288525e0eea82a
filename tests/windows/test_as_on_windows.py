"""The command line without what only POSIX has: the same answers, byte for byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from planctl.load import load_plan
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LAKESHORE = ROOT / "tests" / "lakeshore"
DISTRICT = LAKESHORE / "district"
# More than one process is given at a time.
MANY = (LAKESHORE, *sorted((ROOT / "tests" / "rules").glob("[a-c]*")))
FULL = Path("/dev/full")
PLANCTL = (sys.executable, "-m", "planctl")
COMMANDS: tuple[tuple[str | Path, ...], ...] = (
    (),
    ("--help",),
    ("explain",),
    ("validate", *MANY, "--jobs", "2"),
    ("validate", DISTRICT, "--format", "text", "--format", "sarif=a.sarif"),
    ("validate", DISTRICT, "--baseline", "b.txt", "--write-baseline"),
    ("status", DISTRICT, "--by", "owner"),
    ("status", DISTRICT, "--format", "csv"),
    ("progress", DISTRICT, "--explain"),
    ("report", DISTRICT),
    ("report", DISTRICT, "--format", "md", "--output", "a.md"),
    ("show", "G1", DISTRICT),
    ("export", DISTRICT, "--format", "json", "--format", "csv=a.csv"),
    ("init", "Größe 大", "--title", "Größe 大", "--levels", "Ziel, Maßnahme"),
    ("schema", DISTRICT, "--output", "schema.json"),
    ("target", "~50% by 2027"),
)
WITHOUT_DAY = {"explain", "schema", "target"}
# Python writes as it does on a western Windows, and nowhere chooses an encoding itself.
WESTERN = {
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "cp1252:strict",
    "PYTHONWARNDEFAULTENCODING": "1",
    "PYTHONWARNINGS": "error::EncodingWarning",
}


class Answer(NamedTuple):
    """What a command wrote, and the files that it left."""

    status: int
    out: bytes
    err: bytes
    files: dict[str, bytes]


def environment(*, is_windows: bool) -> dict[str, str]:
    """Where modules are found; for Windows, also what makes Python so."""
    paths = [str(Path(__file__).parent / "as_windows")] if is_windows else []
    paths += [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        **(WESTERN if is_windows else {}),
        "PYTHONPATH": os.pathsep.join(paths),
    }


def answer(words: tuple[str | Path, ...], folder: Path, *, is_windows: bool) -> Answer:
    """Run planctl in a new folder."""
    folder.mkdir()
    day = ("--as-of", "2026-11-01")
    dated = () if not words or words[0] in {*WITHOUT_DAY, "--help"} else day
    done = subprocess.run(
        [*PLANCTL, *map(str, words), *dated],
        cwd=folder,
        env=environment(is_windows=is_windows),
        capture_output=True,
        check=False,
    )
    left = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in left}
    return Answer(done.returncode, done.stdout, done.stderr, files)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:1]))
def test_a_command_answers_as_it_does_elsewhere(
    tmp_path: Path, words: tuple[str | Path, ...]
) -> None:
    there = answer(words, tmp_path / "windows", is_windows=True)
    assert b"Traceback" not in there.err
    assert there == answer(words, tmp_path / "posix", is_windows=False)


def test_a_launcher_of_windows_starts_further_processes(tmp_path: Path) -> None:
    # What pip puts into Scripts: a program, with a zip file behind it.
    zipped = tmp_path / "zipped"
    with zipfile.ZipFile(zipped, "w") as file:
        lines = ("import sys", "from planctl.__main__ import main", "sys.exit(main())")
        guarded = "if __name__ == '__main__':\n    " + "\n    ".join(lines)
        file.writestr("__main__.py", guarded)
    launcher = tmp_path / "planctl.exe"
    launcher.write_bytes(b"MZ\0 a program" + zipped.read_bytes())
    done = subprocess.run(
        [sys.executable, launcher, "validate", *MANY, "--jobs", "2"],
        env=environment(is_windows=True),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert re.search(rb"[2-9]\d plans checked", done.stdout)


@pytest.mark.posix
@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("is_windows", [False, True])
def test_a_reader_who_is_gone_is_no_failure(form: str, *, is_windows: bool) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PLANCTL, "validate", DISTRICT, "--format", form, "--as-of", "2026-11-01"],
        env=environment(is_windows=is_windows),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.posix
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_full_disk_is_told_of(buffered: str) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*PLANCTL, "validate", DISTRICT, "--format", "json"],
            env={**environment(is_windows=False), "PYTHONUNBUFFERED": buffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith(b"planctl: the output could not be written: ")


@pytest.mark.posix
@pytest.mark.parametrize(
    "words",
    [
        ("status", DISTRICT),
        ("validate", DISTRICT, "--format", "json"),
        ("init", "plan"),
    ],
)
def test_a_command_without_a_terminal_still_answers(
    tmp_path: Path, words: tuple[str | Path, ...]
) -> None:
    line = 'exec "$@" <&- >&- 2>&-'
    done = subprocess.run(
        ["sh", "-c", line, "sh", *PLANCTL, *words, "--as-of", "2026-11-01"],
        cwd=tmp_path,
        env=environment(is_windows=False),
        check=False,
    )
    assert done.returncode == 0


@pytest.mark.posix
def test_a_program_named_git_in_the_plans_folder_is_not_run(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(DISTRICT, folder)
    trap = folder / "git"
    trap.write_text("#!/bin/sh\ntouch sprung\necho 0123456789\n", "utf-8")
    trap.chmod(0o755)
    paths = (".", "", os.environ["PATH"])
    done = subprocess.run(
        [*PLANCTL, "report", ".", "--output", "-"],
        cwd=folder,
        env={**environment(is_windows=False), "PATH": os.pathsep.join(paths)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert not (folder / "sprung").exists()


@pytest.mark.parametrize("name", ["observations/A.CSV", "GOALS.YML"])
def test_a_file_with_capitals_in_its_suffix_is_read(
    write: Callable[[Mapping[str, str]], Path], name: str
) -> None:
    files = {
        "plan.yaml": "plan: {id: lake, title: Lakeshore}\nlevels: {goals: Goal}\n"
        "measures: {id: M1, title: Reading, unit: percent}\n",
        "GOALS.YML": "goals: {id: G1, title: Read, measures: M1}\n",
        "observations/A.CSV": "measure,period,value\nM1,2023-24,45\n",
    }
    whole = load_plan(write(files))
    assert whole.problems == []
    (source,) = (one for one in whole.sources if one.path == name)
    assert source.data
