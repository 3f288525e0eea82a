"""A measure that goals are judged by has a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import few
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def no_target(review: Review) -> Iterator[Finding]:
    """A measure is used and nothing says what it is to reach.

    ## What it finds
    A measure of this plan that items use, without a target on the measure or at any
    item; one finding where most have none. Silent where no measure has a target.
    ## Why it matters
    Whatever the value is, nobody can say whether it is good enough. Plans with
    measurable goals, a baseline and a target, were found to go with better results
    (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    measures:
      - {id: readers, title: Children who read, unit: percent, targets: 60% by 2026}
      - {id: absence, title: Children who are absent, unit: percent}
    goals:
      - id: G1
        title: Every child reads
        measures: [readers, absence]
    ```
    ## Good
    ```yaml
    measures:
      - {id: readers, title: Children who read, unit: percent, targets: 60% by 2026}
      - {id: absence, title: Children who are absent, unit: percent, targets: 9%}
    goals:
      - id: G1
        title: Every child reads
        measures: [readers, absence]
    ```
    """
    plan = review.plan
    aimed = {promise.measure for promise in plan.promises}
    if not aimed:
        return
    used = review.shared.used_measures
    own = [position for position in review.shared.own_measures if position in used]
    lacking = [position for position in own if position not in aimed]
    several = len(lacking) > 1 and len(lacking) * 2 > len(own)
    for position in lacking[:1] if several else lacking:
        measure = plan.measures[position]
        message = f"nothing says what the measure {measure.id} is to reach"
        if several:
            names = few([plan.measures[one].id for one in lacking])
            message = (
                f"{len(lacking)} of the {len(own)} measures have no target: {names}"
            )
        yield Finding(
            measure,
            ("id",),
            message,
            "add a target: `60% by 2026`, or `maintain` where it is to stay",
        )
