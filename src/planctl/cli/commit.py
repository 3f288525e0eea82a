"""The commit that a plan's folder is at, asked of git."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 10


def find_commit(folder: Path) -> str:
    """The short commit id, and whether files have changed since; empty without git."""
    commit = _git(folder, "rev-parse", "--short=10", "HEAD")
    if not commit:
        return ""
    changed = _git(folder, "status", "--porcelain", "--", ".")
    return f"{commit} with changes since" if changed else commit


def _git(folder: Path, *words: str) -> str:
    # A repository's own settings could name programs to run.
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=")
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", *safe, *words],  # noqa: S607 - git is where the user has it
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
