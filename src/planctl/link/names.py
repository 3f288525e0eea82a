"""Owners, student groups and sites: found by id, name or other spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.model.plan import Named

if TYPE_CHECKING:
    from collections.abc import Iterable


class Directory:
    """Names in order of declaration; undeclared ones are added as they stand."""

    def __init__(self, declared: Iterable[Named]) -> None:
        self.named: list[Named] = list(declared)
        self.is_declared = bool(self.named)
        self._index: dict[str, int] = {}
        for position, one in enumerate(self.named):
            for spelling in (one.id or "", one.name, *one.also):
                self._index.setdefault(_key(spelling), position)

    def find(self, spelling: str) -> int | None:
        """The position of a name, if it is known by any spelling."""
        return self._index.get(_key(spelling))

    def add(self, name: str) -> int:
        """The position of a name that is used without being declared."""
        self.named.append(Named(name=name))
        return self._index.setdefault(_key(name), len(self.named) - 1)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every id and name that is declared."""
        return tuple(
            spelling
            for one in self.named
            for spelling in (one.id or one.name, one.name)
        )


def _key(spelling: str) -> str:
    return " ".join(spelling.split()).casefold()
