"""Printed numbers of items that stand beside each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planctl.link.linked import LinkedItem, LinkedPlan

_MOST_DIGITS = 6
_LETTERED = re.compile(
    r"(?P<before>.*?)(?P<number>\d{1,6})[A-Za-z]", re.ASCII | re.DOTALL
)


class Series(NamedTuple):
    """Items of one level beside each other that are numbered alike.

    `above` is what they stand under, `before` what is printed before each number.
    `lettered` are numbers that items beside them have with a letter: 3 of `3A`.
    """

    above: LinkedItem | None
    before: str
    items: list[LinkedItem]
    numbers: list[int]
    lettered: set[int]


def numbered_series(
    plan: LinkedPlan, by_level: Mapping[str, Sequence[LinkedItem]]
) -> Iterator[Series]:
    """The series of a plan, of two items at least; `by_level` are its items.

    The number is the last one in the printed `number`, else in the id. A series has
    one form of number: `1` and `1.1.2` are two series.
    """
    for of_level in by_level.values():
        siblings: dict[int | None, list[LinkedItem]] = {}
        for item in of_level:
            siblings.setdefault(item.parent, []).append(item)
        for parent, items in siblings.items():
            if len(items) > 1:
                above = plan.items[parent] if parent is not None else None
                yield from _series(above, items)


def _series(above: LinkedItem | None, items: list[LinkedItem]) -> Iterator[Series]:
    """The series among items of one level that stand under one item."""
    plain = any(item.record.number for item in items)
    found: dict[str, Series] = {}
    lettered: dict[str, set[int]] = {}
    for item in items:
        record = item.record
        printed = (record.number or item.id).rstrip()
        number = printed[len(printed.rstrip("0123456789")) :][-_MOST_DIGITS:]
        if number:
            before = "" if plain else printed[: -len(number)]
            series = found.get(before)
            if series is None:
                series = found[before] = Series(above, before, [], [], set())
            series.items.append(item)
            series.numbers.append(int(number))
        elif match := _LETTERED.fullmatch(printed):
            before = "" if plain else match["before"]
            lettered.setdefault(before, set()).add(int(match["number"]))
    for before, numbers in lettered.items():
        if before in found:
            found[before].lettered.update(numbers)
    return (series for series in found.values() if len(series.items) > 1)
