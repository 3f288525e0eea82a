"""Many plans in several processes: the same text, no lock-up, an end on Ctrl-C."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from itertools import count
from typing import TYPE_CHECKING

import pytest

from planctl.check import Selection
from planctl.check.baseline import Baseline
from planctl.cli.bar import shown
from planctl.cli.examine import Task
from planctl.cli.plans import find_named
from planctl.cli.portfolio import choose_jobs, examine_all
from planctl.errors import PlanctlError
from tests.conftest import AS_OF

if sys.platform != "win32":
    import fcntl
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Write = Callable[[Mapping[str, str | bytes]], Path]

PLANS = 90
VALIDATE = (sys.executable, "-m", "planctl", "validate", "--as-of", "2024-11-01")


@pytest.fixture
def plans(write: Write) -> Path:
    """Some plans, each of its own size and with its own findings."""
    return write(
        {
            f"plan-{n:02}/plan.yaml": f"plan: {{id: p{n}, title: Plan {n}}}\n"
            "levels: {goals: Goal}\ngoals:\n"
            + "".join(
                f"  - {{id: G{m}, title: Goal, aligns_to: X{m}}}\n"
                for m in range(n % 30)
            )
            for n in range(PLANS)
        }
    )


def ran(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*VALIDATE, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_several_processes_say_what_one_says(plans: Path) -> None:
    for form in ("text", "json"):
        one = ran(plans, "--format", form, "--jobs", "1")
        several = ran(plans, "--format", form, "--jobs", "3")
        assert (several.returncode, several.stderr) == (1, "")
        assert several.stdout == one.stdout


def test_what_stops_one_plan_stops_the_command(plans: Path) -> None:
    done = ran(plans, "--jobs", "2", "--format", "json", "--cycle", "harvest")
    assert (done.returncode, done.stdout) == (2, "")
    assert "has no cycle harvest" in done.stderr
    assert "Traceback" not in done.stderr


def test_few_plans_take_one_process() -> None:
    assert choose_jobs(5, None) == 1
    assert choose_jobs(5, 3) == 3
    assert choose_jobs(2, 9) == 2
    assert choose_jobs(10_000, 10_000) < 62


@pytest.mark.posix
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("is_stuck", [False, True])
def test_ctrl_c_ends_at_once_and_quietly(
    plans: Path, jobs: str, *, is_stuck: bool
) -> None:
    # A pipe that nobody reads holds the command where it is.
    words = (*VALIDATE, str(plans), "--all", "--jobs", jobs)
    reader, writer = os.pipe()
    if sys.platform == "linux":
        # So small a pipe holds up a short text, which is held back to be written later.
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    # Tests that run in the background of a shell inherit that Ctrl-C is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    # What is not written at once is what may hold up the end.
    env = {**os.environ, "PYTHONUNBUFFERED": ""}
    started = subprocess.Popen(
        words, stdout=writer, stderr=subprocess.PIPE, start_new_session=True, env=env
    )
    signal.signal(signal.SIGINT, before)
    os.close(writer)
    assert os.read(reader, 1)
    if is_stuck:
        _wait_until_full(reader)
    os.killpg(started.pid, signal.SIGINT)
    _, err = started.communicate(timeout=60)
    os.close(reader)
    assert (started.returncode, err) == (130, b"")


def _wait_until_full(reader: int) -> None:
    """Wait until nothing more comes into a pipe."""
    before, waiting = -1, 0
    while waiting > before:
        time.sleep(0.5)
        held = fcntl.ioctl(reader, termios.FIONREAD, b"\0\0\0\0")
        before, waiting = waiting, int.from_bytes(held, sys.byteorder)


def test_a_process_that_is_killed_is_told(plans: Path) -> None:
    task = Task(AS_OF, None, Selection(), (), True, Baseline(), False)
    told = examine_all(find_named([plans]), task, 2)
    assert next(told).name == "p0"
    # More plans are left than may be done before their turn.
    for one in multiprocessing.active_children():
        one.kill()
    with pytest.raises(PlanctlError, match="--jobs 1"):
        list(told)


class Terminal(io.StringIO):
    """A text that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(("step", "is_shown"), [(0.01, False), (0.2, True)])
def test_a_bar_shows_work_over_a_second_and_leaves_nothing(
    step: float, *, is_shown: bool
) -> None:
    stream, ticks = Terminal(), count()
    done = shown(range(10), 10, stream, lambda: next(ticks) * step)
    assert list(done) == list(range(10))
    assert ("of 10 plans" in stream.getvalue()) is is_shown
    assert stream.getvalue().rpartition("\r")[2] == ""


def test_no_bar_is_shown_where_no_terminal_is() -> None:
    plain = io.StringIO()
    assert list(shown("ab", 2, plain, lambda: 9.0)) == ["a", "b"]
    assert plain.getvalue() == ""
