"""What a card holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.report.packet.views import Fact


@dataclass(frozen=True, slots=True)
class Card:
    """An item or a measure: its name, place and facts, and its reports, latest last."""

    title: str
    place: str
    facts: tuple[Fact, ...]
    history: tuple[Fact, ...]
