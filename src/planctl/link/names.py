"""Owners, student groups and sites: found by id, name or other spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.model.plan import Named

if TYPE_CHECKING:
    from collections.abc import Iterable


_JOINED = re.compile(r"[,;/&]| and ")


_EVERYBODY = frozenset({"all", "all students"})


class Directory:
    """Names in order of declaration; undeclared ones are added as they stand.

    `spellings` are the ids and names that are declared.
    """

    def __init__(self, declared: Iterable[Named]) -> None:
        self.named: list[Named] = list(declared)
        self.is_declared = bool(self.named)
        spellings = (word for one in self.named for word in (one.id, one.name))
        self.spellings = tuple(dict.fromkeys(word for word in spellings if word))
        self._index: dict[str, int] = {}
        for position, one in enumerate(self.named):
            for spelling in (one.id, one.name, *one.also):
                if spelling:
                    self._index.setdefault(_key(spelling), position)

    def find(self, spelling: str) -> int | None:
        """The position of a name, if it is known by any spelling."""
        position = self._index.get(spelling)
        return self._index.get(_key(spelling)) if position is None else position

    def several(self, text: str) -> tuple[str, ...]:
        """The known names that a text joins by a comma, `;`, `/`, `&` or `and`."""
        parts = tuple(part.strip() for part in _JOINED.split(text) if part.strip())
        are_known = all(self.find(part) is not None for part in parts)
        return parts if len(parts) > 1 and are_known else ()

    def name(self, position: int) -> str:
        """What refers to a name: its id, else the name itself."""
        one = self.named[position]
        return one.id or one.name

    def known_as(self, spelling: str) -> str:
        """What refers to a name; the spelling itself where it is not declared."""
        position = self.find(spelling)
        return spelling if position is None else self.name(position)

    def add(self, name: str) -> int:
        """The position of a name that is used without being declared."""
        self.named.append(Named(name=name))
        return self._index.setdefault(_key(name), len(self.named) - 1)


def is_everybody(name: str) -> bool:
    """Whether a group's name stands for all students, who are no group."""
    return _key(name) in _EVERYBODY


def _key(spelling: str) -> str:
    return " ".join(spelling.split()).casefold()
