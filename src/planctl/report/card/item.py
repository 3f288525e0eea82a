"""What a card says of an item: its place, people, parts and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.rollup import Rollup, roll_up_plan
from planctl.report.card.targets import target_lines
from planctl.report.card.view import Card
from planctl.report.packet.figures import find_figures
from planctl.report.packet.items import item_view
from planctl.report.packet.views import Fact
from planctl.report.wording import STATE_WORDS, cycle_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.check import CheckedPlan
    from planctl.link import LinkedItem, LinkedPlan


def item_card(checked: CheckedPlan, item: LinkedItem) -> Card:
    """The card of an item."""
    plan = checked.plan
    view = item_view(find_figures(plan, checked.standing), item)
    rolled = roll_up_plan(checked.standing, checked.elsewhere)
    facts = [Fact("Under", tuple(_above(plan, item))), *view.facts]
    if view.status:
        status = view.status
        words = [status.word, status.meaning and f"({status.meaning})", status.remark]
        facts.append(Fact("Status", (" ".join(word for word in words if word),)))
    stands = tuple(target_lines(checked, item=item.position))
    facts.append(Fact("How they stand", stands))
    if item.position in rolled.below:
        facts.append(Fact("Adds up to", (_sum(rolled.below[item.position]),)))
    if item.position in rolled.served_by:
        facts.append(Fact("Served by", tuple(_serving(plan, item))))
        facts.append(Fact("They add up to", (_sum(rolled.served_by[item.position]),)))
    parts = [plan.items[child] for child in item.children]
    facts.append(Fact("Parts", tuple(f"{one.id} {one.title}" for one in parts)))
    if view.description:
        facts.insert(0, Fact("Description", (view.description,)))
    span = plan.places.span(item.record)
    return Card(
        f"{view.level} {view.number}: {view.title}",
        f"{span.file}:{span.line}",
        tuple(fact for fact in facts if fact.texts),
        tuple(_history(plan, item)),
    )


def _above(plan: LinkedPlan, item: LinkedItem) -> Iterator[str]:
    for position in plan.above(item.position):
        above = plan.items[position]
        yield f"{plan.level(above).name} {above.number}: {above.title}"


def _serving(plan: LinkedPlan, item: LinkedItem) -> Iterator[str]:
    for other in plan.items:
        if any(cited.item == item.position for cited in other.aligns_to):
            yield f"{other.id} {other.title}"


def _sum(rollup: Rollup) -> str:
    text = (
        f"{STATE_WORDS[rollup.state]}, {rollup.reported} of {rollup.expected} reported"
    )
    if rollup.lowest is None:
        return text
    lowest = rollup.lowest
    return f"{text}, lowest {lowest.id} ({STATE_WORDS[lowest.state]})"


def _history(plan: LinkedPlan, item: LinkedItem) -> Iterator[Fact]:
    for update in plan.updates:
        if update.item != item.position:
            continue
        label = cycle_title(update.cycle, plan.cycles)
        if update.site:
            label += f", {update.site}"
        said = [
            update.status or "",
            update.rating and f"rating {update.rating}",
            update.note,
        ]
        texts = [": ".join(text for text in said if text)]
        for line in update.lines:
            where = line.site or line.record.scope or line.record.number or ""
            parts = [where, line.record.status, line.record.note]
            texts.append(": ".join(part for part in parts if part))
        if update.covered_by is not None:
            texts.append(f"reported with {plan.items[update.covered_by].id}")
        yield Fact(label, tuple(text for text in texts if text))
