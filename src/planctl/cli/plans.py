"""Which plans a command line names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.errors import NothingToReadError, UsageError
from planctl.load import Surroundings, surround
from planctl.load.files import find_plan, find_plans, holds_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planctl.check import CheckedPlan


class Named(NamedTuple):
    """A plan's folder, and how it is written from here: a relative POSIX path.

    `surroundings` are the plans of the same command, to which it may refer.
    """

    folder: Path
    path: str
    surroundings: Surroundings


def find_named(paths: Sequence[Path]) -> list[Named]:
    """The plans that some paths name, each once; none named: the one around here.

    Raises:
        NothingToReadError: a path does not exist, or no plan is there.
    """
    folders: dict[Path, None] = {}
    for path in paths or [Path()]:
        folders.update(dict.fromkeys(_folders(path, is_named=bool(paths))))
    surroundings = surround(*paths)
    return [Named(folder, _from_here(folder), surroundings) for folder in folders]


def check_with_others(
    path: Path | None,
    others: Sequence[Path],
    day: date,
    **options: Any,  # noqa: ANN401 - those of check_plan
) -> tuple[CheckedPlan, Named]:
    """Check the one plan that a path names, together with other plans.

    Args:
        path: the plan; the one around here where none is named.
        others: plans, or folders of plans, whose work serves it.
        day: the day on which one stands.
        options: passed on to `check_plan`.

    Raises:
        NothingToReadError: there is none.
        UsageError: there are several where one is meant.
    """
    from planctl.check import check_plan, with_others

    named = find_one(path)
    around = surround(named.folder, *others) if others else named.surroundings
    checked = check_plan(named.folder, day, surroundings=around, **options)
    folders = [one.folder for one in find_named(others)] if others else []
    return with_others(
        checked,
        (
            check_plan(folder, checked.standing.as_of, surroundings=around)
            for folder in folders
            if folder != named.folder
        ),
    ), named


def find_one(path: Path | None) -> Named:
    """The one plan that a path names.

    Raises:
        NothingToReadError: there is none.
        UsageError: there are several.
    """
    named = find_named([path] if path else [])
    if len(named) > 1:
        several = ", ".join(one.path for one in named[:5])
        raise UsageError(
            f"{path} holds {len(named)} plans ({several}); name one of them"
        )
    return named[0]


def _folders(path: Path, *, is_named: bool) -> tuple[Path, ...]:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        raise NothingToReadError(f"there is no file or folder {path}") from None
    folder = real if real.is_dir() else real.parent
    if not is_named:
        around = find_plan(folder)
        found = (around,) if around else find_plans(folder)
    elif holds_plan(folder):
        found = (folder,)
    else:
        under = find_plans(folder) if real.is_dir() else ()
        around = find_plan(folder)
        found = under or ((around,) if around else ())
    if not found:
        raise NothingToReadError(
            f"no plan is in {path.resolve()}: a plan is a folder with a plan.yaml; "
            "0 plans checked"
        )
    return found


def _from_here(folder: Path) -> str:
    try:
        relative = os.path.relpath(folder)
    except (ValueError, OSError):
        # Another drive, on Windows; or a current folder that is gone.
        return folder.as_posix()
    return Path(relative).as_posix()
