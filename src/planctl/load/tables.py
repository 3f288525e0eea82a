"""Rows of tables to records: updates, observations, baselines and the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from planctl.diagnostics import declared
from planctl.load.loaded import Attached, LoadedReport
from planctl.load.places import find_span
from planctl.load.shapes import shape_of
from planctl.model.item import BudgetRow
from planctl.model.measure import Baseline, Claim, Observation, Target
from planctl.model.reporting import Entry, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.load.loaded import LoadedPlan
    from planctl.load.records import Records
    from planctl.model.record import Record
    from planctl.source import Source, Value

_NO_CELLS = frozenset({"same_for", "entries", "expires"})
"""Fields of a record that no cell holds, though their shape would allow it."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the tables in a folder hold, one record a row.

    `keys` are the columns that say what a row belongs to and that its record does
    not have; `needed` are the columns that no row can do without, and `numbers`
    those in which a decimal comma may stand.
    """

    record: type[Record]
    keys: tuple[str, ...]
    needed: tuple[str, ...]
    numbers: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names that its columns may have."""
        fields = (
            name
            for name, shape in shape_of(self.record).items()
            if name not in _NO_CELLS and (not shape.record or shape.record.shorthand)
        )
        return (*self.keys, *fields)


TABLES = {
    "baselines": Table(Baseline, ("measure",), ("measure",), ("value", "n")),
    "budgets": Table(BudgetRow, ("item",), ("item",), ("planned", "actual")),
    "claims": Table(Claim, (), ("verdict",)),
    "observations": Table(Observation, (), ("measure", "period"), ("value", "n", "se")),
    "targets": Table(Target, ("measure", "item"), ("measure",), ("value",)),
    "updates": Table(
        Entry, ("cycle", "item"), ("cycle", "item"), ("percent_complete",)
    ),
}
"""The tables by the folder in which they stand."""
_APART = frozenset({"baselines", "claims", "observations", "targets"})


def is_apart(source: Source) -> bool:
    """Whether a file is a table whose rows stand for themselves, or that none reads.

    A row that is lost hides nothing that rules look at throughout, as long as the
    table has others.
    """
    folder, _, name = source.path.partition("/")
    if name and folder in _APART:
        return bool(source.data)
    told = {one.check for one in source.problems}
    return told == {declared.STRAY_TABLE}


def load_table(plan: LoadedPlan, records: Records, source: Source) -> None:
    """Load the rows of a table into the plan, by the folder in which it stands."""
    folder = source.path.partition("/")[0]
    rows = _rows(records, TABLES[folder], source)
    if folder == "updates":
        _load_updates(plan, source, rows)
        return
    loaded: list[Any] = getattr(plan, folder)
    for _, keys, record in rows:
        measure, item = keys.get("measure"), keys.get("item")
        loaded.append(Attached(record, measure, item) if keys else record)


def _rows(
    records: Records, table: Table, source: Source
) -> Iterator[tuple[int, dict[str, str], Record]]:
    """The place of each sound row, the cells that its record lacks, and the record."""
    for place, row in enumerate(_data(source)):
        if not all(key in row for key in table.needed):
            _report_gaps(records, table, source, place)
            continue
        fields = {key: cell for key, cell in row.items() if key not in table.keys}
        record = records.read_widened(table.record, fields, source, source.data, place)
        if record is not None:
            keys = {key: str(row[key]) for key in table.keys if key in row}
            yield place, keys, record


def _data(source: Source) -> list[dict[str, Value]]:
    return cast("list[dict[str, Value]]", source.data or [])


def _load_updates(
    plan: LoadedPlan,
    source: Source,
    rows: Iterator[tuple[int, dict[str, str], Record]],
) -> None:
    """Load a report for each cycle in a table."""
    by_cycle: dict[str, tuple[int, list[tuple[str, Entry]]]] = {}
    for place, keys, entry in rows:
        _, reported = by_cycle.setdefault(keys["cycle"], (place, []))
        reported.append((keys["item"], cast("Entry", entry)))
    for cycle, (place, reported) in by_cycle.items():
        report = Report(cycle=cycle)
        plan.places.put(report, source, source.data, place)
        plan.reports.append(LoadedReport(report, tuple(reported)))


def _report_gaps(records: Records, table: Table, source: Source, place: int) -> None:
    """Say which of the cells that a row cannot do without are empty."""
    records.plan.is_whole &= is_apart(source)
    row = _data(source)[place]
    for key in table.needed:
        if key not in row:
            records.report(
                declared.MISSING_KEY,
                f"the row has no `{key}`",
                find_span(source, source.data, place),
                help=f"fill in the column {key}",
            )
