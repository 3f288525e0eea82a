"""A plan's folder to records with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import declared
from planctl.load.files import PLAN_FILE, find_files
from planctl.load.places import Places, find_span
from planctl.load.records import Records, entries
from planctl.load.sections import ITEM_KEYS, RESERVED, SECTIONS, Form, Section
from planctl.model.measure import Claim, Measure, Observation
from planctl.model.plan import (
    FORMAT,
    Calendar,
    Level,
    Lint,
    Named,
    PlanInfo,
    ProgressSettings,
)
from planctl.model.reporting import Cycle, Entry, Ratings, Report, Scale
from planctl.source import Source, Value, entry_of, read_source
from planctl.source.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planctl.diagnostics import Diagnostic
    from planctl.model.item import Item, Statement
    from planctl.model.record import Record

_ID_LINE = re.compile(r"(?:^|[\s{,-])id:\s*[\"']?([A-Za-z0-9._-]{1,64})")
_ROW_KEYS = ("cycle", "item")
UPDATE_COLUMNS = (
    *_ROW_KEYS,
    "site",
    "status",
    "percent_complete",
    "rating",
    "note",
    "date",
    "by",
    "evidence",
    "scope",
)
_UPDATE_FIELDS = ("status", "rating", "percent_complete")


class LoadedItem(NamedTuple):
    """An item where it stands: its level and the position of its parent, if any."""

    record: Item
    level: str
    parent: int | None


class LoadedReport(NamedTuple):
    """A report with its entries in order: the id as written, and the entry."""

    record: Report
    entries: tuple[tuple[str, Entry], ...]


class LoadedMeasure(NamedTuple):
    """A measure, and the position of the item in which it was defined, if any."""

    record: Measure
    item: int | None


@dataclass(slots=True)
class LoadedPlan:
    """What the files of one plan say, before any id is looked up.

    `ghosts` are ids that stand where they could not be read: references to them are
    neither right nor wrong. `is_complete` is false where a whole file could not be
    read.
    """

    folder: Path
    info: PlanInfo
    places: Places
    sources: list[Source] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    is_complete: bool = True
    ghosts: set[str] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    glossary: dict[str, str] = field(default_factory=dict)
    levels: dict[str, Level] = field(default_factory=dict)
    scales: list[Scale] = field(default_factory=list)
    ratings: Ratings | None = None
    cycles: dict[str, Cycle] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    progress: ProgressSettings = field(default_factory=ProgressSettings)
    lint: Lint = field(default_factory=Lint)
    owners: list[Named] = field(default_factory=list)
    groups: list[Named] = field(default_factory=list)
    sites: list[Named] = field(default_factory=list)
    items: list[LoadedItem] = field(default_factory=list)
    measures: list[LoadedMeasure] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    reports: list[LoadedReport] = field(default_factory=list)

    @property
    def records(self) -> Iterator[Record]:
        """Every record that may be cited in a finding, in no special order."""
        yield self.info
        yield from (item.record for item in self.items)


def load_plan(folder: Path) -> LoadedPlan:
    """Load the plan in a folder that holds a `plan.yaml`.

    Never raises for what the files hold: every mistake is in `problems`.
    """
    folder = folder.resolve()
    plan_source = read_source(folder, folder / PLAN_FILE)
    places = Places()
    plan = LoadedPlan(folder, _placeholder(folder), places)
    plan.sources.append(plan_source)
    loader = _Loader(plan)
    info = loader.plan_info(plan_source)
    found = find_files(folder, info.exclude if info else ())
    plan.sources += [
        read_source(folder, path) for path in found.yaml if path != folder / PLAN_FILE
    ]
    plan.sources.sort(key=lambda source: (source.path != PLAN_FILE, source.path))
    tables = [
        read_table(folder, path, UPDATE_COLUMNS, ("cycle", "item"))
        for path in found.updates
    ]
    plan.sources += [*tables, *found.refused]
    loader.load()
    for table in tables:
        loader.load_updates(table)
    return plan


def _placeholder(folder: Path) -> PlanInfo:
    """What stands for the plan's own record where it cannot be read."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", folder.name)[:64].strip("-") or "plan"
    return PlanInfo(id=name, title=folder.name or "plan")


