"""What a packet is narrowed to: an item, what somebody owes, a school's scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from planctl.diagnostics.suggest import nearest
from planctl.errors import UsageError
from planctl.progress.narrow import at_site, items_of_site, look_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.link import LinkedPlan
    from planctl.model.plan import Named
    from planctl.progress.standing import Standing
    from planctl.progress.verdicts import Row


_FEW = 5


@dataclass(frozen=True, slots=True)
class Focus:
    """What a packet is narrowed to; `among` is none for the whole plan.

    `kind` is `item`, `owner`, `site` or `measure`, else empty; `name` is its id, else
    its name, `title` what the packet calls itself, `measure` a measure's position.
    `named` are the positions of the measures that an item's or owner's items name.
    """

    kind: str = ""
    name: str = ""
    title: str = ""
    among: frozenset[int] | None = None
    measure: int | None = None
    named: frozenset[int] = frozenset()

    def narrow(self, standing: Standing) -> Standing:
        """Leave of the statuses what the packet is about."""
        if self.among is None:
            return standing
        if self.kind == "site":
            return at_site(standing, self.name)
        return look_at(standing, self.among)

    def judges(self, row: Row) -> bool:
        """Whether the packet is about a target's row.

        A target that stands at its measure belongs to every item that names it.
        """
        if self.kind == "measure":
            return row.cell.measure == self.measure
        if self.kind == "site":
            return row.cell.site == self.name
        if self.among is None:
            return True
        if row.promise.item is None:
            return row.cell.measure in self.named
        return row.promise.item in self.among

    def has(self, position: int) -> bool:
        """Whether the packet is about the item at a position."""
        return self.among is None or position in self.among

    def told(self, plan: LinkedPlan) -> frozenset[int] | None:
        """The items that it tells of: those it is about, and what they stand under."""
        if self.among is None:
            return None
        found = set(self.among)
        for position in self.among:
            found.update(plan.above(position))
        return frozenset(found)


WHOLE = Focus()


def find_focus(
    plan: LinkedPlan,
    *,
    item: str = "",
    owner: str = "",
    site: str = "",
    measure: str = "",
) -> Focus:
    """What one of these names; the whole plan where none is given.

    Raises:
        UsageError: nothing has this name, or more than one is given.
    """
    if sum(map(bool, (item, owner, site, measure))) > 1:
        raise UsageError("name an item, an owner, a site or a measure: one of them")
    if item:
        return _on_item(plan, item)
    if owner:
        return _on_owner(plan, owner)
    if measure:
        return _on_measure(plan, measure)
    return _on_site(plan, site) if site else WHOLE


def _on_item(plan: LinkedPlan, name: str) -> Focus:
    position = plan.index.get(name)
    if position is None:
        _refuse(f"no item has the id {name}", name, list(plan.index))
    one = plan.items[position]
    title = f"{plan.level(one).name} {one.number}: {one.title}"
    among = frozenset((position, *plan.below(position)))
    return Focus("item", one.id, title, among, named=_named_by(plan, among))


def _named_by(plan: LinkedPlan, among: frozenset[int]) -> frozenset[int]:
    """The measures that items name."""
    return frozenset(
        measure for position in among for measure in plan.items[position].measures
    )


def _on_measure(plan: LinkedPlan, name: str) -> Focus:
    place = plan.measure_index.get(name)
    if place is None:
        _refuse(f"no measure has the id {name}", name, list(plan.measure_index))
    using = frozenset(item.position for item in plan.items if place in item.measures)
    measure = plan.measures[place]
    return Focus("measure", measure.id, f"Measure: {measure.title}", using, place)


def _on_owner(plan: LinkedPlan, name: str) -> Focus:
    owner = _named(plan.owners, name, "no owner is named")
    position = plan.owners.index(owner)
    among = frozenset(
        item.position
        for item in plan.items
        if any(duty.owner == position for duty in plan.who(item))
    )
    return Focus(
        "owner",
        owner.id or owner.name,
        f"For {owner.name}",
        among,
        named=_named_by(plan, among),
    )


def _on_site(plan: LinkedPlan, name: str) -> Focus:
    site = _named(plan.sites, name, "no site is named")
    key = site.id or site.name
    return Focus("site", key, f"Scorecard of {site.name}", items_of_site(plan, key))


def _named(declared: Sequence[Named], name: str, problem: str) -> Named:
    """Who or what a name means, whatever its case: by id, name or other spelling."""
    wanted = " ".join(name.split()).casefold()
    for one in declared:
        spellings = (one.id, one.name, *one.also)
        if any(word and word.casefold() == wanted for word in spellings):
            return one
    return _refuse(f"{problem} {name}", name, [one.name for one in declared])


def _refuse(problem: str, name: str, known: list[str]) -> NoReturn:
    """Refuse a name, with the nearest one that there is.

    Raises:
        UsageError: always.
    """
    near = nearest(name, known)
    if near:
        hint = f"; did you mean {near}?"
    elif known:
        more = " and more" if known[_FEW:] else ""
        hint = f"; there are {', '.join(known[:_FEW])}{more}"
    else:
        hint = "; the plan names none"
    raise UsageError(f"{problem}{hint}")
