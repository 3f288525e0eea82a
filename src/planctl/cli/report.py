"""`planctl report`: the board packet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.command import (
    AsOf,
    CycleOption,
    PlanArgument,
    WithOption,
    command,
    exit_for_errors,
    put,
    read_as_of,
)
from planctl.errors import CannotWriteError, UsageError

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.report.packet import Packet

FORMATS = ("html", "md")


@command
def report(  # noqa: PLR0913 - a command has its options
    plan: PlanArgument = None,
    *,
    cycle: CycleOption = None,
    output_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="html or md.")
    ] = "html",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; - is stdout.",
            show_default="PLAN-CYCLE.FORMAT",
        ),
    ] = None,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open it when it is written.")
    ] = False,
    others: WithOption = None,
    as_of: AsOf = None,
) -> int:
    """Write the board packet of a plan for a cycle."""
    from planctl.cli.commit import find_commit
    from planctl.cli.plans import check_with_others
    from planctl.report.packet import build_packet

    if output_format not in FORMATS:
        raise UsageError(
            f"no format {output_format}: it is one of {', '.join(FORMATS)}"
        )
    checked, named = check_with_others(
        plan,
        others or [],
        read_as_of(as_of),
        cycle=cycle,
        stand_at_cycle=as_of is None,
    )
    packet = build_packet(checked, find_commit(named.folder))
    path = output or Path(_file_name(checked, output_format))
    put(_render(output_format, packet), path)
    if str(path) != "-":
        put(f"{path}\n")
        if open_it:
            _open(path)
    return exit_for_errors(checked)


def _render(output_format: str, packet: Packet) -> str:
    from planctl.render.environment import render_html, render_markdown

    render = render_html if output_format == "html" else render_markdown
    return render(packet)


def _file_name(checked: CheckedPlan, output_format: str) -> str:
    cycle = checked.standing.cycle.id.replace("/", "-")
    return f"{checked.plan.info.id}-{cycle}.{output_format}"


def _open(path: Path) -> None:
    if typer.launch(str(path)) != 0:
        raise CannotWriteError(f"{path} was written, but no program opened it")
