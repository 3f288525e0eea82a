"""A target for every group or school of which nothing is known is judged nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

PLAN = """
plan: {{id: lakeshore, title: Lakeshore, period: 2024-27}}
levels: {{goals: Goal}}
{named}
goals: [{{id: G1, title: Fewer suspensions, measures: absent}}]
measures:
  - id: absent
    title: Suspensions
    unit: percent
    direction: decrease
    baseline: 6% in 2023-24
    targets: {target}
"""


@pytest.mark.parametrize(
    ("target", "named", "said"),
    [
        ("no student group above 5%", "", ["for every group, and the plan names none"]),
        ("at most 5% in each school", "", ["for every site, and the plan names none"]),
        ("at most 5%", "", []),
        ("at most 5% in each school", "groups: Boys", ["the plan names none"]),
        ("at most 5% in each group", "groups: Boys", ["nothing is known of absent"]),
        ("-2 points for each group", "groups: Boys", []),
    ],
)
def test_every_one_of_none_is_told(
    check: Check, target: str, named: str, said: list[str]
) -> None:
    checked = check(PLAN.format(target=target, named=named))
    told = [
        one.message
        for one in checked.diagnostics
        if one.rule == "subgroup-without-data"
    ]
    assert len(told) == len(said)
    assert all(part in one for one, part in zip(told, said, strict=True))
