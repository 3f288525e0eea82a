"""A baseline says of which year it is."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import few
from planctl.progress.verdicts.comparing import meets
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.shared import Shared
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise, Starting
    from planctl.rules.rule import Review

_NO_SCALE = frozenset({"yes_no", "date"})


@rule("measures", Severity.ADVICE)
def undated_baseline(review: Review) -> Iterator[Finding]:
    """A target is due on a day, and its baseline does not say of which year it is.

    ## What it finds
    Baselines with a value and no period, of the plan's own measures, from which a
    target with a last day is to move. One finding where most lack it. Passed over are
    targets with a `from` of their own, those that are to stay, and those without an
    amount.
    ## Why it matters
    Nobody can say how fast the change must go. `planctl progress` counts from the
    plan's first day, which is a guess.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            baseline: 70.7%
            targets: +9 points by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            baseline: 70.7% in 2022-23
            targets: +9 points by 2026
    ```
    """
    plan = review.plan
    if all(one.period or not one.value for one in plan.baselines):
        return
    judged = _judged(plan, review.shared)
    lacking = [one for one in judged if one.period is None]
    several = len(lacking) > 1 and len(lacking) * 2 > len(judged)
    for one in lacking[:1] if several else lacking:
        measure = plan.measures[one.measure].id
        message = f"the baseline of {measure} does not say of which year it is"
        if several:
            names = [plan.measures[other.measure].id for other in lacking]
            message = (
                f"{len(lacking)} of the {len(judged)} baselines do not say of which "
                f"year they are: {few(list(dict.fromkeys(names)))}"
            )
        if one.holder is not None:
            yield Finding(one.holder, one.path, message, _help(plan), subject=measure)


def _judged(plan: LinkedPlan, shared: Shared) -> list[Starting]:
    """The baselines from which a target with a last day is to move, in order."""
    first: dict[tuple[int, str | None, str | None], Starting] = {}
    for one in plan.baselines:
        first.setdefault((one.measure, one.group, one.site), one)
    found: dict[int, Starting] = {}
    for promise in shared.promises:
        measure, due = plan.measures[promise.measure], promise.due or plan.period
        is_own = plan.places.is_here(measure)
        is_scale = not measure.values and measure.unit not in _NO_SCALE
        starts = promise.target.start if promise.target else None
        if starts is not None or due is None or due.end is None:
            continue
        if not (is_own and is_scale):
            continue
        for group, site in product(promise.groups or (None,), promise.sites or (None,)):
            start = first.get((promise.measure, group, site))
            if start is not None and _moves(shared, promise, start):
                found[id(start)] = start
    return list(found.values())


def _moves(shared: Shared, promise: Promise, start: Starting) -> bool:
    """Whether a target asks for another value than its baseline, and for how much."""
    exact = start.value.exact if start.value else None
    if exact is None or promise.target is None:
        return False
    for rung in promise.target.rungs:
        for reading in rung.readings:
            if reading.reading is Kind.DIRECTION or reading.peer is not None:
                continue
            goal = shared.goal(reading, exact)
            if goal is not None and not meets(goal, Fraction(exact)):
                return True
    return False


def _help(plan: LinkedPlan) -> str:
    begins = plan.period.start if plan.period else None
    year, until = "2024-25", "nobody can say how fast it must go"
    if begins is not None:
        before = plan.calendar.year_of(begins).start
        year = plan.calendar.year_name(plan.calendar.school_year(before.year - 1))
        until = f"time is counted from the plan's start, {begins}"
    return f"write it as `40% in {year}`, or add `period:`; until then {until}"
