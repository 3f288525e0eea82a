"""Builds the packet of a checked plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.ratings import plan_rating, rating_name
from planctl.report.packet.attention import find_attention
from planctl.report.packet.changes import changes_sentence, find_changes
from planctl.report.packet.glossary import Expander
from planctl.report.packet.items import build_parts, find_figures, listed_tables
from planctl.report.packet.notes import build_notes
from planctl.report.packet.standing import served_table, standing_table
from planctl.report.packet.views import Fact, Packet, StatementView, WordRow
from planctl.report.status import find_rollups
from planctl.report.wording import (
    cycle_title,
    day,
    in_sentence,
    standing_sentence,
    unread_sentence,
)

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.link import LinkedPlan
    from planctl.model.item import Statement

FIRST_PAGE = 5


def build_packet(checked: CheckedPlan, commit: str = "") -> Packet:
    """Say what a board needs to know of a plan in a cycle.

    Args:
        checked: the plan, standing in the cycle.
        commit: the commit that the plan's folder is at, if known.
    """
    plan, standing = checked.plan, checked.standing
    rollups = find_rollups(checked)
    cycle = plan.cycles.get(standing.cycle.name)
    attention = find_attention(plan, standing)
    changes = find_changes(checked, rollups)
    figures = find_figures(checked, Expander(plan.glossary))
    rating = plan_rating(standing)
    return Packet(
        language=plan.info.language,
        organization=plan.info.organization or "",
        title=plan.info.title,
        cycle=cycle_title(standing.cycle, plan.cycles) if standing.own else "",
        date=day(standing.as_of),
        audience=(cycle.audience if cycle else None) or "",
        sentence=standing_sentence(rollups.now.total.counts, *_nouns(plan)),
        rating=f"Rating of the plan: {rating_name(plan, rating)}." if rating else "",
        warning=unread_sentence(
            [one.path for one in checked.loaded.sources if not one.is_readable]
        ),
        standing=standing_table(plan, rollups),
        served=served_table(plan, rollups),
        attention=attention[:FIRST_PAGE],
        more_attention=attention[FIRST_PAGE:],
        changes=changes,
        changes_sentence=changes_sentence(checked, rollups, len(changes)),
        parts=build_parts(figures, rollups),
        listed=listed_tables(figures),
        statements=tuple(_statement(one) for one in plan.statements),
        glossary=tuple(
            WordRow(word, meaning) for word, meaning in sorted(plan.glossary.items())
        ),
        notes=build_notes(checked, rollups, commit),
    )


def _nouns(plan: LinkedPlan) -> tuple[str, str]:
    """What the reported-on items are called: one, and several."""
    levels = {item.level for item in plan.items if item.is_reported_on}
    if len(levels) != 1:
        return "item", "items"
    level = plan.levels[levels.pop()]
    return in_sentence(level.name), in_sentence(level.several)


def _statement(one: Statement) -> StatementView:
    facts = [
        Fact(label, texts)
        for label, texts in (
            ("If", one.if_),
            ("Then", one.then),
            ("Questions", one.questions),
        )
        if texts
    ]
    return StatementView(one.kind, one.title, one.description or "", tuple(facts))
