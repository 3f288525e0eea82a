"""Walks the data of every file of a plan, section by section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.diagnostics.suggest import nearest
from planctl.load.files import TABLE_SUFFIX
from planctl.load.loaded import LoadedItem, LoadedMeasure, LoadedPlan
from planctl.load.records import Records, entries
from planctl.load.reports import load_report
from planctl.load.sections import ITEM_KEYS, RESERVED, SECTIONS, Form, Section
from planctl.load.tables import is_apart
from planctl.model.measure import Measure
from planctl.model.plan import FORMAT, Level, PlanInfo
from planctl.model.reporting import Cycle
from planctl.source import Source, Value, entry_of

if TYPE_CHECKING:
    from planctl.model.record import Record

_ID_LINE = re.compile(r"(?:^|[\s{,-])id:\s*[\"']?([A-Za-z0-9._-]{1,64})")
_UPDATE_FIELDS = ("status", "rating", "percent_complete")


class Loader:
    """Walks the data of every source, section by section."""

    def __init__(self, plan: LoadedPlan) -> None:
        self.plan = plan
        self.records = Records(plan)
        self.seen: dict[str, tuple[Source, Value]] = {}

    def plan_info(self, source: Source) -> PlanInfo | None:
        """Read the `plan:` section early: it says which files belong to the plan."""
        self._respell(source, "plan")
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
            self._note_losses(source)
            if source.is_readable:
                self._check_root(source)
        if not any(self._holds(source, "levels") for source in plan.sources):
            for source in plan.sources:
                self._respell(source, "levels")
        for wanted_first in (True, False):
            for source in plan.sources:
                if isinstance(source.data, dict):
                    self._load_source(source, source.data, levels=wanted_first)
        for source in plan.sources:
            plan.problems += source.problems
        self._check_info()

    def _note_losses(self, source: Source) -> None:
        """Remember that some of a source was not read, and what may stand in it."""
        if source.problems and not is_apart(source):
            self.plan.is_whole = False
        for node in source.lost:
            self.records.lose(node)
        if not source.is_readable:
            self.plan.is_complete = False
            self.plan.ghosts.update(_ID_LINE.findall(source.text))

    def _respell(self, source: Source, wanted: str) -> None:
        """Read a misspelt section on which all others depend, and report it."""
        data, places = source.data, source.places.get(id(source.data))
        if not isinstance(data, dict) or not isinstance(places, dict) or wanted in data:
            return
        known = (*SECTIONS, *self.plan.levels)
        for key in data:
            if key not in known and nearest(key, (wanted,)):
                self.records.report(
                    declared.UNKNOWN_KEY,
                    f"`{key}` is not known here",
                    source.key_span(data, key),
                    help=f"did you mean `{wanted}`?",
                    word=key,
                )
                data[wanted], places[wanted] = data.pop(key), places.pop(key)
                return

    @staticmethod
    def _holds(source: Source, key: str) -> bool:
        return isinstance(source.data, dict) and key in source.data

    def _check_root(self, source: Source) -> None:
        is_table = source.path.lower().endswith(TABLE_SUFFIX)
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
            elif self.plan.is_complete or "levels" in self.seen:
                self.records.unknown_key(
                    source, data, key, (*SECTIONS, *self.plan.levels), self.plan.levels
                )
            else:
                # It may be a level, declared in a file that could not be read.
                self.records.lose(data[key])

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
            plan.glossary |= self.records.texts(source, data, key)
        elif key == "levels":
            plan.levels |= self._levels(source, data)
        elif key == "cycles":
            plan.cycles = self.records.mapping(Cycle, source, data, key)
        elif data[key] is not None:
            one = self.records.read(record, source, data, key)
            if one is not None:
                setattr(plan, key, one)

    def _levels(self, source: Source, data: dict[str, Value]) -> dict[str, Level]:
        levels = self.records.mapping(Level, source, data, "levels")
        written = data["levels"]
        if isinstance(written, list):
            # Told of already; what stands under them is to be read all the same.
            names = [name for name in written if isinstance(name, str)]
            return {name: Level(name=name) for name in names if name not in RESERVED}
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
                load_report(self.plan, self.records, source, container, place)
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
            if type(node) is not dict or not self._is_item(node):
                records.not_an_item(source, holder, place, level)
                continue
            flat = node.copy()
            below = [key for key in node if key in levels]
            for key in below:
                del flat[key]
            if not ITEM_KEYS.issuperset(flat):
                self._status_on_item(source, node, flat)
            position = len(items)
            if flat.get("measures") is not None:
                self._measures_in_place(source, flat, node, position)
            item = records.item(flat, source, holder, place, levels)
            items.append(LoadedItem(item, level, parent))
            for key in below:
                self._load_items(source, node, key, position)

    def _is_item(self, node: dict[str, Value]) -> bool:
        """Whether a mapping has a field of an item, or something like one."""
        if "id" in node or "title" in node:
            return True
        known = (*ITEM_KEYS, *_UPDATE_FIELDS, *self.plan.levels)
        return not node.keys().isdisjoint(known) or any(
            nearest(key, ("id", "title")) for key in node
        )

    def _status_on_item(
        self, source: Source, node: dict[str, Value], flat: dict[str, Value]
    ) -> None:
        written = [key for key in _UPDATE_FIELDS if flat.get(key) is not None]
        if not written:
            return
        first, subject = written[0], flat.get("id") or "ID"
        lines = "; ".join(
            f"`{key}: {text if isinstance(text := flat[key], str) else '...'}`"
            for key in written
        )
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
                if not isinstance(use, str):
                    # Which measure was meant, nobody knows.
                    self.plan.partial.add(str(flat.get("id") or ""))
                    continue
            uses.append(use)
        flat["measures"] = uses

    def _load_measure(
        self, source: Source, container: Value, place: str | int, item: int | None
    ) -> None:
        measure = self.records.read(Measure, source, container, place)
        if isinstance(measure, Measure):
            self.plan.measures.append(LoadedMeasure(measure, item))
