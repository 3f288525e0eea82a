"""Targets to promises: what each one says, when it is due, where it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.diagnostics import declared
from planctl.link.linked import LinkedItem, Promise
from planctl.link.written_targets import WrittenTarget, find_written
from planctl.targets import (
    Fields,
    Peer,
    Target,
    Unread,
    read_fields,
    read_tolerance,
    write_target,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Window
    from planctl.link.linker import Linker
    from planctl.link.scope import ScopeReader
    from planctl.link.starts import StartLinker
    from planctl.load.places import Path
    from planctl.model.measure import Series
    from planctl.model.measure import Target as Written
    from planctl.model.record import Record
    from planctl.targets import Amount, Context

_SHORT = 60
_SERIES = ("value", "at_least", "at_most", "more_than", "less_than")
_SAYING = (*_SERIES, "change", "within")
"""The fields that say what is to be reached, beside the text."""
_Key = tuple[Fields, str | None, str | None, tuple[str, ...]]


class PromiseLinker:
    """Links the targets of a plan."""

    def __init__(
        self,
        linker: Linker,
        items: tuple[LinkedItem, ...],
        scope: ScopeReader,
        starts: StartLinker,
    ) -> None:
        self.linker = linker
        self.items = items
        self.scope = scope
        self.starts = starts
        self.known: dict[_Key, Target | Unread] = {}
        self.tolerances = {
            measure: self._tolerance(measure)
            for measure, one in enumerate(linker.loaded.measures)
            if one.record.tolerance is not None
        }

    def link(self) -> Iterator[Promise]:
        """Every target: those on measures first, then at items, then in tables."""
        positions: dict[tuple[int, int | None], int] = {}
        for place in find_written(self.linker, self.items, self.scope):
            of = (place.measure, place.item.position if place.item else None)
            positions[of] = positions.get(of, 0) + 1
            yield self._promise(place, positions[of])

    def _promise(self, place: WrittenTarget, position: int) -> Promise:
        record, path, written, measure, item, groups, sites = place
        context = self.scope.context(measure)
        target = self._read(record, path, written, context)
        self._look_up_series(record, path, written)
        groups = self._names(record, (*path, "group"), written.group, "group") or groups
        sites = self._names(record, (*path, "site"), written.site, "site") or sites
        name = self.linker.loaded.measures[measure].record.id
        return Promise(
            f"{name}@{item.id}.{position}" if item else f"{name}.{position}",
            measure,
            item.position if item else None,
            position,
            written.text or (write_target(target, context) if target else ""),
            target,
            self._dues(record, path, written, target, item),
            self.starts.find(measure, target, groups, sites),
            written.number,
            groups,
            sites,
            bool(written.by or (target and target.final.due)),
            record,
            path,
            (target and target.tolerance) or self.tolerances.get(measure),
            self._first(place._replace(groups=groups, sites=sites), position)
            if written.was
            else None,
        )

    def _look_up_series(self, record: Record, path: Path, written: Written) -> None:
        """See that the series that stand for a number are known."""
        for name in _SERIES:
            series = getattr(written, name)
            if series is not None:
                here = (*path, name)
                if series.measure is not None:
                    self.scope.measure(record, (*here, "measure"), series.measure)
                self.scope.group(record, (*here, "group"), series.group)
                self.scope.site(record, (*here, "site"), series.site)

    def _first(self, place: WrittenTarget, position: int) -> Promise | None:
        """The target as it was first set, where it was replaced, if it can be read."""
        written = place.written
        nothing = dict.fromkeys(_SAYING)
        former = written.model_copy(
            update={**nothing, "text": written.was[0].value, "was": ()}
        )
        target = self._parse(_fields(former), self.scope.context(place.measure))
        if not isinstance(target, Target):
            return None
        if target.final.due:
            former = former.model_copy(update={"by": None})
        return self._promise(place._replace(written=former), position)

    def _tolerance(self, measure: int) -> Amount | None:
        """How near to a target of a measure is near enough."""
        record = self.linker.loaded.measures[measure].record
        text = record.tolerance or ""
        read = read_tolerance(text, self.scope.context(measure))
        if not isinstance(read, Unread):
            return read
        if self.linker.loaded.places.is_here(record):
            self.linker.report(
                declared.UNREAD_TARGET,
                f"the tolerance `{_short(text)}` cannot be read: {read.why}",
                record,
                ("tolerance",),
                help=f"a form that can: `{read.near}`",
                word=text,
            )
        return None

    def _names(
        self, record: Record, path: Path, names: tuple[str, ...], what: str
    ) -> tuple[str, ...]:
        return self.linker.people.names(record, path, names, what) if names else ()

    def _read(
        self, record: Record, here: Path, written: Written, context: Context
    ) -> Target | None:
        """Read a target; plans repeat the same few."""
        fields = _fields(written)
        read = self._parse(fields, context)
        if isinstance(read, Target):
            return read
        # Where nothing is said, what was said may have been a mistake told already.
        if fields.says_something and self.linker.loaded.places.is_here(record):
            self._report(record, here, read)
        return None

    def _parse(self, fields: Fields, context: Context) -> Target | Unread:
        key = (fields, context.unit, context.direction, context.values)
        read = self.known.get(key)
        if read is None:
            read = self.known[key] = read_fields(
                fields,
                context.unit,
                context.direction,
                values=context.values,
                calendar=context.calendar,
            )
        return read

    def _report(self, record: Record, here: Path, unread: Unread) -> None:
        short = _short(unread.text)
        self.linker.report(
            declared.UNREAD_TARGET,
            f"the target `{short}` cannot be read: {unread.why}",
            record,
            (*here, unread.field_name),
            part=unread.part if unread.part.strip() else "",
            help=unread.help,
            word=unread.text,
        )

    def _dues(
        self,
        record: Record,
        here: Path,
        written: Written,
        target: Target | None,
        item: LinkedItem | None,
    ) -> tuple[Timing | None, ...]:
        """When each rung is due; without a date, when the item is."""
        within = item.within if item else None
        field = self.linker.times.timing(record, (*here, "by"), written.by, within)
        usual = field or (item.due or item.runs if item else None)
        if target is None:
            return (usual,)
        dues = [
            self._due(record, here, rung.due, within) if rung.due else usual
            for rung in target.rungs
        ]
        return (*dues[:-1], field or dues[-1])

    def _due(
        self, record: Record, here: Path, text: str, within: Window | None
    ) -> Timing:
        read = self.linker.times.read(text, within)
        if isinstance(read, Timing):
            return read
        if self.linker.loaded.places.is_here(record):
            self.linker.report(
                declared.UNREAD_DATE,
                f"the time `{read.text}` cannot be placed",
                record,
                (*here, "text"),
                part=text,
                help="`calendar: year_1:` says which year is year 1",
                word=read.text,
            )
        return Timing(text)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}\u2026"


def _fields(written: Written) -> Fields:
    return Fields(
        text=written.text,
        value=_series(written.value),
        change=written.change,
        at_least=_series(written.at_least),
        at_most=_series(written.at_most),
        more_than=_series(written.more_than),
        less_than=_series(written.less_than),
        within=written.within,
        from_=written.from_,
        each=written.each,
        reading=written.reading,
        tolerance=written.tolerance,
    )


def _series(series: Series | None) -> str | Peer | None:
    if series is None or series.value is not None:
        return series.value if series else None
    return Peer(series.measure, series.group, series.site)
