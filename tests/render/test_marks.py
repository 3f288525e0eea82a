"""Marks in text stand below what they mark, whatever the line holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from planctl.render.terminal import TextOptions, render_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planctl.check import CheckedPlan

    Check = Callable[[Mapping[str, str | bytes]], CheckedPlan]

HEAD = "plan: {id: p, title: P}\nlevels: {goals: Goal}\ngoals:\n"
BEFORE = (
    "plain",
    "漢字かな",
    "e\u0301a\u0308",
    "\u00e9\u00fc",
    "😀 👍🏽",
    "tab\tinside",
    "a\u200bb",
    "x" * 300,
    "漢" * 150,
)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", BEFORE)
def test_the_mark_is_below_the_id(check: Check, before: str, line_break: str) -> None:
    text = f"{HEAD}  - {{id: G1, title: '{before}', aligns_to: XYZ9}}\n"
    checked = check({"plan.yaml": text.replace("\n", line_break).encode()})
    lines = render_findings(checked, "plan").splitlines()
    place = next(at for at, line in enumerate(lines) if "aligns_to: XYZ9" in line)
    quoted, marks = lines[place], lines[place + 1]
    start = cell_len(quoted[: quoted.index("XYZ9")])
    assert marks.index("^") == start
    assert marks.count("^") == len("XYZ9")


@pytest.mark.parametrize("room", [40, 68, 120])
@pytest.mark.parametrize("before", BEFORE)
def test_no_line_of_a_file_is_wider_than_its_room(
    check: Check, before: str, room: int
) -> None:
    text = f"{HEAD}  - {{id: G1, title: '{before * 9}', aligns_to: XYZ9}}\n"
    checked = check({"plan.yaml": text.encode()})
    told = render_findings(checked, "plan", TextOptions(room=room))
    quoted = [line for line in told.splitlines() if line.startswith("  4 | ")]
    assert quoted
    # The sign that a line was cut, and a wide letter on the edge.
    assert all(cell_len(line) <= room + len("  4 | ") + 3 for line in quoted)
