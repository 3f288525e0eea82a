"""From a plan's targets and observations to the rows of its progress."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.link.linked import Starting
from planctl.link.names import Directory
from planctl.progress.verdicts.agreement import (
    agreed,
    agreed_last,
    common_flags,
    common_methods,
)
from planctl.progress.verdicts.baselines import (
    baseline_of,
    starting_day,
    starting_point,
)
from planctl.progress.verdicts.case import Bands
from planctl.progress.verdicts.cells import cells_of, steps_of
from planctl.progress.verdicts.comparing import trend
from planctl.progress.verdicts.expectations import (
    Alternative,
    alternatives,
    goals_of,
    road_of,
)
from planctl.progress.verdicts.methods import DEFAULT
from planctl.progress.verdicts.outlook import best_per_year, forecast
from planctl.progress.verdicts.privacy import withhold
from planctl.progress.verdicts.question import Question
from planctl.progress.verdicts.reading import answer
from planctl.progress.verdicts.row import Progress, Row
from planctl.progress.verdicts.series import Cell
from planctl.progress.verdicts.together import SeriesBook
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.progress.verdicts.years import add_years
from planctl.targets import Mark

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from planctl.calendar import Window
    from planctl.link import LinkedPlan
    from planctl.link.linked import LinkedClaim, Promise
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.comparing import Same
    from planctl.progress.verdicts.road import Point, Road
    from planctl.progress.verdicts.row import ReadRow, Step
    from planctl.progress.verdicts.series import Measured, Series
    from planctl.progress.verdicts.words import Trend
    from planctl.targets import Goal, Reading, Target
    from planctl.targets.values import Value


def find_progress(
    plan: LinkedPlan, as_of: datetime.date, method: str | None = None
) -> Progress:
    """Judge every target of a plan by what was known on a day.

    Args:
        plan: the plan.
        as_of: the day on which one stands.
        method: the name of a method; the plan's own, or `pace`, where none is named.
    """
    chosen = method or plan.progress.method or DEFAULT
    builder = _Builder(plan, as_of, chosen)
    rows = [row for promise in plan.promises for row in builder.rows(promise)]
    return Progress(as_of, chosen, tuple(rows))


class _Sought(NamedTuple):
    """A target for one cell: where it starts, its values, its steps."""

    promise: Promise
    target: Target
    cell: Cell
    given: Starting | None
    series: Series
    steps: tuple[Step, ...]

    @property
    def restarts(self) -> bool:
        """Whether each step starts from the value before it."""
        return self.target.start is not None and self.target.start.is_previous


class _Builder:
    """What all rows of a plan share."""

    def __init__(self, plan: LinkedPlan, as_of: datetime.date, method: str) -> None:
        self.plan = plan
        self.as_of = as_of
        self.method = method
        self.book = SeriesBook(plan, withhold(plan), as_of)
        self.groups = Directory(plan.groups)
        self.sites = Directory(plan.sites)
        bands = plan.progress.bands
        self.bands = Bands(Fraction(bands.on_track) / 100, Fraction(bands.behind) / 100)
        self.same = _same(plan.progress.same)
        self.breaks = {
            place: sorted(self._break_days(measure))
            for place, measure in enumerate(plan.measures)
            if measure.breaks
        }

    def _break_days(self, measure: Measure) -> Iterator[datetime.date]:
        for one in measure.breaks:
            timing = read_timing(one.at, self.plan.calendar)
            if isinstance(timing, Timing) and timing.start is not None:
                yield timing.start

    def rows(self, promise: Promise) -> Iterator[Row]:
        """The rows of one target: one a cell and step."""
        target = promise.target
        if target is None:
            return
        for cell in cells_of(self.plan, promise):
            given = baseline_of(self.plan, promise, cell)
            steps = steps_of(self.plan, promise, starting_day(self.plan, given))
            series = self.book.series(cell)
            sought = _Sought(promise, target, cell, given, series, steps)
            missed = False
            for step in steps:
                row = self._row(sought, step)
                if missed:
                    row = replace(row, flags=(*row.flags, Flag.RUNG_MISSED))
                missed = missed or row.verdict is Verdict.NOT_MET
                yield row

    def _row(self, sought: _Sought, step: Step) -> Row:
        starting = sought.given
        if sought.restarts:
            starting = self._restarted(sought, step)
        questions = [
            self._question(sought, starting, step, way)
            for way in alternatives(sought.target, sought.steps)
        ]
        found = [answer(question) for question in questions]
        readings = tuple(one.row for one in found)
        (_, actual, previous), first = found[0], questions[0]
        verdict, reason = agreed(readings)
        points = _points(first, actual)
        asked, due = readings[0].goal, first.due
        return Row(
            _row_id(sought, step),
            sought.promise,
            sought.cell,
            step,
            starting,
            actual,
            previous,
            readings,
            verdict,
            reason,
            agreed_last(readings),
            self._trend(first, readings[0], actual, previous),
            common_flags(readings),
            common_methods(readings),
            readings[0].needed_per_year if len(readings) == 1 else None,
            best_per_year(asked, points) if asked else None,
            forecast(points, due) if due and points else None,
            sought.series,
            None,
            self._claims(sought.promise),
        )

    def _restarted(self, sought: _Sought, step: Step) -> Starting | None:
        """The value of the year before a step is due, as a baseline of its own."""
        due = step.dues[0] if step.dues else self.as_of
        until = add_years(due, -1)
        before = [one for one in sought.series.values if one.day <= until]
        if not before:
            return None
        last = before[-1]
        period = Timing(last.name, (last.period,))
        return Starting(
            *sought.cell[:1], last.value, period, *sought.cell[1:], last.n, None
        )

    def _question(
        self, sought: _Sought, starting: Starting | None, step: Step, way: Alternative
    ) -> Question:
        measure = self.plan.measures[sought.cell.measure]
        is_withheld = bool(
            starting and starting.n is not None and starting.n < self.plan.minimum_group
        )
        if is_withheld:
            starting = None
        exact = starting.value.exact if starting and starting.value else None
        goals = goals_of(way, sought.steps, exact)
        at = sought.steps.index(step)
        reading = way.readings[at]
        return Question(
            way.name,
            reading,
            way.dues[at],
            goals[at],
            goals[at] if sought.restarts else goals[-1],
            self._road(sought, starting, way, goals, at),
            starting_point(self.plan, starting),
            starting,
            bool(starting and starting.period and starting.period.windows),
            is_withheld,
            sought.series,
            self.as_of,
            _tolerance(sought.target, goals[at], measure),
            self.bands,
            measure.unit,
            self.method,
            lambda period: self._era(sought.cell.measure, period),
            self._name_of_year,
            self._peer(sought.cell, reading),
        )

    def _road(
        self,
        sought: _Sought,
        starting: Starting | None,
        way: Alternative,
        goals: Sequence[Goal | None],
        at: int,
    ) -> Road | None:
        """The line from the baseline; from the value before, of this step alone."""
        base = starting_point(self.plan, starting)
        measure = self.plan.measures[sought.cell.measure]
        is_scale = not measure.values and measure.unit not in {"yes_no", "date"}
        if base is None or not is_scale or starting_day(self.plan, starting) is None:
            return None
        here = slice(at, at + 1) if sought.restarts else slice(None)
        kept = Alternative(way.name, way.readings[here], way.dues[here])
        return road_of(kept, goals[here], base)

    def _era(self, measure: int, period: Window) -> int:
        """How many times a measure's definition had changed when a period began."""
        return sum(day <= period.start for day in self.breaks.get(measure, ()))

    def _name_of_year(self, day: datetime.date) -> str:
        """The school year that ends on a day, else the day."""
        calendar = self.plan.calendar
        year = calendar.year_of(day)
        return calendar.year_name(year) if year.end == day else str(day)

    def _peer(
        self, cell: Cell, reading: Reading
    ) -> Callable[[Window], Value | None] | None:
        """What finds the value that another series has in a period."""
        if reading.peer is None:
            return None
        peer = reading.peer
        measure = cell.measure
        if peer.measure is not None:
            measure = self.plan.measure_index.get(peer.measure, -1)
        group, site = cell.group, cell.site
        if peer.group is not None:
            group = _name(self.groups, peer.group)
        if peer.site is not None:
            site = _name(self.sites, peer.site)
        if measure < 0:
            return lambda _: None
        other = self.book.series(Cell(measure, group, site))

        def value_of(period: Window) -> Value | None:
            found = other.at(period)
            return found.value if found else None

        return value_of

    def _trend(
        self,
        question: Question,
        reading: ReadRow,
        actual: Measured | None,
        previous: Measured | None,
    ) -> tuple[Trend | None, Trend | None]:
        """Which way the value went, since the baseline and since the one before."""
        asked, base = reading.goal, question.baseline
        now = actual.point if actual else None
        before = previous.point if previous else None
        if asked is None or now is None or reading.verdict is Verdict.NOT_COMPARABLE:
            return (None, None)
        return (
            trend(asked, base.value, now.value, self.same) if base else None,
            trend(asked, before.value, now.value, self.same) if before else None,
        )

    def _claims(self, promise: Promise) -> tuple[LinkedClaim, ...]:
        """What was said of a target: of its measure here, or of its item."""
        return tuple(
            claim
            for claim in self.plan.claims
            if (claim.measure == promise.measure and claim.item in {None, promise.item})
            or (claim.measure is None and claim.item == promise.item)
        )


