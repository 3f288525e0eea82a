"""The README's commands do what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from planctl.check import check_plan
from planctl.cli import app
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match[1], match[2]) for match in BLOCK.finditer(README)]


def blocks(kind: str) -> list[str]:
    return [text for name, text in BLOCKS if name == kind]


def as_powershell(line: str) -> str:
    """A shell line as it is written for Windows."""
    line = line.replace("python3 -m venv", "py -m venv")
    return line.replace(".venv/bin/", ".venv\\Scripts\\")


def copy_of_the_checkout(folder: Path) -> Path:
    """The files that git knows, or would: what a clone or a ZIP file holds."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
    for name in names.decode("utf-8").split("\0"):
        if name and (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    return folder


def test_every_shell_block_has_its_powershell_block() -> None:
    shell, powershell = blocks("sh"), blocks("powershell")
    assert shell
    for own, windows in zip(shell, powershell, strict=True):
        assert [
            as_powershell(line) for line in own.splitlines()
        ] == windows.splitlines()


@pytest.mark.posix
def test_the_shell_blocks_run_in_a_fresh_copy(tmp_path: Path) -> None:
    folder = copy_of_the_checkout(tmp_path / "a copy")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COV")
    }
    environment["PATH"] = os.pathsep.join(
        [
            str(folder / ".venv" / "bin"),
            str(Path(sys.executable).parent),
            environment["PATH"],
        ]
    )
    for block in blocks("sh"):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        last = done.stdout
        if "examples/haverhill" in block:
            assert last == blocks("text")[0]


def test_the_readme_names_every_command_and_no_other() -> None:
    commands = {
        command.callback.__name__
        for command in app.registered_commands
        if command.callback
    }
    named = set(re.findall(r"^\| `planctl (\w+)", README, re.MULTILINE))
    assert named == commands


def test_relative_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md")]
    pages.append(ROOT / "examples" / "README.md")
    for page in pages:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_yaml_blocks_are_a_plan_that_validates(tmp_path: Path) -> None:
    head = (
        "plan:\n  id: lakeshore\n  title: Lakeshore\nlevels:\n  goals: Goal\n"
        "  actions:\n    name: Action\n    expects:\n      - status\n"
    )
    goals, updates = blocks("yaml")[:2]
    folder = tmp_path / "plan"
    folder.mkdir()
    for name, text in (("plan", head), ("goals", goals), ("updates", updates)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    assert check_plan(folder, date(2027, 2, 10)).diagnostics == ()
