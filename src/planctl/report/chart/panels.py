"""From the values and targets of one series to the panel that shows them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.expectations import is_amount
from planctl.report.chart.views import (
    Baseline,
    Kind,
    Panel,
    Point,
    Stop,
    TargetLine,
    has_value,
)
from planctl.report.progress.view import reading_name
from planctl.report.progress.words import (
    MISSING_WORDS,
    decimal,
    figure_text,
    goal_text,
    value_text,
)
from planctl.report.target_words import limit_words
from planctl.targets import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from planctl.link import LinkedPlan
    from planctl.link.linked import Starting
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.row import ReadRow, Row
    from planctl.progress.verdicts.series import Measured, Series
    from planctl.targets import Goal

_WITHHELD = "Values withheld"
_SUPPRESSED = "suppressed"


class Told(NamedTuple):
    """What is known of one series: where it started, its values, its targets' rows.

    `rows` are the steps of its targets, in the order of the plan.
    """

    name: str
    start: Starting | None
    series: Series
    rows: Sequence[Row]


def panel_of(
    plan: LinkedPlan, measure: Measure, told: Told, names: Mapping[str, str]
) -> Panel:
    """What a chart shows of one series.

    Args:
        plan: the plan.
        measure: what is measured.
        told: what is known of the series.
        names: what each target is called, by the id of its promise.
    """
    points = tuple(_point(one, measure) for one in told.series.entries)
    start = _baseline(told.start, measure)
    if not any(has_value(one) for one in points) and any(
        one.missing == _SUPPRESSED for one in told.series.entries
    ):
        return Panel(told.name, points=points, remark=_WITHHELD)
    # What several items promise alike is drawn once.
    firsts: dict[str, str] = {}
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in told.rows:
        name = names[row.promise.id]
        if firsts.setdefault(name, row.promise.id) == row.promise.id:
            by_name[name].append(row)
    lines = [
        line
        for name, rows in by_name.items()
        for line in _lines(plan, rows, name, measure)
    ]
    return Panel(
        told.name, start, points, tuple(lines), _forecast(plan, told.rows, measure)
    )


def words_of(measure: Measure) -> tuple[str, ...]:
    """The ordered words of a measure, lowest first; those of yes and no are known."""
    return ("no", "yes") if measure.unit == "yes_no" else measure.values


def has_anything(panel: Panel) -> bool:
    """Whether a panel has something to show, or a reason why it has not."""
    return bool(panel.remark) or any(True for _ in panel.values())


def _point(one: Measured, measure: Measure) -> Point:
    if one.value is None:
        why = MISSING_WORDS.get(one.missing or "", "no value")
        return Point(one.day, one.name, why, kind=Kind.MISSING)
    text = value_text(one.value, measure.unit, words_of(measure))
    kind = Kind.YEAR_TO_DATE if one.is_partial else Kind(one.kind)
    return Point(one.day, one.name, text, one.value.low, one.value.high, kind)


def _baseline(start: Starting | None, measure: Measure) -> Baseline | None:
    exact = start.value.exact if start and start.value else None
    if start is None or start.value is None or exact is None:
        return None
    text = value_text(start.value, measure.unit, words_of(measure))
    period = start.period
    last = period.last_day if period else None
    return Baseline(text, exact, last, period.text if period else "")


def _lines(
    plan: LinkedPlan, rows: Sequence[Row], name: str, measure: Measure
) -> Iterator[TargetLine]:
    """A line for each reading of a target."""
    several = len(rows[0].readings) > 1
    for nth, first in enumerate(rows[0].readings):
        read = [(row, row.readings[nth]) for row in rows]
        has_road = _has_road(rows[0], first, measure)
        stops = [
            stop
            for row, reading in read
            if (stop := _step(plan, row, reading, measure, has_road=has_road))
        ]
        expected = _expected(rows, nth, measure) if has_road else None
        if expected is not None and expected.day not in {one.day for one in stops}:
            stops.append(expected)
        side = first.goal.side if first.goal else None
        read_as = f", read as {reading_name(first, rows[0], measure)}"
        if stops:
            yield TargetLine(
                f"{name}{read_as if several else ''}",
                tuple(sorted(stops, key=lambda stop: stop.day)),
                side,
                has_road,
            )


def _has_road(row: Row, reading: ReadRow, measure: Measure) -> bool:
    """Whether a line leads to a target, or it is a level to keep."""
    if words_of(measure) or measure.unit == "date":
        return False
    if reading.case is not None:
        return reading.case.road is not None
    rungs = row.promise.target.rungs if row.promise.target else ()
    return bool(rungs) and all(is_amount(one) for one in rungs[-1].readings)


def _step(
    plan: LinkedPlan, row: Row, reading: ReadRow, measure: Measure, *, has_road: bool
) -> Stop | None:
    goal, due = reading.goal, reading.due
    if goal is None or due is None or (goal.low is None and goal.high is None):
        return None
    low, high = _limits(goal, has_road=has_road)
    text = goal_text(goal, measure.unit, words_of(measure))
    if not has_road and not goal.is_strict:
        text = f"{limit_words(goal, measure.unit)}{text}"
    return Stop(due, row.step.due_text or name_of_day(plan, due), text, low, high)


def _limits(goal: Goal, *, has_road: bool) -> tuple[Decimal | None, Decimal | None]:
    """The limits to draw; where a line leads to one value, that value alone."""
    if goal.low != goal.high or has_road or goal.side is Side.INSIDE:
        return goal.low, goal.high
    below = goal.side is Side.BELOW
    return (None if below else goal.low), (goal.high if below else None)


def _expected(rows: Sequence[Row], nth: int, measure: Measure) -> Stop | None:
    """What a line expects at the latest value."""
    for row in rows:
        case = row.readings[nth].case
        if case is not None and case.expected is not None and row.actual is not None:
            value = decimal(case.expected)
            text = figure_text(case.expected, measure.unit)
            name = row.actual.name
            return Stop(row.actual.day, name, text, value, value, is_step=False)
    return None


def _forecast(plan: LinkedPlan, rows: Sequence[Row], measure: Measure) -> Point | None:
    """Where the values so far lead by the day of the first target that is not due."""
    found = next((row.forecast for row in rows if row.forecast), None)
    if found is None:
        return None
    ends = [figure_text(end, measure.unit) for end in (found.low, found.high)]
    low, high = (Decimal(str(round(end, 6))) for end in (found.low, found.high))
    text = " to ".join(dict.fromkeys(ends))
    period = name_of_day(plan, found.on)
    return Point(found.on, period, text, low, high, Kind.PROJECTED)


def name_of_day(plan: LinkedPlan, day: date) -> str:
    """The school year that ends on a day, else the day."""
    year = plan.calendar.year_of(day)
    return plan.calendar.year_name(year) if year.end == day else str(day)
