"""The whole plan for other programs: the document of `planctl export`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from planctl.model.item import Statement
from planctl.model.measure import Break, Derivation
from planctl.model.plan import Calendar, Level, Named
from planctl.model.record import Document, Link
from planctl.model.reporting import Cycle, Ratings, Scale
from planctl.progress.verdicts.privacy import Privacy
from planctl.report.envelope import CycleName, Number, envelope
from planctl.report.export_data import (
    BaselineOut,
    ClaimOut,
    ObservationOut,
    baseline_out,
    claim_out,
    observation_out,
)
from planctl.report.validation import IgnoredOut, build_ignored
from planctl.targets import goal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.calendar import Timing
    from planctl.check import CheckedPlan
    from planctl.link import LinkedItem, LinkedPlan, LinkedUpdate
    from planctl.link.linked import Duty, Promise
    from planctl.model.item import BudgetRow
    from planctl.targets import Reading

SCHEMA = "planctl.export/1"


@dataclass(frozen=True, slots=True)
class WindowOut:
    """A first and a last day."""

    start: datetime.date
    end: datetime.date


@dataclass(frozen=True, slots=True)
class TimingOut:
    """A time as printed, and what it means.

    `other_windows` are those of a second reading, where there is one.
    """

    text: str
    windows: tuple[WindowOut, ...]
    recurs: str | None
    open_ended: bool
    other_windows: tuple[WindowOut, ...]
    inherited_from: str | None


@dataclass(frozen=True, slots=True)
class DutyOut:
    """An owner, in what role, for what."""

    owner: str
    role: str | None
    duty: str | None


@dataclass(frozen=True, slots=True)
class CitedOut:
    """An id that is served, with the wording printed beside it."""

    id: str
    text: str | None


@dataclass(frozen=True, slots=True)
class CriterionOut:
    """A success criterion."""

    text: str
    heading: str | None
    due: str | None
    measure: str | None


@dataclass(frozen=True, slots=True)
class BudgetOut:
    """Money planned and spent."""

    period: str | None
    fund: str | None
    category: str | None
    planned: Number | None
    actual: Number | None
    note: str | None


@dataclass(frozen=True, slots=True)
class FormerOut:
    """A former id."""

    id: str
    until: str | None


@dataclass(frozen=True, slots=True)
class ItemOut:
    """An item with everything that is said of it."""

    id: str
    number: str | None
    level: str
    parent: str | None
    title: str
    description: str | None
    responsible: tuple[DutyOut, ...]
    accountable: tuple[DutyOut, ...]
    period: TimingOut | None
    due: TimingOut | None
    aligns_to: tuple[CitedOut, ...]
    depends_on: tuple[str, ...]
    measures: tuple[str, ...]
    success_criteria: tuple[CriterionOut, ...]
    met_when: str | None
    if_: Annotated[tuple[str, ...], Field(serialization_alias="if")]
    then: tuple[str, ...]
    resources: tuple[str, ...]
    budget: tuple[BudgetOut, ...]
    heading: str | None
    group: tuple[str, ...]
    site: tuple[str, ...]
    phase: str | None
    scope: str | None
    weight: Number | None
    questions: tuple[str, ...]
    links: tuple[Link, ...]
    tags: tuple[str, ...]
    note: str | None
    source: Document | None
    formerly: tuple[FormerOut, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ReadingOut:
    """One reading of a target: the value to reach, or the ends of a range.

    All three are null where the baseline that it needs is not known or withheld.
    """

    reading: str
    value: Number | None
    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class RungOut:
    """One step of a target: when it is due, and its readings."""

    due: TimingOut | None
    readings: tuple[ReadingOut, ...]


@dataclass(frozen=True, slots=True)
class TargetOut:
    """A target as written, where it is promised, and its readings.

    `due` and `readings` are those of its last rung.
    """

    id: str
    text: str
    item: str | None
    group: tuple[str, ...]
    site: tuple[str, ...]
    due: TimingOut | None
    readings: tuple[ReadingOut, ...]
    rungs: tuple[RungOut, ...]


@dataclass(frozen=True, slots=True)
class MeasureOut:
    """A measure with its baselines and targets."""

    id: str
    number: str | None
    title: str
    description: str | None
    unit: str | None
    values: tuple[str, ...]
    direction: str | None
    data_source: tuple[str, ...]
    aggregate: str | None
    tolerance: str | None
    derive: Derivation | None
    breaks: tuple[Break, ...]
    retired: str | None
    baselines: tuple[BaselineOut, ...]
    targets: tuple[TargetOut, ...]
    note: str | None
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class UpdateOut:
    """What was reported of an item, or of the plan, in a cycle.

    `entry` is its place among several lines of one report, from 1.
    """

    cycle: str
    item: str | None
    site: str | None
    status: str | None
    state: str | None
    percent_complete: Number | None
    rating: str | None
    note: str | None
    date: datetime.date | None
    by: str | None
    evidence: tuple[str, ...]
    scope: str | None
    same_for: str | None
    expires: datetime.date | None
    number: str | None
    entry: int | None


@dataclass(frozen=True, slots=True)
class PlanOut:
    """The plan with all its fields; `path` is its folder as a relative POSIX path."""

    id: str
    title: str
    path: str
    organization: str | None
    tier: str | None
    period: TimingOut | None
    uses: str | None
    format: str
    language: str
    currency: str
    description: str | None
    note: str | None
    source: Document | None
    exclude: tuple[str, ...]
    rollup: str
    coverage: Number | None


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """A whole plan."""

    schema: str
    planctl: str
    plan: PlanOut
    as_of: datetime.date
    cycle: CycleName
    statements: tuple[Statement, ...]
    glossary: dict[str, str]
    levels: dict[str, Level]
    scale: tuple[Scale, ...]
    ratings: Ratings | None
    cycles: dict[str, Cycle]
    calendar: Calendar
    owners: tuple[Named, ...]
    groups: tuple[Named, ...]
    sites: tuple[Named, ...]
    items: tuple[ItemOut, ...]
    measures: tuple[MeasureOut, ...]
    observations: tuple[ObservationOut, ...]
    updates: tuple[UpdateOut, ...]
    claims: tuple[ClaimOut, ...]
    ignored: tuple[IgnoredOut, ...]


def build_export(checked: CheckedPlan, path: str) -> ExportDocument:
    """Say everything that a checked plan holds; its folder is `path`."""
    plan, loaded = checked.plan, checked.loaded
    head, privacy = envelope(checked, path, SCHEMA), Privacy(plan)
    return ExportDocument(
        schema=head.schema,
        planctl=head.planctl,
        plan=_plan(plan, path),
        as_of=head.as_of,
        cycle=head.cycle,
        statements=plan.statements,
        glossary=dict(plan.glossary),
        levels=dict(plan.levels),
        scale=plan.vocabulary.scales,
        ratings=plan.ratings,
        cycles=dict(plan.cycles),
        calendar=loaded.calendar,
        owners=plan.owners,
        groups=plan.groups,
        sites=plan.sites,
        items=tuple(_item(plan, item) for item in plan.items),
        measures=tuple(
            _measure(plan, privacy, position) for position in range(len(plan.measures))
        ),
        observations=tuple(observation_out(plan, one) for one in privacy.observations),
        updates=tuple(out for update in plan.updates for out in _updates(plan, update)),
        claims=tuple(claim_out(plan, one) for one in plan.claims),
        ignored=build_ignored(checked),
    )


def _plan(plan: LinkedPlan, path: str) -> PlanOut:
    info = plan.info
    return PlanOut(
        info.id,
        info.title,
        path,
        info.organization,
        info.tier,
        _timing(plan.period),
        info.uses,
        info.format,
        info.language,
        info.currency,
        info.description,
        info.note,
        info.source,
        info.exclude,
        info.rollup,
        info.coverage,
    )


def _item(plan: LinkedPlan, item: LinkedItem) -> ItemOut:
    record = item.record
    inherited = None
    if item.period is None and item.runs is not None:
        above = item.runs_from
        inherited = plan.items[above].id if above is not None else plan.info.id
    span = plan.places.span(record)
    return ItemOut(
        id=record.id,
        number=record.number,
        level=item.level,
        parent=plan.items[item.parent].id if item.parent is not None else None,
        title=record.title,
        description=record.description,
        responsible=_duties(plan, item.responsible),
        accountable=_duties(plan, item.accountable),
        period=_timing(item.runs, inherited),
        due=_timing(item.due),
        aligns_to=tuple(CitedOut(cited.id, cited.text) for cited in item.aligns_to),
        depends_on=tuple(plan.items[position].id for position in item.depends_on),
        measures=tuple(plan.measures[position].id for position in item.measures),
        success_criteria=tuple(
            CriterionOut(
                one.text, one.heading, one.due.text if one.due else None, one.measure
            )
            for one in record.success_criteria
        ),
        met_when=record.met_when,
        if_=record.if_,
        then=record.then,
        resources=record.resources,
        budget=tuple(_budget(row) for row in item.budget),
        heading=record.heading,
        group=item.groups,
        site=item.sites,
        phase=record.phase,
        scope=record.scope,
        weight=record.weight,
        questions=record.questions,
        links=record.links,
        tags=record.tags,
        note=record.note,
        source=record.source,
        formerly=tuple(FormerOut(one.id, one.until) for one in record.formerly),
        file=span.file,
        line=span.line,
    )


def _budget(row: BudgetRow) -> BudgetOut:
    period = row.period.text if row.period else None
    return BudgetOut(period, row.fund, row.category, row.planned, row.actual, row.note)


def _duties(plan: LinkedPlan, duties: tuple[Duty, ...]) -> tuple[DutyOut, ...]:
    return tuple(
        DutyOut(plan.owners[duty.owner].name, duty.role, duty.duty) for duty in duties
    )


def _timing(timing: Timing | None, inherited: str | None = None) -> TimingOut | None:
    if timing is None:
        return None
    return TimingOut(
        timing.text,
        tuple(WindowOut(window.start, window.end) for window in timing.windows),
        timing.recurs,
        timing.open_ended,
        tuple(WindowOut(window.start, window.end) for window in timing.other_reading),
        inherited,
    )


def _measure(plan: LinkedPlan, privacy: Privacy, position: int) -> MeasureOut:
    measure = plan.measures[position]
    span = plan.places.span(measure)
    return MeasureOut(
        measure.id,
        measure.number,
        measure.title,
        measure.description,
        measure.unit,
        measure.values,
        measure.direction,
        measure.data_source,
        measure.aggregate,
        measure.tolerance,
        measure.derive,
        measure.breaks,
        measure.retired,
        tuple(
            baseline_out(one, privacy)
            for one in plan.baselines
            if one.measure == position
        ),
        tuple(
            _target(plan, privacy, one)
            for one in plan.promises
            if one.measure == position
        ),
        measure.note,
        span.file,
        span.line,
    )


def _target(plan: LinkedPlan, privacy: Privacy, promise: Promise) -> TargetOut:
    is_withheld = promise.start is not None and privacy.hides(promise.start)
    rungs = tuple(_rungs(promise, None if is_withheld else promise.baseline))
    return TargetOut(
        promise.id,
        promise.text,
        plan.items[promise.item].id if promise.item is not None else None,
        promise.groups,
        promise.sites,
        _timing(promise.due),
        rungs[-1].readings if rungs else (),
        rungs,
    )


def _rungs(promise: Promise, baseline: Decimal | None) -> Iterator[RungOut]:
    rungs = promise.target.rungs if promise.target else ()
    for rung, due in zip(rungs, promise.dues, strict=False):
        readings = (_reading(one, baseline) for one in rung.readings)
        yield RungOut(_timing(due), tuple(readings))


def _reading(reading: Reading, baseline: Decimal | None) -> ReadingOut:
    asked = goal(reading, baseline)
    if asked is None:
        return ReadingOut(reading.reading, None, None, None)
    if asked.low is None or asked.high is None or asked.low == asked.high:
        return ReadingOut(reading.reading, asked.value, None, None)
    return ReadingOut(reading.reading, None, asked.low, asked.high)


def _updates(plan: LinkedPlan, update: LinkedUpdate) -> Iterator[UpdateOut]:
    """The lines of a report, and the report itself where it says more than they."""
    record = update.record
    item = plan.items[update.item].id if update.item is not None else None
    covered = update.covered_by
    says = update.status or update.note or update.rating or update.percent is not None
    if says or not update.lines:
        yield UpdateOut(
            update.cycle.id,
            item,
            update.site,
            update.status,
            update.state,
            update.percent,
            update.rating,
            update.note,
            update.date,
            update.by,
            record.evidence if record else (),
            record.scope if record else None,
            plan.items[covered].id if covered is not None else None,
            record.expires if record else None,
            None,
            None,
        )
    for place, line in enumerate(update.lines, 1):
        yield UpdateOut(
            update.cycle.id,
            item,
            line.site or update.site,
            line.record.status,
            line.state,
            None,
            None,
            line.record.note,
            line.record.date or update.date,
            update.by,
            line.record.evidence,
            line.record.scope,
            None,
            None,
            line.record.number,
            place,
        )
