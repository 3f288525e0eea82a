"""Plans that nearly break a rule, beside those in the golden folders."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

LETTERED = """\
levels: {kpis: KPI}
kpis:
  - {id: K1, number: "1", title: One}
  - {id: K2, number: "2", title: Two}
  - {id: K3A, number: 3A, title: Three at first}
  - {id: K3B, number: 3B, title: Three again}
  - {id: K4, number: "4", title: Four}
"""
NEW_PLAN = """\
levels: {actions: {name: Action, expects: [status]}}
cycles: {annual-update: June}
actions: [{id: A1, title: Class size}, {id: A2, title: New books}]
updates: {cycle: CYCLE, items: {A1: complete}}
"""
YEARLY = """\
levels: {goals: Goal}
goals:
  id: G1
  title: Good teachers
  success_criteria:
    - {text: All teachers are certified, due: 2016-17}
    - {text: All teachers are certified, due: 2017-18}
"""
LATE = """\
levels: {goals: Goal}
goals:
  id: G1
  title: Children who read
  measures:
    id: readers
    title: Children who read
    unit: percent
    direction: increase
    baseline: 52% in 2018-19
    targets: TARGET
"""
UNREAD = """\
levels: {goals: Goal}
goals:
  id: G1
  title: Children who read, 48%
  measures:
    id: readers
    title: Children who read
    unit: percent
    targets: [45% by 2018, ANOTHER]
"""


@pytest.mark.parametrize(
    ("rule", "body", "is_told"),
    [
        ("numbering-skips", LETTERED, False),
        ("numbering-skips", LETTERED.replace("3A", "5A").replace("3B", "5B"), True),
        ("no-status", NEW_PLAN.replace("CYCLE", "2015-16/annual-update"), False),
        ("no-status", NEW_PLAN.replace("CYCLE", "2016-17/annual-update"), True),
        ("already-met", LATE.replace("TARGET", "at least 50% by 2017-18"), False),
        ("already-met", LATE.replace("TARGET", "at least 50% by 2019-20"), True),
        ("direction-mismatch", LATE.replace("TARGET", "50% by 2017-18"), False),
        ("direction-mismatch", LATE.replace("TARGET", "50% by 2019-20"), True),
        ("listed-twice", YEARLY, False),
        ("listed-twice", YEARLY.replace("2017-18", "2016-17"), True),
        (
            "title-contradicts-target",
            UNREAD.replace("ANOTHER", "more or so 48%"),
            False,
        ),
        ("title-contradicts-target", UNREAD.replace("ANOTHER", "47% by 2019"), True),
    ],
)
def test_a_near_miss_is_silent(
    check: Check, rule: str, body: str, *, is_told: bool
) -> None:
    head = "plan: {id: lakeshore, title: Lakeshore plan, period: 2016-2019}\n"
    found = check(head + body, as_of=date(2017, 8, 1))
    assert (rule in {one.rule for one in found.diagnostics}) is is_told
