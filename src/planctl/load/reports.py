"""Reports of a cycle, from YAML and from tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from planctl.diagnostics import declared
from planctl.load.loaded import LoadedPlan, LoadedReport
from planctl.load.places import find_span
from planctl.model.reporting import Entry, Report
from planctl.source import Source, Value, entry_of

if TYPE_CHECKING:
    from planctl.load.records import Records

ROW_KEYS = ("cycle", "item")
UPDATE_COLUMNS = (
    *ROW_KEYS,
    "site",
    "status",
    "percent_complete",
    "rating",
    "note",
    "date",
    "by",
    "evidence",
    "scope",
)


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


def load_table(plan: LoadedPlan, records: Records, table: Source) -> None:
    """Load the rows of a table of updates: a report for each cycle in it."""
    by_cycle: dict[str, tuple[int, list[tuple[str, Entry]]]] = {}
    for place, row in enumerate(cast("list[dict[str, Value]]", table.data or [])):
        fields = {key: one for key, one in row.items() if key not in ROW_KEYS}
        entry = records.read_widened(Entry, fields, table, table.data, place)
        cycle, item = row.get("cycle"), row.get("item")
        if entry is None or not isinstance(cycle, str) or not isinstance(item, str):
            _report_gaps(records, table, row, place)
            continue
        by_cycle.setdefault(cycle, (place, []))[1].append((item, entry))
    for cycle, (place, reported) in by_cycle.items():
        report = Report(cycle=cycle)
        plan.places.put(report, table, table.data, place)
        plan.reports.append(LoadedReport(report, tuple(reported)))


def _report_gaps(
    records: Records, table: Source, row: dict[str, Value], place: int
) -> None:
    """Say which of the cells that a row cannot do without are empty."""
    records.plan.is_whole = False
    for key in ROW_KEYS:
        if key not in row:
            records.report(
                declared.MISSING_KEY,
                f"the row has no `{key}`",
                find_span(table, table.data, place),
                help=f"fill in the column {key}",
            )
