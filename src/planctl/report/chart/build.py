"""The charts of a plan's measures: of everybody, of student groups, of sites."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.progress.verdicts.privacy import Privacy
from planctl.progress.verdicts.series import Cell
from planctl.progress.verdicts.together import SeriesBook
from planctl.progress.verdicts.words import Verdict
from planctl.report.chart.panels import Told, has_anything, panel_of, words_of
from planctl.report.chart.views import Break, Chart, Year, has_value
from planctl.report.progress.words import VERDICT_WORDS
from planctl.report.wording import count, item_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise, Starting
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.row import Progress, Row
    from planctl.report.chart.views import Panel, Point

_LONGEST = 60
_WAYS = {"date": ("later than", "earlier than")}
"""How a value lies to one before it, where that is not up or down from it."""


class ChartBook:
    """The charts of a plan, by measure, as of the day of its progress."""

    def __init__(self, plan: LinkedPlan, progress: Progress) -> None:
        self.plan = plan
        privacy = Privacy(plan)
        self.book = SeriesBook(plan, privacy.observations, progress.as_of)
        self.starts: dict[Cell, Starting] = {}
        for one in plan.baselines:
            if not privacy.hides(one):
                self.starts.setdefault(Cell(one.measure, one.group, one.site), one)
        self.rows: dict[Cell, list[Row]] = {}
        for row in progress.rows:
            self.rows.setdefault(row.cell, []).append(row)
        self.groups = {one.id or one.name: one.name for one in plan.groups}
        self.sites = {one.id or one.name: one.name for one in plan.sites}

    def charts(self, place: int) -> tuple[Chart, ...]:
        """The charts of the measure at a position; none where nothing is known."""
        measure = self.plan.measures[place]
        known = (*self.rows, *self.starts, *self.book.cells(place))
        cells = dict.fromkeys(cell for cell in known if cell.measure == place)
        groups = [cell for cell in cells if cell.group and not cell.site]
        sites = [cell for cell in cells if cell.site]
        found = (
            self._chart(measure, [Cell(place)], "", ""),
            self._chart(measure, groups, "groups", "student group"),
            self._chart(measure, sites, "sites", "site"),
        )
        return tuple(chart for chart in found if chart is not None)

    def _chart(
        self, measure: Measure, cells: Sequence[Cell], part: str, noun: str
    ) -> Chart | None:
        """A chart with a panel for each cell that has something to show."""
        names = self._target_names(cells)
        pairs = [(cell, self._panel(measure, cell, names)) for cell in cells]
        shown = [(cell, panel) for cell, panel in pairs if has_anything(panel)]
        if not shown:
            return None
        panels = tuple(panel for _, panel in shown)
        rows = [row for cell, _ in shown for row in self.rows.get(cell, ())]
        finals = [row for row in rows if row.is_final]
        # From best to worst, then what cannot be judged.
        verdicts = Counter(map(_verdict, sorted(finals, key=_rank)))
        finding = (
            _finding_of_parts(panels, verdicts, noun)
            if noun
            else _finding(panels[0], verdicts, measure.unit)
        )
        title = f"{measure.title}, by {noun}" if noun else measure.title
        return Chart(
            f"{part or 'chart'}-{measure.id}",
            title,
            finding,
            measure.unit,
            measure.direction,
            tuple(self._years(panels)),
            panels,
            tuple(self._breaks(measure, panels)),
            words_of(measure),
        )

    def _panel(self, measure: Measure, cell: Cell, names: Mapping[str, str]) -> Panel:
        told = Told(
            ", ".join(
                name
                for name in (
                    self.groups.get(cell.group or "", cell.group),
                    self.sites.get(cell.site or "", cell.site),
                )
                if name
            ),
            self.starts.get(cell),
            self.book.series(cell),
            self.rows.get(cell, ()),
        )
        return panel_of(self.plan, measure, told, names)

    def _target_names(self, cells: Sequence[Cell]) -> Mapping[str, str]:
        """What each target is called: its text; among several, with its items."""
        alike: dict[tuple[object, ...], dict[str, Promise]] = {}
        for cell in cells:
            for row in self.rows.get(cell, ()):
                promise = row.promise
                key = (promise.text, promise.groups, promise.sites, promise.dues)
                alike.setdefault(key, {})[promise.id] = promise
        names = {}
        for promises in alike.values():
            items = [one.item for one in promises.values() if one.item is not None]
            numbers = dict.fromkeys(
                item_name(self.plan, self.plan.items[item]) for item in items
            )
            of = f" ({', '.join(numbers)})" if numbers and len(alike) > 1 else ""
            for name, promise in promises.items():
                names[name] = f"Target “{_short(promise.text)}”{of}"
        return names

    def _years(self, panels: Sequence[Panel]) -> Iterator[Year]:
        """The school years from the first day that is shown to the last."""
        days = [day for panel in panels for day in panel.days()]
        if not days:
            return
        calendar = self.plan.calendar
        year, last = calendar.year_of(min(days)), max(days)
        while True:
            yield Year(calendar.year_name(year), year.end)
            if year.end >= last:
                return
            year = calendar.year_of(year.end + timedelta(days=1))

    def _breaks(self, measure: Measure, panels: Sequence[Panel]) -> Iterator[Break]:
        """The breaks between the first and the last value that is shown."""
        days = [point.day for panel in panels for point in panel.points]
        for one in measure.breaks:
            timing = read_timing(one.at, self.plan.calendar)
            start = timing.start if isinstance(timing, Timing) else None
            if start is not None and days and min(days) < start <= max(days):
                yield Break(start, one.at, one.why or "")


def _verdict(row: Row) -> str:
    """How a target stands; where nothing was measured when it was due, how it stood."""
    if row.last_verdict is None:
        return VERDICT_WORDS[row.verdict]
    return f"stood {VERDICT_WORDS[row.last_verdict]}"


def _rank(row: Row) -> int:
    """The place of the verdict that `_verdict` names."""
    return list(Verdict).index(row.last_verdict or row.verdict)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _finding(panel: Panel, verdicts: Counter[str], unit: str | None) -> str:
    """One sentence: where it stands, where it came from, and its targets."""
    start, last = panel.baseline, panel.last
    parts = []
    if panel.remark:
        parts.append(panel.remark)
    elif last is None and start is not None:
        when = f" in {start.period}" if start.period else ""
        parts.append(f"{start.text}{when}; nothing measured since")
    elif last is None:
        is_partly = any(map(has_value, panel.points))
        whole = " for a whole year" if is_partly else ""
        parts.append(f"Nothing measured{whole} yet")
    else:
        parts.append(f"{last.text} in {last.period}{_since(panel, last, unit)}")
    if verdicts:
        parts.append(_judged(verdicts))
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _since(panel: Panel, last: Point, unit: str | None) -> str:
    """How the last value lies to the baseline, else to the first value."""
    start = panel.baseline
    if start is not None and start.day != last.day:
        before, text, period = start.value, start.text, start.period
    else:
        first = next((one for one in panel.points if one.exact is not None), last)
        if first.exact is None or first.day == last.day:
            return ""
        before, text, period = first.exact, first.text, first.period
    if last.exact is None:
        return f", after {text}"
    higher, lower = _WAYS.get(unit or "", ("up from", "down from"))
    way = higher if last.exact > before else lower
    when = f" in {period}" if period else ""
    return f", as {period}" if last.exact == before else f", {way} {text}{when}"


def _judged(verdicts: Counter[str]) -> str:
    """The verdicts of targets: `target: off track`, `3 targets: 2 met, 1 behind`."""
    total = sum(verdicts.values())
    if len(verdicts) == 1:
        word = next(iter(verdicts))
        return f"{'target' if total == 1 else f'{total:,} targets'}: {word}"
    told = ", ".join(f"{number:,} {word}" for word, number in verdicts.items())
    return f"{total:,} targets: {told}"


def _finding_of_parts(
    panels: Sequence[Panel], verdicts: Counter[str], noun: str
) -> str:
    """One sentence on student groups or sites: how many, and their targets."""
    withheld = sum(bool(panel.remark) for panel in panels)
    text = count(len(panels), noun)
    if withheld:
        text += f", values of {withheld:,} withheld"
    lasts = [one for panel in panels if (one := panel.last)]
    latest = max((one.day for one in lasts), default=None)
    ends = {
        one.exact: one for one in lasts if one.day == latest and one.exact is not None
    }
    if len(ends) > 1:
        low, high = ends[min(ends)], ends[max(ends)]
        text += f", from {low.text} to {high.text} in {low.period}"
    return f"{text}; {_judged(verdicts)}." if verdicts else f"{text}."
