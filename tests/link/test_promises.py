"""Targets as a plan promises them: on a measure, or at the item that it judges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.findings import found, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.link.linked import Promise

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified, period: 2022-2026}
levels: {goals: Goal}
groups: {name: English learners, id: EL}
sites: {name: North School, id: north}
"""


def promises(check: Check, text: str) -> tuple[Promise, ...]:
    """The targets of a plan that nothing may be wrong with."""
    checked = check(HEAD + text)
    assert told(checked) == []
    return checked.plan.promises


def target(check: Check, written: str, goal: str = "") -> Promise:
    """One target as an item promises it."""
    (promise,) = promises(
        check,
        f"""
measures: {{id: m1, title: Reading}}
goals:
  - id: G1
    title: Literacy
    {goal}
    measures: {{measure: m1, targets: {written}}}
""",
    )
    return promise


def test_a_target_on_a_measure_belongs_to_no_item(check: Check) -> None:
    found = promises(
        check, "measures: {id: m1, title: Reading, targets: [27% by 2024, 30%]}\n"
    )
    assert [(one.id, one.item, one.position) for one in found] == [
        ("m1.1", None, 1),
        ("m1.2", None, 2),
    ]
    assert found[0].due is not None
    assert found[0].due.last_day == date(2024, 6, 30)
    assert found[1].due is None


def test_a_target_promised_at_an_item_names_both(check: Check) -> None:
    promise = target(check, "+22% by 2024")
    assert promise.id == "m1@G1.1"
    assert promise.text == "+22% by 2024"
    assert promise.reading is None
    assert promise.item == 0


def test_a_measure_defined_in_place_promises_where_it_stands(check: Check) -> None:
    (promise,) = promises(
        check,
        """
goals:
  - id: G1
    title: Literacy
    due: Fall 2023
    measures: {id: m2, title: Books, targets: 40}
""",
    )
    assert promise.id == "m2@G1.1"
    assert promise.reading is not None
    assert promise.reading.value == Decimal(40)
    assert promise.due is not None
    assert promise.due.last_day == date(2023, 11, 30)


DUE = {
    "the date in the text": ("27% by 2023", "due: 2024", date(2023, 6, 30)),
    "the field": ("{text: 27% by 2023, by: Fall 2025}", "", date(2025, 11, 30)),
    "the item's due date": ("27%", "due: Spring 2024", date(2024, 5, 31)),
    "the end of its period": ("27%", "period: 2024-25", date(2025, 6, 30)),
    "the end of the plan's period": ("27%", "", date(2026, 6, 30)),
    "the last of two dates": (
        "from 22.1% in 2022-23 to 27% in 2023-24",
        "",
        date(2024, 6, 30),
    ),
    "not what names no time": ("27% by 10 schools", "due: 2024", date(2024, 6, 30)),
}


@pytest.mark.parametrize("rule", DUE)
def test_a_target_is_due_by(check: Check, rule: str) -> None:
    written, goal, day = DUE[rule]
    due = target(check, written, goal).due
    assert due is not None
    assert due.last_day == day


def test_a_target_may_be_for_a_group_at_a_site(check: Check) -> None:
    written = "{text: 27%, group: english learners, site: North school, number: 1a}"
    promise = target(check, written)
    assert (promise.groups, promise.sites, promise.number) == (
        ("EL",),
        ("north",),
        "1a",
    )


def test_a_group_that_is_not_declared_is_reported_where_it_stands(check: Check) -> None:
    text = "measures: {id: m1, title: a, targets: {text: 27%, group: Newcomers}}\n"
    (one,) = found(check(HEAD + text))
    assert one.message == "the student group `Newcomers` is not declared"
    assert (one.span.line, one.span.column) == (6, 58)


def test_targets_of_a_measure_that_is_not_there_are_absent(check: Check) -> None:
    text = "goals: {id: G1, title: a, measures: {measure: m9, targets: 27%}}\n"
    assert check(HEAD + text).plan.promises == ()
