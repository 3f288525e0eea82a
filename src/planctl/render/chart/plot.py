"""One panel of a chart: lines, marks and labels between its two axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.render.chart.labels import Box, Labels
from planctl.render.chart.marks import draw_mark, draw_span
from planctl.render.chart.palette import (
    BASELINE,
    BREAK,
    DOT,
    FORECAST,
    KINDS,
    MISSING,
    MUTED,
    OBSERVED,
    PROJECTED,
    TINT,
)
from planctl.render.chart.text import LINE, SIZE, width, wrapped
from planctl.render.visible import one_line
from planctl.report.chart.views import APART, Kind, Point, has_value
from planctl.targets import Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from planctl.render.chart.canvas import Canvas, Place
    from planctl.render.chart.palette import Style
    from planctl.render.chart.scale import Days, Values
    from planctl.report.chart.views import Break, Panel, Stop, TargetLine

_EDGE = 7.0
"""Room inside a plot, so that no mark is cut."""
_ALL_LABELLED = 8
"""Up to so many values have a label each, where there is room."""
_EACH_MARKED = 24
"""Up to so many values have a full mark each; more have dots on their line."""
_LONGEST = 60
_WIDEST = 0.75
"""The share of a plot that a label may take."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A rectangle of the sheet with its two axes."""

    box: Box
    values: Values
    days: Days | None

    def x(self, day: date) -> float:
        """Where a day lies."""
        left, right = self.box.left + _EDGE, self.box.right - _EDGE
        return left + (right - left) * (self.days.share(day) if self.days else 0.5)

    def y(self, value: Decimal) -> float:
        """Where a value lies."""
        top, bottom = self.box.top, self.box.bottom
        return bottom - (bottom - top) * self.values.share(value)

    def span(self, low: Decimal | None, high: Decimal | None) -> tuple[float, float]:
        """From the upper end to the lower; one without limit ends with the plot."""
        return (
            self.box.top if high is None else self.y(high),
            self.box.bottom if low is None else self.y(low),
        )


