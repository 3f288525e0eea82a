"""A card in the terminal."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from planctl.render.markup import bare_text
from planctl.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.report.card import Card
    from planctl.report.packet.views import Fact

_WIDTH = 96
_LABEL = 18


def render_card(card: Card) -> str:
    """Write a card: title, place, facts, history."""
    lines = [one_line(card.title), f"  {one_line(card.place)}", ""]
    lines += _facts(card.facts)
    if card.history:
        lines += ["", "Reported", *_facts(card.history)]
    return "\n".join(lines) + "\n"


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        label = f"  {one_line(fact.label)}"
        if len(label) >= _LABEL:
            yield label
            label = ""
        for text in fact.texts:
            for part in wrap(one_line(bare_text(text)), _WIDTH - _LABEL) or [""]:
                yield f"{label:<{_LABEL}}{part}"
                label = ""
