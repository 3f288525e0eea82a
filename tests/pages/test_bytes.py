"""The same plan gives the same bytes, and a file that cannot be written stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

HAVERHILL = EXAMPLES / "haverhill"
SURROUNDINGS = [
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3"},
]
# A limit on the size of files stands for a disk that is full.
FULL = """
import resource, signal, sys
from planctl.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.argv = ["planctl", *sys.argv[1:]]
main()
"""


def report(
    *words: str | Path, code: str = "", **extra: str
) -> subprocess.CompletedProcess[bytes]:
    """Write a report in a process of its own."""
    start = ["-c", code] if code else ["-m", "planctl"]
    # What measures the tests cannot write its own file on a full disk, either.
    around = {
        name: value
        for name, value in os.environ.items()
        if not code or not name.startswith("COVERAGE")
    }
    return subprocess.run(
        [sys.executable, *start, "report", *words, "--as-of", "2024-11-01"],
        cwd=ROOT,
        env={**around, "PYTHONDONTWRITEBYTECODE": "1", **extra},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_same_plan_gives_the_same_bytes_wherever_it_is_read(form: str) -> None:
    words = (HAVERHILL, "--format", form, "--output", "-")
    pages = {report(*words, **around).stdout for around in SURROUNDINGS}
    assert len(pages) == 1
    assert len(pages.pop()) > 10_000


@pytest.mark.posix
def test_a_full_disk_is_told_and_the_former_report_stays(tmp_path: Path) -> None:
    page = tmp_path / "packet.html"
    page.write_text("the former one", "utf-8")
    done = report(HAVERHILL, "--output", page, code=FULL)
    assert done.returncode == 3
    assert b"could not be written: File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert page.read_text("utf-8") == "the former one"
    assert list(tmp_path.iterdir()) == [page]


@pytest.mark.parametrize("blocked", ["r-charts", "r-charts/chart-graduation.svg"])
def test_where_a_chart_cannot_be_written_the_former_report_and_charts_stay(
    tmp_path: Path, blocked: str
) -> None:
    page, drawn = tmp_path / "r.md", tmp_path / "r-charts"
    assert report(HAVERHILL, "--format", "md", "--output", page).returncode == 0
    for path in (page, *drawn.iterdir()):
        path.write_text("the former one", "utf-8")
    if blocked == "r-charts":
        shutil.rmtree(drawn)
        drawn.write_text("no folder", "utf-8")
    else:
        (tmp_path / blocked).unlink()
        (tmp_path / blocked).mkdir()
    before = sorted(tmp_path.rglob("*"))
    done = report(HAVERHILL, "--format", "md", "--output", page)
    assert done.returncode == 3
    assert blocked.encode() in done.stderr.replace(b"\\", b"/")
    assert b"Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before
    files = [path for path in before if path.is_file()]
    texts = {path.read_text("utf-8") for path in files}
    assert texts <= {"the former one", "no folder"}


@pytest.mark.posix
def test_a_device_without_room_is_told() -> None:
    done = report(HAVERHILL, "--output", "/dev/full")
    assert done.returncode == 3
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.posix
def test_a_full_standard_output_is_told() -> None:
    line = f"'{sys.executable}' -m planctl report '{HAVERHILL}' -o - > /dev/full"
    done = subprocess.run(
        ["bash", "-c", line], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
