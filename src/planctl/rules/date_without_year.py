"""A date has a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing
    from planctl.model.record import Record
    from planctl.rules.rule import Review


@rule("time", Severity.WARNING)
def date_without_year(review: Review) -> Iterator[Finding]:
    """A date names no year, and more than one fits.

    ## What it finds
    A month, day or season without its year in a `period`, a `due` or a target, where
    the period around it holds several such times, or none, or where there is no period.
    What comes back (`every August`) needs no year.
    ## Why it matters
    Nobody can say whether the work is late. Plans whose goals are bound to a time were
    found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    plan:
      id: p
      title: Plan 2024-2026
      period: 2024-2026
    tasks:
      - id: T1
        title: Hire a coach
        due: March
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
        due: March 2025
    ```
    """
    plan = review.plan
    for item, field, timing in review.shared.times:
        if timing.lacks_year and not timing.recurs:
            yield _finding(item.record, (field,), plan.name(item), timing)
    for promise in plan.promises:
        for due in promise.dues:
            # A time of the item's own was told there.
            if due is not None and due.lacks_year and promise.is_dated:
                what = f"the target “{promise.text}”"
                yield _finding(promise.record, promise.path, what, due)
                break


def _finding(
    record: Record, path: tuple[str | int, ...], what: str, timing: Timing
) -> Finding:
    return Finding(
        record,
        path,
        f"{what} has a date without a year: {timing.text}",
        "add the year; the plan does not say which one is meant",
        word=timing.text,
    )
