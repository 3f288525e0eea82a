"""`planctl status`: how the statuses of a plan add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.command import (
    AsOf,
    CycleOption,
    PlanArgument,
    WithOption,
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
    from planctl.report.status import StatusDocument

FORMATS = ("text", "json", "csv")


@command
def status(  # noqa: PLR0913 - a command has its options
    plan: PlanArgument = None,
    *,
    cycle: CycleOption = None,
    by: Annotated[
        str | None, typer.Option(help="Add up by owner, level, aligned or due.")
    ] = None,
    depth: Annotated[
        str | None, typer.Option(help="How many levels to open: a number, or all.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT[=FILE]", help="text, json or csv."),
    ] = None,
    others: WithOption = None,
    as_of: AsOf = None,
) -> int:
    """Show how the statuses of a plan add up, as a tree."""
    from planctl.cli.plans import check_with_others
    from planctl.report.status import build_status

    day = read_as_of(as_of)
    outputs = read_formats(formats or ["text"], FORMATS)
    opened = _depth(depth)
    checked, named = check_with_others(plan, others or [], day, cycle=cycle)
    document = build_status(checked, named.path, _by(by))
    for name, output in outputs:
        put_form(name, _render(name, document, checked, opened), output)
    return exit_for_errors(checked)


def _render(
    name: str, document: StatusDocument, checked: CheckedPlan, depth: int | None
) -> str:
    if name == "json":
        from planctl.render.json import render_json

        return render_json(document)
    if name == "csv":
        from planctl.render.csv import render_status_csv

        return render_status_csv(document)
    from planctl.render.status import render_status

    return render_status(
        document, checked.plan, depth=depth, width=width(), colour=wants_colour()
    )


def _by(by: str | None) -> str | None:
    from planctl.progress.groups import BY

    if by is not None and by not in BY:
        raise UsageError(f"--by cannot be {by}: it is one of {', '.join(BY)}")
    return by


def _depth(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "all":
        return 1_000
    if not text.isascii() or not text.isdigit():
        raise UsageError(f"--depth cannot be {text}: write a number, or all")
    return int(text)
