"""Values of few students are withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review

_SHOWN = 3


@rule("measures", Severity.WARNING)
def small_group(review: Review) -> Iterator[Finding]:
    """A value of few students stands in the plan's files.

    ## What it finds
    A value or a baseline whose `n` (or `12/40`) is under the plan's smallest group
    (`progress: minimum_group:`, 10 where nothing is said); one finding for each
    measure.
    ## Why it matters
    A child might be recognized. Reports withhold such values, but the files of a plan
    are often public, and keep what they held before.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2022-23
        group: English learners
        value: 2/7
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2022-23
        group: English learners
        missing: suppressed
    ```
    """
    plan = review.plan
    by_measure: dict[int, list[tuple[Record, Path]]] = {}
    for measure, record, path in _small(plan):
        by_measure.setdefault(measure, []).append((record, path))
    for measure, places in by_measure.items():
        name, count = plan.measures[measure].id, len(places)
        what = f"{count} values of {name} are" if count > 1 else f"a value of {name} is"
        (record, path), *others = places
        yield Finding(
            record,
            path,
            f"{what} of fewer than {plan.minimum_group} students",
            "write `missing: suppressed` instead of the value and the number",
            related=tuple((*other, "another is here") for other in others[:_SHOWN]),
            subject=name,
        )


def _small(plan: LinkedPlan) -> Iterator[tuple[int, Record, Path]]:
    """The measure and the place of each value of few students."""
    least = plan.minimum_group
    for start in plan.baselines:
        if start.holder is None or not plan.places.is_here(start.holder):
            continue
        if start.value is not None and start.n is not None and start.n < least:
            yield start.measure, start.holder, (*start.path, "value")
    for one in plan.observations:
        if one.value is not None and one.n is not None and one.n < least:
            yield one.measure, one.record, ("value",)
