"""Everything about one item or measure."""

from __future__ import annotations

from planctl.report.card.build import build_card
from planctl.report.card.view import Card

__all__ = ["Card", "build_card"]
