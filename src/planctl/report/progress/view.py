"""What is said of a plan's targets, measure by measure, in every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import gain
from planctl.progress.verdicts.words import Verdict
from planctl.report.progress.sentences import (
    claim_lines,
    forecast_line,
    named_value,
    original_line,
    outlook,
    remarks,
    says,
    stands,
    summary,
)
from planctl.report.progress.steps import steps_of
from planctl.report.progress.words import (
    VERDICT_WORDS,
    goal_text,
    share_text,
    trend_line,
    value_text,
)
from planctl.report.target_words import reading_sentence
from planctl.report.wording import item_name, scope_text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from planctl.check import CheckedPlan
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.row import Progress, ReadRow, Row


_CONFLICTS = frozenset({"targets-conflict", "ladder-order"})


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One of several readings of a target."""

    name: str
    target: str
    share: str
    verdict: str
    says: str
    outlook: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TargetView:
    """One step of a target: as printed, and how it stands.

    `verdict` is the word of the JSON, `says` the words for readers. `outlook` is what
    it takes from here, and how much hangs on the method.
    """

    id: str
    text: str
    item: str
    scope: str
    due: str
    is_step: bool
    baseline: str
    latest: str
    target: str
    share: str
    verdict: str
    says: str
    outlook: tuple[str, ...]
    claims: tuple[str, ...]
    steps: tuple[str, ...]
    readings: tuple[ReadingView, ...]


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A target of which nothing is known but its text, and why."""

    measure: str
    text: str
    item: str
    scope: str
    why: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with its targets; `trend` is its values as small bars."""

    id: str
    title: str
    better: str
    trend: str
    remarks: tuple[str, ...]
    targets: tuple[TargetView, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The measures that have targets, in the order of the plan, and a summary.

    `unjudged` are targets of measures without a baseline or a value.
    """

    as_of: datetime.date
    method: str
    counts: dict[str, int]
    summary: tuple[str, ...]
    measures: tuple[MeasureView, ...]
    unjudged: tuple[Unjudged, ...]


def view_progress(
    plan: LinkedPlan, progress: Progress, *, explain: bool = False
) -> ProgressView:
    """Word the progress of a plan; `explain` adds the inputs and each step."""
    by_measure: dict[int, list[Row]] = {}
    for row in progress.rows:
        if row.baseline is not None or row.actual is not None:
            by_measure.setdefault(row.cell.measure, []).append(row)
    finals = [row for row in progress.rows if row.is_final]
    counts = Counter(row.verdict for row in finals)
    return ProgressView(
        progress.as_of,
        progress.method,
        {one.value: counts[one] for one in Verdict if counts[one]},
        tuple(summary(plan, finals)),
        tuple(
            _measure(plan, plan.measures[place], rows, progress.method, explain=explain)
            for place, rows in by_measure.items()
        ),
        tuple(_unjudged(plan, finals)),
    )


def conflicts(checked: CheckedPlan) -> tuple[str, ...]:
    """Targets of one measure that contradict each other, known or not."""
    known = (one.diagnostic for one in checked.ignored)
    return tuple(
        f"! {one.message} ({one.rule})"
        for one in (*checked.diagnostics, *known)
        if one.rule in _CONFLICTS
    )


def _unjudged(plan: LinkedPlan, finals: Sequence[Row]) -> Iterator[Unjudged]:
    """Targets of which nothing is known; what several items repeat is told once."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in finals:
        if row.baseline is None and row.actual is None:
            measure = plan.measures[row.cell.measure].title
            why = row.reason or VERDICT_WORDS[row.verdict]
            scope = scope_text(plan, row.cell.group, row.cell.site)
            key = (measure, row.promise.text, scope, why)
            found.setdefault(key, []).append(_item(plan, row.promise))
    for (measure, text, scope, why), items in found.items():
        yield Unjudged(measure, text, _joined(items), scope, why)


def _joined(items: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(item for item in items if item))


def _folded(targets: Sequence[TargetView]) -> tuple[TargetView, ...]:
    """The same with what several items promise alike told once, all of them named."""
    found: dict[TargetView, list[str]] = {}
    for one in targets:
        found.setdefault(replace(one, id="", item=""), []).append(one.item)
    first = {replace(one, id="", item=""): one.id for one in reversed(targets)}
    return tuple(
        replace(one, id=first[one], item=_joined(items)) for one, items in found.items()
    )


def _measure(
    plan: LinkedPlan,
    measure: Measure,
    rows: Sequence[Row],
    method: str,
    *,
    explain: bool,
) -> MeasureView:
    lower = "earlier" if measure.unit == "date" else "lower"
    better = {"decrease": f"{lower} is better", "within": "within a band is best"}
    whole = next((row for row in rows if row.cell.group == row.cell.site is None), None)
    series = (whole or rows[0]).series
    values = [one.value.exact if one.value else None for one in series.judging]
    return MeasureView(
        measure.id,
        measure.title,
        better.get(measure.direction or "", ""),
        trend_line(values),
        tuple(remarks(series.entries, whole or rows[0], measure)),
        _folded([_target(plan, row, measure, method, explain=explain) for row in rows]),
    )


def _target(
    plan: LinkedPlan, row: Row, measure: Measure, method: str, *, explain: bool
) -> TargetView:
    unit, words = measure.unit, measure.values
    baseline = row.baseline
    start = ""
    if baseline is not None and baseline.value is not None:
        period = baseline.period.text if baseline.period else ""
        start = f"{value_text(baseline.value, unit, words)} {period}".strip()
    first = row.readings[0]
    several = len(row.readings) > 1
    readings = tuple(
        _reading(one, row, measure, method, explain=explain) for one in row.readings
    )
    return TargetView(
        row.id,
        row.promise.text,
        _item(plan, row.promise),
        scope_text(plan, row.cell.group, row.cell.site),
        row.step.due_text or (str(row.step.dues[0]) if row.step.dues else "no date"),
        row.step.place > 1 or not row.is_final,
        start,
        named_value(row.actual, measure),
        "" if several or first.goal is None else goal_text(first.goal, unit, words),
        "" if several else _share(first),
        row.verdict.value,
        says(row, measure),
        (
            *forecast_line(row, measure),
            *(() if several else readings[0].outlook),
            *original_line(row, measure),
        ),
        tuple(claim_lines(row)),
        () if several else readings[0].steps,
        readings if several else (),
    )


def _item(plan: LinkedPlan, promise: Promise) -> str:
    item = promise.item
    return item_name(plan, plan.items[item]) if item is not None else ""


def _share(one: ReadRow) -> str:
    """The share of the change, where the target lies beyond the baseline."""
    case = one.case
    if case is None or case.baseline is None or case.last.value is None:
        return ""
    whole = gain(case.last, case.baseline.value, Fraction(case.last.value))
    return share_text(case.achieved) if whole > 0 else ""


def _reading(
    one: ReadRow, row: Row, measure: Measure, method: str, *, explain: bool
) -> ReadingView:
    unit, words = measure.unit, measure.values
    return ReadingView(
        reading_name(one, row, measure),
        goal_text(one.goal, unit, words) if one.goal else "",
        _share(one),
        one.verdict.value,
        stands(one, row, measure),
        tuple(outlook(one, row, measure, method)),
        tuple(steps_of(one, row, measure)) if explain else (),
    )


def reading_name(one: ReadRow, row: Row, measure: Measure) -> str:
    """What a reading takes the target to say, and by when where that is in question."""
    rung = row.promise.target.rungs[row.step.rung] if row.promise.target else None
    names = {each.reading.value: each for each in rung.readings} if rung else {}
    reading, _, due = one.name.partition(", ")
    name = reading_sentence(names[reading], measure.unit) if reading in names else ""
    name = name.replace(" than the baseline", "").replace("percentage points", "points")
    return f"{name}, {due}" if due else name
