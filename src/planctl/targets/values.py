"""A value as it was observed: exact, or known only to lie between two ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Value:
    """What was observed, on the measure's scale.

    `low` and `high` are equal where it is exact; one that is none has no limit, and
    `is_strict` leaves the ends out (`<5`). An ordered word is its place, from 0.
    `count` is how many there were where it was written as a share (`12/40`).
    """

    low: Decimal | None
    high: Decimal | None
    is_strict: bool = False
    count: int | None = None

    @property
    def exact(self) -> Decimal | None:
        """The value itself, where it is known."""
        return self.low if self.low == self.high else None
