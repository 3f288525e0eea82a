"""From a step of a target to the question that is judged."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from planctl.link.names import Directory
from planctl.progress.verdicts.baselines import starting_day, starting_point
from planctl.progress.verdicts.case import Bands
from planctl.progress.verdicts.expectations import Alternative, goals_of, road_of
from planctl.progress.verdicts.question import Question
from planctl.progress.verdicts.series import Cell
from planctl.targets import Mark

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from planctl.calendar import Window
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise, Starting
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.baselines import Given
    from planctl.progress.verdicts.road import Road
    from planctl.progress.verdicts.row import Step
    from planctl.progress.verdicts.series import Series
    from planctl.progress.verdicts.together import SeriesBook
    from planctl.targets import Amount, Goal, Reading, Target
    from planctl.targets.values import Value


class Sought(NamedTuple):
    """A target for one cell: where it starts, its values, its steps."""

    promise: Promise
    target: Target
    cell: Cell
    given: Given
    series: Series
    steps: tuple[Step, ...]

    @property
    def restarts(self) -> bool:
        """Whether each step starts from the value before it."""
        return self.target.start is not None and self.target.start.is_previous


class Asker:
    """Asks the questions of a plan: what all of them have in common."""

    def __init__(
        self, plan: LinkedPlan, book: SeriesBook, as_of: datetime.date, method: str
    ) -> None:
        self.plan = plan
        self.book = book
        self.as_of = as_of
        self.method = method
        self.groups = Directory(plan.groups)
        self.sites = Directory(plan.sites)
        bands = plan.progress.bands
        self.bands = Bands(Fraction(bands.on_track) / 100, Fraction(bands.behind) / 100)

    def question(
        self, sought: Sought, given: Given, step: Step, way: Alternative
    ) -> Question:
        """What is asked of a step, read in one way, from a baseline."""
        measure = self.plan.measures[sought.cell.measure]
        starting = given.starting
        exact = starting.value.exact if starting and starting.value else None
        steps = sought.steps
        if sought.restarts:
            steps = tuple(one._replace(years=1) for one in steps)
        goals = goals_of(way, steps, exact)
        at = sought.steps.index(step)
        reading = way.readings[at]
        # Of a yearly change nobody can say how many years it is.
        is_undated = reading.per_year and starting_day(self.plan, starting) is None
        return Question(
            way.name,
            reading,
            way.dues[at],
            goals[at],
            goals[at] if sought.restarts else goals[-1],
            self._road(sought, starting, way, goals, at),
            None if is_undated else starting_point(self.plan, starting),
            starting,
            bool(starting and starting.period and starting.period.windows),
            given.is_withheld,
            sought.series,
            self.as_of,
            _near_enough(sought.promise.tolerance, goals[at], measure),
            self.bands,
            measure.unit,
            self.method,
            lambda period: self.plan.era(sought.cell.measure, period),
            self._name_of_year,
            self._peer(sought.cell, reading),
        )

    def _road(
        self,
        sought: Sought,
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
            group = self.groups.known_as(peer.group)
        if peer.site is not None:
            site = self.sites.known_as(peer.site)
        if measure < 0:
            return lambda _: None
        other = self.book.series(Cell(measure, group, site))

        def value_of(period: Window) -> Value | None:
            found = other.at(period)
            return found.value if found else None

        return value_of


def _near_enough(
    amount: Amount | None, asked: Goal | None, measure: Measure
) -> Fraction:
    """How far from the goal is near enough, in the measure's unit."""
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
