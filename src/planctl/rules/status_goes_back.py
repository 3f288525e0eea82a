"""What is done stays done, from one report to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.link import LinkedPlan, LinkedUpdate
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.progress.standing import Standing
    from planctl.rules.rule import Review

    Step = tuple[LinkedUpdate, LinkedUpdate]

# What a state may not be followed by.
_BACK: dict[State | None, frozenset[State]] = {
    State.IN_PROGRESS: frozenset({State.NOT_STARTED}),
    State.ON_HOLD: frozenset({State.NOT_STARTED}),
    State.COMPLETE: frozenset({State.NOT_STARTED, State.IN_PROGRESS}),
}


@rule("status", Severity.WARNING)
def status_goes_back(review: Review) -> Iterator[Finding]:
    """An item is reported less far on than before, and nothing says why.

    ## What it finds
    An item whose latest report says that it has not started or is in progress where the
    one before said complete, or not started where it had begun; or a lower
    `percent_complete`. A note or evidence explains it. What recurs begins anew each
    school year. One finding for each cycle, with the count. `hold-without-reason` tells
    of what is on hold.
    ## Why it matters
    One of the two reports is wrong, or work was lost and nobody says so.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Coaching handbook}
    updates:
      - cycle: 2023-24/mid-year
        items:
          T1: complete
      - cycle: 2023-24/end-of-year
        items:
          T1: in progress
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Coaching handbook}
    updates:
      - cycle: 2023-24/mid-year
        items:
          T1: complete
      - cycle: 2023-24/end-of-year
        items:
          T1:
            status: in progress
            note: The Board asked for a chapter on new teachers.
    ```
    """
    plan = review.plan
    found: dict[str, dict[object, Step]] = {}
    for before, after in _steps(review):
        if _fallen(before, after) and not _is_explained(plan, before, after):
            by_item = found.setdefault(after.cycle.id, {})
            by_item.setdefault((after.item, after.site), (before, after))
    for by_item in found.values():
        yield _finding(plan, list(by_item.values()))


def _steps(review: Review) -> Iterator[Step]:
    """The last two reports of each item at a site that have a state or a percentage."""
    updates = review.plan.updates
    if not updates or updates[0].cycle.id == updates[-1].cycle.id:
        return
    last: dict[object, LinkedUpdate] = {}
    steps: dict[object, Step] = {}
    for update in _visible(updates, review.standing):
        for has, what in ((update.state, "state"), (update.percent, "percent")):
            if has is not None:
                key = update.item, update.site, what
                if key in last:
                    steps[key] = last[key], update
                last[key] = update
    yield from steps.values()


def _visible(
    updates: Sequence[LinkedUpdate], standing: Standing
) -> Iterator[LinkedUpdate]:
    """The reports of items that are looked at on that day, in order of time."""
    cycle = None
    for update in updates:
        if update.cycle is not cycle:
            cycle = update.cycle
            if cycle > standing.cycle:
                return
        is_known = (update.date or cycle.year_start) <= standing.as_of
        if is_known and update.item is not None:
            yield update


def _fallen(before: LinkedUpdate, after: LinkedUpdate) -> str:
    """The field of a report in which it falls behind the one before; else empty."""
    is_other = before.state is not after.state
    if is_other and after.state in _BACK.get(before.state, ()):
        return "status"
    if before.percent is None or after.percent is None:
        return ""
    return "percent_complete" if after.percent < before.percent else ""


def _is_explained(plan: LinkedPlan, before: LinkedUpdate, after: LinkedUpdate) -> bool:
    """Whether a report says why it falls behind; what recurs begins anew each year."""
    if after.note or after.lines or (after.record and after.record.evidence):
        return True
    recurs = plan.items[after.item or 0].recurs
    return recurs and before.cycle.year_start != after.cycle.year_start


def _finding(plan: LinkedPlan, steps: list[Step]) -> Finding:
    before, after = steps[0]
    item = plan.items[after.item or 0]
    field = _fallen(before, after)
    return Finding(
        *_place(after, field),
        f"{plan.name(item)} is {_said(after, field)} in {after.cycle.id}, after "
        f"{_said(before, field)}{more_like_it(steps)}",
        "correct one of the two, or say in a `note` what happened",
        related=(
            (*_place(before, field), "the report before"),
            *((*_place(other, ""), "and here") for _, other in steps[1:3]),
        ),
        subject=item.id,
    )


def _said(update: LinkedUpdate, field: str) -> str:
    if field == "status":
        return f"“{update.status or (update.state or '').replace('_', ' ')}”"
    return f"{update.percent:f} percent done"


def _place(update: LinkedUpdate, field: str) -> tuple[Record, Path]:
    """Where a field of an update stands; the report where an exception says it."""
    if update.record is None:
        return update.report, ()
    return update.record, (field,) if field else ()
