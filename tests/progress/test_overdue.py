"""What is overdue: its last window ended and it is neither complete nor given up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.progress.plans import tasks, total

if TYPE_CHECKING:
    from tests.progress.plans import Check


def overdue(check: Check, status: str | None, fields: str, day: str) -> list[str]:
    """The overdue items of a plan with one task."""
    text = tasks(status, fields=f", {fields}")
    checked = check(text, as_of=date.fromisoformat(day))
    return list(total(checked).overdue)


@pytest.mark.parametrize(("day", "names"), [("2024-11-30", []), ("2024-12-01", ["T1"])])
def test_it_is_overdue_from_the_day_after_its_last(
    check: Check, day: str, names: list[str]
) -> None:
    assert overdue(check, "Ongoing", "due: Fall 2024", day) == names


@pytest.mark.parametrize(
    ("status", "names"),
    [
        ("Ongoing", ["T1"]),
        ("Not started", ["T1"]),
        ("On hold", ["T1"]),
        ("Wait and see", ["T1"]),
        (None, ["T1"]),
        ("Done", []),
        ("Discontinued", []),
    ],
)
def test_only_complete_and_discontinued_are_never_overdue(
    check: Check, status: str | None, names: list[str]
) -> None:
    assert overdue(check, status, "due: Fall 2024", "2025-06-30") == names


TIMES = {
    "due goes before period": ("due: Fall 2025, period: 2022-23", []),
    "else its own period": ("period: 2022-23", ["T1"]),
    "the last of several windows": ("due: 'Nov 2022; Nov 2025'", []),
    "all windows past": ("due: 'Nov 2022; Feb 2023'", ["T1"]),
    "the later of two readings": ("due: end of 2025", []),
    "open-ended alone": ("due: ongoing", []),
    "open-ended behind a window": ("due: Fall 2022/Ongoing", []),
    "a rhythm alone": ("due: monthly", []),
    "a rhythm with a window": ("due: 2022-23 (and recurring)", ["T1"]),
    "no year": ("due: October", []),
    "no time at all": ("note: some day", []),
}


@pytest.mark.parametrize("rule", TIMES)
def test_the_last_window_decides(check: Check, rule: str) -> None:
    fields, names = TIMES[rule]
    assert overdue(check, "Ongoing", fields, "2025-10-01") == names


def test_an_inherited_period_makes_nothing_overdue(check: Check) -> None:
    text = tasks("Ongoing").replace(
        "title: Literacy", "title: Literacy\n    period: 2022"
    )
    checked = check(text, as_of=date(2025, 10, 1))
    assert total(checked).overdue == ()


def test_an_item_that_is_not_reported_on_is_not_overdue(check: Check) -> None:
    text = tasks("Ongoing").replace("title: Literacy", "title: Literacy\n    due: 2022")
    checked = check(text, as_of=date(2025, 10, 1))
    goal = checked.plan.items[checked.plan.index["G1"]]
    assert not checked.standing.is_overdue(goal)
