"""Links a loaded plan: looks up every id, reads every time, orders the items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.calendar import Timing, Unread, Window
from planctl.calendar.cycles import AS_PUBLISHED, CycleCalendar
from planctl.calendar.reading import FORMS, read_timing
from planctl.calendar.years import SEASONS, SchoolCalendar
from planctl.diagnostics import Check, Diagnostic, Related, declared
from planctl.link.claims import link_claims
from planctl.link.derivations import check_derivations
from planctl.link.ids import index_ids
from planctl.link.linked import Cited, Duty, LinkedItem, LinkedPlan
from planctl.link.names import Directory, is_everybody
from planctl.link.observations import ObservationLinker
from planctl.link.order import in_document_order
from planctl.link.promises import PromiseLinker
from planctl.link.scope import ScopeReader
from planctl.link.settings import check_settings
from planctl.link.starts import StartLinker
from planctl.link.updates import UpdateLinker
from planctl.link.vocabulary import Vocabulary
from planctl.link.wording import words
from planctl.load.surroundings import titles_of
from planctl.model.reporting import Cycle

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from planctl.calendar.cycles import CycleInstance
    from planctl.load import LoadedItem, LoadedPlan
    from planctl.load.places import Path
    from planctl.model.item import BudgetRow, Item, Responsibility
    from planctl.model.record import Record, When
    from planctl.model.reporting import Scale

DEFAULT_CYCLES = {
    "mid-year": Cycle(when=("February",)),
    "end-of-year": Cycle(when=("June",)),
}
_MONTH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)
_LAST_SAFE_DAY = 28


@dataclass(frozen=True, slots=True)
class Linked:
    """A linked plan and what was found on the way."""

    plan: LinkedPlan
    problems: tuple[Diagnostic, ...]


def link_plan(loaded: LoadedPlan) -> Linked:
    """Link a loaded plan. What leads nowhere is reported and absent."""
    linker = Linker(loaded)
    return Linked(linker.plan(), tuple(linker.problems))


class Linker:
    """The state of linking one plan: what is known, and what was found wrong."""

    def __init__(self, loaded: LoadedPlan) -> None:
        self.loaded = loaded
        self.problems: list[Diagnostic] = []
        self.calendar = self._calendar()
        self._prefixes: set[str] = set()
        self.items = loaded.items
        self.former = self._index_former_ids()
        self.items = in_document_order(loaded.items, self._parent_of, self._loop)
        self.former = self._index_former_ids()
        self.index = index_ids(self)
        self.measure_index: dict[str, int] = {}
        for position, one in enumerate(loaded.measures):
            self.measure_index.setdefault(one.record.id, position)
        self.known_measures = tuple(self.measure_index)
        self.known = (*self.index, *self.known_measures)
        self.owners = Directory(loaded.owners)
        self.groups = Directory(loaded.groups)
        self.sites = Directory(loaded.sites)
        self.cycles = loaded.cycles or DEFAULT_CYCLES
        self.cycle_calendar = CycleCalendar(
            {name: cycle.when for name, cycle in self.cycles.items()}, self.calendar
        )
        self.vocabulary = Vocabulary(tuple(loaded.scales), self.cycles)
        self.reported = {
            key for key, level in loaded.levels.items() if "status" in level.expects
        }
        self._by_words: dict[str, str] = {}
        self._timings: dict[tuple[str, Window | None], Timing | Unread] = {}
        self.budgets = self._budgets()

    def plan(self) -> LinkedPlan:
        """Link everything, in an order in which each part has what it needs."""
        loaded = self.loaded
        period = self.timing(loaded.info, ("period",), loaded.info.period, None)
        self._check_cycles()
        check_settings(self)
        items = self._link_items(period)
        updates = UpdateLinker(self, items).link(loaded.reports)
        scope = ScopeReader(self)
        starts = StartLinker(self, scope)
        promises = tuple(PromiseLinker(self, items, scope, starts).link())
        observations = ObservationLinker(self, scope).link(loaded.observations)
        claims = link_claims(self, scope, loaded.claims)
        check_derivations(self, scope)
        scope.tell()
        return LinkedPlan(
            folder=loaded.folder,
            info=loaded.info,
            period=period,
            levels=loaded.levels,
            items=items,
            index=self.index,
            measures=tuple(one.record for one in loaded.measures),
            measure_index=self.measure_index,
            promises=promises,
            breaks=self._breaks(),
            baselines=starts.all,
            observations=observations,
            claims=claims,
            owners=tuple(self.owners.named),
            groups=tuple(self.groups.named),
            sites=tuple(self.sites.named),
            statements=tuple(loaded.statements),
            glossary=loaded.glossary,
            vocabulary=self.vocabulary,
            ratings=loaded.ratings,
            cycles=self.cycles,
            cycle_calendar=self.cycle_calendar,
            calendar=self.calendar,
            updates=updates,
            progress=loaded.progress,
            lint=loaded.lint,
            places=loaded.places,
            file_count=len(loaded.sources),
            is_complete=loaded.is_complete and loaded.is_whole,
            partial=frozenset(loaded.partial),
        )

    # -- ids --------------------------------------------------------------------

    def _index_former_ids(self) -> dict[str, list[int]]:
        former: dict[str, list[int]] = {}
        for position, item in enumerate(self.items):
            for one in item.record.formerly:
                former.setdefault(one.id, []).append(position)
        return former

    def _parent_of(self, item: LoadedItem, index: dict[str, int]) -> int | None:
        """The position of the parent that an item at the top of a file names."""
        name = item.record.parent
        if name is None:
            return None
        if item.parent is not None:
            self.report(
                declared.INVALID_VALUE,
                f"`{item.record.id}` stands under another item and names a parent, too",
                item.record,
                ("parent",),
                help="remove `parent:`; it is for items at the top of a file",
            )
            return None
        local = self._local(item.record, ("parent",), name)
        if local is None or local in index:
            return index.get(local or "")
        if local in self.former:
            return self._successor(item.record, ("parent",), local)
        self._unknown(item.record, ("parent",), name, tuple(index))
        return None

    def _loop(self, item: LoadedItem) -> None:
        self.report(
            declared.INVALID_VALUE,
            f"`{item.record.id}` stands under itself: its parents lead back to it",
            item.record,
            ("parent",),
            help="name another parent, or remove `parent:`; it is read as standing "
            "at the top",
        )

    def find(
        self, record: Record, path: Path, name: str, text: str | None = None
    ) -> int | None:
        """The position of the item with an id, now or formerly; reports if none.

        `text` is the wording printed beside the id, which may tell what was meant.
        """
        local = self._local(record, path, name)
        if local is None:
            return None
        found = self.index.get(local)
        if found is not None:
            return found
        if local in self.former:
            return self._successor(record, path, local)
        if local not in self.measure_index:
            self._unknown(record, path, name, self.known, self._words_of(text))
        return None

    def _words_of(self, text: str | None) -> str:
        """Whose words a text is, as a hint."""
        if not text:
            return ""
        if not self._by_words:
            records = (item.record for item in reversed(self.items))
            self._by_words = {words(record.title): record.id for record in records}
        meant = self._by_words.get(words(text))
        return f"the words beside it are those of {meant}" if meant else ""

    def item(self, record: Record, path: Path, name: str) -> int | None:
        """The position of the item with an id, where a measure's would be wrong."""
        item = self.find(record, path, name)
        if item is None and name in self.measure_index:
            self.report(
                declared.UNKNOWN_REFERENCE,
                f"`{name}` is a measure, and no item",
                record,
                path,
                part=name,
            )
        return item

    def _successor(self, record: Record, path: Path, former: str) -> int | None:
        """The position of the item that had an id before; reports a split."""
        claimants = self.former[former]
        if len(claimants) == 1:
            return claimants[0]
        several = ", ".join(self.items[c].record.id for c in claimants)
        self.report(
            declared.UNKNOWN_REFERENCE,
            f"`{former}` was split: it is now {several}",
            record,
            path,
            part=former,
            help="name the one that is meant",
        )
        return None

    def _local(self, record: Record, path: Path, name: str) -> str | None:
        """An id without this plan's prefix; none where it is another plan's."""
        prefix, colon, rest = name.partition(":")
        if not colon:
            return name
        if prefix == self.loaded.info.id:
            return rest
        titles = self._titles(prefix)
        if titles is not None:
            if rest not in titles and self.loaded.is_complete:
                self._unknown_elsewhere(record, path, name, titles)
        elif prefix not in self._prefixes:
            self._prefixes.add(prefix)
            self.report(
                declared.UNKNOWN_PREFIX,
                f"no plan `{prefix}` is at hand to look up `{rest}`",
                record,
                path,
                part=name,
                help="name its folder in the same command, or in `uses:`",
            )
        return None

    def _titles(self, prefix: str) -> Mapping[str, str] | None:
        """The titles of another plan's items: one that is used, or named."""
        base = self.loaded.base
        while base is not None:
            if base.info.id == prefix:
                return titles_of(base)
            base = base.base
        return self.loaded.surroundings.titles(prefix)

    def _unknown_elsewhere(
        self, record: Record, path: Path, name: str, titles: Mapping[str, str]
    ) -> None:
        prefix, _, rest = name.partition(":")
        self.report(
            declared.UNKNOWN_REFERENCE,
            f"nothing in the plan `{prefix}` has the id `{rest}`",
            record,
            path,
            part=name,
            word=name,
            candidates=tuple(f"{prefix}:{one}" for one in titles),
        )

    def _unknown(
        self,
        record: Record,
        path: Path,
        name: str,
        known: tuple[str, ...],
        hint: str = "",
    ) -> None:
        if not self.loaded.knows(name):
            return
        self.report(
            declared.UNKNOWN_REFERENCE,
            f"nothing in this plan has the id `{name}`",
            record,
            path,
            part=name,
            help=hint,
            word=name,
            candidates=known,
        )

    # -- times ------------------------------------------------------------------

    def _calendar(self) -> SchoolCalendar:
        written = self.loaded.calendar
        starts = self._year_starts(written.year_starts)
        seasons = dict(SEASONS)
        plain = SchoolCalendar(starts)
        for name, text in written.seasons.items():
            timing = read_timing(text, plain, plain.school_year(2000))
            if isinstance(timing, Unread) or timing.whole is None:
                self._unread(written, ("seasons", name), Unread(text, text))
            else:
                whole = timing.whole
                seasons[name.lower()] = (whole.start.month, whole.end.month)
        first = None
        if written.year_1 and written.year_1.text:
            timing = read_timing(written.year_1.text, plain)
            if isinstance(timing, Timing) and timing.start:
                first = timing.start.year
            else:
                text = written.year_1.text
                self._unread(written, ("year_1",), Unread(text, text))
        return SchoolCalendar(starts, seasons, first)

    def _year_starts(self, text: str) -> tuple[int, int]:
        match = _MONTH_DAY.fullmatch(text.strip())
        if match:
            month, day = int(match[1]), int(match[2])
            if 1 <= month <= 12 and 1 <= day <= _LAST_SAFE_DAY:  # noqa: PLR2004
                return month, day
        self.report(
            declared.INVALID_VALUE,
            f"`year_starts` cannot be `{text}`",
            self.loaded.calendar,
            ("year_starts",),
            help="write month and day, such as 07-01; the day is 28 at most",
        )
        return 7, 1

    def timing(
        self, record: Record, path: Path, when: When | None, within: Window | None
    ) -> Timing | None:
        """Read a time; its text alone, and a problem, where it cannot be read."""
        if when is None:
            return None
        if when.start or when.end:
            return self._timing_of_fields(record, path, when)
        if when.text is None:
            return None
        read = self.read(when.text, within)
        if isinstance(read, Timing):
            return read
        if when.recurs or when.open_ended:
            return Timing(when.text, (), when.recurs, when.open_ended)
        self._unread(record, path, read)
        return Timing(when.text)

    def read(self, text: str, within: Window | None) -> Timing | Unread:
        """Read a printed time; plans repeat the same few."""
        key = (text, within)
        read = self._timings.get(key)
        if read is None:
            read = self._timings[key] = read_timing(text, self.calendar, within)
        return read

    def _timing_of_fields(
        self, record: Record, path: Path, when: When
    ) -> Timing | None:
        days = [day for day in (when.start, when.end) if day is not None]
        start, end = days[0], days[-1]
        if end < start:
            self.report(
                declared.INVALID_VALUE,
                "a time ends before it starts",
                record,
                (*path, "end"),
                help=f"it starts on {start}",
            )
            return None
        is_open = when.open_ended or when.end is None
        text = when.text or (f"{start} to {end}" if start != end else str(start))
        return Timing(text, (Window(start, end),), when.recurs, is_open)

    def _unread(self, record: Record, path: Path, unread: Unread) -> None:
        self.report(
            declared.UNREAD_DATE,
            f"the time `{_short(unread.text)}` cannot be read",
            record,
            path,
            part=unread.part if unread.part != unread.text else "",
            help="forms that can: " + ", ".join(FORMS),
            word=unread.text,
        )

    def _breaks(self) -> dict[int, tuple[datetime.date, ...]]:
        """The days on which the definition of each measure changed."""
        found = {}
        for position, (record, _) in enumerate(self.loaded.measures):
            days = []
            for place, one in enumerate(record.breaks):
                read = self.read(one.at, None)
                start = read.start if isinstance(read, Timing) else None
                if start is not None:
                    days.append(start)
                else:
                    unread = read if isinstance(read, Unread) else Unread(one.at, "")
                    self._unread(record, ("breaks", place, "at"), unread)
            if days:
                found[position] = tuple(sorted(days))
        return found

    def _check_cycles(self) -> None:
        """Every cycle can be placed in a year, and names levels that exist."""
        year = self.calendar.school_year(2000)
        for name, cycle in self.loaded.cycles.items():
            for place, text in enumerate(cycle.when):
                read = read_timing(text, self.calendar, year)
                if isinstance(read, Unread):
                    self._unread(cycle, ("when", place), read)
            self._check_levels(cycle, "reports", cycle.reports)
            if "/" in name or name == "as-published":
                self.report(
                    declared.INVALID_VALUE,
                    f"`{name}` cannot be the name of a cycle",
                    cycle,
                    help="choose a name without `/`, other than as-published",
                )
        for scale in self.loaded.scales:
            self._check_levels(scale, "levels", scale.levels)
            self._check_cycle_names(scale)

    def _check_cycle_names(self, scale: Scale) -> None:
        known = (*self.cycles, AS_PUBLISHED)
        for place, name in enumerate(scale.cycles):
            if name not in known:
                self.report(
                    declared.UNKNOWN_CYCLE,
                    f"this plan has no reporting cycle `{name}`",
                    scale,
                    ("cycles", place),
                    help=f"the cycles are {', '.join(known)}",
                    word=name,
                    candidates=known,
                )

    def cycle(self, record: Record, path: Path, text: str) -> CycleInstance | None:
        """The cycle that a text names; reports if there is none."""
        cycle = self.cycle_calendar.find(text)
        name = text.partition("/")[2] or text
        if cycle is None and self.loaded.knows(name):
            names = list(self.cycle_calendar.when)
            example = f"2024-25/{names[0]}" if names else AS_PUBLISHED
            self.report(
                declared.UNKNOWN_CYCLE,
                f"this plan has no reporting cycle `{text}`",
                record,
                path,
                word=text,
                help=f"write a school year and a cycle, such as {example}; the cycles "
                f"are {', '.join(names)} and {AS_PUBLISHED}",
            )
        return cycle

    def _check_levels(self, record: Record, key: str, names: Iterable[str]) -> None:
        for place, name in enumerate(names):
            if name not in self.loaded.levels:
                self.unknown_level(record, (key, place), name)

    def unknown_level(self, record: Record, path: Path, name: str) -> None:
        """Report a level that is not declared."""
        if not self.loaded.knows(name):
            return
        self.report(
            declared.UNKNOWN_LEVEL,
            f"this plan has no level `{name}`",
            record,
            path,
            word=name,
            candidates=tuple(self.loaded.levels),
            help="the levels are "
            + ", ".join(f"`{key}`" for key in self.loaded.levels),
        )

    # -- items ------------------------------------------------------------------

    def _link_items(self, period: Timing | None) -> tuple[LinkedItem, ...]:
        children: list[list[int]] = [[] for _ in self.items]
        for position, item in enumerate(self.items):
            if item.parent is not None:
                children[item.parent].append(position)
        linked: list[LinkedItem] = []
        for position, item in enumerate(self.items):
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
        period = None
        if record.period is not None:
            within = outer.whole if outer else None
            period = self.timing(record, ("period",), record.period, within)
        runs = period or outer
        runs_from = position if period else above.runs_from if above else None
        due = None
        if record.due is not None or record.success_criteria:
            nearest = runs.whole if runs else None
            due = self.timing(record, ("due",), record.due, nearest)
            self._check_criteria(record, nearest)
        return LinkedItem(
            record,
            position,
            item.level,
            above.depth + 1 if above else 0,
            item.parent,
            children,
            item.level in self.reported if self.reported else not children,
            period,
            due,
            runs,
            runs_from,
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
            (*record.budget, *self.budgets.get(position, ())),
            self.names(record, ("group",), record.group, "group")
            if record.group
            else (),
            self.names(record, ("site",), record.site, "site") if record.site else (),
        )

    def _budgets(self) -> dict[int, list[BudgetRow]]:
        """The rows of tables of budgets by the item that each belongs to."""
        found: dict[int, list[BudgetRow]] = {}
        for row in self.loaded.budgets:
            item = self.item(row.record, ("item",), row.item or "")
            if item is not None:
                found.setdefault(item, []).append(row.record)
        return found

    def _duties(
        self, record: Item, field: str, responsible: tuple[Responsibility, ...]
    ) -> tuple[Duty, ...]:
        return tuple(
            Duty(
                self.name(
                    record, (field, place, "owner", nth), owner, self.owners, "owner"
                ),
                one.role,
                one.duty,
            )
            for place, one in enumerate(responsible)
            for nth, owner in enumerate(one.owner)
        )

    def name(
        self, record: Record, path: Path, name: str, directory: Directory, what: str
    ) -> int:
        """The position of an owner, group or site; an unknown one is added."""
        found = directory.find(name)
        if found is not None:
            return found
        if directory.is_declared and self.loaded.knows(name):
            several = directory.several(name)
            self.report(
                declared.UNKNOWN_NAME,
                f"the {what} `{name}` is not declared",
                record,
                path,
                part=name,
                help=f"it reads like several; write a list: [{', '.join(several)}]"
                if several
                else f"declare it under `{_SECTION[what]}:`",
                word=name,
                candidates=() if several else directory.spellings,
            )
        return directory.add(name)

    def names(
        self, record: Record, path: Path, names: tuple[str, ...], what: str
    ) -> tuple[str, ...]:
        """The ids, else names, of student groups (`group`) or sites (`site`)."""
        found = (
            self.place(record, (*path, place), name, what)
            for place, name in enumerate(names)
        )
        return tuple(one for one in found if one is not None)

    def place(self, record: Record, path: Path, name: str, what: str) -> str | None:
        """The id, else name, of a student group (`group`) or a site (`site`).

        `a & b` is the students in both, in the order in which they are declared; none
        stands for all students.
        """
        is_group = what == "group"
        directory = self.groups if is_group else self.sites
        kind = "student group" if is_group else "site"
        parts = [name]
        if directory.find(name) is None and "&" in name:
            parts = [part.strip() for part in name.split("&") if part.strip()]
        elif is_group and is_everybody(name):
            return None
        found = {self.name(record, path, part, directory, kind) for part in parts}
        return " & ".join(directory.name(position) for position in sorted(found))

    def _citations(self, record: Item) -> tuple[Cited, ...]:
        cited = []
        for place, one in enumerate(record.aligns_to):
            path = ("aligns_to", place, "id")
            found = self.find(record, path, one.id, one.text)
            cited.append(Cited(one.id, one.text, found, self._title(one.id, found)))
        return tuple(cited)

    def _title(self, name: str, found: int | None) -> str | None:
        """The title of what is cited, here or in another plan."""
        if found is not None:
            return self.items[found].record.title
        prefix, _, rest = name.partition(":")
        return (self._titles(prefix) or {}).get(rest)

    def _found(
        self, record: Item, field: str, names: tuple[str, ...]
    ) -> tuple[int, ...]:
        found = (
            self.find(record, (field, place), name) for place, name in enumerate(names)
        )
        return tuple(position for position in found if position is not None)

    def _check_criteria(self, record: Item, within: Window | None) -> None:
        """Read the times of success criteria, and look up their measures."""
        for place, one in enumerate(record.success_criteria):
            if one.due is not None:
                self.timing(record, ("success_criteria", place, "due"), one.due, within)
            if one.measure is not None and one.measure not in self.measure_index:
                path = ("success_criteria", place, "measure")
                self._unknown(record, path, one.measure, self.known_measures)

    def _measures(self, record: Item) -> tuple[int, ...]:
        found = []
        for place, use in enumerate(record.measures):
            position = self.measure_index.get(use.measure)
            if position is None:
                path = ("measures", place, "measure")
                self._unknown(record, path, use.measure, self.known_measures)
            else:
                found.append(position)
        return tuple(found)

    # -- reporting --------------------------------------------------------------

    def report(  # noqa: PLR0913 - a diagnostic has that many parts
        self,
        check: Check,
        message: str,
        record: Record,
        path: Path = (),
        *,
        part: str = "",
        help: str = "",  # noqa: A002 - the word that coordinators read
        related: tuple[tuple[Record, Path, str], ...] = (),
        word: str = "",
        candidates: tuple[str, ...] = (),
    ) -> None:
        """Add a diagnostic about a field of a record; one of a used plan is its own."""
        if not self.loaded.places.is_here(record):
            return
        span = self.loaded.places.span
        self.problems.append(
            Diagnostic(
                check,
                message,
                span(record, path, part),
                help,
                tuple(Related(span(r, p), label) for r, p, label in related),
                subject=getattr(record, "id", None) or "",
                field_name=".".join(str(step) for step in path),
                word=word,
                candidates=candidates,
            )
        )


_SECTION = {"owner": "owners", "student group": "groups", "site": "sites"}


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
