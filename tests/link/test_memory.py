"""A plan that nobody needs any more leaves the memory, though no collector runs."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from planctl.check import check_plan
from planctl.collector import collector_off
from planctl.link import link_plan
from planctl.load import LoadedPlan, load_plan
from tests.conftest import AS_OF, ROOT

if TYPE_CHECKING:
    from pathlib import Path


def _alive(folder: Path) -> int:
    """How many plans of a folder are in memory."""
    plans = (one for one in gc.get_objects() if isinstance(one, LoadedPlan))
    return sum(one.folder == folder for one in plans)


def test_a_linked_plan_that_is_dropped_leaves_the_memory(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    text = "plan: {id: p, title: Lakeshore}\nlevels: {goals: Goal}\n"
    (folder / "plan.yaml").write_text(
        f"{text}goals:\n  - {{id: G1, title: All read}}\n", encoding="utf-8"
    )
    with collector_off():
        loaded = load_plan(folder)
        linked = link_plan(loaded)
        assert linked.plan.items
        assert _alive(folder) == 1
        del loaded, linked
        assert _alive(folder) == 0


def test_a_checked_plan_that_is_dropped_leaves_the_memory() -> None:
    folder = ROOT / "examples" / "hartford"
    with collector_off():
        checked = check_plan(folder, AS_OF)
        assert checked.diagnostics or checked.ignored
        assert _alive(folder.resolve()) == 1
        del checked
        assert _alive(folder.resolve()) == 0
