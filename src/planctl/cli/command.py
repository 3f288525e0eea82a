"""What all commands share: errors to exit statuses, output to where it belongs."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import contextmanager
from functools import wraps
from inspect import get_annotations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from planctl.errors import CannotWriteError, PlanctlError, UsageError
from planctl.interrupts import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from planctl.check import CheckedPlan
    from planctl.render.terminal import Paint

P = ParamSpec("P")

FINDINGS = 1
# Windows says `EINVAL` of a pipe whose reader is gone.
_NOBODY_READS = (errno.EPIPE, errno.EINVAL)
# Where stdout is no terminal.
_PIPED_WIDTH = 150

AsOf = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Stand on this day (2025-02-28); today."),
]
CycleOption = Annotated[
    str | None,
    typer.Option(
        metavar="CYCLE", help="A cycle: mid-year, 2024-25/mid-year, as-published."
    ),
]
PlanArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PLAN]",
        help="The plan's folder; the one around here.",
        show_default=False,
    ),
]

WithOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--with",
        metavar="PLAN",
        help="Another plan, or a folder of plans, whose work serves this one.",
        show_default=False,
    ),
]

_COLOURS = {
    "error": "red",
    "warning": "yellow",
    "advice": "cyan",
    "place": "blue",
    "help": "green",
}


def command(body: Callable[P, int | None]) -> Callable[P, None]:
    """Turn what a command body returns or raises into an exit status.

    The body returns its exit status, or nothing for 0. A `PlanctlError` becomes one
    line on stderr and the status of its class.
    """

    @wraps(body)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            status = body(*args, **kwargs) or 0
        except PlanctlError as error:
            from planctl.render.visible import one_line

            say(f"planctl: {one_line(str(error))}")
            status = error.exit_code
        except BrokenPipeError:
            # The reader of a pipe has seen enough; nothing more can be said to it.
            _drop_output()
            status = 0
        except KeyboardInterrupt:
            status = INTERRUPTED
        raise typer.Exit(status)

    # Typer looks at them several times, and would read their text anew each time.
    body.__annotations__ = get_annotations(body, eval_str=True)
    # Typer reads the parameters of what it runs, but not what that returns.
    run.__annotations__ = {**body.__annotations__, "return": None}
    return run


def say(text: str) -> None:
    """Talk: a line on stderr."""
    typer.echo(text, err=True)


def put(text: str, output: Path | None = None) -> None:
    """Put a result on stdout, or into a file, whole or not at all.

    Raises:
        CannotWriteError: it could not be written.
    """
    if output is None or str(output) == "-":
        _put_out(text)
        return
    from planctl.edit import write_whole

    write_whole(output, text.encode("utf-8", "backslashreplace"))


def _put_out(text: str) -> None:
    with stdout_told():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def stdout_told() -> Iterator[None]:
    """Say in our words why stdout could not be written.

    Raises:
        BrokenPipeError: nobody reads it any more.
        CannotWriteError: it could not be written.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NOBODY_READS:
            raise BrokenPipeError from error
        _drop_output()
        raise CannotWriteError(
            f"the output could not be written: {error.strerror}"
        ) from error


def _drop_output() -> None:
    """Let what is still to be written to stdout go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read_as_of(text: str | None) -> date:
    """The day that `--as-of` names, else today.

    Raises:
        UsageError: it names no day.
    """
    from datetime import date

    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own day; the clock is read here only
    from planctl.calendar import FIRST_YEAR, LAST_YEAR

    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(
            f"--as-of cannot be {text}: write a day as year-month-day: 2025-02-28"
        )
    return day


def exit_for_errors(checked: CheckedPlan) -> int:
    """1 where a plan has errors, which are counted on stderr; else 0."""
    from planctl.diagnostics import Severity
    from planctl.report.wording import count

    errors = checked.count(Severity.ERROR)
    if not errors:
        return 0
    say(f"planctl: the plan has {count(errors, 'error')}; see planctl validate")
    return FINDINGS


def width() -> int:
    """Columns to fill: the terminal's, and plenty where there is none."""
    fallback = (_PIPED_WIDTH, 24)
    return max(shutil.get_terminal_size(fallback).columns, 60)


def choose_paint() -> Paint:
    """Colours where stdout is a terminal that wants them."""
    from planctl.render.terminal import no_paint

    return _coloured if wants_colour() else no_paint


def wants_colour() -> bool:
    """Whether stdout is to be coloured: `NO_COLOR` and `FORCE_COLOR` decide first."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if not os.environ.get("FORCE_COLOR") and not sys.stdout.isatty():
        return False
    if sys.platform == "win32":
        # The console there shows escapes as signs until it is asked to obey them.
        from colorama import just_fix_windows_console

        just_fix_windows_console()
    return True


def _coloured(text: str, role: str) -> str:
    return typer.style(text, fg=_COLOURS.get(role), bold=role in {"error", "title"})
