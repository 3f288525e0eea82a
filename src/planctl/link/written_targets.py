"""Where targets are written: on measures, at items, in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import LinkedItem
    from planctl.link.linker import Linker
    from planctl.link.scope import ScopeReader
    from planctl.load.places import Path
    from planctl.model.measure import Target as Written
    from planctl.model.record import Record


class WrittenTarget(NamedTuple):
    """A target as it is written, where it stands, and what it is promised of.

    `groups` and `sites` are those that hold unless it names its own, as linked.
    """

    record: Record
    path: Path
    written: Written
    measure: int
    item: LinkedItem | None
    groups: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def find_written(
    linker: Linker, items: tuple[LinkedItem, ...], scope: ScopeReader
) -> Iterator[WrittenTarget]:
    """Every target: those on measures first, then at items, then in tables."""
    yield from _on_measures(linker, items)
    yield from _at_items(linker, items)
    yield from _in_tables(linker, items, scope)


def _on_measures(
    linker: Linker, items: tuple[LinkedItem, ...]
) -> Iterator[WrittenTarget]:
    loaded = linker.loaded
    by_record = {id(item.record): item for item in items}
    for measure, (record, position) in enumerate(loaded.measures):
        item = None
        if position is not None:
            item = by_record[id(loaded.items[position].record)]
        for nth, written in enumerate(record.targets):
            yield WrittenTarget(record, ("targets", nth), written, measure, item)


def _at_items(linker: Linker, items: tuple[LinkedItem, ...]) -> Iterator[WrittenTarget]:
    for item in items:
        for nth, use in enumerate(item.record.measures):
            measure = linker.references.measures.get(use.measure)
            if measure is None:
                continue
            here: Path = ("measures", nth)
            groups = linker.people.names(
                item.record, (*here, "group"), use.group, "group"
            )
            sites = linker.people.names(item.record, (*here, "site"), use.site, "site")
            for place, written in enumerate(use.targets):
                path = (*here, "targets", place)
                yield WrittenTarget(
                    item.record, path, written, measure, item, groups, sites
                )


def _in_tables(
    linker: Linker, items: tuple[LinkedItem, ...], scope: ScopeReader
) -> Iterator[WrittenTarget]:
    for row in linker.loaded.targets:
        record = row.record
        measure = scope.measure(record, ("measure",), row.measure or "")
        item = None
        if row.item is not None:
            item = linker.references.item(record, ("item",), row.item)
        if measure is not None and (item is not None or row.item is None):
            of = items[item] if item is not None else None
            yield WrittenTarget(record, (), record, measure, of)
