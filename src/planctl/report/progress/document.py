"""The parts of the document of `planctl progress`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from planctl.report.envelope import Envelope, Number

SCHEMA = "planctl.progress/1"


@dataclass(frozen=True, slots=True)
class RangeOut:
    """A range or a band to reach; an end that is none has no limit."""

    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class TrendOut:
    """Which way the value went, since the baseline and since the value before."""

    baseline: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class ForecastOut:
    """Where the values so far lead by the due day, with 80 percent."""

    on: datetime.date
    value: Number
    low: Number
    high: Number
    points: int
    method: str


@dataclass(frozen=True, slots=True)
class EdgeOut:
    """The verdict next to this one, and the value from which it would hold."""

    verdict: str
    value: Number
    distance: Number


@dataclass(frozen=True, slots=True)
class SensitivityOut:
    """How many methods agree with the verdict, and how far the next ones are."""

    agree: int
    of: int
    better: EdgeOut | None
    worse: EdgeOut | None


@dataclass(frozen=True, slots=True)
class ReadingOut:
    """One reading of a target: what it asks for and how it stands under it."""

    reading: str
    due: datetime.date | None
    target: Number | RangeOut | None
    expected: Number | None
    achieved: Number | None
    elapsed: Number | None
    pace: Number | None
    verdict: str
    reason: str
    last_verdict: str | None
    flags: tuple[str, ...]
    methods: dict[str, str]
    needed_per_year: Number | None
    sensitivity: SensitivityOut | None


@dataclass(frozen=True, slots=True)
class PointOut:
    """One period of a series."""

    period: str
    start: datetime.date
    end: datetime.date
    value: Number | None
    low: Number | None
    high: Number | None
    n: int | None
    kind: str
    partial: bool
    missing: str | None
    source: str | None
    made: str | None


@dataclass(frozen=True, slots=True)
class ClaimOut:
    """What somebody said of the target: in their word, and in ours."""

    by: str | None
    cycle: str | None
    said: str
    verdict: str | None
    note: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class OriginalOut:
    """How the target stands as it was first set."""

    text: str
    target: Number | RangeOut | None
    verdict: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One step of a target, for one group at one site.

    Figures of a target with several readings are those that all of them share.
    """

    id: str
    measure: str
    item: str | None
    number: str | None
    group: str | None
    site: str | None
    text: str
    unit: str | None
    direction: str | None
    due: datetime.date | None
    final: bool
    baseline: Number | None
    baseline_period: str | None
    actual: Number | None
    observed: str | None
    previous: Number | None
    previous_period: str | None
    target: Number | RangeOut | None
    expected: Number | None
    achieved: Number | None
    elapsed: Number | None
    pace: Number | None
    verdict: str
    reason: str
    last_verdict: str | None
    trend: TrendOut
    flags: tuple[str, ...]
    readings: tuple[ReadingOut, ...]
    methods: dict[str, str]
    needed_per_year: Number | None
    best_per_year: Number | None
    forecast: ForecastOut | None
    series: tuple[PointOut, ...]
    original: OriginalOut | None
    claims: tuple[ClaimOut, ...]


@dataclass(frozen=True, slots=True)
class ItemOut:
    """The verdict of an item's targets together."""

    id: str
    met_when: str
    needed: int
    of: int
    verdict: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class ProgressDocument(Envelope):
    """How the targets of a plan stand, in the order of the plan.

    `counts` says how many targets have which verdict, by their last step.
    """

    method: str
    counts: dict[str, int]
    items: tuple[ItemOut, ...]
    targets: tuple[TargetRow, ...]
