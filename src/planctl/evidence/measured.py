"""Which measures and targets there are to look at, and who uses them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.cells import cells_of, named_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planctl.link.linked import LinkedPlan, Promise


class Scope(NamedTuple):
    """A measure, and the student group or the site (by `field`) that is looked at."""

    measure: int
    field: str
    name: str | None


class OfMeasure(NamedTuple):
    """The targets of one measure: those that some question is about, and all."""

    measure: int
    found: tuple[Promise, ...]
    of: int


def own_promises(plan: LinkedPlan) -> Iterator[Promise]:
    """The targets that can be read and are written in the plan itself."""
    for promise in plan.promises:
        if promise.target is not None and plan.places.is_here(promise.record):
            yield promise


def by_measure(
    promises: Sequence[Promise], is_one: Callable[[Promise], bool]
) -> Iterator[OfMeasure]:
    """The targets of which something holds, one entry for each measure that has any."""
    found: dict[int, list[Promise]] = {}
    for promise in promises:
        if is_one(promise):
            found.setdefault(promise.measure, []).append(promise)
    count = Counter(promise.measure for promise in promises) if found else {}
    for measure, several in sorted(found.items()):
        yield OfMeasure(measure, tuple(several), count[measure])


def is_due_before_baseline(promise: Promise) -> bool:
    """Whether a target is due no later than what it starts from was measured."""
    if promise.start is None or promise.start.period is None or promise.due is None:
        return False
    whole, end = promise.start.period.whole, promise.due.end
    return whole is not None and end is not None and end <= whole.end


def without_data(plan: LinkedPlan) -> dict[int, list[Scope]]:
    """The targets for a group or a site of which nothing is known, by position.

    Only of the plan's own measures, and where something is known of others. A value
    that is missing with its reason is known. A target for every group or site is for
    each that is declared; a change of which no start is known at all is left out.
    """
    scopes = [(one.measure, one.group, one.site) for one in plan.baselines]
    scopes += [(one.measure, one.group, one.site) for one in plan.observations]
    known = {Scope(measure, "group", group) for measure, group, _ in scopes}
    known |= {Scope(measure, "site", site) for measure, _, site in scopes}
    measured = {measure for measure, _, _ in scopes}
    found: dict[int, list[Scope]] = {}
    for position, promise in enumerate(plan.promises):
        measure = promise.measure
        if measure in measured and plan.places.is_here(plan.measures[measure]):
            named = [Scope(measure, "group", name) for name in promise.groups]
            named += [Scope(measure, "site", name) for name in promise.sites]
            if promise.target is not None and promise.target.each:
                named = _each(plan, promise)
            lacking = [scope for scope in named if scope not in known]
            if lacking and not (lacking == named and _starts_nowhere(promise)):
                found[position] = lacking
    return found


def _each(plan: LinkedPlan, promise: Promise) -> list[Scope]:
    """The groups or sites that a target for every one is for."""
    field = promise.target.each if promise.target else ""
    cells = cells_of(plan, promise, named_cells(plan))
    return [Scope(one.measure, field, one.group or one.site) for one in cells]


def _starts_nowhere(promise: Promise) -> bool:
    """Whether a target for every group or site asks for nothing without its start."""
    target = promise.target
    return (
        target is not None
        and bool(target.each)
        and any(one.needs_baseline for rung in target.rungs for one in rung.readings)
    )


def own_measures(plan: LinkedPlan) -> list[int]:
    """The positions of the measures that the plan itself declares."""
    is_here = plan.places.is_here
    return [position for position, one in enumerate(plan.measures) if is_here(one)]


def used_measures(plan: LinkedPlan) -> set[int]:
    """The measures that an item, a criterion, a claim or another measure names."""
    index = plan.measure_index
    used = {position for item in plan.items for position in item.measures}
    used |= {promise.measure for promise in plan.promises if promise.item is not None}
    named = [
        criterion.measure
        for item in plan.items
        for criterion in item.record.success_criteria
    ]
    for measure in plan.measures:
        named += measure.derive.of if measure.derive else ()
    for promise in plan.promises:
        rungs = promise.target.rungs if promise.target else ()
        peers = (one.peer for rung in rungs for one in rung.readings)
        named += [peer.measure for peer in peers if peer]
    return used | {index[name] for name in named if name is not None and name in index}
