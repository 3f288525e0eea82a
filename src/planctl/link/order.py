"""Document order: every item is followed by all that stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.load import LoadedItem


def in_document_order(
    items: list[LoadedItem],
    parent_of: Callable[[LoadedItem, dict[str, int]], int | None],
    report_loop: Callable[[LoadedItem], None],
) -> list[LoadedItem]:
    """Items in document order, their parents as positions in that order.

    Args:
        items: in the order of the files, each behind the one it is nested in.
        parent_of: the position of the parent that an item names, by the first
            position of each id. An item that names one follows that item's own
            children. It is asked about nested items that name one, too.
        report_loop: told of the item at which a loop of parents is broken, the last
            one that closes it.
    """
    if not any(item.record.parent is not None for item in items):
        return items
    index: dict[str, int] = {}
    for position, item in enumerate(items):
        index.setdefault(item.record.id, position)
    nested: list[list[int]] = [[] for _ in items]
    named: list[list[int]] = [[] for _ in items]
    parents = [item.parent for item in items]
    tops: list[int] = []
    for position, item in enumerate(items):
        parent = parent_of(item, index)
        if item.parent is not None:
            nested[item.parent].append(position)
        elif parent is None:
            tops.append(position)
        elif _is_above(position, parent, parents):
            report_loop(item)
            tops.append(position)
        else:
            parents[position] = parent
            named[parent].append(position)
    order: list[int] = []
    stack = tops[::-1]
    while stack:
        position = stack.pop()
        order.append(position)
        stack += (nested[position] + named[position])[::-1]
    moved = {position: place for place, position in enumerate(order)}
    return [
        items[position]._replace(
            parent=None if (up := parents[position]) is None else moved[up]
        )
        for position in order
    ]


def _is_above(position: int, start: int, parents: list[int | None]) -> bool:
    """Whether an item is another one or stands above it."""
    at: int | None = start
    while at is not None:
        if at == position:
            return True
        at = parents[at]
    return False
