"""Items as sections and rows, with everything that is said of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.budgets import Money, find_budgets
from planctl.progress.ratings import find_ratings, rating_name
from planctl.report.packet.glossary import as_it_is
from planctl.report.packet.standing import anchor, item_standing
from planctl.report.packet.statuses import line_view, status_view
from planctl.report.packet.views import Fact, ItemTable, ItemView, PartView, SectionView
from planctl.report.wording import STATE_WORDS, money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from planctl.check import CheckedPlan
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import Duty
    from planctl.model.plan import Named
    from planctl.progress.budgets import Budget
    from planctl.progress.standing import Own
    from planctl.report.status import Rollups

_TOP = 2


class Figures(NamedTuple):
    """What items are shown from: the plan, and what was worked out of it.

    `ratings` and `budgets` are by position; `expand` writes abbreviations out.
    """

    checked: CheckedPlan
    ratings: dict[int, str]
    budgets: dict[int, Budget]
    expand: Callable[[str], str]


def find_figures(
    checked: CheckedPlan, expand: Callable[[str], str] = as_it_is
) -> Figures:
    """Work out what items are shown from."""
    ratings, budgets = find_ratings(checked.standing), find_budgets(checked.plan)
    return Figures(checked, ratings, budgets, expand)


def build_parts(figures: Figures, rollups: Rollups) -> tuple[PartView, ...]:
    """What the plan reports on, from the top and in document order."""
    top = [item for item in figures.checked.plan.top if not _is_listed(item)]
    return tuple(_parts(figures, rollups, top, _TOP))


def listed_tables(figures: Figures) -> tuple[ItemTable, ...]:
    """Tables of the items at the top that have no parts and are not reported on."""
    listed = [item for item in figures.checked.plan.top if _is_listed(item)]
    return tuple(_table(figures, run) for run in _runs(listed))


def _is_listed(item: LinkedItem) -> bool:
    return not item.children and not item.is_reported_on


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
            yield PartView(_table(figures, run, depth if after else 0), None)


def _runs(items: Sequence[LinkedItem]) -> Iterator[list[LinkedItem]]:
    """Items that are told together: one with parts, or neighbours of a level."""

    def kind(item: LinkedItem) -> tuple[str, int | None]:
        return item.level, item.position if item.children else None

    return (list(run) for _, run in groupby(items, key=kind))


def _section(
    figures: Figures, rollups: Rollups, item: LinkedItem, depth: int
) -> SectionView:
    children = [figures.checked.plan.items[position] for position in item.children]
    return SectionView(
        depth,
        _with_served(item_view(figures, item), rollups, item),
        item_standing(rollups, item),
        tuple(_parts(figures, rollups, children, depth + 1)),
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
    level = figures.checked.plan.level(items[0])
    rows = tuple(item_view(figures, item) for item in items)
    if len(rows) == 1:
        caption = f"{level.name} {rows[0].number}"
    else:
        caption = f"{level.several} {rows[0].number} to {rows[-1].number}"
    return ItemTable(
        caption,
        depth,
        level.name,
        any(row.status for row in rows),
        any(row.narrative or row.lines for row in rows),
        rows,
    )


def item_view(figures: Figures, item: LinkedItem) -> ItemView:
    """An item as reports show it."""
    plan, standing = figures.checked.plan, figures.checked.standing
    expand = figures.expand
    own = standing.own.get(item.position)
    sites = {one.id or one.name: one.name for one in plan.sites}
    return ItemView(
        anchor(item),
        plan.level(item).name,
        item.number,
        item.title,
        item.record.heading or "",
        expand(item.record.description or ""),
        status_view(plan, standing, item),
        expand(_narrative(own)),
        tuple(line_view(line, sites, expand) for line in own.lines) if own else (),
        tuple(
            replace(fact, texts=tuple(expand(text) for text in fact.texts))
            for fact in _facts(figures, plan, item)
            if fact.texts
        ),
    )


def _narrative(own: Own | None) -> str:
    """What was said in this cycle; not again where another item's entry says it."""
    if own is None or own.update.covered_by is not None:
        return ""
    return own.note or ""


