"""The ids of a plan: each names one item or measure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planctl.diagnostics import declared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.link.reporter import Reporter
    from planctl.load import LoadedItem
    from planctl.model.item import Item
    from planctl.model.measure import Measure
    from planctl.model.record import Record

    Named = Item | Measure


def index_ids(reporter: Reporter, items: Sequence[LoadedItem]) -> dict[str, int]:
    """Ids of items to positions; the first of two equal ones holds."""
    index: dict[str, int] = {}
    seen: dict[str, Named] = {}
    again: list[tuple[Named, Named]] = []
    for position, item in enumerate(items):
        first = seen.setdefault(item.record.id.lower(), item.record)
        if first is item.record:
            index[item.record.id] = position
        else:
            again.append((item.record, first))
    for measure in reporter.loaded.measures:
        first = seen.setdefault(measure.record.id.lower(), measure.record)
        if first is not measure.record:
            again.append((measure.record, first))
    if again:
        _report(reporter, items, again)
    return index


def _report(
    reporter: Reporter,
    items: Sequence[LoadedItem],
    again: list[tuple[Named, Named]],
) -> None:
    """Report ids that are used again; once where a whole file is a copy."""

    def file_of(record: Record) -> str:
        return reporter.loaded.places.span(record, ("id",)).file

    files = Counter(file_of(one) for one, _ in again)
    every = Counter(file_of(one.record) for one in items)
    every += Counter(file_of(one.record) for one in reporter.loaded.measures)
    told: set[str] = set()
    for one, first in again:
        file, other = file_of(one), file_of(first)
        if not 1 < files[file] == every[file] or file == other:
            _report_one(reporter, one, first)
        elif file not in told:
            told.add(file)
            reporter.report(
                declared.DUPLICATE_ID,
                f"all {files[file]} ids of this file are used elsewhere, too",
                one,
                ("id",),
                help="remove the file if it is a copy, or give each its own id",
                related=((first, ("id",), "the first of them"),),
            )


def _report_one(reporter: Reporter, record: Named, first: Named) -> None:
    reporter.report(
        declared.DUPLICATE_ID,
        f"the id `{record.id}` is used twice"
        if record.id == first.id
        else f"the ids `{first.id}` and `{record.id}` differ in case only",
        record,
        ("id",),
        help="give each its own id",
        related=((first, ("id",), "the first one is here"),),
    )
