"""Money planned and spent, added up from the bottom."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.progress.budgets import Budget, Money, find_budgets

if TYPE_CHECKING:
    from tests.progress.plans import Check

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
"""


def budgets(check: Check, text: str) -> dict[str, Budget]:
    """The budgets of a plan by id."""
    plan = check(HEAD + text).plan
    return {plan.items[place].id: one for place, one in find_budgets(plan).items()}


def money(
    planned: int | None, actual: int | None = None, against: int | None = None
) -> Money:
    """Amounts of money."""
    return Money(
        None if planned is None else Decimal(planned),
        None if actual is None else Decimal(actual),
        None if against is None else Decimal(against),
    )


def test_a_row_with_neither_fund_nor_category_is_the_total(check: Check) -> None:
    text = """
goals:
  id: G1
  title: Literacy
  budget:
    - {planned: 100, actual: 40}
    - {fund: Local, planned: 60}
    - {fund: Title I, planned: 50, actual: 30}
    - {category: Books, planned: 70}
"""
    one = budgets(check, text)["G1"]
    assert one.own == one.total == money(100, 40, 100)
    assert one.partitions == {"fund": money(110, 30, 50), "category": money(70)}
    assert one.below == money(None)


def test_totals_of_several_years_are_added(check: Check) -> None:
    text = """
goals:
  id: G1
  title: Literacy
  budget: [{period: 2023-24, planned: 100}, {period: 2024-25, planned: 150}]
"""
    assert budgets(check, text)["G1"].own == money(250)


def test_what_was_spent_is_against_what_was_planned_for_it(check: Check) -> None:
    text = """
goals:
  id: G1
  title: Literacy
  tasks:
    - id: T1
      title: Class size
      budget:
        - {period: 2015-16, fund: Base, planned: 80, actual: 160}
        - {period: 2016-17, fund: Base, planned: 90}
    - {id: T2, title: Coaches, budget: {planned: 20, actual: 10}}
"""
    found = budgets(check, text)
    assert found["T1"].total == money(170, 160, 80)
    assert found["G1"].total == money(190, 170, 100)


def test_without_a_total_a_partition_holds_else_what_is_below(check: Check) -> None:
    text = """
goals:
  - id: G1
    title: Literacy
    budget: {category: Books, actual: 7}
    tasks:
      - {id: T1, title: a, budget: {fund: Local, planned: 60}}
      - {id: T2, title: b, budget: {planned: 40, actual: 5}}
      - {id: T3, title: c}
  - {id: G2, title: Numeracy}
"""
    found = budgets(check, text)
    assert found["G1"].total == money(100, 7)
    assert found["G1"].below == money(100, 5, 40)
    assert found["T1"].total == money(60)
    assert set(found) == {"G1", "T1", "T2"}


def test_what_nobody_said_is_not_nothing(check: Check) -> None:
    text = "goals: {id: G1, title: a, budget: {note: To be found.}}\n"
    assert not budgets(check, text)["G1"].total.is_known
    text = "goals: {id: G1, title: a, budget: {actual: 0}}\n"
    assert budgets(check, text)["G1"].total.is_known
