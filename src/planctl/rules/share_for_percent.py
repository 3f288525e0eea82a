"""Percents are written as percents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.gather import per_measure
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Observed
    from planctl.rules.rule import Review

_FEWEST = 2


@rule("measures", Severity.WARNING)
def share_for_percent(review: Review) -> Iterator[Finding]:
    """Values of a measure in percent look like shares of 1.

    ## What it finds
    A measure in percent with several values, all of them from 0 to 1 and none with a
    percent sign. Spreadsheets keep 42.3% as 0.423 and save it so.
    ## Why it matters
    0.423 is read as less than half of one percent.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2021-22
        value: 0.40
      - measure: readers
        period: 2022-23
        value: 0.423
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2021-22
        value: 40%
      - measure: readers
        period: 2022-23
        value: 42.3%
    ```
    """
    plan = review.plan
    for measure, several in per_measure(plan.observations).items():
        of = plan.measures[measure]
        values = [one for one in several if one.value is not None]
        if of.unit != "percent" or len(values) < _FEWEST or not _are_shares(values):
            continue
        first = next(one for one in values if _is_fraction(one))
        yield Finding(
            first.record,
            ("value",),
            f"all {len(values)} values of {of.id} are from 0 to 1, "
            "and the measure is in percent",
            "write percents: 42.3%, or 42.3",
            subject=of.id,
        )


def _are_shares(values: list[Observed]) -> bool:
    return any(_is_fraction(one) for one in values) and all(
        _is_plain(one)
        and one.value
        and one.value.exact is not None
        and 0 <= one.value.exact <= 1
        for one in values
    )


def _is_fraction(one: Observed) -> bool:
    exact = one.value.exact if one.value else None
    return exact is not None and 0 < exact < 1


def _is_plain(one: Observed) -> bool:
    """Whether it is written as a number alone, without a sign or a word."""
    text = (one.record.value or "").strip()
    return text.replace(".", "", 1).isdigit()
