"""`python -m planctl`: the command line."""

from __future__ import annotations

import sys

from planctl.interrupts import end_interrupted, was_interrupted, watch_interrupts


def main() -> None:
    """Run the command line; `--version` alone is answered before anything is loaded."""
    for stream in (sys.stdout, sys.stderr):
        # A redirect on Windows would otherwise fail on the first accent.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.argv[1:] == ["--version"]:
        from planctl import __version__

        sys.stdout.write(f"planctl {__version__}\n")
        return
    watch_interrupts()
    try:
        from planctl.cli import app

        app(prog_name="planctl")
    except BaseException:
        if not was_interrupted():
            raise
    if was_interrupted():
        # Only here does nothing hold other processes any more.
        end_interrupted()


if __name__ == "__main__":
    main()
