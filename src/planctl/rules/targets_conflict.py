"""Two targets of one measure can both be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind
from planctl.targets.writing import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from planctl.evidence.shared import Shared
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review

_LARGE = 10**20
_AMOUNTS = frozenset(
    {Kind.LEVEL, Kind.POINTS, Kind.RELATIVE, Kind.FACTOR, Kind.GAP, Kind.RANGE}
)


class _Step(NamedTuple):
    """A step of a target: when it is due, and the value by each reading."""

    due: date
    values: dict[Kind, Decimal]
    promise: Promise


@rule("measures", Severity.WARNING)
def targets_conflict(review: Review) -> Iterator[Finding]:
    """Two targets of one measure contradict each other.

    ## What it finds
    Two targets of a measure, for the same students and site, that are due on the same
    day and ask for different values by every reading; and an earlier one that asks for
    more than the last one does, by one reading at least. Floors and ceilings may stand
    beside a value.
    ## Why it matters
    Two offices work toward two ends, and one of them will have failed.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Children who read
        unit: percent
        direction: increase
        baseline: 22.1% in 2022-23
    goals:
      - id: G1
        title: Every child reads
        measures: {measure: readers, targets: 27% by June 2024}
      - id: G2
        title: Every school teaches reading
        measures: {measure: readers, targets: +6 points by June 2024}
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Children who read
        unit: percent
        direction: increase
        baseline: 22.1% in 2022-23
    goals:
      - id: G1
        title: Every child reads
        measures: {measure: readers, targets: 27% by June 2024}
      - id: G2
        title: Every school teaches reading
        measures: {measure: readers, targets: +4.9 points by June 2024}
    ```
    """
    plan = review.plan
    scopes: dict[object, list[_Step]] = {}
    for promise in review.shared.promises:
        key = (promise.measure, promise.groups, promise.sites)
        steps = (
            []
            if promise.target and promise.target.each
            else _steps(review.shared, promise)
        )
        scopes.setdefault(key, []).extend(steps)
    for steps in scopes.values():
        yield from _same_day(plan, steps)
        yield from _off_the_way(plan, steps)


def _steps(shared: Shared, promise: Promise) -> list[_Step]:
    found = []
    rungs = promise.target.rungs if promise.target else ()
    for rung, timing in zip(rungs, promise.dues, strict=False):
        values = {}
        for reading in rung.readings:
            is_amount = reading.reading in _AMOUNTS and not reading.per_year
            meant = shared.goal(reading, promise.baseline) if is_amount else None
            if meant is not None and meant.value is not None:
                values[reading.reading] = meant.value
        end = timing.end if timing else None
        if end is not None and len(values) == len(rung.readings):
            found.append(_Step(end, values, promise))
    return found


def _same_day(plan: LinkedPlan, steps: list[_Step]) -> Iterator[Finding]:
    """The steps that differ from the first one of the same day, each wording once."""
    first: dict[date, _Step] = {}
    told: set[tuple[date, str]] = set()
    for step in steps:
        one = first.setdefault(step.due, step)
        if one is step and step.values:
            continue
        key = (step.due, step.promise.text)
        if set(one.values.values()) & set(step.values.values()) or key in told:
            continue
        told.add(key)
        yield _finding(
            plan,
            step,
            one,
            f"by {step.due} {_name(plan, step)} is to be {_words(plan, step)} here "
            f"and {_words(plan, one)} elsewhere",
        )


def _off_the_way(plan: LinkedPlan, steps: list[_Step]) -> Iterator[Finding]:
    """The steps that are beyond the last one, each wording once."""
    last = max(steps, key=lambda step: step.due, default=None)
    told: set[str] = set()
    for step in steps:
        if last is None or step.due >= last.due or step.promise.text in told:
            continue
        if step.promise is last.promise:
            continue
        beyond = _beyond(plan, step, last)
        if beyond:
            told.add(step.promise.text)
            yield _finding(plan, step, last, beyond)


def _beyond(plan: LinkedPlan, step: _Step, last: _Step) -> str:
    """How an earlier step goes beyond the last one; empty where it does not."""
    direction = plan.measures[step.promise.measure].direction
    if direction not in {"increase", "decrease"}:
        return ""
    sign = 1 if direction == "increase" else -1
    for kind, value in step.values.items():
        # A change in percent is read alike in both; a value fits either reading.
        against = (
            {kind: last.values[kind]} if kind in last.values else dict(last.values)
        )
        for final in against.values():
            if value * sign > final * sign:
                some = ", by one reading" if len(last.values) > 1 else ""
                asked, end = (_plain(plan, step, one) for one in (value, final))
                return (
                    f"by {step.due} {_name(plan, step)} is to be {asked}, "
                    f"beyond the {end} of {last.due}{some}"
                )
    return ""


def _finding(plan: LinkedPlan, step: _Step, other: _Step, message: str) -> Finding:
    is_unclear = len(step.values) > 1 or len(other.values) > 1
    settles = "settle them with `reading:`, or " if is_unclear else ""
    return Finding(
        step.promise.record,
        step.promise.path,
        message,
        f"{settles}make the two agree; {plan.measures[step.promise.measure].id} can "
        "have one value a day",
        related=((other.promise.record, other.promise.path, "the other target"),),
        subject=plan.measures[step.promise.measure].id,
        word=step.promise.text,
    )


def _name(plan: LinkedPlan, step: _Step) -> str:
    return plan.measures[step.promise.measure].title


def _words(plan: LinkedPlan, step: _Step) -> str:
    values = dict.fromkeys(step.values.values())
    return " or ".join(_plain(plan, step, value) for value in values)


def _plain(plan: LinkedPlan, step: _Step, value: Decimal) -> str:
    """A value to a hundredth; two readings may lie that near together."""
    rounded = round(value, 2) if abs(value) < _LARGE else value
    return write_number(rounded, plan.measures[step.promise.measure].unit)
