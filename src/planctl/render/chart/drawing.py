"""A whole chart: its caption, its panels on common axes, its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.render.chart.canvas import Canvas
from planctl.render.chart.key import draw_key, key_of
from planctl.render.chart.labels import Box, years_shown
from planctl.render.chart.palette import FAINT, MUTED, TARGETS
from planctl.render.chart.plot import PanelDrawing, Plot
from planctl.render.chart.scale import days_of, values_of
from planctl.render.chart.text import LINE, SIZE, width, wrapped
from planctl.render.visible import one_line
from planctl.report.chart.wording import description, not_drawn, title_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.render.chart.palette import Style
    from planctl.render.chart.scale import Days, Values
    from planctl.report.chart.views import Chart, Panel

WIDTH = 360.0
"""So narrow that its texts can still be read on a phone, where it is drawn smaller."""
_TALL, _LOW = 190.0, 84.0
"""How high a panel is, alone and among others."""
_MOST_TICKS, _FEW_TICKS = 7, 4
_WIDEST_TICK = WIDTH / 3
_COLUMNS = 2
_ROW = _LOW + 5 * LINE
"""A row of panels: names in two lines, room for a label, years, room below."""
_BETWEEN = 14.0
_YEARS = 18.0
"""From the foot of a panel to that of its years."""
MOST_PANELS = 12
"""More than so many are in the table only."""


def draw_chart(chart: Chart) -> str:
    """Draw a chart as SVG, to stand in a page or as a file.

    Its ids begin with the chart's own. Same chart, same text.
    """
    return _Drawing(chart).draw(chart.panels[:MOST_PANELS], chart.id)


def draw_beside(chart: Chart) -> tuple[str, ...]:
    """Draw a chart as SVG on up to two sheets, which a page sets beside each other.

    Both have the same axes; the key is on the last. So that small panels fill a page
    that is wide, and can be read on one that is narrow.
    """
    panels = chart.panels[:MOST_PANELS]
    if len(panels) <= _COLUMNS:
        return (draw_chart(chart),)
    rows = -(-len(panels) // (2 * _COLUMNS))
    first, second = panels[: rows * _COLUMNS], panels[rows * _COLUMNS :]
    return (
        _Drawing(chart).draw(first, chart.id, is_last=False),
        _Drawing(chart).draw(second, f"more-{chart.id}"),
    )


class _Drawing:
    """A sheet for some panels of a chart, on the axes of all of them."""

    def __init__(self, chart: Chart) -> None:
        self.panels = chart.panels[:MOST_PANELS]
        self.chart = replace(chart, panels=self.panels)
        self.canvas = Canvas()
        self.is_alone = len(self.panels) == 1
        names = dict.fromkeys(
            target.name for panel in self.panels for target in panel.targets
        )
        self.styles: dict[str, Style] = dict(zip(names, TARGETS, strict=False))
        self.lacks = not_drawn(
            len(chart.panels) - len(self.panels), len(names) - len(self.styles)
        )
        self.values: Values = values_of(
            self.chart, _MOST_TICKS if self.is_alone else _FEW_TICKS
        )
        self.days: Days | None = days_of(self.chart)
        widths = [width(tick.text) for tick in self.values.ticks]
        self.gutter = min(max(widths, default=0.0), _WIDEST_TICK) + 4

    def draw(self, panels: Sequence[Panel], name: str, *, is_last: bool = True) -> str:
        """Draw everything from the top: caption, panels, and on the last sheet the key.

        Ids begin with the name.
        """
        top = self._lines(self.values.caption, 0.0)
        if self.is_alone:
            plot = self._plot(0.0, WIDTH, top + LINE + 4, _TALL)
            self._panel(plot, panels[0])
            top = plot.box.bottom + _YEARS + 8
        else:
            top = self._grid(panels, top + 8)
        if is_last:
            key = key_of(self.chart, self.panels, self.styles)
            top = draw_key(self.canvas, key, top, WIDTH)
            top = self._lines(self.lacks, top) + 4
        told = description(replace(self.chart, panels=tuple(panels)))
        return self.canvas.svg((WIDTH, top), name, title_text(self.chart), told)

    def _grid(self, panels: Sequence[Panel], top: float) -> float:
        """Draw the panels beside and below each other, each under its name."""
        wide = (WIDTH - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
        for place, panel in enumerate(panels):
            row, column = divmod(place, _COLUMNS)
            left = column * (wide + _BETWEEN)
            head = top + row * _ROW
            for nth, line in enumerate(wrapped(panel.name, wide, 2)):
                foot = (left, head + nth * LINE + SIZE)
                self.canvas.text(foot, line, is_bold=True)
            plot = self._plot(left, left + wide, head + 3.25 * LINE, _LOW)
            self._panel(plot, panel)
        rows = -(-len(panels) // _COLUMNS)
        return top + rows * _ROW + 4

    def _plot(self, left: float, right: float, top: float, height: float) -> Plot:
        box = Box(left + self.gutter, top, right, top + height)
        return Plot(box, self.values, self.days)

    def _panel(self, plot: Plot, panel: Panel) -> None:
        self._axes(plot)
        drawing = PanelDrawing(self.canvas, plot, panel, self.chart.breaks, self.styles)
        drawing.draw(is_small=not self.is_alone)

    def _axes(self, plot: Plot) -> None:
        box = plot.box
        is_roomy = plot.box.bottom - plot.box.top > 2 * LINE * len(self.values.ticks)
        for tick in self.values.ticks:
            y = plot.y(tick.value)
            self.canvas.line((box.left, y), (box.right, y), MUTED, stroke_opacity=FAINT)
            lines = wrapped(tick.text, self.gutter - 4, 2 if is_roomy else 1)
            foot = y + 4 - (len(lines) - 1) * LINE / 2
            for nth, line in enumerate(lines):
                place = (box.left - 4, foot + nth * LINE)
                self.canvas.text(place, line, "end", MUTED)
        self.canvas.line((box.left, box.bottom), (box.right, box.bottom), MUTED)
        years = [(plot.x(year.day), one_line(year.name)) for year in self.chart.years]
        for x, _ in years:
            self.canvas.line((x, box.bottom), (x, box.bottom + 4), MUTED)
        for x, name in years_shown(years, (box.left - self.gutter, box.right)):
            self.canvas.text((x, box.bottom + _YEARS), name, "middle", MUTED)

    def _lines(self, text: str, top: float) -> float:
        """Write a text in lines below a height; gives where it ends."""
        for line in wrapped(text, WIDTH, 3):
            self.canvas.text((0, top + SIZE), line, colour=MUTED)
            top += LINE
        return top
