"""One finding where many items lack the same thing, and how it names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planctl.link.linked import LinkedItem, LinkedPlan, Observed


class Gathered(NamedTuple):
    """Items that lack something, under the item that they have in common.

    `under` is a position, none for the whole plan; `of` is how many items there are
    to compare with.
    """

    under: int | None
    items: tuple[int, ...]
    of: int


def gather(
    plan: LinkedPlan, lacking: Sequence[LinkedItem], among: Sequence[LinkedItem]
) -> Iterator[Gathered]:
    """Gather items that lack something where most of their neighbours lack it, too.

    The highest item under which more than half of several lack it stands for them;
    an item that is alone stands for itself (`of` is 1).
    """
    if not lacking:
        return
    if len(lacking) > 1 and len(lacking) * 2 > len(among):
        yield Gathered(None, tuple(item.position for item in lacking), len(among))
        return
    counted = _count(plan, among)
    missing = _count(plan, lacking)
    taken: dict[int, list[int]] = {}
    for item in lacking:
        best = item.position
        for above in plan.above(item.position):
            if missing[above] > 1 and missing[above] * 2 > counted[above]:
                best = above
        taken.setdefault(best, []).append(item.position)
    for under, items in taken.items():
        yield Gathered(under, tuple(items), counted.get(under, 1) or 1)


def few(names: Sequence[str], most: int = 5) -> str:
    """Some names, and how many more there are: `G1, G2 and 3 more`."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def more_like_it(found: Sequence[object]) -> str:
    """What to say behind the first of several: `, and 2 more like it`, or nothing."""
    return f", and {len(found) - 1} more like it" if len(found) > 1 else ""


def per_measure(found: Iterable[Observed]) -> dict[int, list[Observed]]:
    """Observations by the position of their measure, in order of appearance."""
    by_measure: dict[int, list[Observed]] = {}
    for one in found:
        by_measure.setdefault(one.measure, []).append(one)
    return by_measure


def _count(plan: LinkedPlan, items: Sequence[LinkedItem]) -> dict[int, int]:
    """How many of some items stand under each item."""
    counted: dict[int, int] = {}
    for item in items:
        for above in plan.above(item.position):
            counted[above] = counted.get(above, 0) + 1
    return counted
