"""Marks: a shape for what a value is, so that nothing rests on colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.render.chart.palette import PAPER

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.render.chart.canvas import Canvas, Place
    from planctl.render.chart.palette import Style

_RADIUS = 4.5
_CORNERS: dict[str, tuple[Place, ...]] = {
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "up": ((0, -1.2), (1.2, 1), (-1.2, 1)),
    "down": ((0, 1.2), (1.2, -1), (-1.2, -1)),
    "hourglass": ((-1.1, -1.2), (1.1, -1.2), (-1.1, 1.2), (1.1, 1.2)),
    "plus": (
        *((-0.45, -1.3), (0.45, -1.3), (0.45, -0.45), (1.3, -0.45)),
        *((1.3, 0.45), (0.45, 0.45), (0.45, 1.3), (-0.45, 1.3)),
        *((-0.45, 0.45), (-1.3, 0.45), (-1.3, -0.45), (-0.45, -0.45)),
    ),
    "star": (
        *((0, -1.5), (0.4, -0.4), (1.5, 0), (0.4, 0.4)),
        *((0, 1.5), (-0.4, 0.4), (-1.5, 0), (-0.4, -0.4)),
    ),
}
"""The corners of each shape, in radiuses from its middle."""


def draw_mark(canvas: Canvas, style: Style, at: Place) -> None:
    """Draw the mark of a style at a place."""
    corners = _CORNERS.get(style.mark)
    if corners is None:
        _OTHERS[style.mark](canvas, style.colour, at)
        return
    # A rim of paper keeps it apart from the line that it lies on.
    canvas.area(
        [(at[0] + x * _RADIUS, at[1] + y * _RADIUS) for x, y in corners],
        fill=style.colour,
        stroke=PAPER,
        stroke_width=1,
    )


def _circle(canvas: Canvas, colour: str, at: Place) -> None:
    canvas.circle(at, _RADIUS, fill=colour, stroke=PAPER, stroke_width=1)


def _ring(canvas: Canvas, colour: str, at: Place) -> None:
    canvas.circle(at, _RADIUS - 1, fill=PAPER, stroke=colour, stroke_width=2)


def _dot(canvas: Canvas, colour: str, at: Place) -> None:
    canvas.circle(at, 2, fill=colour)


def _square(canvas: Canvas, colour: str, at: Place) -> None:
    """A frame, so that a value at the same place is seen inside."""
    x, y = at
    far = _RADIUS + 2
    corners = [(x - far, y - far), (x + far, y - far), (x + far, y + far)]
    frame = [*corners, (x - far, y + far)]
    canvas.area(frame, fill=PAPER, stroke=colour, stroke_width=1.5)


def _open(canvas: Canvas, colour: str, at: Place) -> None:
    """A ring in parts: of a value that is still to come."""
    canvas.circle(
        at,
        _RADIUS,
        fill=PAPER,
        stroke=colour,
        stroke_width=1.5,
        stroke_dasharray="2 2",
    )


def _half(canvas: Canvas, colour: str, at: Place) -> None:
    """A half circle: of a part of a year."""
    _ring(canvas, colour, at)
    x, y = at
    flat = _RADIUS - 1
    canvas.area([(x, y - flat), (x - flat, y), (x, y + flat)], fill=colour)


def _struck(canvas: Canvas, colour: str, at: Place) -> None:
    """A ring with a stroke: of a value that is disputed."""
    _ring(canvas, colour, at)
    x, y = at
    far = _RADIUS + 1
    canvas.line((x - far, y + far), (x + far, y - far), colour, stroke_width=1.5)


def _cross(canvas: Canvas, colour: str, at: Place) -> None:
    x, y = at
    far = _RADIUS - 1
    canvas.line((x - far, y - far), (x + far, y + far), colour, stroke_width=2)
    canvas.line((x - far, y + far), (x + far, y - far), colour, stroke_width=2)


def _bar(canvas: Canvas, colour: str, at: Place) -> None:
    x, y = at
    canvas.line(
        (x, y - 7), (x, y + 7), colour, stroke_width=1.5, stroke_dasharray="4 2"
    )


def _span(canvas: Canvas, colour: str, at: Place) -> None:
    draw_span(canvas, colour, at[0], (at[1] - 6, at[1] + 6))


def draw_span(canvas: Canvas, colour: str, x: float, ends: tuple[float, float]) -> None:
    """Draw a bar with caps, from one value to another."""
    top, bottom = ends
    canvas.line((x, top), (x, bottom), colour, stroke_width=2)
    for y in ends:
        canvas.line((x - 4, y), (x + 4, y), colour, stroke_width=2)


_OTHERS: dict[str, Callable[[Canvas, str, Place], None]] = {
    "circle": _circle,
    "dot": _dot,
    "square": _square,
    "ring": _ring,
    "open": _open,
    "half": _half,
    "struck": _struck,
    "cross": _cross,
    "bar": _bar,
    "span": _span,
}
