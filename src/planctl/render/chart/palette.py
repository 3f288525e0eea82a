"""The colours of charts, and the marks and dashes that stand beside them.

The colours are those of the page in the light scheme (`packet.css`). Colour says what
a line is: observed, or where it started, or a target. Which target it is, its mark and
its dash say, so that a chart reads as well in grey.
"""

from __future__ import annotations

from dataclasses import dataclass

from planctl.report.chart.views import Kind

INK = "#1b1f24"
MUTED = "#57606a"
PAPER = "#ffffff"
FAINT = "0.35"
"""How much of a colour is left in lines that nobody has to see."""
BLUE = "#0b57a4"
BROWN = "#8a4b00"
MEANINGFUL = (BLUE, BROWN, MUTED)
"""The colours that tell lines apart."""
TINT = "0.1"
"""How much is left between the limits of a forecast, which have their own lines."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a line and its marks are drawn; `dash` is empty where it is solid.

    `has_line` says that its key shows the line.
    """

    colour: str
    mark: str
    dash: str = ""
    wide: float = 1.5
    has_line: bool = True


OBSERVED = Style(BLUE, "circle", wide=2.5)
PROJECTED = Style(BLUE, "open", "2 3")
KINDS = {
    Kind.FINAL: OBSERVED,
    Kind.PROVISIONAL: Style(BLUE, "ring", has_line=False),
    Kind.DISPUTED: Style(BLUE, "struck", has_line=False),
    Kind.YEAR_TO_DATE: Style(BLUE, "half", has_line=False),
    Kind.PROJECTED: PROJECTED,
}
FORECAST = Style(BLUE, "span", "4 3", wide=1, has_line=False)
DOT = Style(BLUE, "dot")
BASELINE = Style(MUTED, "square", "1 3", has_line=False)
MISSING = Style(MUTED, "cross", has_line=False)
BREAK = Style(MUTED, "bar", "6 3 1 3", has_line=False)
TARGETS = (
    Style(BROWN, "diamond", "7 4"),
    Style(BROWN, "up", "2 3"),
    Style(BROWN, "down", "9 3 2 3"),
    Style(BROWN, "hourglass", "4 2"),
    Style(BROWN, "plus", "12 3"),
    Style(BROWN, "star", "2 2 6 2"),
)
"""One for each target that a chart draws; more are in its table."""
