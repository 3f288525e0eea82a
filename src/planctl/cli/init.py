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
    table: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE.csv",
            help="Take its items from a table: level, id, title, owner, due.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Make a new plan that validates, with a file of updates to fill in."""
    from planctl.cli.editor import write_schema
    from planctl.edit import make_folder, write_whole
    from planctl.load.files import exists
    from planctl.render.imported import imported_outline
    from planctl.render.starter import example_outline, starter_files
    from planctl.render.visible import as_argument

    day = read_as_of(as_of)
    if exists(folder / "plan.yaml") or (exists(folder) and not folder.is_dir()):
        raise UsageError(f"{folder} holds a plan already; choose another folder")
    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    title = title or _ask("Title of the plan", "Improvement plan", asks=asks)
    if table is None:
        levels = levels or _ask("Its levels, top first", "Goal, Action", asks=asks)
        outline = example_outline(levels)
    else:
        outline = imported_outline(_read_rows(table), levels or "")
    files = starter_files(title, outline, folder.resolve().name, day)
    for name, text in files.items():
        path = folder / name
        make_folder(path.parent)
        if path.exists():
            raise UsageError(f"{path} exists already; nothing was changed in it")
        write_whole(path, text.encode())
        put(f"{path}\n")
    put(f"{write_schema(folder, day)}\n")
    say(f"Next: planctl validate {as_argument(str(folder))}")


def _read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table.

    Raises:
        NothingToReadError: there is no such file.
        UsageError: it is no table with the columns that are needed.
    """
    from planctl.errors import NothingToReadError
    from planctl.load.files import exists
    from planctl.render.imported import COLUMNS, NEEDED
    from planctl.source.table import Columns, read_table

    if not exists(path):
        raise NothingToReadError(f"there is no file {path}")
    real = path.resolve()
    source = read_table(real.parent, real, Columns(COLUMNS, NEEDED))
    for problem in source.problems:
        where = f"{path}, line {problem.span.line}"
        raise UsageError(f"{where}: {problem.message}. {problem.help}".rstrip())
    rows = source.data if isinstance(source.data, list) else []
    read = []
    for number, row in enumerate(rows, 2):
        cells = row if isinstance(row, dict) else {}
        if not all(cells.get(name) for name in NEEDED):
            raise UsageError(f"{path}, row {number}: level and title are needed")
        read.append({key: str(cell) for key, cell in cells.items()})
    return read


def _ask(what: str, default: str, *, asks: bool) -> str:
    return str(typer.prompt(what, default=default)) if asks else default
