"""`planctl schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.command import PlanArgument, command, put, read_as_of


@command
def schema(
    plan: PlanArgument = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; stdout."),
    ] = None,
) -> None:
    """Write the JSON Schema of plan files; with a plan, its own levels and words."""
    from planctl.check import check_plan
    from planctl.cli.plans import find_one
    from planctl.render.json import render_json
    from planctl.render.json_schema import language_schema

    linked = None
    if plan is not None:
        linked = check_plan(find_one(plan).folder, read_as_of(None)).plan
    put(render_json(language_schema(linked)), output)
