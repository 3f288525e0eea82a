"""Items as sections and rows, in document order."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from planctl.report.packet.facts import Worked, find_facts
from planctl.report.packet.standing import anchor, is_listed, item_standing
from planctl.report.packet.statuses import line_view, status_view
from planctl.report.packet.views import Fact, ItemTable, ItemView, PartView, SectionView
from planctl.report.wording import STATE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.standing import Own, Standing
    from planctl.report.packet.figures import Figures
    from planctl.report.status import Rollups

_TOP = 2
_IN_COLUMNS = ("Due", "Responsible", "Accountable")


def build_parts(
    figures: Figures, rollups: Rollups, items: Iterable[LinkedItem]
) -> tuple[PartView, ...]:
    """What the plan reports on, from some items down and in document order."""
    shown = [one for one in items if figures.tells(one) and not is_listed(one)]
    return tuple(_parts(figures, rollups, shown, _TOP))


def listed_tables(figures: Figures) -> tuple[ItemTable, ...]:
    """Tables of the items at the top that have no parts and are not reported on."""
    top = figures.plan.top
    listed = [item for item in top if figures.tells(item) and is_listed(item)]
    return tuple(_table(figures, run) for run in _runs(listed))


def _parts(
    figures: Figures, rollups: Rollups, items: Sequence[LinkedItem], depth: int
) -> Iterator[PartView]:
    """A section for each item with parts, a table for those between them."""
    after = False
    for run in _runs(items):
        if run[0].children:
            yield PartView(None, _section(figures, rollups, run[0], depth))
            after = True
        else:
            table = _table(figures, run, depth if after else 0)
            yield PartView(_with_measures(figures, table, depth), None)


def _runs(items: Sequence[LinkedItem]) -> Iterator[list[LinkedItem]]:
    """Items that are told together: one with parts, or neighbours of a level."""

    def kind(item: LinkedItem) -> tuple[str, int | None]:
        return item.level, item.position if item.children else None

    return (list(run) for _, run in groupby(items, key=kind))


def _section(
    figures: Figures, rollups: Rollups, item: LinkedItem, depth: int
) -> SectionView:
    children = [figures.plan.items[position] for position in item.children]
    view = item_view(figures, item)
    if figures.now.has_reports and figures.now.looks_at(item):
        view = _with_served(view, rollups, item)
    shown = figures.measures.get(view.anchor, ())
    drawn = {one.anchor for one in shown}
    elsewhere = tuple(one for one in view.charts if one.anchor not in drawn)
    return SectionView(
        depth,
        replace(view, charts=elsewhere),
        item_standing(rollups, item),
        tuple(
            _parts(
                figures,
                rollups,
                [child for child in children if figures.tells(child)],
                depth + 1,
            )
        ),
        tuple(replace(one, depth=depth + 1) for one in shown),
    )


def _with_served(view: ItemView, rollups: Rollups, item: LinkedItem) -> ItemView:
    """An item with what serves it, here and in other plans, beside its own parts."""
    served = rollups.now.served_by.get(item.position)
    if served is None:
        return view
    said = (
        f"{STATE_WORDS[served.state]}; {served.reported} of {served.expected} reported"
    )
    counts = ", ".join(
        f"{served.counts[state]} {word}"
        for state, word in STATE_WORDS.items()
        if served.counts.get(state)
    )
    fact = Fact("Served by other work", (f"{said}: {counts}",), is_short=True)
    return replace(view, facts=(*view.facts, fact))


def _table(figures: Figures, items: Sequence[LinkedItem], depth: int = 0) -> ItemTable:
    """Items of one level, beside each other; `depth` is that of a heading, if any."""
    level = figures.plan.level(items[0])
    rows = tuple(item_view(figures, item) for item in items)
    has_notes = any(row.narrative or row.evidence or row.lines for row in rows)
    columns = () if has_notes else _columns(rows)
    if len(rows) == 1:
        caption = f"{level.name} {rows[0].number}"
    else:
        caption = f"{level.several} {rows[0].number} to {rows[-1].number}"
    return ItemTable(
        caption,
        depth,
        level.name,
        any(row.status for row in rows),
        has_notes,
        columns,
        tuple(_with_cells(row, columns) for row in rows) if columns else rows,
    )


def _with_measures(figures: Figures, table: ItemTable, depth: int) -> ItemTable:
    """A table with the measures of which its items promise something."""
    shown = [one for row in table.rows for one in figures.measures.get(row.anchor, ())]
    depth = max(depth, _TOP + 1)
    return replace(table, measures=tuple(replace(one, depth=depth) for one in shown))


def _columns(rows: Sequence[ItemView]) -> tuple[str, ...]:
    """The facts that have a column of their own, where there is room for them."""
    used = {fact.label for row in rows for fact in row.facts}
    return tuple(label for label in _IN_COLUMNS if label in used)


def _with_cells(row: ItemView, columns: Sequence[str]) -> ItemView:
    """A row with some of its facts in columns."""
    texts = {fact.label: "; ".join(fact.texts) for fact in row.facts}
    return replace(
        row,
        facts=tuple(fact for fact in row.facts if fact.label not in columns),
        cells=tuple(texts.get(label, "") for label in columns),
    )


def item_view(figures: Figures, item: LinkedItem) -> ItemView:
    """An item as reports show it; only its name where it is not looked at."""
    plan, now, expand = figures.plan, figures.now, figures.expand
    if not now.looks_at(item):
        return _name_only(plan, item)
    own = now.own.get(item.position)
    said = own if own is not None and own.update.covered_by is None else None
    sites = {one.id or one.name: one.name for one in plan.sites}
    return ItemView(
        anchor(item),
        plan.level(item).name,
        item.number,
        item.title,
        item.record.heading or "",
        expand(item.record.description or ""),
        status_view(plan, now, item),
        # Not again where another item's entry says it.
        expand(said.note or "") if said else "",
        _evidence(said, now) if said else (),
        tuple(line_view(line, sites, expand) for line in own.lines) if own else (),
        tuple(
            replace(fact, texts=tuple(expand(text) for text in fact.texts))
            for fact in find_facts(
                plan,
                item,
                Worked(
                    figures.ratings.get(item.position),
                    figures.budgets.get(item.position),
                    tuple(figures.targets.get(item.position, ())),
                    tuple(figures.claims.get(item.position, ())),
                ),
            )
        ),
        figures.charts.get(item.position, ()),
    )


def _name_only(plan: LinkedPlan, item: LinkedItem) -> ItemView:
    return ItemView(
        anchor(item),
        plan.level(item).name,
        item.number,
        item.title,
        item.record.heading or "",
        description="",
        status=None,
        narrative="",
        evidence=(),
        lines=(),
        facts=(),
    )


def _evidence(own: Own, now: Standing) -> tuple[str, ...]:
    """What shows what was reported in this cycle."""
    record = own.update.record
    return record.evidence if record and own.update.cycle == now.cycle else ()
