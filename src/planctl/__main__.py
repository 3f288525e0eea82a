"""`python -m planctl`: the command line."""

from __future__ import annotations

import os
import sys
from typing import IO

from planctl.interrupts import end_interrupted, was_interrupted, watch_interrupts


def main() -> None:
    """Run the command line; `--version` alone is answered before anything is loaded."""
    sys.stdout, sys.stderr = _readied(sys.stdout), _readied(sys.stderr)
    if sys.argv[1:] == ["--version"]:
        from planctl import __version__

        sys.stdout.write(f"planctl {__version__}\n")
        return
    watch_interrupts()
    try:
        from planctl.cli import app

        # On Windows typer would read `~50%` and `$5` of a target as folders and names.
        app(prog_name="planctl", windows_expand_args=False)
    except BaseException:
        if not was_interrupted():
            raise
    if was_interrupted():
        # Only here does nothing hold other processes any more.
        end_interrupted()


def _readied(stream: IO[str] | None) -> IO[str]:
    """A stream that takes every sign, and on all systems the same bytes.

    A redirect on Windows would fail on the first accent, and end lines in its own way.
    Where there is no stream, what is written goes nowhere.
    """
    if stream is None:
        stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
    if hasattr(stream, "reconfigure"):
        newline = None if stream.isatty() else "\n"
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)
    return stream


if __name__ == "__main__":
    main()
