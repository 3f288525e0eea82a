"""The plans around a plan: the one it uses, and those named in the same command.

Of the others only ids and titles are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.load.files import PLAN_FILE, find_plans, holds_plan, posix

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planctl.load.loaded import LoadedPlan

    Load = Callable[[Path, "Surroundings", tuple[Path, ...]], LoadedPlan]


class Surroundings:
    """Loads other plans once each, when something refers to them."""

    def __init__(self, load: Load, named: tuple[Path, ...] = ()) -> None:
        self._load = load
        self._named = named
        self._loaded: dict[Path, LoadedPlan] = {}
        self._folders: dict[str, Path] | None = None
        self._titles: dict[str, Mapping[str, str]] = {}

    def load(self, folder: Path, above: tuple[Path, ...]) -> LoadedPlan:
        """The plan in a folder, which plans in the folders `above` use."""
        if folder not in self._loaded:
            self._loaded[folder] = self._load(folder, self, above)
        return self._loaded[folder]

    def find(self, folder: Path, text: str) -> Path | str:
        """The folder of the plan that `uses: text` names, or why there is none.

        It lies in the same git work tree, or below a folder named in the command.
        """
        try:
            target = (folder / posix(text)).resolve()
        except (OSError, RuntimeError):
            # A loop of links, before Python 3.13.
            return f"no plan is at {text}"
        target = target.parent if target.name == PLAN_FILE else target
        if not holds_plan(target):
            return f"no plan is at {text}"
        tree = work_tree(folder)
        roots = (*self._named, *((tree,) if tree else ()))
        if not any(target.is_relative_to(root) for root in roots):
            return f"the plan at {text} lies outside this repository"
        return target

    def is_named(self, folder: Path) -> bool:
        """Whether a folder lies in one that the command names."""
        return any(folder.is_relative_to(root) for root in self._named)

    def titles(self, prefix: str) -> Mapping[str, str] | None:
        """The titles of a plan's items by id; none where the plan is not at hand."""
        if prefix in self._titles:
            return self._titles[prefix]
        folder = self._by_id().get(prefix)
        if folder is None:
            return None
        # Not kept: of a plan that is only referred to, ids and titles are enough.
        plan = self._loaded.get(folder) or self._load(folder, self, (folder,))
        self._titles[prefix] = titles_of(plan)
        return self._titles[prefix]

    def prefixes(self) -> tuple[str, ...]:
        """The ids of the plans that the command names."""
        return tuple(self._by_id())

    def _by_id(self) -> dict[str, Path]:
        if self._folders is None:
            folders = [path for root in self._named for path in find_plans(root)]
            self._folders = {_plan_id(folder): folder for folder in folders}
        return self._folders


def titles_of(plan: LoadedPlan) -> dict[str, str]:
    """The titles of a plan's items by id."""
    return {item.record.id: item.record.title for item in plan.items}


def _plan_id(folder: Path) -> str:
    """The id of the plan in a folder, from its `plan.yaml` alone."""
    from planctl.source.reading import read_source

    data = read_source(folder, folder / PLAN_FILE).data
    info = data.get("plan") if isinstance(data, dict) else None
    name = info.get("id") if isinstance(info, dict) else None
    return name if isinstance(name, str) else ""


def work_tree(folder: Path) -> Path | None:
    """The git work tree around a folder, if there is one."""
    around = (folder, *folder.parents)
    return next((one for one in around if (one / ".git").exists()), None)
