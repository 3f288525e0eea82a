"""What several rules look at, worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planctl.evidence.measured import (
    own_measures,
    own_promises,
    used_measures,
    without_data,
)
from planctl.evidence.numbering import numbered_series
from planctl.evidence.owners import places_of_owners
from planctl.evidence.placeholders import is_nobody
from planctl.evidence.prose import Prose
from planctl.evidence.shares import Shares, find_shares
from planctl.link.wording import other_words, words_of_titles
from planctl.targets.goals import goal

if TYPE_CHECKING:
    from decimal import Decimal

    from planctl.calendar import Timing
    from planctl.evidence.measured import Scope
    from planctl.evidence.numbering import Series
    from planctl.evidence.owners import Place
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import Promise
    from planctl.link.wording import OtherWords
    from planctl.targets.goals import Goal, Reading


class OwnTime(NamedTuple):
    """A time of an item's own: its `period` or its `due`."""

    item: LinkedItem
    field: str
    timing: Timing


class Shared:
    """What several rules look at in a plan, made when the first of them asks."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        # Readings live as long as the plan, so that an `id()` is nobody else's.
        self._goals: dict[tuple[int, Decimal | None], Goal | None] = {}

    @cached_property
    def prose(self) -> Prose:
        """All that the plan says."""
        return Prose(self._plan)

    @cached_property
    def titles(self) -> list[str]:
        """The words of each item's title, by its position."""
        return words_of_titles(self._plan)

    @cached_property
    def other_words(self) -> list[OtherWords]:
        """Citations whose wording differs from the title of what they name."""
        return list(other_words(self._plan, self.titles))

    @cached_property
    def by_level(self) -> dict[str, list[LinkedItem]]:
        """The items of each level that has any, in the order of the plan."""
        found: dict[str, list[LinkedItem]] = {}
        for item in self._plan.items:
            found.setdefault(item.level, []).append(item)
        return found

    def having(self, field: str) -> list[LinkedItem]:
        """The items for which a field is written, in the order of the plan."""
        return self._by_field.get(field, [])

    @cached_property
    def _by_field(self) -> dict[str, list[LinkedItem]]:
        # Most fields are rare, and to look for one in every item takes long.
        found: dict[str, list[LinkedItem]] = {}
        for item in self._plan.items:
            for field in item.record.model_fields_set:
                found.setdefault(field, []).append(item)
        return found

    @cached_property
    def times(self) -> list[OwnTime]:
        """The periods and due dates of items, in the order of the plan."""
        return [
            OwnTime(item, field, timing)
            for item in self._plan.items
            for field, timing in (("period", item.period), ("due", item.due))
            if timing is not None
        ]

    @cached_property
    def owned(self) -> list[LinkedItem]:
        """The items for which somebody is named."""
        items = self._plan.items
        return [item for item in items if item.responsible or item.accountable]

    @cached_property
    def places_of_owners(self) -> dict[int, Place]:
        """Where each owner is named first, by its position: record, path and text."""
        return places_of_owners(self._plan)

    @cached_property
    def nobody(self) -> frozenset[int]:
        """The owners whose names say that there is none yet."""
        owners = enumerate(self._plan.owners)
        return frozenset(place for place, one in owners if is_nobody(one.name))

    @cached_property
    def numbered(self) -> list[Series]:
        """Items that are numbered alike."""
        return list(numbered_series(self._plan, self.by_level))

    @cached_property
    def promises(self) -> list[Promise]:
        """The targets that can be read and are written in the plan itself."""
        return list(own_promises(self._plan))

    @cached_property
    def own_measures(self) -> list[int]:
        """The positions of the measures that the plan itself declares."""
        return own_measures(self._plan)

    @cached_property
    def used_measures(self) -> set[int]:
        """The measures that an item, a criterion, a claim or another measure names."""
        return used_measures(self._plan)

    @cached_property
    def without_data(self) -> dict[int, list[Scope]]:
        """The targets for a group or a site of which nothing is known, by position."""
        return without_data(self._plan)

    def goal(self, reading: Reading, baseline: Decimal | None) -> Goal | None:
        """What a reading asks for; none where that cannot be said.

        Targets that are worded alike share their readings.
        """
        key = id(reading), baseline
        if key not in self._goals:
            self._goals[key] = goal(reading, baseline)
        return self._goals[key]

    @cached_property
    def shares(self) -> list[Shares]:
        """Values in percent that look like shares of 1."""
        return find_shares(self._plan)
