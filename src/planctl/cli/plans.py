"""Which plans a command line names."""

from __future__ import annotations

from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.errors import NothingToReadError, UsageError
from planctl.load import Surroundings, surround
from planctl.load.files import (
    PLAN_FILE,
    exists,
    find_almost,
    find_plan,
    find_plans,
    holds_plan,
    path_between,
)

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
    named = [one for path in paths for one in _matched(path)]
    for path in named or [Path()]:
        folders.update(dict.fromkeys(_folders(path, is_named=bool(paths))))
    surroundings = surround(*named)
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
    folders = [one.folder for one in find_named(others)] if others else []
    around = surround(named.folder, *folders) if others else named.surroundings
    checked = check_plan(named.folder, day, surroundings=around, **options)
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


def _matched(path: Path) -> list[Path]:
    """A path, or what a pattern stands for where the shell has left that to us.

    As `cmd.exe` does. Of what is found, only the folders, if there are any.
    """
    if exists(path):
        return [path]
    found = [Path(one) for one in sorted(glob(str(path)))]  # noqa: PTH207 - it may be absolute
    return [one for one in found if one.is_dir()] or found or [path]


def _folders(path: Path, *, is_named: bool) -> tuple[Path, ...]:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        # PowerShell takes the backslash in "my plan\" for a sign before the quote.
        hint = "; leave out the backslash at its end" if '"' in path.name else ""
        raise NothingToReadError(f"there is no file or folder {path}{hint}") from None
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
        almost = find_almost(folder)
        what = (
            f"{almost} is to be named {PLAN_FILE}"
            if almost
            else f"a plan is a folder with a {PLAN_FILE}"
        )
        raise NothingToReadError(
            f"no plan is in {path.resolve()}: {what}; 0 plans checked"
        )
    return found


def _from_here(folder: Path) -> str:
    try:
        # A drive of a network has two names on Windows; folders have the real one.
        here = Path.cwd().resolve()
    except OSError:
        # The current folder is gone.
        return folder.as_posix()
    return path_between(here, folder)
