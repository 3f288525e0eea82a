"""Status words and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planctl.model.reporting import Cycle, Scale, State, StatusWords

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The scales of a plan: the one that fits a level and a cycle best holds."""

    scales: tuple[Scale, ...]
    cycles: Mapping[str, Cycle]
    _tables: dict[tuple[str, str], dict[str, State | None]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def state(self, word: str, level: str, cycle: str) -> State | None:
        """The state that a word means on a level in a cycle, if it is in the scale.

        Case and outer spaces do not matter; the names of the five states count.
        """
        table = self._tables.get((level, cycle))
        if table is None:
            table = self._tables[level, cycle] = self._table(level, cycle)
        if word not in table:
            table[word] = table.get(_key(word))
        return table[word]

    def words(self, level: str, cycle: str) -> tuple[str, ...]:
        """The words of the scale that holds for a level in a cycle."""
        words = self._words(level, cycle)
        if words is None:
            return tuple(State)
        return tuple(word for state in State for word in getattr(words, state))

    @property
    def general(self) -> StatusWords | None:
        """The words that hold where no level or cycle has its own."""
        return self._words("", "")

    def _table(self, level: str, cycle: str) -> dict[str, State | None]:
        table: dict[str, State | None] = {_key(state): state for state in State}
        words = self._words(level, cycle)
        for state in State:
            for word in getattr(words, state) if words else ():
                table[_key(word)] = state
        return table

    def _words(self, level: str, cycle: str) -> StatusWords | None:
        own = self.cycles.get(cycle)
        if own is not None and own.scale is not None:
            return own.scale
        fitting = [
            scale
            for scale in self.scales
            if (not scale.levels or level in scale.levels)
            and (not scale.cycles or cycle in scale.cycles)
        ]
        best = max(
            fitting,
            key=lambda scale: bool(scale.levels) + bool(scale.cycles),
            default=None,
        )
        return best.words if best else None


def _key(word: str) -> str:
    return " ".join(word.replace("_", " ").split()).casefold()
