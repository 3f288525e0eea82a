"""Builds the packet of a checked plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.ratings import plan_rating, rating_name
from planctl.progress.verdicts import find_progress
from planctl.report.packet.about import find_about, find_statements
from planctl.report.packet.attention import find_attention, first_few
from planctl.report.packet.changes import changes_sentences, find_changes
from planctl.report.packet.figures import find_figures
from planctl.report.packet.focus import WHOLE, Focus
from planctl.report.packet.glossary import Expander
from planctl.report.packet.items import build_parts, listed_tables
from planctl.report.packet.measures import (
    charts_of_items,
    find_measures,
    measures_of_items,
    told_with_charts,
)
from planctl.report.packet.notes import build_notes
from planctl.report.packet.outline import contents, holds_sentences, outline
from planctl.report.packet.owed import find_owed, owed_sentence
from planctl.report.packet.standing import served_table, standing_table
from planctl.report.packet.targets import (
    judge_targets,
    moved_sentences,
    moved_targets,
    stands_texts,
    target_notes,
    targets_at_risk,
    targets_view,
)
from planctl.report.packet.views import Packet, WordRow
from planctl.report.status import find_rollups
from planctl.report.wording import (
    cycle_title,
    day,
    in_sentence,
    standing_sentence,
    unread_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planctl.calendar.cycles import CycleInstance
    from planctl.check import CheckedPlan
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.standing import Standing
    from planctl.report.status import Rollups


def build_packet(
    checked: CheckedPlan,
    commit: str = "",
    focus: Focus = WHOLE,
    since: CycleInstance | None = None,
) -> Packet:
    """Say what a board needs to know of a plan in a cycle.

    Args:
        checked: the plan, standing in the cycle.
        commit: the commit that the plan's folder is at, if known.
        focus: what the packet is narrowed to.
        since: the reported cycle to compare with; the one before where none is given.
    """
    plan = checked.plan
    rollups = find_rollups(checked, since, focus.narrow)
    now = focus.narrow(checked.standing)
    cycle = plan.cycles.get(now.cycle.name)
    progress = find_progress(plan, now.as_of)
    judged = judge_targets(plan, progress, rollups.then, focus.judges)
    attention = (
        *find_attention(now, rollups.then),
        *targets_at_risk(plan, judged.now),
    )
    first = first_few(attention)
    changes = find_changes(now, rollups.then)
    is_whole, is_reported = focus.among is None, checked.standing.has_reports
    owed = find_owed(now) if focus.kind == "owner" else ()
    measures = find_measures(plan, progress, focus)
    figures = find_figures(
        plan,
        now,
        Expander(plan.glossary),
        focus.told(plan),
        {
            **stands_texts(plan, judged.now),
            **dict.fromkeys(told_with_charts(plan, measures), ()),
        },
        charts_of_items(plan, measures),
        measures_of_items(measures),
    )
    parts = build_parts(figures, rollups, _shown_from(plan, focus))
    return Packet(
        language=plan.info.language,
        organization=plan.info.organization or "",
        title=plan.info.title,
        scope=focus.title,
        cycle=cycle_title(now.cycle, plan.cycles) if is_reported else "",
        date=day(now.as_of),
        audience=(cycle.audience if cycle else None) or "",
        sentence=standing_sentence(
            rollups.now.total.counts,
            *_nouns(plan, now),
            has_reports=now.has_reports,
            has_values=any(row.actual for row in progress.rows if focus.judges(row)),
        ),
        said=tuple(_said(plan, now, is_whole=is_whole)),
        narrative=_narrative(plan, now) if is_whole else "",
        warning=unread_sentence(
            [one.path for one in checked.loaded.sources if not one.is_readable]
        ),
        standing=standing_table(_standing_of(plan, rollups, focus), rollups),
        served=served_table(plan, rollups) if is_whole else None,
        outline=outline(plan) if is_whole and not is_reported else (),
        owed_sentence=owed_sentence(now, len(owed)) if focus.kind == "owner" else "",
        owed=owed,
        targets=targets_view(judged.now),
        attention=first,
        more_sentence=_more(len(attention) - len(first)),
        more_attention=tuple(row for row in attention if row not in first),
        changes_sentences=(
            *changes_sentences(now, rollups.then, changes),
            *moved_sentences(plan, judged, rollups.then),
        ),
        changes=changes,
        moved_targets=moved_targets(plan, judged),
        contents=contents(parts),
        parts=parts,
        measures=measures.told,
        unmeasured=measures.unmeasured,
        about=tuple(find_about(plan)) if is_whole else (),
        listed=listed_tables(figures),
        statements=tuple(find_statements(plan)) if is_whole else (),
        glossary=tuple(
            WordRow(word, meaning)
            for word, meaning in sorted(plan.glossary.items())
            if is_whole
        ),
        notes=build_notes(
            checked, now, rollups, commit, tuple(target_notes(plan, judged.now))
        ),
    )


def _more(number: int) -> str:
    """How many more need attention than the first page names."""
    return f"{number:,} more under “Also needs attention”." if number else ""


def _shown_from(plan: LinkedPlan, focus: Focus) -> list[LinkedItem]:
    """The items that sections begin with: the one that is asked for, else the top."""
    if focus.kind == "item":
        return [plan.items[plan.index[focus.name]]]
    return list(plan.top)


def _standing_of(
    plan: LinkedPlan, rollups: Rollups, focus: Focus
) -> Iterable[LinkedItem]:
    """The items of "where it stands": the top of the plan, or the parts of an item."""
    if focus.kind != "item":
        return plan.top
    item = plan.items[plan.index[focus.name]]
    parts = [plan.items[position] for position in item.children]
    with_parts = [part for part in parts if part.position in rollups.now.below]
    return with_parts or [item]


def _said(plan: LinkedPlan, now: Standing, *, is_whole: bool) -> Iterator[str]:
    """What is said behind the first sentence."""
    rating = plan_rating(now) if is_whole else None
    if rating:
        yield f"Rating of the plan: {rating_name(plan, rating)}."
    if is_whole and not now.has_reports:
        yield from holds_sentences(plan)


def _narrative(plan: LinkedPlan, now: Standing) -> str:
    """What was reported of the plan as a whole in the cycle."""
    notes = [
        one.note
        for one in plan.updates
        if one.item is None and one.cycle == now.cycle and one.known_on <= now.as_of
    ]
    return next((note for note in reversed(notes) if note), "")


def _nouns(plan: LinkedPlan, now: Standing) -> tuple[str, str]:
    """What the reported-on items are called: one, and several."""
    levels = {
        item.level for item in plan.items if item.is_reported_on and now.looks_at(item)
    }
    if len(levels) != 1:
        return "item", "items"
    level = plan.levels[levels.pop()]
    return in_sentence(level.name), in_sentence(level.several)
