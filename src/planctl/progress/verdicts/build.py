"""From a plan's targets and observations to the rows of its progress."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.agreement import (
    agreed,
    agreed_last,
    common_flags,
    common_methods,
)
from planctl.progress.verdicts.asking import Asker, Sought
from planctl.progress.verdicts.baselines import (
    Baselines,
    Given,
    starting_day,
    starting_with,
)
from planctl.progress.verdicts.cells import cells_of, named_cells, steps_of
from planctl.progress.verdicts.comparing import trend
from planctl.progress.verdicts.expectations import alternatives
from planctl.progress.verdicts.items import item_verdicts
from planctl.progress.verdicts.methods import DEFAULT
from planctl.progress.verdicts.outlook import best_per_year, forecast
from planctl.progress.verdicts.privacy import Privacy
from planctl.progress.verdicts.reading import answer
from planctl.progress.verdicts.row import Original, Progress, Row
from planctl.progress.verdicts.together import SeriesBook
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.progress.verdicts.years import add_years

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.link import LinkedPlan
    from planctl.link.linked import LinkedClaim, Promise
    from planctl.progress.verdicts.comparing import Same
    from planctl.progress.verdicts.question import Question
    from planctl.progress.verdicts.road import Point
    from planctl.progress.verdicts.row import ReadRow, Step
    from planctl.progress.verdicts.series import Cell, Measured
    from planctl.progress.verdicts.words import Trend


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
    rows = tuple(row for promise in plan.promises for row in builder.rows(promise))
    return Progress(as_of, chosen, rows, item_verdicts(plan, rows))


class _Builder:
    """What all rows of a plan share."""

    def __init__(self, plan: LinkedPlan, as_of: datetime.date, method: str) -> None:
        privacy = Privacy(plan)
        self.plan = plan
        self.as_of = as_of
        self.book = SeriesBook(plan, privacy.observations, as_of)
        self.asker = Asker(plan, self.book, as_of, method)
        self.baselines = Baselines(plan, privacy)
        self.named = named_cells(plan)
        self.same = _same(plan.progress.same)
        self.claims: dict[tuple[int | None, int | None], list[LinkedClaim]] = {}
        for claim in plan.claims:
            self.claims.setdefault((claim.measure, claim.item), []).append(claim)

    def rows(self, promise: Promise) -> Iterator[Row]:
        """The rows of one target: one a cell and step."""
        for cell in cells_of(self.plan, promise, self.named):
            sought = self._sought(promise, cell)
            if sought is None:
                continue
            missed = False
            for step in sought.steps:
                row = self._row(sought, step)
                if missed:
                    row = _with_flag(row, Flag.RUNG_MISSED)
                if step.is_final:
                    row = replace(row, original=self._original(sought))
                missed = missed or row.verdict is Verdict.NOT_MET
                yield row

    def _sought(self, promise: Promise, cell: Cell) -> Sought | None:
        if promise.target is None:
            return None
        series = self.book.series(cell)
        given = self.baselines.find(promise, cell, series)
        begun = starting_day(self.plan, given.starting)
        steps = steps_of(self.plan, promise, begun, self.as_of)
        return Sought(promise, promise.target, cell, given, series, steps)

    def _original(self, sought: Sought) -> Original | None:
        """How the target stands as it was first set, from the baseline as it was."""
        former, starting = sought.promise.first, sought.given.starting
        value = starting.first if starting and not sought.given.is_withheld else None
        if former is None and value is None:
            return None
        first = self._sought(former or sought.promise, sought.cell)
        if first is None:
            return None
        if value is not None and first.given.starting is not None:
            former_start = first.given.starting._replace(value=value)
            first = first._replace(given=Given(former_start))
        row = self._row(first, first.steps[-1])
        begun = row.baseline if value is not None else None
        return Original(first.promise.text, begun, row.readings, row.verdict)

    def _row(self, sought: Sought, step: Step) -> Row:
        given = self._restarted(sought, step) if sought.restarts else sought.given
        questions = [
            self.asker.question(sought, given, step, way)
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
            given.starting,
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

    def _restarted(self, sought: Sought, step: Step) -> Given:
        """The last value when the step before was due, as a baseline of its own.

        The first step starts from the target's baseline, unless there is a later value.
        """
        at = sought.steps.index(step)
        due = step.dues[0] if step.dues else self.as_of
        before = sought.steps[at - 1].dues if at else ()
        until = before[0] if before else add_years(due, -1)
        values = [one for one in sought.series.values if one.day <= until]
        begun = starting_day(self.plan, sought.given.starting)
        if not values or (begun is not None and begun >= values[-1].day):
            return sought.given
        return Given(starting_with(values[-1], sought.cell))

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
        measure, item = promise.measure, promise.item
        keys = dict.fromkeys(((measure, None), (measure, item), (None, item)))
        return tuple(
            claim
            for key in keys
            if key != (None, None)
            for claim in self.claims.get(key, ())
        )


def _points(question: Question, actual: Measured | None) -> list[Point]:
    """Exact values up to the latest, measured in the same way as it."""
    if actual is None:
        return []
    era = question.era(actual.period)
    found = {
        one.day: one.point
        for one in question.series.values
        if one.point and one.day <= actual.day and question.era(one.period) == era
    }
    base = question.baseline
    if base is not None and question.is_dated:
        found.setdefault(base.day, base)
    return [found[day] for day in sorted(found)]


def _with_flag(row: Row, flag: Flag) -> Row:
    """A row with a flag more, under each of its readings."""
    readings = tuple(replace(one, flags=(*one.flags, flag)) for one in row.readings)
    return replace(row, readings=readings, flags=(*row.flags, flag))


def _same(given: tuple[Decimal, ...]) -> Same:
    """The changes that count as none: from one to the other, or up to one number."""
    if not given:
        return (Fraction(0), Fraction(0))
    low, high = (-given[0], given[0]) if len(given) == 1 else given
    return (Fraction(low), Fraction(high))


def _row_id(sought: Sought, step: Step) -> str:
    parts = [sought.promise.id]
    if len(sought.steps) > 1:
        parts.append(str(step.place))
    parts += [name for name in (sought.cell.group, sought.cell.site) if name]
    return "/".join(parts)
