"""`planctl report`: the board packet."""

from __future__ import annotations

import os
import re
import sys
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
    from planctl.report.packet import Focus, Packet

FORMATS = ("html", "md")
PAGES = ("all", "one")
CHARTS = ("svg", "none")
_LONGEST_NAME = 60


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
    item: Annotated[
        str,
        typer.Option(
            metavar="ID", help="Only this item and its parts.", show_default=False
        ),
    ] = "",
    owner: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Only what this owner owes.", show_default=False
        ),
    ] = "",
    site: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Only this school: its scorecard.", show_default=False
        ),
    ] = "",
    measure: Annotated[
        str,
        typer.Option(
            metavar="ID", help="Only this measure and its targets.", show_default=False
        ),
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            metavar="CYCLE",
            help="Compare with this earlier cycle.",
            show_default="the one before",
        ),
    ] = "",
    pages: Annotated[
        str, typer.Option(metavar="PAGES", help="all, or one: a summary on one page.")
    ] = "all",
    charts: Annotated[
        str,
        typer.Option(metavar="CHARTS", help="svg, or none: the values as tables only."),
    ] = "svg",
    others: WithOption = None,
    as_of: AsOf = None,
) -> int:
    """Write the board packet of a plan for a cycle."""
    from planctl.check import choose_since
    from planctl.cli.commit import find_commit
    from planctl.cli.plans import check_with_others
    from planctl.report.packet import build_packet, find_focus, on_one_page

    _choose("format", output_format, FORMATS)
    _choose("number of pages", pages, PAGES)
    _choose("kind of chart", charts, CHARTS)
    checked, named = check_with_others(
        plan,
        others or [],
        read_as_of(as_of),
        cycle=cycle,
        stand_at_cycle=as_of is None,
    )
    focus = find_focus(checked.plan, item=item, owner=owner, site=site, measure=measure)
    then = choose_since(checked.plan, since, checked.standing.cycle) if since else None
    packet = build_packet(checked, find_commit(named.folder), focus, then)
    if pages == "one":
        packet = on_one_page(packet)
    path = output or Path(_file_name(checked, focus, pages, output_format))
    _write(output_format, packet, path, has_charts=charts == "svg")
    if str(path) != "-":
        put(f"{path}\n")
        if open_it:
            _open(path)
    return exit_for_errors(checked)


def _write(output_format: str, packet: Packet, path: Path, *, has_charts: bool) -> None:
    """Write the packet; the charts of Markdown are files in a folder beside it."""
    from planctl.edit import is_device, make_folder, write_together
    from planctl.render.environment import render_html, render_markdown

    if output_format == "html":
        put(render_html(packet, has_charts=has_charts), path)
        return
    is_file = str(path) != "-" and not is_device(path)
    folder = path.with_name(f"{path.stem}-charts")
    drawn = _charts(packet, folder) if has_charts and is_file else {}
    text = render_markdown(packet, folder.name if drawn else "")
    if not drawn:
        put(text, path)
        return
    make_folder(folder, parents=False)
    write_together({**drawn, path: text.encode("utf-8", "backslashreplace")})


def _charts(packet: Packet, folder: Path) -> dict[Path, bytes]:
    """The charts of a packet as files of a folder."""
    from planctl.render.chart import draw_chart

    found = [view.chart for one in packet.measures for view in one.charts]
    return {
        folder / f"{chart.id}.svg": draw_chart(chart).encode()
        for chart in found
        if chart.has_picture
    }


def _choose(what: str, word: str, words: tuple[str, ...]) -> None:
    if word not in words:
        raise UsageError(f"no {what} {word}: it is one of {', '.join(words)}")


def _file_name(
    checked: CheckedPlan, focus: Focus, pages: str, output_format: str
) -> str:
    """The name of the file: plan, cycle and what the packet is narrowed to."""
    cycle = checked.standing.cycle.id
    summary = "summary" if pages == "one" else ""
    parts = [checked.plan.info.id, _plain(cycle), _plain(focus.name), summary]
    return f"{'-'.join(part for part in parts if part)}.{output_format}"


def _plain(name: str) -> str:
    """A name without what a file's name has on no system, or not on Windows."""
    return "-".join(re.findall(r"[\w.]+", name))[:_LONGEST_NAME]


def _open(path: Path) -> None:
    if not _is_opened(path.absolute()):
        raise CannotWriteError(f"{path} was written, but no program opened it")


def _is_opened(path: Path) -> bool:
    if sys.platform != "win32":
        return typer.launch(str(path)) == 0
    # There typer calls a program `start`, which is only a word of `cmd.exe`.
    try:
        os.startfile(path)  # noqa: S606 - the page that was just written
    except OSError:
        return False
    return True
