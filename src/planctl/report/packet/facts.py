"""What a plan says of an item, as labelled facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.budgets import of_row
from planctl.progress.ratings import rating_name
from planctl.report.packet.views import Fact
from planctl.report.wording import document_text, money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import Duty
    from planctl.model.plan import Named
    from planctl.model.record import Link
    from planctl.progress.budgets import Budget, Money


class Worked(NamedTuple):
    """What was worked out of an item beside what its record says."""

    rating: str | None = None
    budget: Budget | None = None
    targets: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def find_facts(plan: LinkedPlan, item: LinkedItem, worked: Worked) -> Iterator[Fact]:
    """What a plan says of an item besides its title, description and status."""
    return (fact for fact in _all_facts(plan, item, worked) if fact.texts)


def _all_facts(plan: LinkedPlan, item: LinkedItem, worked: Worked) -> Iterator[Fact]:
    record, rating = item.record, worked.rating
    yield _one("Rating", rating_name(plan, rating) if rating else None)
    yield _one("Period", _period(plan, item))
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
    yield Fact("Targets", worked.targets)
    yield Fact("Claimed", worked.claims)
    yield Fact("How we will know", tuple(one.text for one in record.success_criteria))
    yield Fact("Resources", record.resources, is_short=True)
    yield Fact("Budget", tuple(_budget(plan, item, worked.budget)))
    yield _one("Note", record.note)
    yield Fact("See", tuple(_link(one) for one in record.links), is_short=True)
    yield _one("Source", document_text(record.source) if record.source else None)


def _one(label: str, text: str | None) -> Fact:
    return Fact(label, (text,) if text else (), is_short=True)


def _period(plan: LinkedPlan, item: LinkedItem) -> str | None:
    """An item's period as printed; the plan's own is told once, of the plan."""
    whole = plan.info.period.text if plan.info.period else None
    text = item.period.text if item.period else None
    return None if text == whole else text


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


def _link(one: Link) -> str:
    return f"{one.title} ({one.url})" if one.title else one.url


def _budget(plan: LinkedPlan, item: LinkedItem, budget: Budget | None) -> Iterator[str]:
    """The rows of an item, and what holds where they do not say it."""
    if budget is not None and not budget.own.is_known:
        yield f"adds up to: {_amounts(plan, budget.total)}"
    for row in item.budget:
        what = [row.period.text if row.period else None, row.fund, row.category]
        head = ", ".join(part for part in what if part) or "total"
        note = f" ({row.note})" if row.note else ""
        yield f"{head}: {_amounts(plan, of_row(row))}{note}"


def _amounts(plan: LinkedPlan, amounts: Money) -> str:
    currency = plan.info.currency
    said = []
    if amounts.planned is not None:
        said.append(f"planned {money(amounts.planned, currency)}")
    if amounts.actual is not None:
        said.append(f"spent {money(amounts.actual, currency)}")
        if amounts.against is not None and amounts.against != amounts.planned:
            said[-1] += f" of the {money(amounts.against, currency)} planned for that"
    return ", ".join(said)
