"""The plan's measures in the packet: charts, their facts, how their targets stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.report.chart.build import ChartBook
from planctl.report.chart.table import chart_table
from planctl.report.packet.standing import anchor, is_listed
from planctl.report.packet.views import (
    ChartLink,
    ChartView,
    Fact,
    MeasureView,
    UnmeasuredView,
)
from planctl.report.progress.sentences import retired_text
from planctl.report.progress.view import view_progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.model.measure import Measure
    from planctl.progress.verdicts import Progress
    from planctl.report.chart.table import ChartTable
    from planctl.report.chart.views import Chart
    from planctl.report.packet.focus import Focus
    from planctl.report.progress.view import ProgressView, TargetView, Unjudged


_SAID_ALREADY = frozenset({"Observed", "Baseline", "no date"})


class Measures(NamedTuple):
    """What a packet tells of measures, and the targets of which no value is known."""

    told: tuple[MeasureView, ...] = ()
    unmeasured: tuple[UnmeasuredView, ...] = ()


def find_measures(plan: LinkedPlan, progress: Progress, focus: Focus) -> Measures:
    """The measures that a packet is about, in the order of the plan.

    A school's and an owner's packet tell of none: their statuses are asked for there.
    """
    if not plan.measures or focus.kind not in {"", "item", "measure"}:
        return Measures()
    places = {row.cell.measure for row in progress.rows if focus.judges(row)}
    places |= focus.named
    if focus.kind != "item":
        places = set(range(len(plan.measures)))
    if focus.measure is not None:
        places = {focus.measure}
    said = view_progress(plan, progress)
    told = tuple(
        _told(
            plan, sorted(places), ChartBook(plan, progress), said, _homes(plan, focus)
        )
    )
    if focus.among is not None and focus.kind != "measure":
        return Measures(told)
    return Measures(told, tuple(_unmeasured(plan, said, told, places)))


def _unmeasured(
    plan: LinkedPlan,
    said: ProgressView,
    told: Sequence[MeasureView],
    places: Collection[int],
) -> Iterator[UnmeasuredView]:
    """Targets of which no value is known or may be shown, where no chart tells them."""
    drawn = {one.anchor for one in told}
    titles = {
        measure.title
        for measure in (plan.measures[place] for place in places)
        if f"measure-{measure.id}" not in drawn
    }
    for measure in said.measures:
        if measure.title in titles:
            for one in measure.targets:
                name = f"{measure.title}, {one.scope}" if one.scope else measure.title
                yield UnmeasuredView(name, one.text, one.item, one.says)
    for left in said.unjudged:
        if left.measure in titles:
            name = f"{left.measure}, {left.scope}" if left.scope else left.measure
            yield UnmeasuredView(name, left.text, left.item, left.why)


def _homes(plan: LinkedPlan, focus: Focus) -> dict[int, LinkedItem]:
    """The first item that promises something of each measure, by its position.

    Where none does it is the first that names the measure. What is listed apart from
    the parts is no home, and one measure alone needs none.
    """
    found: dict[int, LinkedItem] = {}
    if focus.kind == "measure":
        return found
    promised = sorted(
        (one.item, one.measure) for one in plan.promises if one.item is not None
    )
    for position, measure in (*promised, *_named(plan)):
        item = plan.items[position]
        if not is_listed(item) and focus.has(position):
            found.setdefault(measure, item)
    return found


def _named(plan: LinkedPlan) -> Iterator[tuple[int, int]]:
    """The items that name measures of theirs, each with a measure, by position."""
    for item in plan.items:
        for measure in item.measures:
            yield item.position, measure


def measures_of_items(measures: Measures) -> dict[str, tuple[MeasureView, ...]]:
    """The measures that are shown with an item, by its anchor."""
    found: dict[str, tuple[MeasureView, ...]] = {}
    for one in measures.told:
        if one.home is not None:
            found[one.home.anchor] = (*found.get(one.home.anchor, ()), one)
    return found


def told_with_charts(plan: LinkedPlan, measures: Measures) -> Iterator[str]:
    """The ids of targets that are told where their item's own section has the chart."""
    homes = {one.anchor: one.home.anchor for one in measures.told if one.home}
    for promise in plan.promises:
        item = None if promise.item is None else plan.items[promise.item]
        home = homes.get(f"measure-{plan.measures[promise.measure].id}")
        if item is not None and item.children and anchor(item) == home:
            yield promise.id


