"""`planctl progress`: how the targets of a plan stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.command import (
    AsOf,
    CycleOption,
    PlanArgument,
    command,
    exit_for_errors,
    read_as_of,
    wants_colour,
    width,
)
from planctl.cli.formats import put_form, read_formats
from planctl.errors import UsageError

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.progress.verdicts import Progress

FORMATS = ("text", "json", "csv")
_HINT = "Each figure, step by step: --explain. What the words mean: docs/progress.md"


@command
def progress(  # noqa: PLR0913 - a command has its options
    plan: PlanArgument = None,
    *,
    cycle: CycleOption = None,
    measure: Annotated[
        list[str] | None, typer.Option(help="Only this measure's targets, by its id.")
    ] = None,
    group: Annotated[
        list[str] | None, typer.Option(help="Only those of this student group.")
    ] = None,
    site: Annotated[
        list[str] | None, typer.Option(help="Only those of this site.")
    ] = None,
    method: Annotated[
        str | None,
        typer.Option(
            help="Judge by pace, healthy-people, statcan, massachusetts, linear "
            "or attainment."
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the inputs and each step.")
    ] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT[=FILE]", help="text, json or csv."),
    ] = None,
    as_of: AsOf = None,
) -> int:
    """Compare the targets of a plan with what was measured."""
    from planctl.check import check_plan
    from planctl.cli.plans import find_one
    from planctl.progress.verdicts import find_progress
    from planctl.progress.verdicts.selection import select

    outputs = read_formats(formats or ["text"], FORMATS)
    day, named = read_as_of(as_of), find_one(plan)
    checked = check_plan(
        named.folder,
        day,
        cycle=cycle,
        stand_at_cycle=cycle is not None and as_of is None,
        surroundings=named.surroundings,
    )
    found = find_progress(checked.plan, checked.standing.as_of, _method(method))
    chosen = select(checked.plan, found, measure or (), group or (), site or ())
    for name, output in outputs:
        put_form(
            name, _render(name, checked, named.path, chosen, explain=explain), output
        )
    return exit_for_errors(checked)


def _render(
    name: str, checked: CheckedPlan, path: str, progress: Progress, *, explain: bool
) -> str:
    if name == "text":
        from planctl.render.progress import render_progress
        from planctl.report.progress.view import conflicts, view_progress

        return render_progress(
            view_progress(checked.plan, progress, explain=explain),
            checked.plan,
            (*conflicts(checked), "" if explain else _HINT),
            width=width(),
            colour=wants_colour(),
        )
    from planctl.report.progress.build import build_progress

    document = build_progress(checked, path, progress)
    if name == "json":
        from planctl.render.json import render_json

        return render_json(document)
    from planctl.render.csv import render_progress_csv

    return render_progress_csv(document)


def _method(name: str | None) -> str | None:
    from planctl.progress.verdicts.methods import METHODS

    if name is not None and name not in METHODS:
        raise UsageError(
            f"--method cannot be {name}: it is one of {', '.join(METHODS)}"
        )
    return name
