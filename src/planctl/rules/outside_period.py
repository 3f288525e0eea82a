"""Items run within the plan's period."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar import around
from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing, Window
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


_SEASON = timedelta(days=93)
_MOST_SHOWN = 4


class _Place(NamedTuple):
    """What items have in common that lie outside in the same way."""

    parent: int | None
    field: str
    text: str
    where: str


@rule("time", Severity.WARNING)
def outside_period(review: Review) -> Iterator[Finding]:
    """An item runs or is due outside the plan's period.

    ## What it finds
    A `period` that begins before the plan's period, a `due` that ends before it, and
    either where it ends after it; one finding for the items under one item that have
    the same time. Of two readings the one that fits counts, and a season or less may
    lie half in the plan. Silent where the plan has no period.
    ## Why it matters
    A reader cannot tell whether the work belongs to this plan, or the year is wrong.
    ## Bad
    ```yaml
    plan:
      id: p
      title: Plan 2024-2026
      period: 2024-2026
    tasks:
      - id: T1
        title: Hire a coach
        period: 2021-2026
    ```
    ## Good
    ```yaml
    plan:
      id: p
      title: Plan 2024-2026
      period: 2024-2026
    tasks:
      - id: T1
        title: Hire a coach
        period: 2024-2026
    ```
    """
    plan = review.plan
    whole = plan.period.whole if plan.period else None
    if whole is None:
        return
    found: dict[_Place, list[LinkedItem]] = {}
    for item, field, timing in review.shared.times:
        where = _outside(timing, field, whole)
        if where:
            place = _Place(item.parent, field, " ".join(timing.text.split()), where)
            found.setdefault(place, []).append(item)
    for place, items in found.items():
        yield _finding(plan, place, items)


def _finding(plan: LinkedPlan, place: _Place, items: list[LinkedItem]) -> Finding:
    first = items[0]
    named = plan.name(first)
    verb = "runs" if place.field == "period" else "is due"
    if len(items) > 1:
        named = f"{named} and {len(items) - 1} more"
        verb = "run" if place.field == "period" else "are due"
    if len(items) > 1 and place.parent is not None:
        named = f"{named} under {plan.items[place.parent].number}"
    also = ((one.record, (place.field,), "and here") for one in items[1:_MOST_SHOWN])
    return Finding(
        first.record,
        (place.field,),
        f"{named} {verb} {place.where}: {place.text}",
        "correct the year, or keep it as printed with a reason",
        related=(*also, (plan.info, ("period",), "the plan's period")),
    )


def _outside(timing: Timing, field: str, whole: Window) -> str:
    """How a time leaves the plan's period by every reading; empty where it does not."""
    where = _where(timing.windows, field, whole)
    if timing.other_reading and not _where(timing.other_reading, field, whole):
        return ""
    return where


def _where(windows: tuple[Window, ...], field: str, whole: Window) -> str:
    """Where some windows lie, seen from the plan's period; empty where inside it."""
    runs = around(windows)
    if runs is None:
        return ""
    start, end = runs.start, runs.end
    if start > whole.end:
        return f"after the plan ends ({whole.end})"
    if end < whole.start:
        return f"before the plan begins ({whole.start})"
    if end - start < _SEASON:
        return ""
    if start < whole.start and field == "period":
        return f"from before the plan begins ({whole.start})"
    return f"beyond the end of the plan ({whole.end})" if end > whole.end else ""
