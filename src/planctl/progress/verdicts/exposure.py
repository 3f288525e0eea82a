"""Which hidden cells of tables can be computed from several totals together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    Cell = TypeVar("Cell", bound="Hashable")


class _Edge(NamedTuple):
    """A hidden cell between two of the sums that it is in."""

    cell: int
    ends: tuple[int, int]


def exposed(sums: Sequence[Iterable[Cell]], hidden: Iterable[Cell]) -> list[Cell]:
    """The hidden cells that the sums give away, in the order of `hidden`.

    Each sum holds the cells that add up, the total among them. With a node for each
    sum and an edge for each hidden cell, they are the edges that lie on no circle;
    what is in one sum only leads to the ground. Linear in cells and sums.
    Source: Gusfield, A graph theoretic approach to statistical data security,
    SIAM Journal on Computing 17 (1988).
    """
    cells = list(hidden)
    within: dict[Cell, list[int]] = {one: [] for one in cells}
    for node, members in enumerate(sums):
        for one in members:
            if one in within:
                within[one].append(node)
    ground = len(sums)
    edges = [
        _Edge(place, (nodes[0], nodes[1] if len(nodes) > 1 else ground))
        for place, one in enumerate(cells)
        if (nodes := within[one])
    ]
    return [cells[place] for place in sorted(_bridges(edges, ground + 1))]


def _bridges(edges: Sequence[_Edge], size: int) -> Iterator[int]:
    """The edges of a graph that lie on no circle.

    Source: Tarjan, Information Processing Letters 2 (1974).
    """
    at: list[list[_Edge]] = [[] for _ in range(size)]
    for edge in edges:
        for end in edge.ends:
            at[end].append(edge)
    order, lowest = [0] * size, [0] * size
    count = 0
    for start in range(size):
        if not order[start]:
            way = _Walk(at, order, lowest, count)
            yield from way.bridges(start)
            count = way.count


@dataclass(slots=True)
class _Walk:
    """A walk through all that is connected, deep before wide.

    `order` numbers the nodes as they are reached, `lowest` is the first of them that
    each leads back to.
    """

    at: Sequence[Sequence[_Edge]]
    order: list[int]
    lowest: list[int]
    count: int

    def bridges(self, start: int) -> Iterator[int]:
        """The edges behind which nothing leads back to what lies before them."""
        way = [self._reach(start, -1)]
        while way:
            node, came_by, rest = way[-1]
            edge = next(rest, None)
            if edge is not None:
                other = edge.ends[1] if edge.ends[0] == node else edge.ends[0]
                if edge.cell != came_by and self.order[other]:
                    self.lowest[node] = min(self.lowest[node], self.order[other])
                elif edge.cell != came_by:
                    way.append(self._reach(other, edge.cell))
                continue
            way.pop()
            if way:
                before = way[-1][0]
                self.lowest[before] = min(self.lowest[before], self.lowest[node])
                if self.lowest[node] > self.order[before]:
                    yield came_by

    def _reach(self, node: int, came_by: int) -> tuple[int, int, Iterator[_Edge]]:
        self.count += 1
        self.order[node] = self.lowest[node] = self.count
        return node, came_by, iter(self.at[node])
