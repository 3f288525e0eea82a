"""What every machine-readable document begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import WithJsonSchema

from planctl import __version__

if TYPE_CHECKING:
    from planctl.check import CheckedPlan

Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]


@dataclass(frozen=True, slots=True)
class PlanName:
    """Which plan: its id, title, and folder as a relative POSIX path."""

    id: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class CycleName:
    """Which cycle, and its first and last day; none for `as-published`."""

    id: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Envelope:
    """The head of every document: which form it has, and what it speaks of."""

    schema: str
    planctl: str
    plan: PlanName
    as_of: date
    cycle: CycleName


def envelope(checked: CheckedPlan, path: str, schema: str) -> Envelope:
    """The head of a document about a checked plan."""
    info, standing = checked.plan.info, checked.standing
    cycle = standing.cycle
    return Envelope(
        schema,
        __version__,
        PlanName(info.id, info.title, path),
        standing.as_of,
        CycleName(cycle.id, cycle.start, cycle.end),
    )
