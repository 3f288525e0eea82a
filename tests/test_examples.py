"""Every example validates, rolls up, reports and exports."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from planctl.diagnostics import Severity
from planctl.progress.rollup import roll_up_plan
from planctl.report.export import build_export
from tests.conftest import AS_OF, EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/plan.yaml"))
SNAPSHOTS = ROOT / "tests" / "snapshots"


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_no_errors_and_every_ignored_finding_has_a_reason(
    name: str,
) -> None:
    checked = check_plan(EXAMPLES / name, AS_OF)
    assert checked.count(Severity.ERROR) == 0
    assert all(one.reason for one in checked.ignored)
    assert not [one for one in checked.diagnostics if one.check.family == "ignores"]


@pytest.mark.parametrize("name", NAMES)
def test_the_export_of_an_example_holds_every_item_once(name: str) -> None:
    checked = check_plan(EXAMPLES / name, AS_OF)
    ids = [item.id for item in build_export(checked, name).items]
    assert len(ids) == len(set(ids)) == len(checked.plan.items)


@pytest.mark.parametrize("name", NAMES)
def test_the_markdown_packet_of_an_example_is_as_expected(
    name: str,
    tmp_path: Path,
    run: Callable[..., Ran],
    snapshot: Callable[[Path, str], None],
) -> None:
    copy = tmp_path / name
    shutil.copytree(EXAMPLES / name, copy)
    words = ["--format", "md", "--output", "-", "--as-of", "2024-11-01"]
    text = run("report", copy, *words).out
    snapshot(SNAPSHOTS / f"{name}.md", text)


@pytest.mark.parametrize("name", NAMES)
def test_the_status_tree_of_an_example_is_as_expected(
    name: str, run: Callable[..., Ran], snapshot: Callable[[Path, str], None]
) -> None:
    text = run("status", EXAMPLES / name, "--as-of", "2024-11-01").out
    snapshot(SNAPSHOTS / f"{name}-status.txt", text)


@pytest.mark.parametrize("name", NAMES)
def test_the_targets_of_an_example_stand_as_expected(
    name: str, run: Callable[..., Ran], snapshot: Callable[[Path, str], None]
) -> None:
    text = run("progress", EXAMPLES / name, "--as-of", "2022-06-30").out
    snapshot(SNAPSHOTS / f"{name}-progress.txt", text)


def test_no_snapshot_is_left_over() -> None:
    kinds = (".md", "-status.txt", "-progress.txt")
    expected = {f"{name}{rest}" for name in NAMES for rest in kinds}
    assert {path.name for path in SNAPSHOTS.iterdir()} == expected


def test_haverhill_has_the_counts_of_its_document(run: Callable[..., Ran]) -> None:
    document = json.loads(run("status", EXAMPLES / "haverhill", "--format", "json").out)
    counts = document["totals"]["counts"]
    assert (counts["complete"], counts["in_progress"]) == (16, 41)
    assert (counts["on_hold"], counts["not_reported"]) == (4, 9)
    assert (document["totals"]["reported"], document["totals"]["of"]) == (61, 70)


def test_haverhills_priorities_are_served_by_what_aligns_to_them() -> None:
    checked = check_plan(EXAMPLES / "haverhill", AS_OF)
    served = roll_up_plan(checked.standing).served_by
    by_id = {checked.plan.items[p].id: r for p, r in served.items()}
    assert {name: rollup.of for name, rollup in by_id.items()} == {
        "P1": 46,
        "P2": 60,
        "P3": 60,
        "P4": 27,
    }


def test_the_examples_page_names_every_example() -> None:
    text = (EXAMPLES / "README.md").read_text("utf-8")
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == NAMES
