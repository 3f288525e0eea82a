"""What `docs/ci.md` offers to paste works: the hook, the workflows, the job."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.test_readme import copy_of_the_checkout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]
    Write = Callable[[Mapping[str, str | bytes]], Path]

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS: list[str] = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SCHEMAS = {
    "# .pre-commit-config.yaml": None,
    "# .github/workflows/plans.yml": "vendor.github-workflows",
    "# .gitlab-ci.yml": "vendor.gitlab-ci",
}
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
COMMANDS = sorted(set(re.findall(r"planctl (validate[^\n]*)", PAGE)))
PLAN = "plan: {id: lakeshore, title: Lakeshore}\nlevels: {goals: Goal}\n"


def block(name: str) -> str:
    """The first block of the page whose first line names a file."""
    return next(text for text in BLOCKS if text.startswith(f"# {name}\n"))


def quiet(*words: str | Path, folder: Path, **more: str) -> str:
    """Run a program that must succeed; what it says."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said: str = done.stdout
    return said


def commit(folder: Path) -> str:
    """Make a git repository of a folder with all its files; the commit's id."""
    for words in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("-c", "user.name=T", "-c", "user.email=t@lakeshore.example", "commit", "-qm."),
    ):
        quiet("git", *words, folder=folder)
    return quiet("git", "rev-parse", "HEAD", folder=folder).strip()


def test_every_block_is_known() -> None:
    assert len(BLOCKS) == 4
    assert {text.partition("\n")[0] for text in BLOCKS} == set(SCHEMAS)


@pytest.mark.parametrize("text", [one for one in BLOCKS if "pre-commit" not in one])
def test_a_block_is_what_its_service_takes(tmp_path: Path, text: str) -> None:
    file = tmp_path / "file.yml"
    file.write_text(text, "utf-8")
    schema = SCHEMAS[text.partition("\n")[0]]
    words = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", str(schema))
    quiet(*words, file, folder=tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_page_runs(
    run: Run, write: Write, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write({"plan.yaml": PLAN}))
    run(*shlex.split(command.partition("`")[0]))


def test_the_hook_works_from_a_clean_clone(write: Write, tmp_path: Path) -> None:
    source = copy_of_the_checkout(tmp_path / "planctl")
    quiet(*PRE_COMMIT, "validate-manifest", ".pre-commit-hooks.yaml", folder=source)
    version = commit(source)
    folder = write({"plans/plan.yaml": PLAN})
    config = block(".pre-commit-config.yaml")
    config = config.replace("REPOSITORY", source.as_posix()).replace("VERSION", version)
    (folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    commit(folder)
    words = (*PRE_COMMIT, "run", "--all-files", "--verbose")
    # The hook has an environment of its own, in which nothing of this one counts.
    own = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
    assert "1 file" in quiet(*words, folder=folder, **own)
    (folder / "plans" / "goals.yaml").write_text("goals: [\n", "utf-8")
    quiet("git", "add", "--all", folder=folder)
    with pytest.raises(AssertionError, match=r"error\[yaml-syntax\]"):
        quiet(*words, folder=folder, **own)
