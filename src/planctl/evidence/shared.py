"""What several rules look at, worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from planctl.evidence.numbering import numbered_series
from planctl.evidence.prose import Prose
from planctl.evidence.shares import Shares, find_shares
from planctl.link.wording import words_of_titles

if TYPE_CHECKING:
    from planctl.evidence.numbering import Numbered
    from planctl.link import LinkedItem, LinkedPlan


class Shared:
    """What several rules look at in a plan, made when the first of them asks."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan

    @cached_property
    def prose(self) -> Prose:
        """All that the plan says."""
        return Prose(self._plan)

    @cached_property
    def titles(self) -> list[str]:
        """The words of each item's title, by its position."""
        return words_of_titles(self._plan)

    @cached_property
    def by_level(self) -> dict[str, list[LinkedItem]]:
        """The items of each level that has any, in the order of the plan."""
        found: dict[str, list[LinkedItem]] = {}
        for item in self._plan.items:
            found.setdefault(item.level, []).append(item)
        return found

    @cached_property
    def numbered(self) -> list[tuple[LinkedItem | None, list[Numbered]]]:
        """Items that are numbered alike, with their parent."""
        return list(numbered_series(self._plan))

    @cached_property
    def shares(self) -> list[Shares]:
        """Values in percent that look like shares of 1."""
        return find_shares(self._plan)
