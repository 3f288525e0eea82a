"""Items run within the plan's period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar import around
from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing, Window
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review


@rule("time", Severity.WARNING)
def outside_period(review: Review) -> Iterator[Finding]:
    """An item runs or is due outside the plan's period.

    ## What it finds
    A `period` that begins before the plan's period, a `due` that ends before it, and
    either where it ends after it. Of two readings the one that fits counts. Silent
    where the plan has no period.
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
    for item, field, timing in review.shared.times:
        where = _outside(timing, field, whole)
        if where:
            yield _finding(plan, item, field, timing, where)


def _finding(
    plan: LinkedPlan, item: LinkedItem, field: str, timing: Timing, where: str
) -> Finding:
    verb = "runs" if field == "period" else "is due"
    return Finding(
        item.record,
        (field,),
        f"{plan.name(item)} {verb} {where}: {timing.text}",
        "correct the year, or keep it as printed with a reason",
        related=((plan.info, ("period",), "the plan's period"),),
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
    if start < whole.start and field == "period":
        return f"from before the plan begins ({whole.start})"
    return f"beyond the end of the plan ({whole.end})" if end > whole.end else ""
