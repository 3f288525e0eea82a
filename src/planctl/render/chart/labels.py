"""Where labels stand: never on each other, and off lines and marks where they can."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.render.chart.text import SIZE, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planctl.render.chart.canvas import Anchor, Place

_ABOVE, _BELOW = 0.78, 0.24
"""How far a text reaches above and below its foot, in its size."""
_OFF = 8.0
"""From the middle of a mark to its label."""
_STEP = 4.0
"""How finely lines are looked at, so that labels keep off them."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share a place."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether another box lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def has(self, place: Place) -> bool:
        """Whether a place lies inside."""
        return (
            self.left <= place[0] <= self.right and self.top <= place[1] <= self.bottom
        )


def text_box(place: Place, text: str, anchor: Anchor = "start") -> Box:
    """The room that a text takes whose foot stands at a place."""
    x, y = place
    wide = width(text)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - SIZE * _ABOVE, left + wide, y + SIZE * _BELOW)


class Labels:
    """The labels of a plot, placed one after the other, the most important first."""

    def __init__(self, room: Box) -> None:
        self.room = room
        self.taken: list[Box] = []
        self.drawn: list[Place] = []

    def keep_off(self, places: Iterable[Place]) -> None:
        """Keep labels off a line or, where it is one place, a mark."""
        before: Place | None = None
        for place in places:
            self.drawn += _between(before, place) if before else [place]
            before = place

    def place(
        self, at: Place, text: str, *, is_needed: bool
    ) -> tuple[Place, Anchor] | None:
        """Find where a text may stand beside a place; none where it may not.

        One that is not needed never stands on a line.
        """
        best: tuple[int, Place, Anchor] | None = None
        for foot, anchor in _feet(at):
            box = text_box(foot, text, anchor)
            if not self.room.holds(box) or any(box.meets(one) for one in self.taken):
                continue
            hidden = sum(box.has(place) for place in self.drawn)
            if best is None or hidden < best[0]:
                best = hidden, foot, anchor
            if not hidden:
                break
        if best is None or (best[0] and not is_needed):
            return None
        _, foot, anchor = best
        self.taken.append(text_box(foot, text, anchor))
        return foot, anchor


def _feet(at: Place) -> Iterator[tuple[Place, Anchor]]:
    """Places for a label, the best first."""
    x, y = at
    middle = y + SIZE * (_ABOVE - _BELOW) / 2
    for far in (0, SIZE, 2 * SIZE):
        above, below = y - _OFF - far, y + _OFF + SIZE * _ABOVE + far
        yield (x, above), "middle"
        yield (x, below), "middle"
        yield (x + _OFF, middle - far), "start"
        yield (x - _OFF, middle - far), "end"
        for foot in (above, below):
            yield (x + _OFF / 2, foot), "end"
            yield (x - _OFF / 2, foot), "start"


def _between(begin: Place, end: Place) -> list[Place]:
    """Places along a line, its end included."""
    (x1, y1), (x2, y2) = begin, end
    count = int(max(abs(x2 - x1), abs(y2 - y1)) / _STEP) + 1
    return [
        (x1 + (x2 - x1) * step / count, y1 + (y2 - y1) * step / count)
        for step in range(1, count + 1)
    ]


def years_shown(
    places: Sequence[tuple[float, str]], room: tuple[float, float]
) -> list[tuple[float, str]]:
    """As many names of years as fit beside each other, the last one among them.

    Args:
        places: where each year lies, and its name, in order.
        room: from where to where names may reach.
    """
    for every in range(1, len(places) + 1):
        shown = [
            (_inside(x, width(name), room), name)
            for x, name in places[(len(places) - 1) % every :: every]
            if width(name) <= room[1] - room[0]
        ]
        ends = [(x - width(name) / 2, x + width(name) / 2) for x, name in shown]
        if all(right[0] - left[1] >= SIZE / 3 for left, right in pairwise(ends)):
            return shown
    return []


def _inside(x: float, wide: float, room: tuple[float, float]) -> float:
    return min(max(x, room[0] + wide / 2), room[1] - wide / 2)
