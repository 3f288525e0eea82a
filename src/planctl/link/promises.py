"""Targets to promises: what each one says, when it is due, where it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.diagnostics import declared
from planctl.link.linked import LinkedItem, Promise
from planctl.targets import (
    Context,
    Fields,
    Peer,
    Target,
    Unread,
    read_baseline,
    read_fields,
    starting_point,
    write_target,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from planctl.calendar import Window
    from planctl.link.linker import Linker
    from planctl.load.places import Path
    from planctl.model.measure import Baseline, Measure, Series
    from planctl.model.measure import Target as Written
    from planctl.model.record import Record

_SHORT = 60
_Key = tuple[Fields, str | None, str | None, tuple[str, ...]]


class PromiseLinker:
    """Links the targets of a plan."""

    def __init__(self, linker: Linker, items: tuple[LinkedItem, ...]) -> None:
        self.linker = linker
        self.items = items
        self.known: dict[_Key, Target | Unread] = {}

    def link(self) -> Iterator[Promise]:
        """Every target: those on measures first, then those at items."""
        linker = self.linker
        by_record = {id(item.record): item for item in self.items}
        for place, one in enumerate(linker.loaded.measures):
            item = None
            if one.item is not None:
                item = by_record[id(linker.loaded.items[one.item].record)]
            yield from self._targets(one.record, one.record.targets, place, item, ())
        for item in self.items:
            for nth, use in enumerate(item.record.measures):
                measure = linker.measure_index.get(use.measure)
                if measure is not None and use.targets:
                    path: Path = ("measures", nth)
                    yield from self._targets(
                        item.record, use.targets, measure, item, path
                    )

    def _targets(
        self,
        record: Record,
        targets: tuple[Written, ...],
        measure: int,
        item: LinkedItem | None,
        path: Path,
    ) -> Iterable[Promise]:
        linker = self.linker
        of = linker.loaded.measures[measure].record
        context = Context(of.unit, of.direction, of.values, linker.calendar)
        for position, written in enumerate(targets, 1):
            here: Path = (*path, "targets", position - 1)
            target = self._read(record, here, written, context)
            groups = linker.names(record, (*here, "group"), written.group, "group")
            sites = linker.names(record, (*here, "site"), written.site, "site")
            dues = self._dues(record, here, written, target, item)
            yield Promise(
                f"{of.id}@{item.id if item else ''}.{position}".replace("@.", "."),
                measure,
                item.position if item else None,
                position,
                written.text or (write_target(target, context) if target else ""),
                target,
                dues,
                _baseline(of, written, target, context),
                written.number,
                groups,
                sites,
                bool(written.by or (target and target.final.due)),
                record,
                here,
            )

    def _read(
        self, record: Record, here: Path, written: Written, context: Context
    ) -> Target | None:
        """Read a target; plans repeat the same few."""
        fields = _fields(written)
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
        if isinstance(read, Target):
            return read
        # Where nothing is said, what was said may have been a mistake told already.
        if fields.says_something and self.linker.loaded.places.is_here(record):
            self._report(record, here, read)
        return None

    def _report(self, record: Record, here: Path, unread: Unread) -> None:
        text = " ".join(unread.text.split())
        short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}\u2026"
        self.linker.report(
            declared.UNREAD_TARGET,
            f"the target `{short}` cannot be read: {unread.why}",
            record,
            (*here, unread.field_name),
            part=unread.part if unread.part.strip() else "",
            help=f"a form that can: `{unread.near}`; see docs/targets.md",
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
        outer = item.runs if item else None
        within = outer.whole if outer else None
        field = self.linker.timing(record, (*here, "by"), written.by, within)
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
        read = self.linker.read(text, within)
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


def _baseline(
    measure: Measure, written: Written, target: Target | None, context: Context
) -> Decimal | None:
    """The value that a target starts from: its own, else the measure's first."""
    start = target.start if target else None
    if start is not None and start.is_previous:
        return None
    if start is not None and start.amount is not None:
        return starting_point(start, context).value
    for baseline in measure.baseline:
        if _is_of(baseline, written):
            return _value(baseline, context)
    return None


def _is_of(baseline: Baseline, written: Written) -> bool:
    """Whether a baseline is of the group and the site that a target is for."""
    group = (baseline.group,) if baseline.group else ()
    site = (baseline.site,) if baseline.site else ()
    return (written.group, written.site) == (group, site)


def _value(baseline: Baseline, context: Context) -> Decimal | None:
    read = read_baseline(baseline.value or baseline.text or "", context)
    return None if isinstance(read, Unread) else read.value
