"""The facts of a chart as a table: what a picture shows, to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planctl.report.chart.views import Kind
from planctl.report.chart.wording import KINDS, LEADS_TO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planctl.report.chart.views import Chart, Panel

_UNDATED = "no date"
_MOST_PERIODS = 12
_OBSERVED = "Observed"


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table: what it shows, its columns, and rows with a text for each column.

    The first column says what a row is of. A wide one has a column for each period.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_wide: bool = False


class _Fact(NamedTuple):
    """A value of a period; `kind` says what it is where it is not final."""

    day: date
    period: str
    what: str
    value: str
    kind: str = ""


def chart_table(chart: Chart) -> ChartTable:
    """Every fact of a chart: each in a row of its own, in order of time.

    Of several panels, a row for each panel and line, as long as the periods are few
    enough to be columns.
    """
    told = [(panel.name, list(_facts(panel))) for panel in chart.panels]
    named = any(name for name, _ in told)
    days = {fact.period or _UNDATED: fact.day for _, facts in told for fact in facts}
    if named and 1 < len(days) <= _MOST_PERIODS:
        return _wide(chart.title, told, sorted(days, key=lambda period: days[period]))
    rows = [
        (
            *((name,) if named else ()),
            fact.period or _UNDATED,
            f"{fact.what}, {fact.kind}" if fact.kind else fact.what,
            fact.value,
        )
        for name, facts in told
        for fact in sorted(facts, key=lambda fact: fact.day)
    ]
    head = ("Of", "When", "What", "Value") if named else ("When", "What", "Value")
    return ChartTable(chart.title, head, tuple(rows))


def _wide(
    caption: str, told: list[tuple[str, list[_Fact]]], periods: list[str]
) -> ChartTable:
    """A column for each period; what all lines have alike is said once, in the head."""
    kinds: dict[str, set[str]] = {}
    for fact in (fact for _, facts in told for fact in facts):
        kinds.setdefault(fact.period or _UNDATED, set()).add(fact.kind)
    alike = {period: found.pop() for period, found in kinds.items() if len(found) == 1}
    heads = [f"{one} ({alike[one]})" if alike.get(one) else one for one in periods]
    rows = [
        (name, what, *cells)
        for name, facts in told
        for what, cells in _lines(facts, periods, alike)
    ]
    if all(what == _OBSERVED for _, what, *_ in rows):
        plain = tuple((name, *cells) for name, _, *cells in rows)
        return ChartTable(caption, ("Observed", *heads), plain, is_wide=True)
    return ChartTable(caption, ("Of", "What", *heads), tuple(rows), is_wide=True)


def _lines(
    facts: list[_Fact], periods: list[str], alike: Mapping[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """What each line of a panel shows, and its text for each period."""
    for what in dict.fromkeys(fact.what for fact in facts):
        values: dict[str, list[str]] = {}
        for fact in facts:
            period = fact.period or _UNDATED
            if fact.what == what:
                is_said = not fact.kind or period in alike
                text = fact.value if is_said else f"{fact.value} ({fact.kind})"
                values.setdefault(period, []).append(text)
        yield what, ["; ".join(values.get(one, ())) for one in periods]


def _facts(panel: Panel) -> Iterator[_Fact]:
    """What a panel shows, and why where it shows nothing."""
    start, leads_to = panel.baseline, panel.forecast
    if start is not None:
        yield _Fact(start.day or date.min, start.period, "Baseline", start.text)
    for point in panel.points:
        kind = KINDS.get(point.kind, "") if point.kind is not Kind.MISSING else ""
        yield _Fact(point.day, point.period, _OBSERVED, point.text, kind)
    for target in panel.targets:
        for stop in target.stops:
            what = target.name if stop.is_step else f"Expected: {target.name}"
            yield _Fact(stop.day, stop.period, what, stop.text)
    if leads_to is not None:
        yield _Fact(leads_to.day, leads_to.period, LEADS_TO, leads_to.text)
    if panel.remark and not panel.points:
        yield _Fact(date.min, "", _OBSERVED, panel.remark)
