"""Printed numbers of items that stand beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import LinkedItem, LinkedPlan

_MOST_DIGITS = 6


class Numbered(NamedTuple):
    """An item with its printed number, and what is printed before it."""

    item: LinkedItem
    before: str
    number: int


def numbered_series(
    plan: LinkedPlan,
) -> Iterator[tuple[LinkedItem | None, list[Numbered]]]:
    """Items of one level beside each other that are numbered alike, with their parent.

    The number is the last one in the printed `number`, else in the id. A series has
    two items at least, and one form of number: `1` and `1.1.2` are two series.
    """
    siblings: dict[tuple[int | None, str], list[LinkedItem]] = {}
    for item in plan.items:
        siblings.setdefault((item.parent, item.level), []).append(item)
    for (parent, _), items in siblings.items():
        if len(items) == 1:
            continue
        plain = any(item.record.number for item in items)
        series: dict[str, list[Numbered]] = {}
        for item in items:
            printed = item.number.rstrip()
            text = printed.rstrip("0123456789")
            text = printed[: max(len(text), len(printed) - _MOST_DIGITS)]
            number = printed[len(text) :]
            if number:
                before = "" if plain else text
                series.setdefault(before, []).append(
                    Numbered(item, before, int(number))
                )
        for numbered in series.values():
            if len(numbered) > 1:
                above = plan.items[parent] if parent is not None else None
                yield above, numbered