def charts_of_items(
    plan: LinkedPlan, measures: Measures
) -> dict[int, tuple[ChartLink, ...]]:
    """Where the measures are drawn that an item names, by its position."""
    drawn = {one.anchor: one.title for one in measures.told}
    found: dict[int, dict[str, ChartLink]] = {}
    for position, measure in _named(plan):
        anchor = f"measure-{plan.measures[measure].id}"
        if anchor in drawn:
            link = ChartLink(anchor, drawn[anchor])
            found.setdefault(position, {})[anchor] = link
    return {item: tuple(links.values()) for item, links in found.items()}


def _told(
    plan: LinkedPlan,
    places: Sequence[int],
    book: ChartBook,
    said: ProgressView,
    homes: Mapping[int, LinkedItem],
) -> Iterator[MeasureView]:
    """The measures of which a value is known."""
    targets = {one.id: one.targets for one in said.measures}
    for place in places:
        measure, charts = plan.measures[place], book.charts(place)
        if any(chart.has_values for chart in charts):
            yield MeasureView(
                f"measure-{measure.id}",
                " ".join(text for text in (measure.number, measure.title) if text),
                _described(measure),
                tuple(map(_chart, charts)),
                (
                    *(_stands(one) for one in targets.get(measure.id, ())),
                    *(_unjudged(one) for one in said.unjudged if _is_of(one, measure)),
                ),
                _link(plan, homes[place]) if place in homes else None,
            )


def _is_of(left: Unjudged, measure: Measure) -> bool:
    return left.measure == measure.title


def _link(plan: LinkedPlan, item: LinkedItem) -> ChartLink:
    return ChartLink(anchor(item), f"{plan.level(item).name} {item.number}")


def _described(measure: Measure) -> str:
    """What a measure is, and since when it is no longer measured, in Markdown."""
    ended = retired_text(measure.retired) if measure.retired else ""
    return "\n\n".join(text for text in (measure.description, ended) if text)


def _chart(chart: Chart) -> ChartView:
    table = chart_table(chart)
    return ChartView(_part(chart), chart, table, needs_table=not _is_said(chart, table))


def _is_said(chart: Chart, table: ChartTable) -> bool:
    """Whether a finding says the one value that is known, and when it was."""
    if len(table.rows) > 1 or chart.panels[0].name:
        return False
    told = [text for row in table.rows for text in row]
    return all(text in chart.finding or text in _SAID_ALREADY for text in told)


def _part(chart: Chart) -> str:
    """`By student group`, `By site`; nothing of everybody."""
    part = chart.title.rpartition(", by ")[2] if chart.panels[0].name else ""
    return f"By {part}" if part else ""


def _stands(one: TargetView) -> Fact:
    """How a target stands: its readings each, and what it takes from here."""
    step = f"{one.due}: " if one.is_step else ""
    readings = [
        f"{each.name} ({each.target}): {each.says}"
        if each.target
        else f"{each.name}: {each.says}"
        for each in one.readings
    ]
    texts = (f"{step}{one.says}", *readings, *one.outlook, *one.claims)
    return Fact(_label(one), texts, is_short=len(texts) == 1)


def _unjudged(one: Unjudged) -> Fact:
    return Fact(_label(one), (one.why,), is_short=True)


def _label(one: TargetView | Unjudged) -> str:
    names = [name for name in (one.scope, one.item) if name]
    return f"“{one.text}”" + (f" ({', '.join(names)})" if names else "")
