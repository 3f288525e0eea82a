"""Work has an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing
    from planctl.evidence.shared import OwnTime
    from planctl.rules.rule import Review


# It comes back, and nobody knows when.
_SOME_TIME = frozenset({"recurring"})


@rule("time", Severity.ADVICE)
def open_ended(review: Review) -> Iterator[Finding]:
    """Work is ongoing without an end.

    ## What it finds
    Items whose `due`, or `period` where there is no `due`, is ongoing or recurring and
    neither ends nor says how often it comes back; one finding for each level.
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
    found: dict[str, list[OwnTime]] = {}
    for one in review.shared.times:
        holds = one.field == "due" or one.item.due is None
        if holds and _goes_on(one.timing):
            found.setdefault(one.item.level, []).append(one)
    for key, places in found.items():
        first, field, timing = places[0]
        message = f"{plan.name(first)} has no end: {timing.text}"
        if len(places) > 1:
            among = len(review.shared.by_level[key])
            message = (
                f"{len(places)} of the {among} {plan.levels[key].several} have no end, "
                f"such as {first.id}: {timing.text}"
            )
        yield Finding(
            first.record,
            (field,),
            message,
            "say by when it is done, or how often it comes back: `Ongoing/monthly`",
        )


def _goes_on(timing: Timing) -> bool:
    """Whether a time has no end and no rhythm; `recurring` alone is none."""
    if timing.recurs and timing.recurs.lower() in _SOME_TIME:
        return True
    return timing.open_ended and not timing.recurs
