"""What a card says of targets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.progress.verdicts import find_progress
from planctl.report.progress.view import view_progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.check import CheckedPlan


def target_lines(
    checked: CheckedPlan, *, item: int | None = None, measure: int | None = None
) -> Iterator[str]:
    """The targets of an item or of a measure, and how each stands."""
    found = find_progress(checked.plan, checked.standing.as_of)
    rows = tuple(
        row
        for row in found.rows
        if item in {None, row.promise.item} and measure in {None, row.cell.measure}
    )
    view = view_progress(checked.plan, replace(found, rows=rows))
    for one in view.measures:
        for target in one.targets:
            by = f" [{target.item}]" if target.item and item is None else ""
            scope = f", {target.scope}" if target.scope else ""
            step = f", {target.due}" if target.is_step else ""
            yield f"“{target.text}”{step}{scope}{by}: {target.says}"
            for reading in target.readings if item is None else ():
                yield f"  {reading.name} ({reading.target}): {reading.says}"
    for left in view.unjudged:
        by = f" [{left.item}]" if left.item and item is None else ""
        scope = f", {left.scope}" if left.scope else ""
        yield f"“{left.text}”{scope}{by}: {left.why}"
