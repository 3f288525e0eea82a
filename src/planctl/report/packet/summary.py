"""The summary of a packet: one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from planctl.report.packet.views import (
        AttentionView,
        OutlineView,
        OwedView,
        Packet,
        StandingTable,
        StandingView,
    )

    Row = TypeVar("Row", AttentionView, OutlineView, OwedView, StandingView)


def on_one_page(packet: Packet) -> Packet:
    """What stands on the first page of a packet, and how to read that."""
    notes = replace(
        packet.notes, chosen=(), scale=(), differences=(), known=(), sources=()
    )
    return replace(
        packet,
        standing=_table(packet.standing),
        served=_table(packet.served),
        outline=_unlinked(packet.outline),
        owed=_unlinked(packet.owed),
        attention=_unlinked(packet.attention),
        # The sentence says what the strip would show, in less room.
        targets=replace(packet.targets, segments=()) if packet.targets else None,
        more_sentence="",
        more_attention=(),
        changes=(),
        moved_targets=(),
        contents=(),
        parts=(),
        measures=(),
        unmeasured=(),
        about=(),
        listed=(),
        statements=(),
        glossary=(),
        notes=notes,
    )


def _table(table: StandingTable | None) -> StandingTable | None:
    return replace(table, rows=_unlinked(table.rows)) if table else None


def _unlinked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows without anchors, where what they would lead to is left out."""
    return tuple(replace(row, anchor="") for row in rows)
