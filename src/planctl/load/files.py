"""Which files belong to a plan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.source import Source

if TYPE_CHECKING:
    from pathlib import Path

PLAN_FILE = "plan.yaml"
YAML_SUFFIXES = (".yaml", ".yml")
TABLE_SUFFIX = ".csv"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TABLE_FOLDERS = (
    *("baselines", "budgets", "claims", "observations", "targets", "updates"),
)
NOT_THE_PLANS = frozenset({"templates", "docs", "node_modules"})

_FOLDERS = ", ".join(f"{name}/" for name in TABLE_FOLDERS[:-1])
_FOLDERS = f"{_FOLDERS} or {TABLE_FOLDERS[-1]}/"
_OPEN_IT = "check that you may open it; what is in it is not read"
_PUT_IN = "what is in it is not read; put the files themselves into the plan"
_RENAME = "name the folder otherwise; its files are not read"


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a plan by kind, each in path order.

    `tables` are the CSV files in the folders for them; `refused` cannot be read;
    `stray` are tables that stand where none is read.
    """

    yaml: tuple[Path, ...]
    tables: tuple[Path, ...]
    refused: tuple[Source, ...]
    stray: tuple[Source, ...]


def find_files(folder: Path, exclude: tuple[str, ...] = ()) -> Files:
    """Find the files of the plan in a folder.

    Hidden folders, `templates/`, `docs/`, `node_modules/`, nested plans and what the
    plan excludes are passed over; links to folders are refused.
    """
    found: list[str] = []
    refused: list[Source] = []
    waiting = [""]
    while waiting:
        here = waiting.pop()
        try:
            folders, links, names = _list(folder / here)
        except OSError as error:
            reason = f"the folder cannot be read: {error.strerror}"
            refused.append(_refuse(here.rstrip("/"), reason, _OPEN_IT))
            continue
        for name in sorted((*folders, *links)):
            path = f"{here}{name}"
            if name in NOT_THE_PLANS or _is_passed_over(path, exclude):
                continue
            if name in links:
                refused.append(_refuse(path, f"{name} is a link to a folder", _PUT_IN))
            elif name.lower().endswith(YAML_SUFFIXES):
                refused.append(_refuse(path, f"{name} is a folder", _RENAME))
            elif not holds_plan(folder / path):
                waiting.append(f"{path}/")
        found += [
            path
            for name in names
            if name.lower().endswith((*YAML_SUFFIXES, TABLE_SUFFIX, *WORKBOOKS))
            and not _is_passed_over(path := f"{here}{name}", exclude)
        ]
    found.sort()
    return Files(
        tuple(folder / path for path in found if path.lower().endswith(YAML_SUFFIXES)),
        tuple(folder / path for path in found if _is_table(path)),
        tuple(refused),
        tuple(_stray(path) for path in found if _is_stray(path)),
    )


def _is_stray(path: str) -> bool:
    return not path.lower().endswith(YAML_SUFFIXES) and not _is_table(path)


def _stray(path: str) -> Source:
    source = Source(path)
    workbook = path.lower().endswith(WORKBOOKS)
    named = path.rpartition("/")[2].lower()
    folder = next((one for one in TABLE_FOLDERS if named.startswith(one[:-1])), "")
    where = f"the folder {folder}/" if folder else _FOLDERS
    source.report(
        declared.STRAY_TABLE,
        "a workbook is not read" if workbook else "this table is not read here",
        source.whole(),
        help=f'save its sheet as "CSV UTF-8" in {where}'
        if workbook
        else f"put it into {where}",
    )
    return source


def holds_plan(folder: Path) -> bool:
    """Whether a folder holds a `plan.yaml`, as far as one may look."""
    try:
        return (folder / PLAN_FILE).is_file()
    except OSError:
        return False


def find_plan(start: Path) -> Path | None:
    """The folder of the plan around a file or folder, if there is one."""
    return next((one for one in (start, *start.parents) if holds_plan(one)), None)


def find_plans(folder: Path) -> tuple[Path, ...]:
    """The folders of all plans at or under a folder, in path order."""
    found = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            folders, _, names = _list(here)
        except OSError:
            continue
        if PLAN_FILE in names:
            found.append(here)
        waiting += [
            here / name
            for name in folders
            if not name.startswith(".") and name != "node_modules"
        ]
    return tuple(sorted(found))


def _list(folder: Path) -> tuple[list[str], set[str], list[str]]:
    """The names of the folders, of the links to folders and of all else in a folder.

    Raises:
        OSError: the folder may not be read.
    """
    folders, links, names = [], set(), []
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                is_folder = entry.is_dir()
            except OSError:
                # A link that leads to itself: reading it will say so.
                is_folder = False
            if not is_folder:
                names.append(entry.name)
            elif entry.is_symlink():
                links.add(entry.name)
            else:
                folders.append(entry.name)
    return folders, links, names


def _is_table(path: str) -> bool:
    """Whether a path is that of a table which is read."""
    folder, _, name = path.partition("/")
    return folder in TABLE_FOLDERS and name.lower().endswith(TABLE_SUFFIX)


def _is_passed_over(path: str, exclude: tuple[str, ...]) -> bool:
    """Whether a file or folder is hidden, or one that the plan excludes."""
    return path.rpartition("/")[2].startswith(".") or any(
        fnmatchcase(path, pattern.rstrip("/"))
        or path.startswith(f"{pattern.rstrip('/')}/")
        for pattern in exclude
    )


def _refuse(path: str, reason: str, remedy: str) -> Source:
    source = Source(path)
    source.refuse(declared.UNREADABLE_FILE, reason, source.whole(), help=remedy)
    return source
