"""Each step of the arithmetic behind a verdict, so that anyone can do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.chance import Share, newcombe
from planctl.progress.verdicts.years import years_between
from planctl.report.progress.words import (
    VERDICT_WORDS,
    decimal,
    figure_text,
    gap_text,
    goal_text,
    share_text,
    value_text,
)
from planctl.report.target_words import plain, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from planctl.model.measure import Measure
    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.methods import Outcome
    from planctl.progress.verdicts.row import ReadRow, Row


def steps_of(one: ReadRow, row: Row, measure: Measure) -> Iterator[str]:
    """The inputs of a reading's verdict and every step to it, a line each."""
    case = one.case
    yield from _inputs(one, row, measure)
    if case is None:
        return
    if case.tolerance:
        near = gap_text(case.tolerance, measure.unit).removeprefix("+")
        yield f"tolerance: {near}"
    yield from _road(case, measure)
    yield from _change(case, row, measure)
    for name, outcome in one.outcomes.items():
        yield _outcome(name, outcome, measure)


def _inputs(one: ReadRow, row: Row, measure: Measure) -> Iterator[str]:
    unit, words = measure.unit, measure.values
    baseline, actual = row.baseline, row.actual
    if baseline is not None and baseline.value is not None:
        text = value_text(baseline.value, unit, words)
        end = baseline.period.last_day if baseline.period else None
        yield f"baseline B = {text}{f', at the end of {end}' if end else ', no period'}"
    if actual is not None and actual.value is not None:
        text = value_text(actual.value, unit, words)
        source = f"; source: {actual.source}" if actual.source else ""
        count = f"; {actual.n:,} students" if actual.n is not None else ""
        yield f"value A = {text}, at the end of {actual.day}{count}{source}"
    if one.goal is not None:
        made = _made(one, row, measure)
        due = f", due {one.due}" if one.due else ""
        yield f"target T = {made}{goal_text(one.goal, unit, words)}{due}"


def _made(one: ReadRow, row: Row, measure: Measure) -> str:
    """How the target follows from the baseline, where it does."""
    target, starting = row.promise.target, row.baseline
    exact = starting.value.exact if starting and starting.value else None
    if target is None or exact is None:
        return ""
    name = one.name.partition(", ")[0]
    for reading in target.rungs[row.step.rung].readings:
        if reading.reading.value == name:
            made = sum_of(reading, exact, measure.unit)
            years = f", {row.step.years} years" if row.step.years > 1 and made else ""
            return f"{made}{years} = " if made else ""
    return ""


def _road(case: Case, measure: Measure) -> Iterator[str]:
    unit = measure.unit
    if case.road is None or case.baseline is None or case.due is None:
        yield "no line to follow: the value is compared with target and baseline"
        return
    begin, expected = case.baseline, case.expected
    so_far = years_between(begin.day, case.actual.day)
    in_all = years_between(begin.day, case.due)
    yield (
        f"time: {_plain(so_far)} of {_plain(in_all)} years = {share_text(case.elapsed)}"
    )
    if expected is None:
        return
    rungs = [point for point in case.road.points[1:] if point.day <= case.due]
    if len(rungs) == 1:
        last = figure_text(rungs[0].value, unit)
        first = figure_text(begin.value, unit)
        yield (
            f"expected E = {first} + ({last} - {first}) x "
            f"{share_text(case.elapsed)} = {figure_text(expected, unit)}"
        )
    else:
        yield f"expected E = {figure_text(expected, unit)}, on the line of its steps"


def _change(case: Case, row: Row, measure: Measure) -> Iterator[str]:
    if case.achieved is not None:
        last = "T" if case.last == case.goal else "last T"
        yield (
            f"share of the whole change (A - B) / ({last} - B) = "
            f"{share_text(case.achieved)}"
        )
    if case.pace is not None:
        yield f"pace (A - B) / (E - B) = {_plain(case.pace)}"
    starting, actual, begin = row.baseline, row.actual, case.baseline
    if case.within_chance is None or begin is None or starting is None:
        return
    if measure.unit != "percent" or actual is None or not starting.n or not actual.n:
        return
    change = newcombe(
        Share(float(begin.value) / 100, starting.n),
        Share(float(case.actual.value) / 100, actual.n),
    )
    low, high = (gap_text(end * 100, measure.unit) for end in change)
    yield (
        f"chance: with {starting.n:,} and {actual.n:,} students the change may be "
        f"{low} to {high} (Newcombe, 95 percent)"
    )


def _outcome(name: str, outcome: Outcome, measure: Measure) -> str:
    """What a method says, with the figure that it goes by."""
    figure, ours = outcome.figure, VERDICT_WORDS[outcome.verdict]
    said = outcome.word
    if said == outcome.verdict.value:
        said = ours
    elif said != ours:
        said = f"{said}: {ours}"
    if figure is None:
        return f"{name}: {said}"
    if outcome.figure_name.startswith(("share", "actual")):
        text = share_text(figure)
    elif outcome.figure_name.startswith("gap"):
        text = gap_text(figure, measure.unit)
    else:
        text = _plain(figure)
    figure_name = f" ({outcome.figure_name})" if outcome.figure_name != name else ""
    return f"{name} {text}{figure_name}: {said}"


def _plain(value: Fraction | float) -> str:
    return plain(round(decimal(value), 2))
