"""The facts of a chart as a table: what a picture shows, to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.report.chart.views import Kind
from planctl.report.chart.wording import KINDS, LEADS_TO

if TYPE_CHECKING:
    from datetime import date

    from planctl.report.chart.views import Chart, Panel

_OBSERVED = "Observed"
_ALWAYS = "at any time"


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table: what it shows, its columns, and rows with a text for each column.

    The first `heads` columns say what a row is of.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heads: int


class _Rows:
    """The rows of a panel: for each day and period, the text of each column."""

    def __init__(self) -> None:
        self.texts: dict[tuple[int, str], dict[str, str]] = {}

    def say(self, day: date | None, period: str, column: str, text: str) -> None:
        """Write a text into the row of a period."""
        place = (day.toordinal() if day else 0, period or _ALWAYS)
        texts = self.texts.setdefault(place, {})
        texts[column] = f"{texts[column]}; {text}" if column in texts else text

    def say_on(self, day: date, period: str, column: str, text: str) -> None:
        """The same in the row of that day, whatever the period there is called."""
        known = (name for place, name in self.texts if place == day.toordinal())
        self.say(day, next(known, period), column, text)

    def in_order(self) -> list[tuple[str, dict[str, str]]]:
        """The rows in order of time, each with its period."""
        days = sorted(self.texts.items(), key=lambda row: row[0][0])
        return [(period, texts) for (_, period), texts in days]


def chart_table(chart: Chart) -> ChartTable:
    """Every fact of a chart: a row a period and panel, a column for each line."""
    named = any(panel.name for panel in chart.panels)
    rows = [(panel.name, *row) for panel in chart.panels for row in _rows(panel)]
    used = {column for _, _, texts in rows for column in texts}
    lines = [target.name for panel in chart.panels for target in panel.targets]
    columns = dict.fromkeys((_OBSERVED, *lines, LEADS_TO))
    told = [column for column in columns if column in used]
    return ChartTable(
        caption=chart.title,
        columns=(*(("Of",) if named else ()), "When", *told),
        rows=tuple(
            (
                *((name,) if named else ()),
                period,
                *(texts.get(column, "") for column in told),
            )
            for name, period, texts in rows
        ),
        heads=1 + named,
    )


def _rows(panel: Panel) -> list[tuple[str, dict[str, str]]]:
    rows = _Rows()
    start, leads_to = panel.baseline, panel.forecast
    if start is not None:
        rows.say(start.day, start.period, _OBSERVED, f"{start.text} (baseline)")
    for point in panel.points:
        kind = KINDS.get(point.kind, "") if point.kind is not Kind.MISSING else ""
        text = f"{point.text} ({kind})" if kind else point.text
        if not _repeats(panel, point.day, text):
            rows.say(point.day, point.period, _OBSERVED, text)
    for target in panel.targets:
        for stop in target.stops:
            text = stop.text if stop.is_step else f"{stop.text} expected"
            rows.say_on(stop.day, stop.period, target.name, text)
    if leads_to is not None:
        rows.say_on(leads_to.day, leads_to.period, LEADS_TO, leads_to.text)
    if panel.remark:
        rows.say(None, "", _OBSERVED, panel.remark)
    return rows.in_order()


def _repeats(panel: Panel, day: date, text: str) -> bool:
    """Whether a value says again what the baseline said."""
    start = panel.baseline
    return start is not None and start.day == day and start.text == text
