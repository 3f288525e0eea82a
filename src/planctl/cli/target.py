"""`planctl target`: what one target says, before it is written into a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from planctl.cli.command import command, put, say
from planctl.errors import UsageError

if TYPE_CHECKING:
    from decimal import Decimal

    from planctl.targets import Context

_UNREAD = 2
_Way = Literal["increase", "decrease", "maintain", "within"]


@command
def target(
    text: Annotated[
        str, typer.Argument(metavar="TARGET", help='Such as "+22% by 2022".')
    ],
    *,
    baseline: Annotated[
        str | None, typer.Option(metavar="VALUE", help="Where it starts: 22.1.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option(metavar="UNIT", help="percent, count, USD, days.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="PERIOD", help="Of the baseline: 2017-18."),
    ] = None,
    direction: Annotated[
        str | None, typer.Option(help="What is better: increase or decrease.")
    ] = None,
) -> int:
    """Explain a target: its readings, their values, and how to settle them."""
    from planctl.render.target import render_target, render_unread
    from planctl.report.target import Known, build_target
    from planctl.targets import Context, Target, read_target

    context = Context(_unit(unit), _one_of("--direction", direction, get_args(_Way)))
    read = read_target(text, context.unit, context.direction)
    if not isinstance(read, Target):
        say(render_unread(read).rstrip("\n"))
        return _UNREAD
    known = Known(context, _baseline(baseline, context), _period(since, context))
    put(render_target(build_target(read, known)))
    return 0


def _unit(text: str | None) -> str | None:
    from planctl.targets import UNITS

    return _one_of("--unit", text, UNITS)


def _one_of(option: str, text: str | None, known: tuple[str, ...]) -> str | None:
    if text is None:
        return None
    by_lower = {name.lower(): name for name in known}
    name = by_lower.get(text.strip().lower())
    if name is None:
        raise UsageError(f"{option} cannot be {text}: it is one of {', '.join(known)}")
    return name


def _baseline(text: str | None, context: Context) -> Decimal | None:
    from planctl.targets import Unread, read_baseline

    if text is None:
        return None
    read = read_baseline(text, context)
    if isinstance(read, Unread) or read.value is None:
        raise UsageError(f"--baseline cannot be {text}: write a value such as 22.1")
    return read.value


def _period(text: str | None, context: Context) -> str:
    from planctl.calendar import Timing
    from planctl.calendar.reading import read_timing

    read = read_timing(text, context.calendar) if text else None
    if text and not (isinstance(read, Timing) and read.windows):
        raise UsageError(f"--from cannot be {text}: write a period such as 2017-18")
    return text or ""
