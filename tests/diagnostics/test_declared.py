"""Every declared check with the smallest plan that raises it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.diagnostics import declared
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planctl.check import CheckedPlan

HEAD = "plan: {id: lakeshore, title: Lakeshore Unified}\nlevels: {tasks: Task}\n"
ONE = f"{HEAD}tasks: {{id: T1, title: Hire}}\n"
MEASURE = f"{ONE}measures: {{id: m1, title: a}}\n"


def task(field: str) -> str:
    """A plan whose one task has one more field."""
    return f"{HEAD}tasks:\n  - id: T1\n    title: Hire\n    {field}\n"


RAISED: dict[str, str | dict[str, str | bytes]] = {
    "unreadable-file": {"plan.yaml": ONE, "goals.yaml/notes.txt": ""},
    "not-utf-8": {"plan.yaml": ONE, "more.yaml": "owners: Amélie\n".encode("cp1252")},
    "control-character": task('note: "Read\\0Write"'),
    "yaml-syntax": task("note: Goal 1: Literacy"),
    "yaml-feature": task("note: *Implement it"),
    "duplicate-key": task("title: Again"),
    "lost-text": task("note: Increased # of schools"),
    "null-value": task("note: null"),
    "stray-table": {"plan.yaml": ONE, "tables/goals.csv": "id,title\n"},
    "unknown-key": task("notes: A remark"),
    "missing-key": f"{HEAD}tasks: {{id: T1}}\n",
    "invalid-value": task("weight: heavy"),
    "unread-date": task("due: soonish"),
    "unread-target": f"{ONE}measures: {{id: m1, title: a, targets: about 60%}}\n",
    "unread-value": f"{MEASURE}observations: "
    "{measure: m1, period: 2022-23, value: about 60%}\n",
    "duplicate-observation": f"{MEASURE}observations:\n"
    + "  - {measure: m1, period: 2022-23, value: 60%}\n" * 2,
    "bad-derivation": f"{MEASURE}  derive: {{how: sum, of: m1}}\n".replace(
        "measures: {id: m1, title: a}\n", "measures:\n- id: m1\n  title: a\n"
    ),
    "unknown-verdict": f"{MEASURE}claims: {{measure: m1, verdict: Green}}\n",
    "status-on-item": task("status: Completed"),
    "duplicate-section": {"plan.yaml": ONE, "more.yaml": "levels: {goals: Goal}\n"},
    "unknown-format": ONE.replace("Unified}", "Unified, format: 9}"),
    "duplicate-id": f"{HEAD}tasks: [{{id: T1, title: a}}, {{id: T1, title: b}}]\n",
    "unknown-reference": task("aligns_to: T9"),
    "unknown-name": task("responsible: Coaches\nowners: Principals"),
    "unknown-prefix": task("aligns_to: district:T9"),
    "unknown-plan": ONE.replace("Unified}", "Unified, uses: ../district}"),
    "unknown-level": f"{ONE}cycles: {{walk: {{when: Fall, reports: goals}}}}\n",
    "unknown-cycle": f"{ONE}updates: {{cycle: February}}\n",
    "duplicate-update": f"{ONE}updates:\n"
    + "  - {cycle: as-published, items: {T1: in progress}}\n" * 2,
    "unused-ignore": task("due: 2024  # planctl: ignore[unread-date] as printed"),
    "malformed-ignore": task("note: Hm  # planctl: ignore as printed"),
}


TESTED = "".join(
    path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")
)


@pytest.mark.parametrize("name", declared.BY_NAME)
def test_every_declared_check_is_raised_by_some_test(name: str) -> None:
    assert name in RAISED or f'"{name}"' in TESTED


@pytest.mark.parametrize("name", RAISED)
def test_one_mistake_is_one_finding(
    check: Callable[[str | Mapping[str, str | bytes]], CheckedPlan], name: str
) -> None:
    (one,) = check(RAISED[name]).diagnostics
    assert one.rule == name
    assert one.check is declared.BY_NAME[name]
    assert one.message
    assert one.span.line >= 1