def _facts(figures: Figures, plan: LinkedPlan, item: LinkedItem) -> Iterator[Fact]:
    record = item.record
    rating = figures.ratings.get(item.position)
    yield _one("Rating", rating_name(plan, rating) if rating else None)
    yield _one("Period", item.period.text if item.period else None)
    yield _one("Due", item.due.text if item.due else None)
    yield Fact("Responsible", _who(plan, item.responsible), is_short=True)
    yield Fact("Accountable", _who(plan, item.accountable), is_short=True)
    yield Fact("Serves", tuple(_cited(plan, item)), is_short=True)
    yield Fact("After", tuple(_names(plan, item.depends_on)))
    yield _one("Phase", record.phase)
    yield _one("Scope", record.scope)
    yield Fact("For", tuple(_named(plan.groups, item.groups)), is_short=True)
    yield Fact("Where", tuple(_named(plan.sites, item.sites)), is_short=True)
    yield Fact("If", record.if_)
    yield Fact("Then", record.then)
    yield Fact("Questions", record.questions)
    yield Fact("Targets", tuple(_targets(plan, item)))
    yield Fact("How we will know", tuple(one.text for one in record.success_criteria))
    yield Fact("Resources", record.resources, is_short=True)
    yield Fact("Budget", tuple(_budget(plan, item, figures.budgets)))
    yield _one("Note", record.note)


def _one(label: str, text: str | None) -> Fact:
    return Fact(label, (text,) if text else (), is_short=True)


def _who(plan: LinkedPlan, duties: tuple[Duty, ...]) -> tuple[str, ...]:
    found = []
    for duty in duties:
        said = ", ".join(part for part in (duty.role, duty.duty) if part)
        name = plan.owners[duty.owner].name
        found.append(f"{name} ({said})" if said else name)
    return tuple(found)


def _cited(plan: LinkedPlan, item: LinkedItem) -> Iterator[str]:
    for cited in item.aligns_to:
        if cited.item is None:
            yield ": ".join(part for part in (cited.id, cited.title) if part)
        else:
            other = plan.items[cited.item]
            yield f"{plan.level(other).name} {other.number}: {other.title}"


def _names(plan: LinkedPlan, positions: Iterable[int]) -> Iterator[str]:
    for position in positions:
        other = plan.items[position]
        yield f"{other.number}: {other.title}"


def _named(declared: Iterable[Named], ids: tuple[str, ...]) -> Iterator[str]:
    """Student groups or sites by the names that reports print."""
    names = {one.id or one.name: one.name for one in declared}
    return (names.get(one, one) for one in ids)


def _targets(plan: LinkedPlan, item: LinkedItem) -> Iterator[str]:
    for promise in plan.promises:
        if promise.item == item.position:
            yield f"{plan.measures[promise.measure].title}: {promise.text}"


def _budget(
    plan: LinkedPlan, item: LinkedItem, budgets: dict[int, Budget]
) -> Iterator[str]:
    """The rows of an item, and what holds where they do not say it."""
    budget = budgets.get(item.position)
    if budget is not None and not budget.own.is_known:
        yield f"adds up to: {_amounts(plan, budget.total)}"
    for row in item.budget:
        what = [row.period.text if row.period else None, row.fund, row.category]
        head = ", ".join(part for part in what if part) or "total"
        yield f"{head}: {_amounts(plan, Money(row.planned, row.actual))}"


def _amounts(plan: LinkedPlan, amounts: Money) -> str:
    said = (("planned", amounts.planned), ("spent", amounts.actual))
    return ", ".join(
        f"{label} {money(amount, plan.info.currency)}"
        for label, amount in said
        if amount is not None
    )
