"""What `planctl validate` does with one plan; nothing is shared with other plans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planctl.check import check_plan, gather_repeats
from planctl.check.baseline import entries_of, name_of
from planctl.load.files import path_between
from planctl.load.surroundings import work_tree
from planctl.render.terminal import render_findings
from planctl.report.validation import Summary, build_findings, summarize

if TYPE_CHECKING:
    from datetime import date

    from planctl.check import CheckedPlan, Selection
    from planctl.check.baseline import Baseline, Entry
    from planctl.cli.plans import Named
    from planctl.render.terminal import TextOptions
    from planctl.report.validation import PlanFindings

# Milder than every severity.
_NOTHING = 99


@dataclass(frozen=True, slots=True)
class Task:
    """What is wanted of every plan: the same for all, and it can be sent to a process.

    `texts` says how each text is written; `is_for_programs` whether other forms are.
    """

    day: date
    cycle: str | None
    selection: Selection
    texts: tuple[TextOptions, ...]
    is_for_programs: bool
    baseline: Baseline
    writes_baseline: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """What is kept of a plan: the rank of its worst finding, and what is written.

    `name` is what a baseline calls it, `path` its folder from here.
    """

    name: str
    path: str
    worst: int
    summary: Summary
    texts: tuple[str, ...]
    findings: PlanFindings | None
    entries: tuple[Entry, ...]


def examine(one: Named, task: Task) -> Examined:
    """Check one plan and say what is wanted of it.

    Raises:
        UsageError: the plan has no such cycle.
    """
    found = check_plan(
        one.folder,
        task.day,
        cycle=task.cycle,
        selection=task.selection,
        surroundings=one.surroundings,
    )
    accepted = task.baseline.accept(found)
    told = gather_repeats(accepted.diagnostics)
    checked = replace(accepted, diagnostics=told)
    return Examined(
        name_of(checked),
        one.path,
        min((diagnostic.severity.rank for diagnostic in told), default=_NOTHING),
        summarize(checked),
        tuple(render_findings(checked, one.path, text) for text in task.texts),
        build_findings(checked, one.path, _home(one)) if task.is_for_programs else None,
        _entries(accepted, task.baseline) if task.writes_baseline else (),
    )


def _entries(checked: CheckedPlan, baseline: Baseline) -> tuple[Entry, ...]:
    return (*entries_of(checked), *baseline.left_over(checked))


def _home(one: Named) -> str:
    """The plan's folder, seen from the root of its repository, or from here."""
    root = work_tree(one.folder)
    return path_between(root, one.folder) if root else one.path
