"""Items with their times, people, alignments and measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.link.linked import Cited, Duty, LinkedItem

if TYPE_CHECKING:
    from planctl.calendar import Timing, Window
    from planctl.link.linker import Linker
    from planctl.load import LoadedItem
    from planctl.model.item import BudgetRow, Item, Responsibility


class ItemLinker:
    """Links the items of a plan."""

    def __init__(self, linker: Linker) -> None:
        self.loaded = linker.loaded
        self.references = linker.references
        self.times = linker.times
        self.people = linker.people
        self._reported = {
            key
            for key, level in self.loaded.levels.items()
            if "status" in level.expects
        }
        self._budgets = self._read_budgets()

    def link(self, period: Timing | None) -> tuple[LinkedItem, ...]:
        """The items in document order, as far as they can be linked."""
        children: list[list[int]] = [[] for _ in self.references.items]
        for position, item in enumerate(self.references.items):
            if item.parent is not None:
                children[item.parent].append(position)
        linked: list[LinkedItem] = []
        for position, item in enumerate(self.references.items):
            above = linked[item.parent] if item.parent is not None else None
            below = tuple(children[position])
            linked.append(self._link_item(item, position, above, period, below))
        return tuple(linked)

    def _link_item(
        self,
        item: LoadedItem,
        position: int,
        above: LinkedItem | None,
        plan_period: Timing | None,
        children: tuple[int, ...],
    ) -> LinkedItem:
        record = item.record
        outer = above.runs if above else plan_period
        within = plan_period.whole if plan_period else None
        within = above.within if above else within
        period = None
        if record.period is not None:
            period = self.times.timing(record, ("period",), record.period, within)
        runs = period or outer
        runs_from = position if period else above.runs_from if above else None
        within = (period.whole if period else None) or within
        due = None
        if record.due is not None or record.success_criteria:
            due = self.times.timing(record, ("due",), record.due, within)
            self._check_criteria(record, within)
        return LinkedItem(
            record,
            record.id,
            record.title,
            position,
            item.level,
            above.depth + 1 if above else 0,
            item.parent,
            children,
            item.level in self._reported if self._reported else not children,
            period,
            due,
            runs,
            runs_from,
            within,
            self._duties(record, "responsible", record.responsible)
            if record.responsible
            else (),
            self._duties(record, "accountable", record.accountable)
            if record.accountable
            else (),
            self._citations(record) if record.aligns_to else (),
            self._found(record, "depends_on", record.depends_on)
            if record.depends_on
            else (),
            self._measures(record) if record.measures else (),
            (*record.budget, *self._budgets.get(position, ()))
            if record.budget or self._budgets
            else (),
            self.people.names(record, ("group",), record.group, "group")
            if record.group
            else (),
            self.people.names(record, ("site",), record.site, "site")
            if record.site
            else (),
        )

    def _duties(
        self, record: Item, field: str, responsible: tuple[Responsibility, ...]
    ) -> tuple[Duty, ...]:
        owners = self.people.owners
        return tuple(
            Duty(
                self.people.name(
                    record, (field, place, "owner", nth), owner, owners, "owner"
                ),
                one.role,
                one.duty,
            )
            for place, one in enumerate(responsible)
            for nth, owner in enumerate(one.owner)
        )

    def _citations(self, record: Item) -> tuple[Cited, ...]:
        cited = []
        for place, one in enumerate(record.aligns_to):
            path = ("aligns_to", place, "id")
            found = self.references.find(record, path, one.id, one.text)
            cited.append(
                Cited(one.id, one.text, found, self.references.title(one.id, found))
            )
        return tuple(cited)

    def _found(
        self, record: Item, field: str, names: tuple[str, ...]
    ) -> tuple[int, ...]:
        found = (
            self.references.find(record, (field, place), name)
            for place, name in enumerate(names)
        )
        return tuple(position for position in found if position is not None)

    def _check_criteria(self, record: Item, within: Window | None) -> None:
        """Read the times of success criteria, and look up their measures."""
        for place, one in enumerate(record.success_criteria):
            if one.due is not None:
                self.times.timing(
                    record, ("success_criteria", place, "due"), one.due, within
                )
            if one.measure is not None and one.measure not in self.references.measures:
                path = ("success_criteria", place, "measure")
                self.references.unknown(
                    record, path, one.measure, self.references.known_measures
                )

    def _measures(self, record: Item) -> tuple[int, ...]:
        found = []
        for place, use in enumerate(record.measures):
            position = self.references.measures.get(use.measure)
            if position is None:
                path = ("measures", place, "measure")
                self.references.unknown(
                    record, path, use.measure, self.references.known_measures
                )
            else:
                found.append(position)
        return tuple(found)

    def _read_budgets(self) -> dict[int, list[BudgetRow]]:
        """The rows of tables of budgets by the item that each belongs to."""
        found: dict[int, list[BudgetRow]] = {}
        for row in self.loaded.budgets:
            item = self.references.item(row.record, ("item",), row.item or "")
            if item is not None:
                found.setdefault(item, []).append(row.record)
        return found
