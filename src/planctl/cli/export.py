"""`planctl export`: the whole plan for other programs."""

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
)
from planctl.cli.formats import put_form, read_formats

if TYPE_CHECKING:
    from planctl.report.export import ExportDocument

FORMATS = ("json", "csv")


@command
def export(
    plan: PlanArgument = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="json; csv is a table of the items.",
        ),
    ] = None,
    cycle: CycleOption = None,
    as_of: AsOf = None,
) -> int:
    """Write the whole plan as JSON, or its items as a table."""
    from planctl.check import check_plan
    from planctl.cli.plans import find_one
    from planctl.report.export import build_export

    named, outputs = find_one(plan), read_formats(formats or ["json"], FORMATS)
    checked = check_plan(
        named.folder,
        read_as_of(as_of),
        cycle=cycle,
        surroundings=named.surroundings,
    )
    document = build_export(checked, named.path)
    for name, output in outputs:
        put_form(name, _render(name, document), output)
    return exit_for_errors(checked)


def _render(name: str, document: ExportDocument) -> str:
    from planctl.render.csv import render_items_csv
    from planctl.render.json import render_json

    return render_json(document) if name == "json" else render_items_csv(document)