class PanelDrawing:
    """Draws a panel: first what lies behind, then lines, marks, labels."""

    def __init__(
        self,
        canvas: Canvas,
        plot: Plot,
        panel: Panel,
        breaks: Sequence[Break],
        styles: Mapping[str, Style],
    ) -> None:
        self.canvas = canvas
        self.plot = plot
        self.panel = panel
        self.breaks = breaks
        self.targets = [one for one in panel.targets if one.name in styles]
        self.styles = styles
        box = plot.box
        self.labels = Labels(Box(box.left, box.top - LINE, box.right, box.bottom))
        self.marks: list[tuple[Style, Place]] = []

    def draw(self, *, is_small: bool) -> None:
        """Draw it; a small one has fewer labels."""
        if self.panel.remark or not any(self.panel.values()):
            self._remark()
            return
        self._breaks()
        self._forecast()
        for target in self.targets:
            self._target(target, self.styles[target.name])
        self._baseline()
        self._observed()
        for style, at in self.marks:
            draw_mark(self.canvas, style, at)
            self.labels.keep_off([at])
        self._needed_labels()
        if not is_small:
            self._other_labels()

    def _remark(self) -> None:
        box = self.plot.box
        text = self.panel.remark or "No value yet"
        lines = wrapped(text, box.right - box.left - SIZE, 3)
        middle = (box.left + box.right) / 2
        top = (box.top + box.bottom - LINE * (len(lines) - 1) + SIZE) / 2
        for place, line in enumerate(lines):
            self.canvas.text((middle, top + LINE * place), line, "middle", MUTED)

    def _line(self, places: Sequence[Place], style: Style) -> None:
        self.canvas.path(
            places, style.colour, stroke_width=style.wide, stroke_dasharray=style.dash
        )
        self.labels.keep_off(places)

    def _span(self, style: Style, x: float, ends: tuple[float, float]) -> None:
        draw_span(self.canvas, style.colour, x, ends)
        self.labels.keep_off([(x, y) for y in ends])

    def _breaks(self) -> None:
        top, bottom = self.plot.box.top, self.plot.box.bottom
        for one in self.breaks:
            x = self._between_values(one.day)
            self._line([(x, top), (x, bottom)], BREAK)

    def _between_values(self, day: date) -> float:
        """Where a day lies, in the middle of the values before and after it."""
        days = [point.day for point in self.panel.points]
        before = max((one for one in days if one < day), default=day)
        after = min((one for one in days if one >= day), default=day)
        return (self.plot.x(before) + self.plot.x(after)) / 2

    def _forecast(self) -> None:
        """Draw a wedge from the last value to the ends of what it leads to."""
        leads_to, last = self.panel.forecast, self.panel.last
        if leads_to is None:
            return
        x = self.plot.x(leads_to.day)
        ends = self.plot.span(leads_to.low, leads_to.high)
        if last is not None and last.exact is not None and last.day < leads_to.day:
            start = (self.plot.x(last.day), self.plot.y(last.exact))
            places = [start, *((x, y) for y in ends)]
            self.canvas.area(places, fill=FORECAST.colour, fill_opacity=TINT)
            for place in places[1:]:
                self._line([start, place], FORECAST)
        self._span(FORECAST, x, ends)

    # -- targets --------------------------------------------------------------

    def _target(self, target: TargetLine, style: Style) -> None:
        if target.has_road:
            self._road(target, style)
        else:
            self._levels(target, style)
        for step in target.steps:
            at = self._at(step, target)
            if at is not None:
                if target.has_road and None not in {step.low, step.high}:
                    self._span(style, at[0], self.plot.span(step.low, step.high))
                self.marks.append((style, at))

    def _road(self, target: TargetLine, style: Style) -> None:
        """Draw the line from the baseline through every stop."""
        places = [self._at(stop, target) for stop in target.stops]
        start = self.panel.baseline
        if start is not None and start.day is not None:
            places.insert(0, (self.plot.x(start.day), self.plot.y(start.value)))
        self._line([place for place in places if place is not None], style)

    def _levels(self, target: TargetLine, style: Style) -> None:
        """Draw each limit up to the day of its step."""
        left = self.plot.box.left
        for step in target.steps:
            right = self.plot.x(step.day)
            for end in dict.fromkeys((step.low, step.high)):
                if end is not None:
                    y = self.plot.y(end)
                    self._line([(left, y), (right, y)], style)
            left = right

    def _at(self, stop: Stop, target: TargetLine) -> Place | None:
        """Where a stop lies: at its limit that is the nearest to be met."""
        low, high = stop.low, stop.high
        if low is None or high is None:
            near = high if low is None else low
        elif target.side is Side.INSIDE:
            near = (low + high) / 2
        else:
            near = high if target.side is Side.BELOW else low
        return None if near is None else (self.plot.x(stop.day), self.plot.y(near))

    # -- what was observed ----------------------------------------------------

    def _baseline(self) -> None:
        start = self.panel.baseline
        if start is None:
            return
        box, y = self.plot.box, self.plot.y(start.value)
        if start.day is None:
            self._line([(box.left, y), (box.right, y)], BASELINE)
        x = box.left + _EDGE if start.day is None else self.plot.x(start.day)
        self.marks.append((BASELINE, (x, y)))

    def _observed(self) -> None:
        for run in self._runs():
            self._line(run, OBSERVED)
        before: Place | None = None
        for point in self.panel.points:
            at = self._place(point)
            if point.kind is Kind.PROJECTED and at and before:
                self._line([before, at], PROJECTED)
            if point.kind is Kind.MISSING:
                at = (self.plot.x(point.day), self.plot.box.bottom - _EDGE)
                self.marks.append((MISSING, at))
            elif at is None:
                ends = self.plot.span(point.low, point.high)
                self._span(OBSERVED, self.plot.x(point.day), ends)
            else:
                self.marks.append((self._style(point), at))
            before = at or before

    def _style(self, point: Point) -> Style:
        is_one_of_many = len(self.panel.points) > _EACH_MARKED
        if is_one_of_many and point.kind is Kind.FINAL and point != self.panel.last:
            return DOT
        return KINDS[point.kind]

    def _place(self, point: Point) -> Place | None:
        """Where an exact value lies."""
        exact = point.exact
        return None if exact is None else (self.plot.x(point.day), self.plot.y(exact))

    def _runs(self) -> list[list[Place]]:
        """The stretches of values that may be compared, the baseline among them."""
        runs: list[list[Place]] = [[]]
        start = self.panel.baseline
        before = start.day if start is not None else None
        if start is not None and before and before not in self._days():
            runs[-1].append((self.plot.x(before), self.plot.y(start.value)))
        for point in self.panel.points:
            at = self._place(point)
            if at is None or (before and self._breaks_between(before, point.day)):
                runs.append([])
            if at is not None and point.kind not in APART:
                runs[-1].append(at)
                before = point.day
        return [run for run in runs if len(run) > 1]

    def _days(self) -> set[date]:
        return {point.day for point in self.panel.points if has_value(point)}

    def _breaks_between(self, before: date, day: date) -> bool:
        return any(before < one.day <= day for one in self.breaks)

    # -- labels ---------------------------------------------------------------

    def _needed_labels(self) -> None:
        last, start = self.panel.last, self.panel.baseline
        if last is not None:
            self._label(last, is_bold=True)
        for target in self.targets:
            for step in target.steps[-1:]:
                self._step_label(step, target)
        if start is not None and (last is None or start.text != last.text):
            x = self.plot.box.left + _EDGE
            if start.day is not None:
                x = self.plot.x(start.day)
            self._write((x, self.plot.y(start.value)), start.text, BASELINE.colour)

    def _other_labels(self) -> None:
        for target in self.targets:
            for step in target.steps[:-1]:
                self._step_label(step, target, is_needed=False)
        start = self.panel.baseline
        if len(self.panel.points) <= _ALL_LABELLED:
            for point in self.panel.points:
                repeats = start is not None and start.day == point.day
                if point is not self.panel.last and has_value(point) and not repeats:
                    self._label(point, is_needed=False)

    def _label(
        self, point: Point, *, is_bold: bool = False, is_needed: bool = True
    ) -> None:
        at = self._place(point)
        if at is None:
            top, bottom = self.plot.span(point.low, point.high)
            at = (self.plot.x(point.day), bottom if point.high is None else top)
        self._write(
            at, point.text, OBSERVED.colour, is_bold=is_bold, is_needed=is_needed
        )

    def _step_label(
        self, step: Stop, target: TargetLine, *, is_needed: bool = True
    ) -> None:
        at = self._at(step, target)
        if at is not None:
            colour = self.styles[target.name].colour
            self._write(at, step.text, colour, is_needed=is_needed)

    def _write(
        self,
        at: Place,
        text: str,
        colour: str,
        *,
        is_bold: bool = False,
        is_needed: bool = True,
    ) -> None:
        shown = one_line(text[:_LONGEST])
        wide = self.plot.box.right - self.plot.box.left
        if len(text) > _LONGEST or width(shown) > wide * _WIDEST:
            return
        found = self.labels.place(at, shown, is_needed=is_needed)
        if found is not None:
            self.canvas.text(found[0], shown, found[1], colour, is_bold=is_bold)
