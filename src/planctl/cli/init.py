"""`planctl init`: a new plan that validates, with a file of updates to fill in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.command import AsOf, command, put, read_as_of, say
from planctl.errors import UsageError


@command
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The new plan's folder.")
    ],
    *,
    title: Annotated[
        str | None, typer.Option(help="The plan's title.", show_default=False)
    ] = None,
    levels: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES", help='Its levels, top first: "Goal, Strategy, Action".'
        ),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Make a new plan that validates, with a file of updates to fill in."""
    from planctl.cli.editor import write_schema
    from planctl.edit import make_folder, write_whole
    from planctl.render.starter import starter_files

    day = read_as_of(as_of)
    if (folder / "plan.yaml").exists() or folder.is_file():
        raise UsageError(f"{folder} holds a plan already; choose another folder")
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    title = title or _ask("Title of the plan", "Improvement plan", asks=asks)
    levels = levels or _ask("Its levels, top first", "Goal, Action", asks=asks)
    files = starter_files(title, levels, folder.resolve().name, day)
    for name, text in files.items():
        path = folder / name
        make_folder(path.parent)
        if path.exists():
            raise UsageError(f"{path} exists already; nothing was changed in it")
        write_whole(path, text.encode())
        put(f"{path}\n")
    put(f"{write_schema(folder, day)}\n")
    say(f"Next: planctl validate {folder}")


def _ask(what: str, default: str, *, asks: bool) -> str:
    return str(typer.prompt(what, default=default)) if asks else default
