"""Reports of a cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.load.loaded import LoadedPlan, LoadedReport
from planctl.model.reporting import Entry, Report
from planctl.source import Source, Value, entry_of

if TYPE_CHECKING:
    from planctl.load.records import Records


def load_report(
    plan: LoadedPlan,
    records: Records,
    source: Source,
    container: Value,
    place: str | int,
) -> None:
    """Load the report at `container[place]` with its entries."""
    node = entry_of(container, place)
    reported: list[tuple[str, Entry]] = []
    flat = node
    if isinstance(node, dict) and "items" in node:
        flat = {key: value for key, value in node.items() if key != "items"}
        reported = list(records.mapping(Entry, source, node, "items").items())
    report = records.read_widened(Report, flat, source, container, place)
    if isinstance(report, Report):
        if report.plan is not None:
            plan.places.put(report.plan, source, node, "plan")
        plan.reports.append(LoadedReport(report, tuple(reported)))
