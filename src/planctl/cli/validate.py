"""`planctl validate`: all that is wrong in one or many plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.command import (
    FINDINGS,
    AsOf,
    CycleOption,
    choose_paint,
    command,
    put,
    read_as_of,
)
from planctl.errors import UsageError

if TYPE_CHECKING:
    from planctl.check import CheckedPlan, Selection
    from planctl.render.terminal import TextOptions

FORMATS = ("text", "json")
FAIL_ON = ("error", "warning", "advice", "never")
# Milder than every severity.
_NOTHING = 99


@command
def validate(  # noqa: PLR0913 - a command has its options
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLAN]...",
            help="Plan folders or files; the plan around here.",
            show_default=False,
        ),
    ] = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT[=FILE]", help="text or json."),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 at error, warning, advice or never.")
    ] = "error",
    select: Annotated[
        list[str] | None, typer.Option(help="Only this rule or family; may repeat.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Not this rule or family; may repeat.")
    ] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE=LEVEL", help="Another severity; may repeat."),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show every finding, not the first 20.")
    ] = False,
    show_ignored: Annotated[
        bool, typer.Option("--show-ignored", help="Show known findings, too.")
    ] = False,
    cycle: CycleOption = None,
    as_of: AsOf = None,
) -> int:
    """Find what is wrong in plans, before a commit and in CI."""
    from planctl.check import check_plan
    from planctl.cli.plans import find_named
    from planctl.render.terminal import TextOptions

    if fail_on not in FAIL_ON:
        raise UsageError(f"--fail-on cannot be {fail_on}: {', '.join(FAIL_ON)}")
    day, named = read_as_of(as_of), find_named(plans or [])
    chosen = _selection(select or [], ignore or [], severity or [])
    limit, worst = _limit(fail_on), _NOTHING
    options = TextOptions(None if show_all else 20, show_ignored, choose_paint())
    outputs = [
        _Output(name, file, options if file is None else _plain(options))
        for name, file in read_formats(formats or ["text"], FORMATS)
    ]
    for one in named:
        checked = check_plan(
            one.folder,
            day,
            cycle=cycle,
            selection=chosen,
            surroundings=one.surroundings,
        )
        worst = min([worst, *(found.severity.rank for found in checked.diagnostics)])
        for output in outputs:
            output.add(checked, one.path)
        del checked  # before the next one is loaded
    for output in outputs:
        output.put()
    return FINDINGS if worst <= limit else 0


def read_formats(
    texts: list[str], known: tuple[str, ...]
) -> list[tuple[str, Path | None]]:
    """Read `FORMAT` or `FORMAT=FILE`, several times.

    Raises:
        UsageError: a format is not known, or two would go to stdout.
    """
    read = []
    for text in texts:
        name, _, file = text.partition("=")
        if name not in known:
            raise UsageError(f"no format {name}: it is one of {', '.join(known)}")
        read.append((name, Path(file) if file else None))
    if sum(file is None for _, file in read) > 1:
        raise UsageError("two formats for stdout: give one a file, --format json=FILE")
    return read


class _Output:
    """One `--format`, with what is kept of each plan: no more than is shown."""

    def __init__(self, name: str, file: Path | None, options: TextOptions) -> None:
        self.name = name
        self.file = file
        self.options = options
        self.parts: list[object] = []

    def add(self, checked: CheckedPlan, path: str) -> None:
        """Keep what is to be said of a plan."""
        if self.name == "json":
            from planctl.report.validation import build_validation

            self.parts.append(build_validation(checked, path))
        else:
            from planctl.render.terminal import render_findings

            self.parts.append(render_findings(checked, path, self.options))

    def put(self) -> None:
        """Say it all."""
        if self.name == "json":
            from planctl.render.json import render_several

            put(render_several(self.parts), self.file)
        else:
            put("\n".join(map(str, self.parts)), self.file)


def _plain(options: TextOptions) -> TextOptions:
    from dataclasses import replace

    from planctl.render.terminal import no_paint

    return replace(options, paint=no_paint)


def _selection(select: list[str], ignore: list[str], severity: list[str]) -> Selection:
    """What `--select`, `--ignore` and `--severity` say.

    Raises:
        UsageError: a rule, family or severity is not known.
    """
    from planctl.check import CHECKS, FAMILIES, Selection

    for name in (*select, *ignore):
        if name not in CHECKS and name not in FAMILIES:
            raise UsageError(f"no rule or family is called {name}; see planctl explain")
    chosen = {}
    for text in severity:
        rule, _, level = text.partition("=")
        if rule not in CHECKS or level not in {"error", "warning", "advice", "off"}:
            raise UsageError(
                f"--severity cannot be {text}: write RULE=error, warning, advice or off"
            )
        chosen[rule] = level
    return Selection(frozenset(select), frozenset(ignore), chosen)


def _limit(fail_on: str) -> int:
    """The rank of the mildest severity that `--fail-on` fails on."""
    from planctl.diagnostics import Severity

    return -1 if fail_on == "never" else Severity(fail_on).rank
