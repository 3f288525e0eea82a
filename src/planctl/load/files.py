"""Which files belong to a plan."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from planctl.diagnostics import declared
from planctl.source import Source

PLAN_FILE = "plan.yaml"
_ALMOST = (PLAN_FILE, "plan.yml", f"{PLAN_FILE}.txt", "plan.yml.txt")
YAML_SUFFIXES = (".yaml", ".yml")
TABLE_SUFFIX = ".csv"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TABLE_FOLDERS = (
    *("baselines", "budgets", "claims", "observations", "targets", "updates"),
)
_READ = (*YAML_SUFFIXES, TABLE_SUFFIX)
_RENAMED = (*(f"{suffix}.txt" for suffix in _READ), ".tsv")
_IN_TABLES = tuple(f"{name}/" for name in TABLE_FOLDERS)
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
    exclude = tuple(posix(pattern).rstrip("/") for pattern in exclude)
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
            if _may_belong(path := f"{here}{name}")
            and not _is_passed_over(path, exclude)
        ]
    found.sort()
    return Files(
        tuple(folder / path for path in found if path.lower().endswith(YAML_SUFFIXES)),
        tuple(folder / path for path in found if _is_table(path)),
        tuple(refused),
        tuple(_stray(path) for path in found if _is_stray(path)),
    )


def _may_belong(path: str) -> bool:
    """Whether a path is that of a plan's file, or was to be: `.txt` is soon added."""
    name = path.lower()
    return name.endswith((*_READ, *WORKBOOKS, *_RENAMED)) or (
        name.endswith(".txt") and path.startswith(_IN_TABLES)
    )


def _is_stray(path: str) -> bool:
    return not path.lower().endswith(YAML_SUFFIXES) and not _is_table(path)


def _stray(path: str) -> Source:
    source = Source(path)
    workbook = path.lower().endswith(WORKBOOKS)
    if not workbook and not path.lower().endswith(TABLE_SUFFIX):
        _tell_renamed(source)
        return source
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


def _tell_renamed(source: Source) -> None:
    """Say that a name ends as none of a plan does, and what it is to be."""
    name = source.path.rpartition("/")[2]
    stem, _, end = name.rpartition(".")
    meant = stem if stem.lower().endswith(_READ) else f"{stem}{TABLE_SUFFIX}"
    source.report(
        declared.STRAY_TABLE,
        f"a name that ends in .{end} is not read",
        source.whole(),
        help=f"name it {meant} if it belongs to the plan",
    )


def posix(path: str) -> str:
    """A path in a plan as all systems read it: with slashes, also from Windows."""
    return path.replace("\\", "/")


def holds_plan(folder: Path) -> bool:
    """Whether a folder holds a `plan.yaml`, as far as one may look.

    The name is written so, also where Windows and macOS would find it otherwise.
    """
    try:
        return (folder / PLAN_FILE).is_file() and any(
            path.name == PLAN_FILE for path in folder.iterdir()
        )
    except OSError:
        return False


def exists(path: Path) -> bool:
    """Whether something is at a path; nothing is where it is too long for a name."""
    try:
        return path.exists()
    except OSError:
        return False


def find_almost(folder: Path) -> str:
    """The name of a file that was to be a folder's `plan.yaml`, if there is one.

    Notepad adds `.txt`, and does not show it.
    """
    try:
        _, _, names = _list(folder)
    except OSError:
        return ""
    return next((one for one in sorted(names) if one.lower() in _ALMOST), "")


def path_between(start: Path, folder: Path) -> str:
    """The relative POSIX path from a folder to another; both are resolved.

    An absolute one where there is none, as between two drives of Windows.
    """
    try:
        return Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:
        return folder.as_posix()


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
    # Not as paths: those of Windows know no capitals.
    return tuple(sorted(found, key=lambda one: one.parts))


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
            elif entry.is_symlink() or _is_junction(entry):
                links.add(entry.name)
            else:
                folders.append(entry.name)
    return folders, links, names


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is a link of the kind that Windows has besides."""
    if sys.platform != "win32":
        return False
    found = entry.stat(follow_symlinks=False)
    return found.st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT


def _is_table(path: str) -> bool:
    """Whether a path is that of a table which is read."""
    folder, _, name = path.partition("/")
    return folder in TABLE_FOLDERS and name.lower().endswith(TABLE_SUFFIX)


def _is_passed_over(path: str, exclude: tuple[str, ...]) -> bool:
    """Whether a file or folder is hidden, or one that the plan excludes."""
    # Excel keeps `~$goals.xlsx` beside a workbook that is open.
    return path.rpartition("/")[2].startswith((".", "~$")) or any(
        fnmatchcase(path, pattern) or path.startswith(f"{pattern}/")
        for pattern in exclude
    )


def _refuse(path: str, reason: str, remedy: str) -> Source:
    source = Source(path)
    source.refuse(declared.UNREADABLE_FILE, reason, source.whole(), help=remedy)
    return source
