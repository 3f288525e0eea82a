"""Two ids can be told apart."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.model.item import Item
    from planctl.model.measure import Measure
    from planctl.rules.rule import Review

# A quick look first: what is left is the same where two ids are alike.
_LEFT_OUT = str.maketrans(dict.fromkeys("._-0oO"))
# One after the other: marks alike, none between a letter and a digit, no leading zeros,
# and no letter O behind a digit.
_ALIKE = (
    (re.compile(r"[._-]+"), "."),
    (re.compile(r"(?<=[a-z])\.(?=\d)|(?<=\d)\.(?=[a-z])"), ""),
    (re.compile(r"(?<!\d)0+(?=\d)"), ""),
    (re.compile(r"(?<=\d)o"), "0"),
)


@rule("references", Severity.WARNING)
def similar_ids(review: Review) -> Iterator[Finding]:
    """Two ids look alike.

    ## What it finds
    Ids of items or measures that differ only in dots, hyphens and underscores, in
    leading zeros, or in a letter O for a zero. `duplicate-id` tells of equal ones.
    ## Why it matters
    Sooner or later a status is reported for the wrong one.
    ## Bad
    ```yaml
    tasks:
      - {id: G1.1, title: Hire a coach}
      - {id: G1-01, title: Train the coach}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: G1.1, title: Hire a coach}
      - {id: G1.2, title: Train the coach}
    ```
    """
    plan = review.plan
    items: tuple[Item | Measure, ...] = tuple(item.record for item in plan.items)
    records = (*items, *plan.measures)
    if not records:
        return
    # All ids in one go.
    joined = "\n".join([record.id for record in records])
    ids = joined.translate(_LEFT_OUT).lower().split("\n")
    if len(set(ids)) == len(ids):
        return
    close: dict[str, list[Item | Measure]] = {}
    for name, record in zip(ids, records, strict=True):
        close.setdefault(name, []).append(record)
    seen: dict[str, Item | Measure] = {}
    several = (records for records in close.values() if len(records) > 1)
    for record in chain.from_iterable(several):
        first = seen.setdefault(_alike(record.id), record)
        if first.id.lower() != record.id.lower() and plan.places.is_here(record):
            yield Finding(
                record,
                ("id",),
                f"the ids {first.id} and {record.id} look alike",
                "give one of them an id that nobody can mistake for the other",
                related=((first, ("id",), "the other one"),),
                word=record.id,
            )


def _alike(name: str) -> str:
    name = name.lower()
    for pattern, mark in _ALIKE:
        name = pattern.sub(mark, name)
    return name
