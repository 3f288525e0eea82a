"""The key below a chart: each mark that it uses, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.render.chart.marks import draw_mark
from planctl.render.chart.palette import (
    BASELINE,
    BREAK,
    FORECAST,
    KINDS,
    MISSING,
    OBSERVED,
)
from planctl.render.chart.text import LINE, SIZE, wrapped
from planctl.report.chart import wording
from planctl.report.chart.views import Kind, has_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planctl.render.chart.canvas import Canvas
    from planctl.render.chart.palette import Style
    from planctl.report.chart.views import Chart, Panel

_SAMPLE = 34.0
"""How wide a sample of a line is, with its mark."""
_LINES = 3


def key_of(
    chart: Chart, panels: tuple[Panel, ...], styles: Mapping[str, Style]
) -> Iterator[tuple[Style, str]]:
    """Every style that the panels use, and its words; of one panel with its values."""
    one = panels[0] if len(panels) == 1 else None
    known = [point for panel in panels for point in panel.points if has_value(point)]
    if any(panel.baseline for panel in panels):
        yield BASELINE, wording.baseline_text(one) if one else "Baseline"
    if known:
        yield OBSERVED, wording.observed_text(one) if one else "Observed"
    yield from _targets(panels, styles, is_alone=one is not None)
    if any(panel.forecast for panel in panels):
        yield FORECAST, wording.forecast_text(one) if one else wording.LEADS_TO
    for kind in Kind:
        if kind is not Kind.MISSING and any(point.kind is kind for point in known):
            name = wording.KINDS.get(kind)
            if name:
                yield KINDS[kind], f"{name[:1].upper()}{name[1:]}"
    shown = [panel for panel in panels if not panel.remark]
    if any(point.kind is Kind.MISSING for panel in shown for point in panel.points):
        yield MISSING, wording.missing_text(shown)
    if chart.breaks:
        yield BREAK, wording.break_text(chart)


def _targets(
    panels: tuple[Panel, ...], styles: Mapping[str, Style], *, is_alone: bool
) -> Iterator[tuple[Style, str]]:
    """Each target that is drawn, once."""
    told: set[str] = set()
    for target in (target for panel in panels for target in panel.targets):
        if target.name in styles and target.name not in told:
            told.add(target.name)
            text = wording.target_text(target) if is_alone else target.name
            yield styles[target.name], text


def draw_key(
    canvas: Canvas, entries: Iterator[tuple[Style, str]], top: float, room: float
) -> float:
    """Draw a key below a height, in some room; gives where it ends."""
    for style, text in entries:
        middle = top + LINE / 2
        if style.has_line:
            canvas.line(
                (0, middle),
                (_SAMPLE - 8, middle),
                style.colour,
                stroke_width=style.wide,
                stroke_dasharray=style.dash,
            )
        draw_mark(canvas, style, ((_SAMPLE - 8) / 2, middle))
        for line in wrapped(text, room - _SAMPLE, _LINES):
            canvas.text((_SAMPLE, top + SIZE), line)
            top += LINE
    return top
