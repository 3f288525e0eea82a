"""Which files belong to a plan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from planctl.diagnostics import declared
from planctl.source import Source

PLAN_FILE = "plan.yaml"
YAML_SUFFIXES = (".yaml", ".yml")
NOT_THE_PLANS = frozenset({"templates", "docs", "node_modules"})


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a plan by kind, each in path order.

    `updates` are the CSV files in `updates/`; `refused` cannot be read.
    """

    yaml: tuple[Path, ...]
    updates: tuple[Path, ...]
    refused: tuple[Source, ...]


def find_files(folder: Path, exclude: tuple[str, ...] = ()) -> Files:
    """Find the files of the plan in a folder.

    Hidden folders, `templates/`, `docs/`, `node_modules/`, nested plans and what the
    plan excludes are passed over; links to folders are refused.
    """
    found: list[Path] = []
    refused: list[Source] = []
    for here, folders, names in os.walk(folder):
        parent = Path(here)
        kept = []
        for name in sorted(folders):
            path = parent / name
            relative = path.relative_to(folder).as_posix()
            if name.startswith(".") or name in NOT_THE_PLANS:
                continue
            if _is_excluded(relative, exclude):
                continue
            if path.is_symlink() or name.endswith(YAML_SUFFIXES):
                refused.append(_refuse_folder(path, relative))
            elif not (path / PLAN_FILE).is_file():
                kept.append(name)
        folders[:] = kept
        found += [
            parent / name
            for name in names
            if name.endswith((*YAML_SUFFIXES, ".csv"))
            and not name.startswith(".")
            and not _is_excluded(
                (parent / name).relative_to(folder).as_posix(), exclude
            )
        ]
    found.sort(key=lambda path: path.relative_to(folder).as_posix())
    return Files(
        tuple(path for path in found if path.suffix != ".csv"),
        tuple(path for path in found if _is_table(path.relative_to(folder), "updates")),
        tuple(refused),
    )


def find_plan(start: Path) -> Path | None:
    """The folder of the plan around a file or folder, if there is one."""
    for folder in (start, *start.parents):
        if (folder / PLAN_FILE).is_file():
            return folder
    return None


def find_plans(folder: Path) -> tuple[Path, ...]:
    """The folders of all plans at or under a folder, in path order."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name != "node_modules"
        )
        if PLAN_FILE in names:
            found.append(Path(here))
    return tuple(sorted(found))


def _is_table(relative: Path, folder: str) -> bool:
    """Whether a file is a table in one of the folders that hold tables."""
    return relative.suffix == ".csv" and relative.parts[0] == folder


def _is_excluded(relative: str, exclude: tuple[str, ...]) -> bool:
    return any(
        fnmatchcase(relative, pattern.rstrip("/"))
        or relative.startswith(f"{pattern.rstrip('/')}/")
        for pattern in exclude
    )


def _refuse_folder(path: Path, relative: str) -> Source:
    source = Source(relative)
    is_link = path.is_symlink()
    source.refuse(
        declared.UNREADABLE_FILE,
        f"{path.name} is a link to a folder" if is_link else f"{path.name} is a folder",
        source.whole(),
        help="what is in it is not read; put the files themselves into the plan"
        if is_link
        else "name the folder otherwise; its files are not read",
    )
    return source
