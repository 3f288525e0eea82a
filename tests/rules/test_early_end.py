"""How much work must be left, and how much of it must end, before one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """\
plan: {id: lakeshore, title: Lakeshore plan, period: 2023-2026}
levels: {tasks: Task}
tasks:
"""
FIRST, LAST, LASTING = "June 2024", "June 2026", "2023/Ongoing"


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ([FIRST] * 9, ""),
        ([FIRST] * 10, "none of the 10 items with a last day ends after 2023-24"),
        ([FIRST] * 19 + [LAST], ""),
        (
            [FIRST] * 20 + [LAST],
            "only 1 of the 21 items with a last day ends after 2023-24",
        ),
        (
            [FIRST] * 39 + [LAST] * 2,
            "only 2 of the 41 items with a last day end after 2023-24",
        ),
        ([FIRST] * 10 + [LASTING] * 10, "none of the 10 items"),
        ([FIRST] * 10 + [LASTING] * 11, ""),
        (["June 2025"] * 10, "ends after 2024-25"),
        (["June 2026"] * 10, ""),
    ],
)
def test_work_that_ends_early_is_told(
    check: Check, times: list[str], told: str
) -> None:
    tasks = [
        f"  - {{id: T{place}, title: Task {place}, period: {time}}}\n"
        for place, time in enumerate(times, 1)
    ]
    found = check(HEAD + "".join(tasks))
    said = [one.message for one in found.diagnostics if one.rule == "early-end"]
    assert bool(said) is bool(told)
    assert all(told in message for message in said)