def _points(question: Question, actual: Measured | None) -> list[Point]:
    """Exact values up to the latest, measured in the same way as it."""
    if actual is None:
        return []
    era = question.era(actual.period)
    found = {
        one.day: one.point
        for one in question.series.values
        if one.point and question.era(one.period) == era
    }
    base = question.baseline
    if base is not None and question.is_dated:
        found.setdefault(base.day, base)
    return [found[day] for day in sorted(found)]


def _tolerance(target: Target, asked: Goal | None, measure: Measure) -> Fraction:
    """How far from the goal is near enough, in the measure's unit."""
    amount = target.tolerance
    if amount is None:
        return Fraction(0)
    share = Fraction(amount.number) / Fraction(amount.of or 1)
    is_relative = amount.mark is Mark.OF_BASELINE or (
        amount.mark is Mark.PERCENT and measure.unit != "percent"
    )
    if not is_relative:
        return abs(share)
    value = asked.value if asked else None
    return abs(share * Fraction(value or 0) / 100)


def _name(directory: Directory, spelling: str) -> str:
    position = directory.find(spelling)
    return spelling if position is None else directory.name(position)


def _same(given: tuple[Decimal, ...]) -> Same:
    """The changes that count as none: from one to the other, or up to one number."""
    if not given:
        return (Fraction(0), Fraction(0))
    low, high = (-given[0], given[0]) if len(given) == 1 else given
    return (Fraction(low), Fraction(high))


def _row_id(sought: _Sought, step: Step) -> str:
    parts = [sought.promise.id]
    if len(sought.steps) > 1:
        parts.append(str(step.place))
    parts += [name for name in (sought.cell.group, sought.cell.site) if name]
    return "/".join(parts)
