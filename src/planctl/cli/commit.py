"""The commit that a plan's folder is at, asked of git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which

_SECONDS = 10


def find_commit(folder: Path) -> str:
    """The short commit id, and whether files have changed since; empty without git."""
    commit = _git(folder, "rev-parse", "--short=10", "HEAD")
    if not commit:
        return ""
    changed = _git(folder, "status", "--porcelain", "--", ".")
    return f"{commit} with changes since" if changed else commit


def _git(folder: Path, *words: str) -> str:
    program = _find_git()
    if program is None:
        return ""
    # A repository's own settings could name programs to run.
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=")
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            [program, *safe, *words],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _find_git() -> str | None:
    """Where git is; not in the current folder, where Windows looks first.

    Whoever may write into a plan's folder could put a program of that name there.
    """
    name = "git.exe" if os.name == "nt" else "git"
    places = (Path(folder) for folder in os.get_exec_path())
    found = (which(place / name) for place in places if place.is_absolute())
    return next((str(one) for one in found if one), None)
