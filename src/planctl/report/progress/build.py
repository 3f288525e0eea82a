"""How a plan's targets stand: the document of `planctl progress`."""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from planctl.progress.verdicts.sensitivity import sensitivity
from planctl.report.envelope import envelope
from planctl.report.progress.document import (
    SCHEMA,
    ClaimOut,
    EdgeOut,
    ForecastOut,
    ItemOut,
    OriginalOut,
    PointOut,
    ProgressDocument,
    RangeOut,
    ReadingOut,
    SensitivityOut,
    TargetRow,
    TrendOut,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.check import CheckedPlan
    from planctl.link import LinkedPlan
    from planctl.link.linked import LinkedClaim
    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.items import ItemVerdict
    from planctl.progress.verdicts.outlook import Forecast
    from planctl.progress.verdicts.row import Progress, ReadRow, Row
    from planctl.progress.verdicts.sensitivity import Edge
    from planctl.progress.verdicts.series import Measured
    from planctl.targets import Goal

_PLACES = Decimal("0.000001")
_LARGE = 10**20
Figure = TypeVar("Figure")


def build_progress(
    checked: CheckedPlan, path: str, progress: Progress
) -> ProgressDocument:
    """Say how the targets of a checked plan stand.

    Args:
        checked: the plan.
        path: its folder, as a relative POSIX path.
        progress: its targets, judged.
    """
    plan = checked.plan
    head = envelope(checked, path, SCHEMA)
    finals = [row for row in progress.rows if row.is_final]
    return ProgressDocument(
        head.schema,
        head.planctl,
        head.plan,
        progress.as_of,
        head.cycle,
        progress.method,
        dict(sorted(Counter(row.verdict.value for row in finals).items())),
        tuple(_item(plan, one) for one in progress.items),
        tuple(_row(plan, row, progress.method) for row in progress.rows),
    )


def number(value: Fraction | float | Decimal | None) -> Decimal | None:
    """A figure as it is written: half to even at six places."""
    if value is None:
        return None
    if isinstance(value, Fraction):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
    else:
        exact = Decimal(value)
    if abs(exact) >= _LARGE:
        return exact
    rounded = exact.quantize(_PLACES, ROUND_HALF_EVEN)
    return rounded.normalize() if rounded else Decimal(0)


def _item(plan: LinkedPlan, one: ItemVerdict) -> ItemOut:
    counts = {verdict.value: count for verdict, count in one.counts.items()}
    return ItemOut(
        plan.items[one.item].id,
        one.met_when,
        one.needed,
        one.of,
        one.verdict.value,
        dict(sorted(counts.items())),
    )


def _row(plan: LinkedPlan, row: Row, method: str) -> TargetRow:
    measure = plan.measures[row.cell.measure]
    promise, baseline = row.promise, row.baseline
    readings = tuple(_reading(one, method) for one in row.readings)
    return TargetRow(
        row.id,
        measure.id,
        plan.items[promise.item].id if promise.item is not None else None,
        promise.number,
        row.cell.group,
        row.cell.site,
        promise.text,
        measure.unit,
        measure.direction,
        row.step.dues[0] if row.step.dues else None,
        row.is_final,
        number(baseline.value.exact) if baseline and baseline.value else None,
        baseline.period.text if baseline and baseline.period else None,
        _exact(row.actual),
        row.actual.name if row.actual else None,
        _exact(row.previous),
        row.previous.name if row.previous else None,
        shared([one.target for one in readings]),
        shared([one.expected for one in readings]),
        shared([one.achieved for one in readings]),
        shared([one.elapsed for one in readings]),
        shared([one.pace for one in readings]),
        row.verdict.value,
        row.reason,
        row.last_verdict.value if row.last_verdict else None,
        TrendOut(*(one.value if one else None for one in row.trend)),
        tuple(flag.value for flag in row.flags),
        readings,
        {name: verdict.value for name, verdict in row.methods.items()},
        number(row.needed_per_year),
        number(row.best_per_year),
        _forecast(row.forecast),
        tuple(_point(one) for one in row.series.entries),
        _original(row),
        tuple(_claim(one) for one in row.claims),
    )


def shared(values: Sequence[Figure]) -> Figure | None:
    """The figure that all readings have; none where they differ."""
    return values[0] if all(one == values[0] for one in values) else None


def _exact(one: Measured | None) -> Decimal | None:
    return number(one.value.exact) if one and one.value else None


def _reading(one: ReadRow, method: str) -> ReadingOut:
    case = one.case
    return ReadingOut(
        one.name,
        one.due,
        _target(one.goal),
        number(case.expected) if case else None,
        number(case.achieved) if case else None,
        number(case.elapsed) if case else None,
        number(case.pace) if case else None,
        one.verdict.value,
        one.reason,
        one.last_verdict.value if one.last_verdict else None,
        tuple(flag.value for flag in one.flags),
        {name: outcome.verdict.value for name, outcome in one.outcomes.items()},
        number(one.needed_per_year),
        _sensitivity(case, one, method) if case else None,
    )


def _target(goal: Goal | None) -> Decimal | RangeOut | None:
    if goal is None:
        return None
    if goal.low is None or goal.high is None or goal.low == goal.high:
        return number(goal.value)
    return RangeOut(number(goal.low), number(goal.high))


def _sensitivity(case: Case, one: ReadRow, method: str) -> SensitivityOut:
    found = sensitivity(case, one.outcomes, method)
    return SensitivityOut(
        found.agree, found.of, _edge(found.better), _edge(found.worse)
    )


def _edge(edge: Edge | None) -> EdgeOut | None:
    if edge is None:
        return None
    value, distance = number(edge.value), number(edge.distance)
    if value is None or distance is None:
        return None
    return EdgeOut(edge.verdict.value, value, distance)


def _forecast(found: Forecast | None) -> ForecastOut | None:
    if found is None:
        return None
    value, low, high = (
        Decimal(str(round(one, 6))) for one in (found.value, found.low, found.high)
    )
    return ForecastOut(found.on, value, low, high, found.points, "least_squares_80")


def _point(one: Measured) -> PointOut:
    value = one.value
    return PointOut(
        one.name,
        one.period.start,
        one.period.end,
        number(value.exact) if value else None,
        number(value.low) if value else None,
        number(value.high) if value else None,
        one.n,
        one.kind,
        one.is_partial,
        one.missing,
        one.source,
        one.made or None,
    )


def _claim(one: LinkedClaim) -> ClaimOut:
    record = one.record
    return ClaimOut(
        record.by,
        one.cycle.id if one.cycle else None,
        record.verdict,
        one.verdict,
        record.note,
        record.disputed,
    )


def _original(row: Row) -> OriginalOut | None:
    if row.original is None:
        return None
    first = row.original
    target = shared([_target(one.goal) for one in first.readings])
    return OriginalOut(first.text, target, first.verdict.value)
