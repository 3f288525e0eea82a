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
    """Amounts in the plan's currency; none where nothing is said."""

    planned: Decimal | None = None
    actual: Decimal | None = None

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
        total = Money(
            next((m.planned for m in candidates if m.planned is not None), None),
            next((m.actual for m in candidates if m.actual is not None), None),
        )
        found[item.position] = Budget(own, partitions, below, total)
    return found


def _sum(rows: Iterable[BudgetRow]) -> Money:
    return _add([Money(row.planned, row.actual) for row in rows])


def _add(parts: list[Money]) -> Money:
    """Amounts added up; none only where none of them is known."""
    planned = [one.planned for one in parts if one.planned is not None]
    actual = [one.actual for one in parts if one.actual is not None]
    return Money(
        sum(planned, Decimal(0)) if planned else None,
        sum(actual, Decimal(0)) if actual else None,
    )
