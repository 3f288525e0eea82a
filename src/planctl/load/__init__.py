"""A plan's folder to records with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.load.base import find_base, inherit
from planctl.load.files import PLAN_FILE, find_files
from planctl.load.loaded import LoadedItem, LoadedMeasure, LoadedPlan, LoadedReport
from planctl.load.loader import Loader
from planctl.load.places import Places
from planctl.load.surroundings import Surroundings
from planctl.load.tables import TABLES, load_table
from planctl.model.plan import PlanInfo
from planctl.source.reading import read_source
from planctl.source.table import Columns, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.source import Source

__all__ = [
    "TABLES",
    "LoadedItem",
    "LoadedMeasure",
    "LoadedPlan",
    "LoadedReport",
    "Surroundings",
    "load_plan",
    "surround",
]


def surround(*named: Path) -> Surroundings:
    """The surroundings of a command that names some folders."""
    return Surroundings(load_plan, tuple(path.resolve() for path in named))


def load_plan(
    folder: Path,
    surroundings: Surroundings | None = None,
    above: tuple[Path, ...] = (),
) -> LoadedPlan:
    """Load the plan in a folder that holds a `plan.yaml`.

    Never raises for what the files hold: every mistake is in `problems`.

    Args:
        folder: the plan's folder.
        surroundings: the plans whose ids it may name; none but the one it uses.
        above: the folders of plans that use this one, this one last.
    """
    folder = folder.resolve()
    plan_source = read_source(folder, folder / PLAN_FILE)
    plan = LoadedPlan(
        folder, _placeholder(folder), Places(), surroundings or surround()
    )
    plan.sources.append(plan_source)
    loader = Loader(plan)
    info = loader.plan_info(plan_source)
    base = find_base(plan, above or (folder,))
    if base is not None:
        plan.levels = dict(base.levels)
    found = find_files(folder, info.exclude if info else ())
    plan.sources += [
        read_source(folder, path) for path in found.yaml if path != folder / PLAN_FILE
    ]
    plan.sources.sort(key=lambda source: (source.path != PLAN_FILE, source.path))
    tables = [_read_table(folder, path) for path in found.tables]
    plan.sources += [*tables, *found.refused, *found.stray]
    loader.load()
    for table in tables:
        load_table(plan, loader.records, table)
    if base is not None:
        inherit(plan, base, loader.seen)
    return plan


def _read_table(folder: Path, path: Path) -> Source:
    table = TABLES[path.relative_to(folder).parts[0]]
    columns = Columns(table.columns, table.needed, table.numbers)
    return read_table(folder, path, columns)


def _placeholder(folder: Path) -> PlanInfo:
    """What stands for the plan's own record where it cannot be read."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", folder.name)[:64].strip("-") or "plan"
    return PlanInfo(id=name, title=folder.name or "plan")
