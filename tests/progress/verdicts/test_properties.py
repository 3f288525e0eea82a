"""What holds of every case, whatever its figures are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planctl.progress.verdicts.case import Case
from planctl.progress.verdicts.methods import METHODS, Outcome
from planctl.progress.verdicts.methods.pace import pace
from planctl.progress.verdicts.road import Point, Road
from planctl.progress.verdicts.sensitivity import sensitivity
from planctl.progress.verdicts.words import Verdict
from planctl.progress.verdicts.years import add_years, years_between
from planctl.targets import Goal, Side
from tests.progress.verdicts.plans import measure, progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from tests.progress.verdicts.plans import Check

BEGIN = date(2020, 6, 30)
BEST_FIRST = (
    Verdict.MET,
    Verdict.ON_TRACK,
    Verdict.BEHIND,
    Verdict.OFF_TRACK,
    Verdict.REGRESSED,
    Verdict.NOT_MET,
)
SYMMETRIC = ("pace", "linear", "healthy-people")
SCALED = ("pace", "linear", "healthy-people", "statcan", "attainment")


class Figures(NamedTuple):
    """What a case is made of; `year` counts from the baseline to the value."""

    baseline: Fraction
    target: Fraction
    actual: Fraction
    year: int
    years: int
    is_up: bool


def case(figures: Figures, unit: str | None = None) -> Case:
    """A case with a straight road where the target lies beyond the baseline."""
    baseline, target, actual, year, years, is_up = figures
    begin = Point(BEGIN, baseline)
    due = add_years(BEGIN, years)
    leads = target > baseline if is_up else target < baseline
    asked = level(target, is_up=is_up)
    return Case(
        asked,
        asked,
        Point(add_years(BEGIN, year), actual),
        due,
        year >= years,
        baseline=begin,
        road=Road((begin, Point(due, target))) if leads else None,
        may_be_early=leads,
        before=begin,
        unit=unit,
    )


def level(value: Fraction, *, is_up: bool) -> Goal:
    """A level to reach; a goal holds fractions as well as decimal numbers."""
    exact: Decimal = value  # type: ignore[assignment]
    return Goal(exact, exact, Side.ABOVE if is_up else Side.BELOW)


tenths = st.integers(0, 1000).map(lambda n: Fraction(n, 10))
figures = st.builds(
    Figures,
    tenths,
    tenths,
    tenths,
    st.integers(1, 5),
    st.integers(1, 5),
    st.booleans(),
)


def moved(one: Figures, by: Callable[[Fraction], Fraction]) -> Figures:
    """The same with other values."""
    return one._replace(
        baseline=by(one.baseline), target=by(one.target), actual=by(one.actual)
    )


def mirrored(one: Figures) -> Figures:
    """The same from the other side of the middle of the scale."""
    return moved(one, lambda value: 100 - value)._replace(is_up=not one.is_up)


def said(name: str, one: Case) -> Outcome | None:
    """What a method says of a case."""
    return METHODS[name](one)


@given(figures)
def test_to_fall_is_the_mirror_of_to_rise(one: Figures) -> None:
    for name in ("pace", "linear"):
        assert said(name, case(one)) == said(name, case(mirrored(one)))
    ours, theirs = (
        said("massachusetts", case(f, "percent")) for f in (one, mirrored(one))
    )
    assert ours == theirs


@given(figures)
def test_the_mirror_at_zero_changes_nothing_where_no_scale_ends(one: Figures) -> None:
    other = moved(one, lambda value: -value)._replace(is_up=not one.is_up)
    for name in SYMMETRIC:
        assert said(name, case(one)) == said(name, case(other))


@given(figures, st.sampled_from([Fraction(1, 100), Fraction(3), Fraction(1000)]))
def test_the_unit_s_scale_changes_no_verdict(one: Figures, by: Fraction) -> None:
    other = moved(one, lambda value: value * by)
    ours, theirs = case(one), case(other)
    assert (ours.pace, ours.achieved, ours.elapsed) == (
        theirs.pace,
        theirs.achieved,
        theirs.elapsed,
    )
    # Growth from nothing is from nearly nothing, which is the same on every scale.
    names = SCALED if one.baseline and one.target else SCALED[:3]
    for name in names:
        first, second = said(name, ours), said(name, theirs)
        assert (first and first.word) == (second and second.word)


@given(figures, st.integers(-500, 500).map(Fraction))
def test_moving_baseline_target_and_value_changes_nothing_for_pace(
    one: Figures, by: Fraction
) -> None:
    other = moved(one, lambda value: value + by)
    assert said("pace", case(one)) == said("pace", case(other))
    assert said("linear", case(one)) == said("linear", case(other))


@given(figures, tenths)
@pytest.mark.parametrize("name", METHODS)
def test_a_better_value_never_has_a_worse_verdict(
    name: str, one: Figures, by: Fraction
) -> None:
    better = one.actual + (by if one.is_up else -by)
    assume(0 <= better <= 100)
    outcomes = [
        said(name, case(each, "percent")) for each in (one, one._replace(actual=better))
    ]
    found = [outcome for outcome in outcomes if outcome is not None]
    if len(found) == 2:
        first, second = (BEST_FIRST.index(outcome.verdict) for outcome in found)
        assert second <= first


@given(figures, st.sets(st.integers(1, 5)))
def test_a_ladder_of_points_on_the_line_is_the_line(
    one: Figures, rungs: set[int]
) -> None:
    line = case(one)
    assume(line.road is not None)
    assert line.road is not None
    days = [add_years(BEGIN, year) for year in sorted(rungs) if year < one.years]
    points = [Point(day, line.road.expected(day)) for day in days]
    begin, *end = line.road.points
    ladder = replace(line, road=Road((begin, *points, *end)))
    assert ladder.expected == line.expected
    assert said("pace", ladder) == said("pace", line)


@given(figures)
def test_the_next_verdict_is_where_it_is_said_to_be(one: Figures) -> None:
    now = case(one)
    held = pace(now)
    found = sensitivity(now, {"pace": held}, "pace")
    hair = Fraction(1, 10**9) * (1 if one.is_up else -1)
    for edge, way in ((found.better, 1), (found.worse, -1)):
        if edge is None:
            continue
        values = [edge.value, edge.value + way * hair]
        there = [
            replace(now, actual=now.actual._replace(value=each)) for each in values
        ]
        assert edge.verdict in {pace(each).verdict for each in there}
        assert edge.verdict is not held.verdict
        assert edge.distance == edge.value - now.actual.value


@given(st.dates(date(1999, 1, 1), date(2049, 1, 1)), st.integers(0, 40))
def test_a_day_is_whole_years_from_itself(day: date, years: int) -> None:
    later = add_years(day, years)
    assert years_between(day, later) == years
    assert years_between(later, day) == -years


# -- what is not yet known -------------------------------------------------------

KNOWN = st.lists(
    st.tuples(
        st.sampled_from(["2022-23", "2023-24", "2024-25", "2025-26"]),
        st.integers(0, 100),
        st.dates(date(2023, 7, 1), date(2027, 1, 1)),
    ),
    unique_by=lambda one: one[0],
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KNOWN, st.dates(date(2023, 1, 1), date(2027, 6, 1)))
def test_nothing_that_becomes_known_later_changes_anything(
    check: Check, values: list[tuple[str, int, date]], day: date
) -> None:
    targets = '["+22% by 2025", "50% by 2024; 60% by 2026", maintain, increase]'

    def seen(rows: list[tuple[str, int, date]]) -> list[object]:
        texts = [
            f"period: {period}, value: {value}%, released: {released}"
            for period, value, released in rows
        ]
        found = progress(check, measure(targets), texts, as_of=day.isoformat())
        return [
            (one.readings, one.trend, one.series, one.best_per_year, one.forecast)
            for one in found.rows
        ]

    known = [one for one in values if one[2] <= day]
    assert seen(values) == seen(known)
