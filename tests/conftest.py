"""Fixtures that all tests share."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from planctl.check import CheckedPlan, Selection, check_plan
from planctl.cli import app
from tests.browser.fixtures import browser  # noqa: F401 - a fixture
from tests.editors.fixtures import editor  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The same examples on every machine and in every run.
settings.register_profile("stable", derandomize=True, deadline=None)
settings.load_profile("stable")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
AS_OF = date(2024, 11, 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update",
        action="store_true",
        help="write what came out as what is expected",
    )


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Deselect what this operating system cannot do."""
    if os.name == "nt":
        elsewhere = [item for item in items if item.get_closest_marker("posix")]
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the terminal and the environment of whoever runs the tests out of them."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI"):
        monkeypatch.delenv(name, raising=False)


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


@pytest.fixture
def run() -> Callable[..., Ran]:
    """Run the command line in this process; asserts the exit status that is named."""

    def run_command(*words: str | Path, status: int = 0, stdin: str = "") -> Ran:
        result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
        sys.stdout.write(result.stdout + result.stderr)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run_command


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Write files of a plan into a new folder."""

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "plan"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)
        return folder

    return write_files


@pytest.fixture
def check(
    write: Callable[[Mapping[str, str | bytes]], Path],
) -> Callable[..., CheckedPlan]:
    """Check a plan that is written as one text or as several files."""

    def check_files(
        files: str | Mapping[str, str | bytes],
        *,
        as_of: date = AS_OF,
        cycle: str | None = None,
        select: str = "",
    ) -> CheckedPlan:
        folder = write({"plan.yaml": files} if isinstance(files, str) else files)
        selection = Selection(select=frozenset({select})) if select else None
        return check_plan(folder, as_of, cycle=cycle, selection=selection)

    return check_files


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a file; `--snapshot-update` writes the file instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--snapshot-update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: run with --snapshot-update"
        assert text == path.read_text("utf-8")

    return compare
