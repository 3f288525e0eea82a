"""Links that lead back to where they began."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find_loops(links: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Loops among links: for each position, the positions that it leads to.

    Each is given once, from its lowest position on; of loops that share a position
    one is given. Linear in positions and links.
    """
    links = _in_loops(links)
    seen = [False] * len(links)
    for start in range(len(links)):
        way: dict[int, int] = {}
        at = start
        while links[at] and not seen[at]:
            seen[at] = True
            way[at] = len(way)
            at = links[at][0]
        if at in way:
            loop = list(way)[way[at] :]
            first = loop.index(min(loop))
            yield (*loop[first:], *loop[:first])


def _in_loops(links: Sequence[Sequence[int]]) -> list[list[int]]:
    """The same links without those that lead to a dead end."""
    open_ends = [len(ends) for ends in links]
    back: list[list[int]] = [[] for _ in links]
    for position, ends in enumerate(links):
        for end in ends:
            back[end].append(position)
    dead = [position for position, count in enumerate(open_ends) if not count]
    for end in dead:
        for position in back[end]:
            open_ends[position] -= 1
            if not open_ends[position]:
                dead.append(position)
    gone = set(dead)
    return [
        [end for end in ends if end not in gone] if position not in gone else []
        for position, ends in enumerate(links)
    ]
