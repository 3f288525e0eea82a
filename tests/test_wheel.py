"""The wheel is whole: installed alone, it renders a report."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from pathlib import Path


def call(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words: list[str | Path] = ["-m", "pip", "wheel", "--quiet", "--no-deps"]
    words += ["--wheel-dir", folder, ROOT]
    call(sys.executable, *words, cwd=folder)
    return next(folder.glob("planctl_schools-*.whl"))


def test_the_wheel_holds_templates_and_schemas_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "planctl/templates/html/packet.html.j2" in names
    assert "planctl/schemas/plan.schema.json" in names
    assert "planctl/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "benchmarks"))]


def test_an_installed_wheel_renders_a_report(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    call(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install: list[str | Path] = ["-m", "pip", "--python", python, "install", "--quiet"]
    install += ["-c", ROOT / "constraints.txt", wheel]
    call(sys.executable, *install, cwd=tmp_path)
    words: list[str | Path] = ["report", EXAMPLES / "haverhill", "--cycle", "mid-year"]
    words += ["--as-of", "2024-11-01", "--output", "packet.html"]
    call(scripts / "planctl", *words, cwd=tmp_path)
    page = (tmp_path / "packet.html").read_text("utf-8")
    assert "16 of 70 benchmarks are complete" in page
