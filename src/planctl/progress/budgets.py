"""Money planned and spent, added up.

A row with neither fund nor category is the total of its period. Funds and
categories are partitions of it: they are compared with it and never added to it.
An item without a total of its own has what one of its partitions adds up to, else
the sum of what stands below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.link import LinkedPlan
    from planctl.model.item import BudgetRow

PARTITIONS = ("fund", "category")


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in the plan's currency; none where nothing is said.

    `against` is what was planned of the rows that have an actual amount: only that can
    be compared with it, since spending of later years is not known yet.
    """

    planned: Decimal | None = None
    actual: Decimal | None = None
    against: Decimal | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is said."""
        return self.planned is not None or self.actual is not None


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of one item.

    `own` is its stated total, `partitions` what its funds and its categories add up
    to, `below` the sum of the items directly under it, `total` what holds.
    """

    own: Money
    partitions: dict[str, Money]
    below: Money
    total: Money


def find_budgets(plan: LinkedPlan) -> dict[int, Budget]:
    """Add up the budgets of a plan, from the bottom up.

    Returns:
        Budgets by position, of the items that have money at or below them.
    """
    found: dict[int, Budget] = {}
    if not any(item.budget for item in plan.items):
        return found
    for item in reversed(plan.items):
        rows = item.budget
        parts = [found[child].total for child in item.children if child in found]
        if not rows and not parts:
            continue
        own = _sum(row for row in rows if not (row.fund or row.category))
        partitions = {
            name: _sum(row for row in rows if getattr(row, name))
            for name in PARTITIONS
            if any(getattr(row, name) for row in rows)
        }
        below = _add(parts)
        candidates = (own, *partitions.values(), below)
        found[item.position] = Budget(own, partitions, below, _first(candidates))
    return found


def _first(candidates: Iterable[Money]) -> Money:
    """The first amounts that are known."""
    many = tuple(candidates)
    spent = next((one for one in many if one.actual is not None), Money())
    return Money(
        next((one.planned for one in many if one.planned is not None), None),
        spent.actual,
        spent.against,
    )


def of_row(row: BudgetRow) -> Money:
    """The amounts of one row."""
    against = None if row.actual is None else row.planned
    return Money(row.planned, row.actual, against)


def _sum(rows: Iterable[BudgetRow]) -> Money:
    return _add([of_row(row) for row in rows])


def _add(parts: list[Money]) -> Money:
    """Amounts added up; none only where none of them is known."""
    return Money(
        _total(one.planned for one in parts),
        _total(one.actual for one in parts),
        _total(one.against for one in parts),
    )


def _total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
