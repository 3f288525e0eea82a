"""What is said of a plan's targets, measure by measure, in every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.progress.verdicts.sensitivity import sensitivity
from planctl.progress.verdicts.words import JUDGED, Flag, Verdict
from planctl.report.progress_steps import steps_of
from planctl.report.progress_words import (
    MISSING_WORDS,
    VERDICT_WORDS,
    figure_text,
    flag_words,
    gap_text,
    goal_text,
    share_text,
    trend_line,
    value_text,
)
from planctl.report.target_words import reading_sentence
from planctl.report.wording import count

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.row import Progress, ReadRow, Row
    from planctl.progress.verdicts.series import Measured


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
        tuple(_summary(plan, finals)),
        tuple(
            _measure(plan, plan.measures[place], rows, progress.method, explain=explain)
            for place, rows in by_measure.items()
        ),
        tuple(
            Unjudged(
                plan.measures[row.cell.measure].title,
                row.promise.text,
                _item(plan, row.promise),
                _scope(row),
                row.reason or VERDICT_WORDS[row.verdict],
            )
            for row in finals
            if row.baseline is None and row.actual is None
        ),
    )


def _summary(plan: LinkedPlan, finals: Sequence[Row]) -> Iterator[str]:
    """What a reader should know of all targets together."""
    judged = [row for row in finals if row.verdict in JUDGED]
    unjudged = Counter(row.verdict for row in finals if row.verdict not in JUDGED)
    if unjudged:
        reasons = ", ".join(
            f"{number} {VERDICT_WORDS[verdict]}" for verdict, number in unjudged.items()
        )
        yield (
            f"{len(finals) - len(judged)} of {count(len(finals), 'target')} "
            f"cannot be judged: {reasons}."
        )
    directions = sum(
        any(Flag.NO_AMOUNT in one.flags for one in row.readings) for row in finals
    )
    if directions:
        yield f"{count(directions, 'target')} without an amount: judged by direction."
    unread = sum(promise.target is None for promise in plan.promises)
    if unread:
        yield f"{count(unread, 'target')} cannot be read: see planctl validate."


def _measure(
    plan: LinkedPlan,
    measure: Measure,
    rows: Sequence[Row],
    method: str,
    *,
    explain: bool,
) -> MeasureView:
    better = {"decrease": "lower is better", "within": "within a band is best"}
    whole = next((row for row in rows if row.cell.group == row.cell.site is None), None)
    series = (whole or rows[0]).series
    values = [one.value.exact if one.value else None for one in series.judging]
    return MeasureView(
        measure.id,
        measure.title,
        better.get(measure.direction or "", ""),
        trend_line(values),
        tuple(_remarks(series.entries, whole or rows[0], measure)),
        tuple(_target(plan, row, measure, method, explain=explain) for row in rows),
    )


def _remarks(entries: Sequence[Measured], row: Row, measure: Measure) -> Iterator[str]:
    """Periods since the latest value that judge nothing, and why."""
    since = row.actual.day if row.actual else None
    for one in entries:
        if since is not None and one.day <= since:
            continue
        if one.value is None:
            why = MISSING_WORDS.get(one.missing or "", "no value")
            yield f"{one.name}: {why}"
            continue
        text = value_text(one.value, measure.unit, measure.values)
        if one.is_partial:
            yield f"{one.name}: {text}, part of a year, not compared"
        elif one.kind == "projected":
            yield f"{one.name}: {text}, projected, not compared"


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
        _scope(row),
        row.step.due_text or (str(row.step.dues[0]) if row.step.dues else "no date"),
        bool(row.promise.target and row.promise.target.is_ladder),
        start,
        _named(row.actual, measure),
        "" if several or first.goal is None else goal_text(first.goal, unit, words),
        "" if several else _share(first),
        row.verdict.value,
        _says(row, measure),
        (*_forecast(row, measure), *(() if several else readings[0].outlook)),
        tuple(_claims(row)),
        () if several else readings[0].steps,
        readings if several else (),
    )


def _scope(row: Row) -> str:
    return ", ".join(name for name in (row.cell.group, row.cell.site) if name)


def _item(plan: LinkedPlan, promise: Promise) -> str:
    return plan.items[promise.item].number if promise.item is not None else ""


def _named(one: Measured | None, measure: Measure) -> str:
    if one is None or one.value is None:
        return ""
    return f"{value_text(one.value, measure.unit, measure.values)} {one.name}"


def _share(one: ReadRow) -> str:
    return share_text(one.case.achieved) if one.case else ""


def _reading(
    one: ReadRow, row: Row, measure: Measure, method: str, *, explain: bool
) -> ReadingView:
    unit, words = measure.unit, measure.values
    return ReadingView(
        _reading_name(one, row, measure),
        goal_text(one.goal, unit, words) if one.goal else "",
        _share(one),
        one.verdict.value,
        _stands(one, row, measure),
        tuple(_outlook(one, row, measure, method)),
        tuple(steps_of(one, row, measure)) if explain else (),
    )


def _reading_name(one: ReadRow, row: Row, measure: Measure) -> str:
    """What a reading takes the target to say, and by when where that is in question."""
    rung = row.promise.target.rungs[row.step.rung] if row.promise.target else None
    names = {each.reading.value: each for each in rung.readings} if rung else {}
    reading, _, due = one.name.partition(", ")
    name = reading_sentence(names[reading], measure.unit) if reading in names else ""
    name = name.replace(" than the baseline", "").replace("percentage points", "points")
    return f"{name}, {due}" if due else name


def _says(row: Row, measure: Measure) -> str:
    if len(row.readings) == 1:
        return _stands(row.readings[0], row, measure)
    if row.verdict is Verdict.AMBIGUOUS:
        return VERDICT_WORDS[row.verdict]
    if row.reason and row.verdict not in JUDGED:
        stood = row.last_verdict and VERDICT_WORDS[row.last_verdict]
        return f"{row.reason}; how it stood: {stood}" if stood else row.reason
    return f"{VERDICT_WORDS[row.verdict]} (both readings)"


def _stands(one: ReadRow, row: Row, measure: Measure) -> str:
    """A verdict in words: why, or what was expected, and what else to know."""
    expected = one.case.expected if one.case else None
    by_now = (
        f" ({figure_text(expected, measure.unit, measure.values)} expected)"
        if expected is not None and one.verdict is not Verdict.MET
        else ""
    )
    if one.last_verdict is not None and row.actual is not None:
        stood = VERDICT_WORDS[one.last_verdict]
        text = f"{one.reason}; stood {stood} in {row.actual.name}{by_now}"
    elif one.verdict in JUDGED:
        text = VERDICT_WORDS[one.verdict]
        text += by_now if one.verdict is not Verdict.NOT_MET else ""
        text += f": {one.reason}" if one.reason else ""
    else:
        text = one.reason or VERDICT_WORDS[one.verdict]
    more = flag_words(flag for flag in one.flags if flag is not Flag.BASELINE_ONLY)
    return f"{text}; {more}" if more else text


def _outlook(one: ReadRow, row: Row, measure: Measure, method: str) -> Iterator[str]:
    case, unit = one.case, measure.unit
    if case is None:
        return
    if one.needed_per_year is not None and one.verdict is not Verdict.MET:
        best = row.best_per_year
        known = (
            f"; the best year so far was {gap_text(best, unit)}"
            if best is not None
            else ""
        )
        yield f"needs {gap_text(one.needed_per_year, unit)} a year from here{known}"
    found = sensitivity(case, one.outcomes, method)
    if found.of > 1:
        edge = found.better
        near = (
            f"; {VERDICT_WORDS[edge.verdict]} from "
            f"{figure_text(edge.value, unit, measure.values)} "
            f"({gap_text(edge.distance, unit)})"
            if edge
            else ""
        )
        yield f"{found.agree} of {found.of} methods agree{near}"


def _forecast(row: Row, measure: Measure) -> Iterator[str]:
    """Where the values so far lead, as long as the target is not met."""
    found = row.forecast
    if found is None or row.verdict is Verdict.MET:
        return
    low, high = (figure_text(end, measure.unit) for end in (found.low, found.high))
    yield (
        f"if the {found.points} values so far go on: {low} to {high} by then "
        "(least squares, 80 percent)"
    )


def _claims(row: Row) -> Iterator[str]:
    for claim in row.claims:
        record = claim.record
        by = f"{record.by} said" if record.by else "said"
        when = f" ({record.cycle})" if record.cycle else ""
        yield f"{by} “{record.verdict}”{when}"
