"""Work has an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review


@rule("time", Severity.ADVICE)
def open_ended(review: Review) -> Iterator[Finding]:
    """Work is ongoing without an end.

    ## What it finds
    Items whose `due`, or `period` where there is no `due`, is ongoing and neither ends
    nor says how often it comes back; one finding for each level.
    ## Why it matters
    Nobody can say that it is late, nor when it is done. Plans whose goals are bound to
    a time were found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Coaches supported
        due: Fall 2024/Ongoing
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Coaches supported
        due: Fall 2024 - June 2025
      - id: T2
        title: Coaches meet
        due: Ongoing/monthly
    ```
    """
    plan = review.plan
    found: dict[str, list[LinkedItem]] = {}
    among: dict[str, int] = {}
    for item in plan.items:
        among[item.level] = among.get(item.level, 0) + 1
        timing = item.due or item.period
        if timing is not None and timing.open_ended and not timing.recurs:
            found.setdefault(item.level, []).append(item)
    for key, items in found.items():
        first, level = items[0], plan.levels[key]
        timing = first.due or first.period
        text = timing.text if timing else ""
        message = f"{plan.name(first)} has no end: {text}"
        if len(items) > 1:
            message = (
                f"{len(items)} of the {among[key]} {level.several} have no end, "
                f"such as {first.number}: {text}"
            )
        yield Finding(
            first.record,
            ("due",) if first.due else ("period",),
            message,
            "say by when it is done, or how often it comes back: `Ongoing/monthly`",
        )
