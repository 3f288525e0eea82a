"""Times of processes, taken in turn so that a busy machine slows both alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_INSIDE = Path(__file__).with_name("inside.py")


class Ratio(NamedTuple):
    """The median seconds of two things, and the median ratio of their rounds."""

    ours: float
    other: float
    ratio: float


def keep_bytecode(folder: Path) -> None:
    """Let children keep compiled modules in a folder, as installed programs do."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def alone(command: Sequence[str], extra: Mapping[str, str] | None = None) -> float:
    """Seconds that a process takes; its output is thrown away."""
    start = perf_counter()
    subprocess.run(
        command, env={**os.environ, **(extra or {})}, capture_output=True, check=False
    )
    return perf_counter() - start


def compare(
    ours: Sequence[str],
    other: Sequence[str],
    rounds: int,
    extra: Mapping[str, str] | None = None,
) -> Ratio:
    """Run two commands in turn; `extra` are variables for ours."""
    alone(ours, extra)
    alone(other)
    pairs = [(alone(ours, extra), alone(other)) for _ in range(rounds)]
    return _ratio([one for one, _ in pairs], [two for _, two in pairs])


def inside(folder: Path, rounds: int, what: str = "times") -> dict[str, Ratio]:
    """Each kind of work inside one process, or each of the rules, against compose."""
    times: dict[str, list[float]] = _child(what, folder, rounds)
    unit = times.pop("compose")
    return {work: _ratio(taken, unit) for work, taken in times.items()}


def peak(folder: Path) -> int:
    """The most memory that `planctl validate` takes over a folder, in bytes."""
    found: int = _child("memory", folder)
    return found


def packets(folder: Path) -> dict[str, int]:
    """How many bytes the HTML packet of each plan below a folder has."""
    found: dict[str, int] = _child("packets", folder)
    return found


def _ratio(ours: Sequence[float], other: Sequence[float]) -> Ratio:
    ratios = [one / two for one, two in zip(ours, other, strict=True)]
    return Ratio(median(ours), median(other), median(ratios))


def _child(*words: object) -> Any:  # noqa: ANN401 - what its JSON holds
    done = subprocess.run(
        [sys.executable, str(_INSIDE), *map(str, words)],
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)
