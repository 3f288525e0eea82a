"""Work is done by the time at which what it serves is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review


class _Deadline(NamedTuple):
    """The last day of a goal at a position, and where that is written."""

    day: date
    item: int
    record: Record
    path: Path

    @property
    def key(self) -> object:
        """What makes two of them the same."""
        return self.day, self.item, self.path


_PERIOD = ("period",)
_Deadlines = dict[int | None, _Deadline]
_Beside = dict[int | None, dict[str, _Deadline]]


@rule("time", Severity.WARNING)
def due_after_goal(review: Review) -> Iterator[Finding]:
    """Work is due after the goal that it serves.

    ## What it finds
    Items due after what they stand under or align to is due; without a due date, after
    its targets are, or after its period. Items also that are due after the targets of
    all goals beside them. One finding for each goal. `outside-period` tells of what is
    due after the plan ends.
    ## Why it matters
    The work comes too late for the result that it was meant to bring.
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: A shorter budgeting cycle
        due: February 2025
        tasks:
          - id: T1
            title: Board engaged earlier in the process
            due: March 2025
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: A shorter budgeting cycle
        due: February 2025
        tasks:
          - id: T1
            title: Board engaged earlier in the process
            due: November 2024
    ```
    """
    plan = review.plan
    own = _deadlines(plan)
    beside = _deadlines_beside(plan, own)
    periods = _periods(plan, own)
    late: dict[object, tuple[_Deadline, list[LinkedItem]]] = {}
    ends = plan.period.end if plan.period else None
    for item, field, timing in review.shared.times:
        day = timing.surely_by
        if (field == "period" and item.due) or day is None:
            continue
        if ends is not None and day > ends:
            continue
        for deadline in _served(item, periods, own, beside):
            if day > deadline.day:
                _, items = late.setdefault(deadline.key, (deadline, []))
                items.append(item)
                break
    for deadline, items in late.values():
        yield _finding(plan, deadline, items)


def _deadlines(plan: LinkedPlan) -> _Deadlines:
    """The last days of items that are due, or whose targets all have a date."""
    found: _Deadlines = {}
    undated: set[int] = set()
    for promise in plan.promises:
        day = promise.due.end if promise.due and promise.is_dated else None
        if promise.item is None:
            continue
        if day is None:
            undated.add(promise.item)
            continue
        known = found.get(promise.item)
        if known is None or known.day < day:
            one = _Deadline(day, promise.item, promise.record, promise.path)
            found[promise.item] = one
    found = {item: one for item, one in found.items() if item not in undated}
    for item in plan.items:
        if item.due is not None:
            found.pop(item.position, None)
            if item.due.end is not None:
                one = _Deadline(item.due.end, item.position, item.record, ("due",))
                found[item.position] = one
    return found


def _periods(plan: LinkedPlan, own: _Deadlines) -> _Deadlines:
    """By when what stands under an item is to be done, in the order of the plan.

    By the item's due date, by the end of its period, by its targets; else by what
    holds for the item itself.
    """
    found: _Deadlines = {}
    for item in plan.items:
        if item.due is None and item.period is not None:
            if item.period.end is not None:
                end = item.period.end
                one = _Deadline(end, item.position, item.record, _PERIOD)
                found[item.position] = one
        elif item.position in own:
            found[item.position] = own[item.position]
        elif item.due is None and item.parent in found:
            found[item.position] = found[item.parent]
    return found


def _deadlines_beside(plan: LinkedPlan, own: _Deadlines) -> _Beside:
    """The latest targets of items, by their parent, then by their level."""
    found: _Beside = {}
    for deadline in sorted(own.values(), key=lambda one: one.item):
        item = plan.items[deadline.item]
        if item.parent is not None and item.due is None:
            levels = found.setdefault(item.parent, {})
            known = levels.get(item.level)
            if known is None or known.day < deadline.day:
                levels[item.level] = deadline
    return found


def _served(
    item: LinkedItem, periods: _Deadlines, own: _Deadlines, beside: _Beside
) -> list[_Deadline]:
    """The deadlines of what an item serves."""
    found = []
    if item.parent in periods:
        found.append(periods[item.parent])
    found += [own[cited.item] for cited in item.aligns_to if cited.item in own]
    is_work = item.position not in own or item.due is not None
    if is_work and item.parent in beside:
        goals = [
            deadline
            for level, deadline in beside[item.parent].items()
            if level != item.level
        ]
        found += sorted(goals, key=lambda deadline: deadline.day)[-1:]
    return found


def _finding(plan: LinkedPlan, deadline: _Deadline, items: list[LinkedItem]) -> Finding:
    first = items[0]
    timing = first.due or first.period
    goal = plan.name(plan.items[deadline.item])
    if deadline.path == _PERIOD:
        goal = f"{goal} ends"
    message = (
        f"{plan.name(first)} is due after {goal} ({deadline.day}): "
        f"{timing.text if timing else ''}"
    )
    if len(items) > 1:
        several = {plan.level(item).several for item in items}
        what = several.pop() if len(several) == 1 else "items"
        message = f"{len(items)} {what} are due after {goal} ({deadline.day})"
    others = tuple(
        (item.record, ("due",) if item.due else ("period",), "and this")
        for item in items[1:4]
    )
    return Finding(
        first.record,
        ("due",) if first.due else ("period",),
        message,
        "move the work forward or the goal back, or keep both with a reason",
        related=((deadline.record, deadline.path, "the goal is due here"), *others),
    )
