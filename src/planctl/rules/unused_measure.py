"""Every measure belongs to something in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def unused_measure(review: Review) -> Iterator[Finding]:
    """A measure is declared and no item uses it.

    ## What it finds
    A measure of this plan that no item, no success criterion and no other measure
    names; one finding where most are unused. Silent in a plan whose measures other
    plans may use and whose items have none.
    ## Why it matters
    Somebody counts it, and nobody can say which goal it is for.
    ## Bad
    ```yaml
    measures:
      - {id: readers, title: Children who read}
      - {id: absence, title: Children who are absent}
    goals:
      - id: G1
        title: Every child reads
        measures: readers
    ```
    ## Good
    ```yaml
    measures:
      - {id: readers, title: Children who read}
      - {id: absence, title: Children who are absent}
    goals:
      - id: G1
        title: Every child reads
        measures: [readers, absence]
    ```
    """
    plan = review.plan
    used = review.shared.used_measures
    # What was not read of an item may have named it.
    if not used or plan.partial:
        return
    own = review.shared.own_measures
    unused = [position for position in own if position not in used]
    several = len(unused) > 1 and len(unused) * 2 > len(own)
    for position in unused[:1] if several else unused:
        measure = plan.measures[position]
        message = f"no item uses the measure {measure.id}"
        if several:
            message = f"no item uses {len(unused)} of the {len(own)} measures"
        yield Finding(
            measure,
            ("id",),
            message,
            "name it under `measures:` of the goal that it is for, or remove it",
        )
