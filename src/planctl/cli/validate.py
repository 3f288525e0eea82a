"""`planctl validate`: all that is wrong in one or many plans."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.command import (
    FINDINGS,
    AsOf,
    CycleOption,
    command,
    read_as_of,
    say,
)
from planctl.cli.formats import read_formats
from planctl.errors import UsageError

if TYPE_CHECKING:
    from planctl.check import Selection

FORMATS = ("text", "json", "github", "sarif", "gitlab", "junit")
FAIL_ON = ("error", "warning", "advice", "never")


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
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="text, json, github, sarif, gitlab or junit; may repeat.",
        ),
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
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Accept the findings in this file; tell new ones only."
        ),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline", help="Write what is found now into that file, and pass."
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="NUMBER", help="Processes; several from 40 plans on."
        ),
    ] = None,
    cycle: CycleOption = None,
    as_of: AsOf = None,
) -> int:
    """Find what is wrong in plans, before a commit and in CI."""
    from planctl.cli.bar import shown
    from planctl.cli.baseline_file import BaselineFile
    from planctl.cli.examine import Task
    from planctl.cli.outputs import Outputs, text_options
    from planctl.cli.plans import find_named
    from planctl.cli.portfolio import choose_jobs, examine_all
    from planctl.render.total import Total

    limit, read = _limit(fail_on), read_formats(formats or ["text"], FORMATS)
    chosen = _selection(select or [], ignore or [], severity or [])
    known = BaselineFile(baseline, is_written=write_baseline)
    day, named = read_as_of(as_of), find_named(plans or [])
    texts = text_options(read, len(named), None if show_all else 20, show_ignored)
    is_more = len(texts) < len(read)
    task = Task(day, cycle, chosen, texts, is_more, known.accepted, known.is_written)
    total, worst = Total(), limit + 1
    done = examine_all(named, task, choose_jobs(len(named), jobs))
    with Outputs(read, are_several=len(named) > 1, limit=limit) as outputs:
        for one in shown(done, len(named), sys.stderr):
            worst = min(worst, one.worst)
            total.add(one.summary, one.path)
            known.add(one)
            outputs.add(one)
        outputs.put(total.text())
    if known.is_written:
        say(known.write())
        return 0
    return FINDINGS if worst <= limit else 0


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
    """The rank of the mildest severity that `--fail-on` fails on.

    Raises:
        UsageError: it is no severity.
    """
    from planctl.diagnostics import Severity

    if fail_on not in FAIL_ON:
        raise UsageError(f"--fail-on cannot be {fail_on}: {', '.join(FAIL_ON)}")
    return -1 if fail_on == "never" else Severity(fail_on).rank
