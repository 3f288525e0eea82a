"""References use the ids of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.load.places import Path
    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def former_id(review: Review) -> Iterator[Finding]:
    """A reference uses an id that an item had before.

    ## What it finds
    An alignment, dependency or parent that names an id which stands under `formerly`
    of one item and is no item's id now. Reports of earlier cycles may keep it.
    ## Why it matters
    planctl still finds the item; a reader of the printed plan does not.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        formerly: A7
      - id: T2
        title: Train the coach
        depends_on: A7
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        formerly: A7
      - id: T2
        title: Train the coach
        depends_on: T1
    ```
    """
    plan = review.plan
    now = {
        one.id: item
        for item in review.shared.having("formerly")
        for one in item.record.formerly
        if one.id not in plan.index
    }
    if not now:
        return
    for item in plan.items:
        for path, name in _references(item):
            found = now.get(_local(plan, name))
            if found is not None:
                yield Finding(
                    item.record,
                    path,
                    f"{name} is called {found.id} now",
                    f"write {found.id}",
                    related=((found.record, ("formerly",), "its ids before"),),
                    part=name,
                    word=name,
                )


def _references(item: LinkedItem) -> Iterator[tuple[Path, str]]:
    record = item.record
    if record.parent is not None:
        yield ("parent",), record.parent
    for place, cited in enumerate(record.aligns_to):
        yield ("aligns_to", place, "id"), cited.id
    for place, name in enumerate(record.depends_on):
        yield ("depends_on", place), name


def _local(plan: LinkedPlan, name: str) -> str:
    return name.removeprefix(f"{plan.info.id}:")
