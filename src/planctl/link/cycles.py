"""Reporting cycles, and the levels that are reported on in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar import Timing, Unread
from planctl.calendar.cycles import AS_PUBLISHED, CycleCalendar
from planctl.calendar.reading import read_timing
from planctl.diagnostics import declared
from planctl.diagnostics.suggest import nearest
from planctl.model.reporting import Cycle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.calendar.cycles import CycleInstance
    from planctl.link.reporter import Reporter
    from planctl.link.times import Times
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.model.reporting import Scale

DEFAULT_CYCLES = {
    "mid-year": Cycle(when=("February",)),
    "end-of-year": Cycle(when=("June",)),
}


class Cycles:
    """The cycles of one plan, those it declares or the usual ones."""

    def __init__(self, reporter: Reporter, times: Times) -> None:
        self.reporter = reporter
        self.times = times
        self.named = reporter.loaded.cycles or DEFAULT_CYCLES
        self.calendar = CycleCalendar(
            {name: cycle.when for name, cycle in self.named.items()}, times.calendar
        )

    def check(self) -> None:
        """Every cycle can be placed in a year, and names levels that exist."""
        year = self.times.calendar.school_year(2000)
        for name, cycle in self.reporter.loaded.cycles.items():
            for place, text in enumerate(cycle.when):
                read = read_timing(text, self.times.calendar, year)
                if isinstance(read, Unread):
                    self.times.unread(cycle, ("when", place), read)
            self._check_levels(cycle, "reports", cycle.reports)
            if "/" in name or name == "as-published":
                self.reporter.report(
                    declared.INVALID_VALUE,
                    f"`{name}` cannot be the name of a cycle",
                    cycle,
                    help="choose a name without `/`, other than as-published",
                )
        for scale in self.reporter.loaded.scales:
            self._check_levels(scale, "levels", scale.levels)
            self._check_cycle_names(scale)

    def _check_cycle_names(self, scale: Scale) -> None:
        known = (*self.named, AS_PUBLISHED)
        for place, name in enumerate(scale.cycles):
            if name not in known:
                self.reporter.report(
                    declared.UNKNOWN_CYCLE,
                    f"this plan has no reporting cycle `{name}`",
                    scale,
                    ("cycles", place),
                    help=f"the cycles are {', '.join(known)}",
                    word=name,
                    candidates=known,
                )

    def find(self, record: Record, path: Path, text: str) -> CycleInstance | None:
        """The cycle that a text names; reports if there is none."""
        cycle = self.calendar.find(text)
        name = text.partition("/")[2] or text
        if cycle is None and self.reporter.loaded.knows(name):
            names = list(self.calendar.when)
            meant = self._meant(text)
            example = f"2024-25/{names[0]}" if names else AS_PUBLISHED
            self.reporter.report(
                declared.UNKNOWN_CYCLE,
                f"this plan has no reporting cycle `{text}`",
                record,
                path,
                word=text,
                help=f"did you mean `{meant}`?"
                if meant
                else f"write a school year and a cycle, such as {example}; the cycles "
                f"are {', '.join(names)} and {AS_PUBLISHED}",
            )
        return cycle

    def _meant(self, text: str) -> str:
        """The cycle that a text without one resembles, or in which its time lies."""
        year, slash, _ = text.partition("/")
        timing = self.times.read(year if slash else text, None)
        whole = timing.whole if isinstance(timing, Timing) else None
        if whole is None:
            return ""
        instances = self.calendar.in_year(self.times.calendar.year_of(whole.start))
        if slash:
            return nearest(text.strip(), (one.id for one in instances))
        within = [
            one.id
            for one in instances
            if one.start and one.end and one.start <= whole.start <= one.end
            if self.named[one.name].is_for(self.reporter.loaded.info.tier)
        ]
        return within[0] if len(within) == 1 else ""

    def _check_levels(self, record: Record, key: str, names: Iterable[str]) -> None:
        for place, name in enumerate(names):
            if name not in self.reporter.loaded.levels:
                self.unknown_level(record, (key, place), name)

    def unknown_level(self, record: Record, path: Path, name: str) -> None:
        """Report a level that is not declared."""
        if not self.reporter.loaded.knows(name):
            return
        self.reporter.report(
            declared.UNKNOWN_LEVEL,
            f"this plan has no level `{name}`",
            record,
            path,
            word=name,
            candidates=tuple(self.reporter.loaded.levels),
            help="the levels are "
            + ", ".join(f"`{key}`" for key in self.reporter.loaded.levels),
        )
