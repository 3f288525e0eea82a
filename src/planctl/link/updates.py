"""Reports to updates: one for each item, site and cycle, in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.diagnostics.suggest import before_shortening
from planctl.link.linked import LinkedItem, LinkedLine, LinkedUpdate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.calendar.cycles import CycleInstance
    from planctl.link.linker import Linker
    from planctl.load import LoadedReport
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.model.reporting import Entry, Report, State

_Key = tuple[str, int | None, str | None]


class UpdateLinker:
    """Links the reports of a plan."""

    def __init__(self, linker: Linker, items: tuple[LinkedItem, ...]) -> None:
        self.linker = linker
        self.items = items
        self.seen: dict[_Key, Record] = {}
        self.found: list[LinkedUpdate] = []

    def link(self, reports: Iterable[LoadedReport]) -> tuple[LinkedUpdate, ...]:
        """Every update, by cycle first and then by date."""
        exceptions: list[tuple[Report, CycleInstance]] = []
        for loaded in reports:
            cycle = self.linker.cycles.find(
                loaded.record, ("cycle",), loaded.record.cycle
            )
            if cycle is None:
                continue
            report = loaded.record
            if report.plan is not None:
                self._add(cycle, None, report.plan, report)
            for name, entry in loaded.entries:
                self._entry(cycle, name, entry, report)
            if report.otherwise is not None:
                exceptions.append((report, cycle))
        for report, cycle in exceptions:
            self._by_exception(report, cycle)
        return tuple(sorted(self.found, key=_time))

    def _entry(
        self, cycle: CycleInstance, name: str, entry: Entry, report: Report
    ) -> None:
        item = self._find(entry, (), name)
        # An entry that waits to be filled in reports nothing yet.
        if item is not None and entry.model_fields_set:
            self._add(cycle, item, entry, report)
        for place, other in enumerate(entry.same_for):
            covered = self._find(entry, ("same_for", place), other)
            if covered is not None:
                self._add(cycle, covered, entry, report, covered_by=item)

    def _find(self, entry: Entry, path: Path, name: str) -> int | None:
        linker = self.linker
        item = linker.references.find(entry, path, name)
        if item is None and name in linker.references.measures:
            linker.report(
                declared.UNKNOWN_REFERENCE,
                f"`{name}` is a measure; a status is reported of an item",
                entry,
                path,
                part=name,
                help="put its values under `observations:`",
            )
        return item

    def _add(
        self,
        cycle: CycleInstance,
        item: int | None,
        entry: Entry,
        report: Report,
        *,
        covered_by: int | None = None,
    ) -> None:
        site = self._site(entry, ("site",), entry.site)
        key = (cycle.id, item, site)
        first = self.seen.get(key)
        if first is not None:
            if first is not entry:
                self._duplicate(entry, first, item, cycle)
            return
        self.seen[key] = entry
        level = self.items[item].level if item is not None else ""
        self.found.append(
            LinkedUpdate(
                cycle,
                item,
                site,
                entry.status,
                self._state(entry.status, level, cycle),
                entry.percent_complete,
                entry.rating,
                entry.note,
                entry.date or report.date,
                entry.by or report.by,
                self._lines(entry, level, cycle)
                if entry.entries and covered_by is None
                else (),
                entry,
                report,
                covered_by,
                is_by_exception=False,
            )
        )

    def _duplicate(
        self, entry: Entry, first: Record, item: int | None, cycle: CycleInstance
    ) -> None:
        name = self.items[item].id if item is not None else "the plan"
        remedy = "keep one, or put both as lines under `entries:`"
        file = self.linker.loaded.places.span(entry).file
        longer = before_shortening(name, file)
        if longer in self.linker.references.index:
            remedy = (
                f"a spreadsheet makes {name} of {longer}: format the column of ids as "
                f"text, and correct the one that is meant; else {remedy}"
            )
        self.linker.report(
            declared.DUPLICATE_UPDATE,
            f"{name} is reported twice in {cycle.id}",
            entry,
            help=remedy,
            word=name,
            related=((first, (), "the first report is here"),),
        )

    def _lines(
        self, entry: Entry, level: str, cycle: CycleInstance
    ) -> tuple[LinkedLine, ...]:
        return tuple(
            LinkedLine(
                line,
                self._state(line.status, level, cycle),
                self._site(entry, ("entries", place, "site"), line.site),
            )
            for place, line in enumerate(entry.entries)
        )

    def _state(
        self, status: str | None, level: str, cycle: CycleInstance
    ) -> State | None:
        if status is None:
            return None
        return self.linker.vocabulary.state(status, level, cycle.name)

    def _site(self, record: Record, path: Path, name: str | None) -> str | None:
        return (
            None
            if name is None
            else self.linker.people.place(record, path, name, "site")
        )

    def _by_exception(self, report: Report, cycle: CycleInstance) -> None:
        """Give every item of a level that nobody reported the usual status."""
        otherwise = report.otherwise
        assert otherwise is not None  # noqa: S101 - the caller has looked
        if otherwise.level not in self.linker.loaded.levels:
            self.linker.cycles.unknown_level(
                report, ("otherwise", "level"), otherwise.level
            )
            return
        reported = {u.item for u in self.found if u.cycle == cycle}
        state = self._state(otherwise.status, otherwise.level, cycle)
        self.found += [
            LinkedUpdate(
                cycle,
                item.position,
                None,
                otherwise.status,
                state,
                None,
                None,
                None,
                report.date,
                report.by,
                (),
                None,
                report,
                None,
                is_by_exception=True,
            )
            for item in self.items
            if item.level == otherwise.level and item.position not in reported
        ]


def _time(update: LinkedUpdate) -> tuple[object, ...]:
    day = update.date.toordinal() if update.date else 0
    return (*update.cycle.order, day)
