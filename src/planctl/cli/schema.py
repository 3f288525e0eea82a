"""`planctl schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.command import PlanArgument, command, put, read_as_of
from planctl.errors import UsageError


@command
def schema(
    plan: PlanArgument = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; stdout."),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Write .planctl/schema.json in the plan's folder."
        ),
    ] = False,
) -> None:
    """Write the JSON Schema of plan files; with a plan, its own levels and words."""
    from planctl.check import check_plan
    from planctl.cli.editor import write_schema
    from planctl.cli.plans import find_one
    from planctl.render.json import render_json
    from planctl.render.json_schema import language_schema

    if write and output is not None:
        raise UsageError("--write says where to write: leave out --output")
    day = read_as_of(None)
    if write:
        path = write_schema(Path(find_one(plan).path), day)
        put(f"{path}\n")
        return
    checked = check_plan(find_one(plan).folder, day) if plan else None
    put(render_json(language_schema(checked)), output)
