"""Tables as CSV that a spreadsheet reads as text."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.progress.rollup import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planctl.report.export import ExportDocument
    from planctl.report.progress.document import ProgressDocument, RangeOut
    from planctl.report.status import RollupOut, StatusDocument

# A cell that begins so would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_status_csv(document: StatusDocument) -> str:
    """Write one row an item, or one a group where groups were asked for."""
    counted = [*COUNTED, "reported", "expected", "of", "overdue", "stale"]
    if document.by:
        head = [document.by, "name", "state", *counted]
        rows = [
            [group.id, group.name, group.rolled_up.state, *_numbers(group.rolled_up)]
            for group in document.groups
        ]
        return table(head, rows)
    head = ["id", "level", "parent", "title", "status", "own_state", "state", *counted]
    return table(
        head,
        [
            [
                item.id,
                item.level,
                item.parent,
                item.title,
                item.own.status if item.own else None,
                item.own.state if item.own else None,
                item.rolled_up.state if item.rolled_up else None,
                *(
                    _numbers(item.rolled_up)
                    if item.rolled_up
                    else [None] * len(counted)
                ),
            ]
            for item in document.items
        ],
    )


def render_progress_csv(document: ProgressDocument) -> str:
    """Write one row a step of a target and reading, with its figures."""
    head = [
        "id", "measure", "item", "number", "group", "site", "text", "unit", "reading",
        "due", "final", "baseline", "baseline_period", "actual", "observed", "previous",
        "target_low", "target_high", "expected", "achieved", "elapsed", "pace",
        "verdict", "reason", "last_verdict", "flags", "needed_per_year",
        "best_per_year", "verdict_of_all_readings",
    ]  # fmt: skip
    rows: list[list[object]] = []
    for one in document.targets:
        for reading in one.readings:
            low, high = _ends(reading.target)
            row: list[object] = [
                one.id, one.measure, one.item, one.number, one.group, one.site,
                one.text, one.unit, reading.reading, reading.due,
                "yes" if one.final else "no", one.baseline, one.baseline_period,
                one.actual, one.observed, one.previous, low, high,
                reading.expected, reading.achieved, reading.elapsed, reading.pace,
                reading.verdict, reading.reason, reading.last_verdict,
                _joined(reading.flags), reading.needed_per_year,
                one.best_per_year, one.verdict,
            ]  # fmt: skip
            rows.append(row)
    return table(head, rows)


def _ends(target: Decimal | RangeOut | None) -> tuple[Decimal | None, Decimal | None]:
    if target is None or isinstance(target, Decimal):
        return target, target
    return target.low, target.high


def render_items_csv(document: ExportDocument) -> str:
    """Write one row an item, with what a spreadsheet can hold."""
    head = [
        "id", "number", "level", "parent", "title", "responsible", "accountable",
        "period", "due", "aligns_to", "measures", "group", "site", "file", "line",
    ]  # fmt: skip
    return table(
        head,
        [
            [
                item.id,
                item.number,
                item.level,
                item.parent,
                item.title,
                _joined(duty.owner for duty in item.responsible),
                _joined(duty.owner for duty in item.accountable),
                item.period.text if item.period else None,
                item.due.text if item.due else None,
                _joined(cited.id for cited in item.aligns_to),
                _joined(item.measures),
                _joined(item.group),
                _joined(item.site),
                item.file,
                item.line,
            ]
            for item in document.items
        ],
    )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a header and rows, lines ended as spreadsheets expect (CR LF)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else value


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _numbers(rollup: RollupOut) -> list[object]:
    return [
        *(rollup.counts[state] for state in COUNTED),
        rollup.reported,
        rollup.expected,
        rollup.of,
        len(rollup.overdue),
        len(rollup.stale),
    ]
