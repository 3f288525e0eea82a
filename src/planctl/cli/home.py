"""`planctl` alone: which plan is around here, and the next useful command."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.command import put

_HELP = "All commands: planctl --help\n"


def home(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True)
    ] = False,
) -> None:
    """Improvement plans of school districts as checked text files."""
    if version:
        from planctl import __version__

        put(f"planctl {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        put(_where_and_next())


def _where_and_next() -> str:
    from pathlib import Path

    from planctl.load import load_plan
    from planctl.load.files import find_plan, find_plans
    from planctl.render.visible import one_line
    from planctl.report.wording import count

    here = Path.cwd()
    folder = find_plan(here)
    if folder is None:
        below = find_plans(here)
        if below:
            names = "\n".join(
                f"  {path.relative_to(here).as_posix()}" for path in below[:20]
            )
            found = f"{count(len(below), 'plan')} below this folder:"
            return f"{found}\n{names}\nNext: planctl validate\n"
        return f"There is no plan here.\nNext: planctl init my-plan\n{_HELP}"
    plan = load_plan(folder)
    name = f"{one_line(plan.info.title)} ({one_line(plan.info.id)})"
    said = f"{name}: {count(len(plan.items), 'item')}"
    following = (
        "planctl status" if plan.items and not plan.problems else "planctl validate"
    )
    return f"{said}\nNext: {following}\n{_HELP}"
