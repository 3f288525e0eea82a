"""Narrows progress to some measures, student groups and sites."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.diagnostics.suggest import nearest
from planctl.errors import UsageError
from planctl.link.names import Directory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.link import LinkedPlan
    from planctl.progress.verdicts.row import Progress


def select(
    plan: LinkedPlan,
    progress: Progress,
    measures: Sequence[str],
    groups: Sequence[str],
    sites: Sequence[str],
) -> Progress:
    """The rows of some measures, groups and sites; of all where none is named.

    The items are those that promise them, each by all of its targets.

    Raises:
        UsageError: the plan has no such measure, group or site.
    """
    wanted = {_measure(plan, name) for name in measures}
    of_groups = {_name(Directory(plan.groups), "group", name) for name in groups}
    of_sites = {_name(Directory(plan.sites), "site", name) for name in sites}
    rows = tuple(
        row
        for row in progress.rows
        if (not wanted or row.cell.measure in wanted)
        and (not of_groups or row.cell.group in of_groups)
        and (not of_sites or row.cell.site in of_sites)
    )
    promised = {row.promise.item for row in rows}
    items = tuple(one for one in progress.items if one.item in promised)
    return replace(progress, rows=rows, items=items)


def _measure(plan: LinkedPlan, name: str) -> int:
    if name not in plan.measure_index:
        raise UsageError(_unknown("measure", name, tuple(plan.measure_index)))
    return plan.measure_index[name]


def _name(directory: Directory, kind: str, name: str) -> str:
    position = directory.find(name)
    if position is None:
        raise UsageError(_unknown(kind, name, directory.spellings))
    return directory.name(position)


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    near = nearest(name, known)
    hint = f"; did you mean {near}?" if near else ""
    return f"the plan has no {kind} {name}{hint}"