class _Loader:
    """Walks the data of every source, section by section."""

    def __init__(self, plan: LoadedPlan) -> None:
        self.plan = plan
        self.records = Records(plan.places, plan.problems, plan.ghosts)
        self.seen: dict[str, tuple[Source, Value]] = {}

    def plan_info(self, source: Source) -> PlanInfo | None:
        """Read the `plan:` section early: it says which files belong to the plan."""
        if isinstance(source.data, dict) and "plan" in source.data:
            info = self.records.read(PlanInfo, source, source.data, "plan")
            self.seen["plan"] = (source, source.data)
            if isinstance(info, PlanInfo):
                self.plan.info = info
                return info
        return None

    def load(self) -> None:
        """Load every section of every source: what names levels first."""
        plan = self.plan
        for source in plan.sources:
            if source.is_readable:
                self._check_root(source)
            else:
                plan.is_complete = False
                plan.ghosts.update(_ID_LINE.findall(source.text))
        for wanted_first in (True, False):
            for source in plan.sources:
                if isinstance(source.data, dict):
                    self._load_source(source, source.data, levels=wanted_first)
        for source in plan.sources:
            plan.problems += source.problems
        self._check_info()

    def _check_root(self, source: Source) -> None:
        is_table = source.path.endswith(".csv")
        if is_table or source.data is None or isinstance(source.data, dict):
            return
        source.report(
            declared.INVALID_VALUE,
            "the file holds no keys",
            source.whole(),
            help="begin it with a key such as `plan:`, `owners:` or one of the levels",
        )

    def _check_info(self) -> None:
        plan = self.plan
        if "plan" not in self.seen and plan.sources[0].is_readable:
            plan.sources[0].report(
                declared.MISSING_KEY,
                "`plan` is missing",
                plan.sources[0].whole(),
                help="write `plan:` with `id:` and `title:` below it",
            )
            plan.problems.append(plan.sources[0].problems[-1])
        if plan.info.format != FORMAT:
            self.records.report(
                declared.UNKNOWN_FORMAT,
                f"format {plan.info.format} is not known to this version",
                plan.places.span(plan.info, ("format",)),
                help=f"this version reads format {FORMAT}",
            )

    def _load_source(
        self, source: Source, data: dict[str, Value], *, levels: bool
    ) -> None:
        for key in list(data):
            if (key == "levels") is not levels:
                continue
            section = SECTIONS.get(key)
            if section is not None:
                if section.is_once and self._is_repeated(key, source, data):
                    continue
                if section.form is Form.LIST:
                    self._load_list(section, source, data)
                else:
                    self._load_one(key, section.record, source, data)
            elif key in self.plan.levels:
                self._load_items(source, data, key, None)
            else:
                self.records.unknown_key(
                    source, data, key, (*SECTIONS, *self.plan.levels), self.plan.levels
                )

    def _is_repeated(self, key: str, source: Source, data: dict[str, Value]) -> bool:
        """Whether a section that may stand once has been seen in another file."""
        first = self.seen.setdefault(key, (source, data))
        if first[1] is data:
            return False
        self.records.report(
            declared.DUPLICATE_SECTION,
            f"`{key}` stands in {first[0].path} and again here",
            source.key_span(data, key),
            help="keep one of the two; only the first is read",
            related=((first[0].key_span(first[1], key), "the first one is here"),),
        )
        return True

    def _load_one(
        self, key: str, record: type[Record], source: Source, data: dict[str, Value]
    ) -> None:
        plan = self.plan
        if key == "plan":
            return
        if key == "glossary":
            plan.glossary = self.records.texts(source, data, key)
        elif key == "levels":
            plan.levels = self._levels(source, data)
        elif key == "cycles":
            plan.cycles = self.records.mapping(Cycle, source, data, key)
        elif data[key] is not None:
            one = self.records.read(record, source, data, key)
            if one is not None:
                setattr(plan, key, one)

    def _levels(self, source: Source, data: dict[str, Value]) -> dict[str, Level]:
        levels = self.records.mapping(Level, source, data, "levels")
        for key in [key for key in levels if key in RESERVED]:
            self.records.report(
                declared.INVALID_VALUE,
                f"`{key}` is a word of the plan language and cannot be a level",
                source.key_span(data["levels"], key),
                help=f"choose another key, for example `plan_{key}`",
            )
            del levels[key]
        return levels

    def _load_list(
        self, section: Section, source: Source, data: dict[str, Value]
    ) -> None:
        for container, place in entries(data, section.key):
            if section.key == "updates":
                self._load_report(source, container, place)
            elif section.key == "measures":
                self._load_measure(source, container, place, None)
            else:
                one = self.records.read(section.record, source, container, place)
                if one is not None:
                    getattr(self.plan, section.attribute).append(one)

    # -- items ------------------------------------------------------------------

    def _load_items(
        self,
        source: Source,
        container: dict[str, Value],
        level: str,
        parent: int | None,
    ) -> None:
        levels, items, records = self.plan.levels, self.plan.items, self.records
        for holder, place in entries(container, level):
            node = entry_of(holder, place)
            if type(node) is not dict:
                records.not_an_item(source, holder, place, level)
                continue
            flat: dict[str, Value] = {}
            below: list[str] = []
            for key, value in node.items():
                if key in levels:
                    below.append(key)
                elif value is not None:
                    flat[key] = value
            if not ITEM_KEYS.issuperset(flat):
                self._status_on_item(source, node, flat)
            position = len(items)
            if "measures" in flat:
                self._measures_in_place(source, flat, node, position)
            item = records.item(flat, source, holder, place, levels)
            items.append(LoadedItem(item, level, parent))
            for key in below:
                self._load_items(source, node, key, position)

    def _status_on_item(
        self, source: Source, node: dict[str, Value], flat: dict[str, Value]
    ) -> None:
        written = [key for key in _UPDATE_FIELDS if key in flat]
        if not written:
            return
        first, subject = written[0], flat.get("id") or "ID"
        lines = "; ".join(f"`{key}: {flat[key]}`" for key in written)
        self.records.report(
            declared.STATUS_ON_ITEM,
            f"`{first}` belongs to an update, not to the item",
            source.key_span(node, first),
            help="write under `updates:` a `cycle:`, then `items:`, "
            f"`{subject}:` and {lines}",
        )
        for key in written:
            del flat[key]

    def _measures_in_place(
        self,
        source: Source,
        flat: dict[str, Value],
        node: dict[str, Value],
        position: int,
    ) -> None:
        """Take measures that are defined under an item to the plan's measures."""
        uses: list[Value] = []
        for container, place in entries(node, "measures"):
            use = entry_of(container, place)
            if isinstance(use, dict) and "measure" not in use:
                self._load_measure(source, container, place, position)
                use = use.get("id")
            uses.append(use)
        flat["measures"] = uses

    def _load_measure(
        self, source: Source, container: Value, place: str | int, item: int | None
    ) -> None:
        measure = self.records.read(Measure, source, container, place)
        if isinstance(measure, Measure):
            self.plan.measures.append(LoadedMeasure(measure, item))

    # -- updates ----------------------------------------------------------------

    def _load_report(self, source: Source, container: Value, place: str | int) -> None:
        node = entry_of(container, place)
        reported: list[tuple[str, Entry]] = []
        if isinstance(node, dict) and "items" in node:
            flat: Value = {key: value for key, value in node.items() if key != "items"}
            reported = list(self.records.mapping(Entry, source, node, "items").items())
        else:
            flat = node
        report = self.records.read_widened(Report, flat, source, container, place)
        if isinstance(report, Report):
            self.plan.reports.append(LoadedReport(report, tuple(reported)))

    def load_updates(self, table: Source) -> None:
        """Load the rows of a table of updates: a report for each cycle in it."""
        by_cycle: dict[str, tuple[int, list[tuple[str, Entry]]]] = {}
        for container, place in entries({"rows": table.data}, "rows"):
            row = entry_of(container, place)
            if not isinstance(row, dict) or not isinstance(place, int):
                continue
            fields = {key: one for key, one in row.items() if key not in _ROW_KEYS}
            entry = self.records.read_widened(Entry, fields, table, container, place)
            cycle, item = row.get("cycle"), row.get("item")
            if entry is None or not isinstance(cycle, str) or not isinstance(item, str):
                self._incomplete_row(table, container, place, row)
                continue
            by_cycle.setdefault(cycle, (place, []))[1].append((item, entry))
        for cycle, (place, reported) in by_cycle.items():
            report = Report(cycle=cycle)
            self.plan.places.put(report, table, table.data, place)
            self.plan.reports.append(LoadedReport(report, tuple(reported)))

    def _incomplete_row(
        self, table: Source, container: Value, place: int, row: dict[str, Value]
    ) -> None:
        for key in _ROW_KEYS:
            if key not in row:
                self.records.report(
                    declared.MISSING_KEY,
                    f"the row has no `{key}`",
                    find_span(table, container, place),
                    help=f"fill in the column {key}",
                )
