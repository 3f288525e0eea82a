"""Observations, baselines and claims for other programs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.model.record import Was, When
from planctl.progress.verdicts.privacy import SUPPRESSED
from planctl.report.envelope import Number

if TYPE_CHECKING:
    from planctl.link import LinkedPlan
    from planctl.link.linked import LinkedClaim, Observed, Starting
    from planctl.progress.verdicts.privacy import Privacy
    from planctl.targets import Value


@dataclass(frozen=True, slots=True)
class BaselineOut:
    """Where a measure stood at the start.

    `low` and `high` are the value as it is read; one that is null has no limit.
    """

    text: str | None
    value: str | None
    period: str | None
    group: str | None
    site: str | None
    source: str | None
    note: str | None
    was: tuple[Was, ...]
    low: Number | None
    high: Number | None
    n: int | None


@dataclass(frozen=True, slots=True)
class ObservationOut:
    """One value of a measure, as written and as it is read.

    `low` and `high` are equal where it is exact; one that is null has no limit, and
    `strict` leaves the ends out (`<5`). `start` and `end` are the days that it is of.
    `partial` marks a running value of a part of a year. The value of a group under
    the plan's smallest is suppressed.
    """

    measure: str
    period: When
    value: str | None
    missing: str | None
    group: str | None
    site: str | None
    n: int | None
    kind: str | None
    source: str | None
    released: datetime.date | None
    se: Number | None
    note: str | None
    was: tuple[Was, ...]
    low: Number | None
    high: Number | None
    strict: bool
    start: datetime.date
    end: datetime.date
    cycle: str | None
    partial: bool


@dataclass(frozen=True, slots=True)
class ClaimOut:
    """What somebody said of a target, and the verdict of ours that it stands for."""

    measure: str | None
    item: str | None
    cycle: str | None
    by: str | None
    verdict: str
    note: str | None
    disputed: bool
    means: str | None


def baseline_out(one: Starting, privacy: Privacy) -> BaselineOut:
    """A baseline as it is exported; without its value where that is withheld."""
    record = one.record
    assert record is not None  # noqa: S101 - those of a plan's measures have one
    is_withheld = privacy.hides(one)
    low, high = _ends(None if is_withheld else one.value)
    return BaselineOut(
        None if is_withheld else record.text,
        None if is_withheld else record.value,
        record.period.text if record.period else None,
        one.group,
        one.site,
        record.source.document if record.source else None,
        None if is_withheld else record.note,
        () if is_withheld else record.was,
        low,
        high,
        None if is_withheld else one.n,
    )


def observation_out(plan: LinkedPlan, one: Observed) -> ObservationOut:
    """An observation as it is exported, of those that may be shown.

    Of one that is withheld nothing is left that may tell its value.
    """
    record, value = one.record, one.value
    is_withheld = one.missing == SUPPRESSED
    low, high = _ends(value)
    return ObservationOut(
        plan.measures[one.measure].id,
        record.period,
        None if is_withheld else record.value,
        one.missing,
        one.group,
        one.site,
        one.n,
        record.kind,
        record.source,
        record.released,
        None if is_withheld else record.se,
        None if is_withheld else record.note,
        () if is_withheld else record.was,
        low,
        high,
        value.is_strict if value else False,
        one.period.start,
        one.period.end,
        one.cycle.id if one.cycle else None,
        one.is_partial,
    )


def claim_out(plan: LinkedPlan, one: LinkedClaim) -> ClaimOut:
    """A claim as it is exported."""
    record = one.record
    return ClaimOut(
        plan.measures[one.measure].id if one.measure is not None else None,
        plan.items[one.item].id if one.item is not None else None,
        one.cycle.id if one.cycle else None,
        record.by,
        record.verdict,
        record.note,
        record.disputed,
        one.verdict,
    )


def _ends(value: Value | None) -> tuple[Number | None, Number | None]:
    return (value.low, value.high) if value else (None, None)
