"""A change starts from somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.measured import by_measure
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def no_baseline(review: Review) -> Iterator[Finding]:
    """A target is a change, and nothing says from what.

    ## What it finds
    Targets such as `+9% by 2026` or `double` of a measure that has no baseline for the
    same students and site; one finding for each measure, or one where most lack it.
    `subgroup-without-data` tells of a group of whose measure others have values.
    ## Why it matters
    Nobody can say what is to be reached, nor whether it was. Plans with measurable
    goals, a baseline and a target, were found to go with better results (Fernandez,
    Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            targets: +9 points by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            baseline: 70.7% in 2022-23
            targets: +9 points by 2026
    ```
    """
    plan = review.plan
    changes = list(by_measure(review.shared.promises, _is_change))
    known = {one.measure for one in plan.baselines if one.value}
    unknown = review.shared.without_data
    told_elsewhere = {id(plan.promises[position]) for position in unknown}

    def lacks(promise: Promise) -> bool:
        # Of another plan's measure, that plan has the data.
        is_own = plan.places.is_here(plan.measures[promise.measure])
        if not is_own or not _is_change(promise) or id(promise) in told_elsewhere:
            return False
        if promise.start is not None and promise.start.value is not None:
            return False
        several = len(promise.groups) > 1 or len(promise.sites) > 1
        return not (several and promise.measure in known)

    lacking = list(by_measure(review.shared.promises, lacks))
    several = len(lacking) > 1 and len(lacking) * 2 > len(changes)
    for one in lacking[:1] if several else lacking:
        first = one.found[0]
        text = " ".join(first.text.split())
        message = f"“{text}” has no baseline: from what?"
        if several:
            message = (
                f"{len(lacking)} of the {len(changes)} measures that are to change "
                f"have no baseline: “{text}” from what?"
            )
        elif len(one.found) > 1:
            message = f"{len(one.found)} targets have no baseline: “{text}” from what?"
        yield Finding(
            first.record,
            first.path,
            message,
            "add `baseline:` to the measure, such as `70.7% in 2022-23`",
            subject=plan.measures[one.measure].id,
        )


def _is_change(promise: Promise) -> bool:
    """Whether it asks for nothing definite without a baseline, but for an amount."""
    rungs = promise.target.rungs if promise.target else ()
    return any(
        reading.needs_baseline and reading.reading is not Kind.DIRECTION
        for rung in rungs
        for reading in rung.readings
    )
