"""A sheet of SVG: shapes with attributes of their own, nothing that a style must say.

Only what browsers, Word and PDF draw alike: lines, paths, rectangles, circles, texts.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from planctl.render.chart.palette import INK, PAPER
from planctl.render.chart.text import SIZE
from planctl.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FONT = "Segoe UI, Roboto, Helvetica Neue, Open Sans, Arial, sans-serif"
Anchor = Literal["start", "middle", "end"]
Place = tuple[float, float]


class Canvas:
    """Takes shapes in the order in which they are drawn."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def line(self, begin: Place, end: Place, colour: str, **more: str | float) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = begin, end
        where = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        self._add("line", {**where, "stroke": colour, **more})

    def path(self, places: Sequence[Place], colour: str, **more: str | float) -> None:
        """Draw lines from place to place."""
        said = {"points": _points(places), "fill": "none", "stroke": colour}
        self._add("polyline", {**said, **more})

    def area(self, places: Sequence[Place], **more: str | float) -> None:
        """Draw a shape with corners."""
        self._add("polygon", {"points": _points(places), **more})

    def circle(self, center: Place, radius: float, **more: str | float) -> None:
        """Draw a circle."""
        self._add("circle", {"cx": center[0], "cy": center[1], "r": radius, **more})

    def text(
        self,
        place: Place,
        text: str,
        anchor: Anchor = "start",
        colour: str = INK,
        *,
        is_bold: bool = False,
    ) -> None:
        """Write a text whose foot stands at a place."""
        weight = "bold" if is_bold else ""
        more = {"text_anchor": anchor, "fill": colour, "font_weight": weight}
        self._add("text", {"x": place[0], "y": place[1], **more}, text)

    def _add(
        self, name: str, attributes: Mapping[str, str | float], text: str = ""
    ) -> None:
        said = "".join(
            f' {key.replace("_", "-")}="{_attribute(value)}"'
            for key, value in attributes.items()
            if value != ""
        )
        end = f">{safe(text)}</{name}>" if text else "/>"
        self.parts.append(f"<{name}{said}{end}")

    def svg(
        self, size: tuple[float, float], name: str, title: str, described: str
    ) -> str:
        """The whole picture; its title and description have ids made from a name.

        It stands alone as a file as well as in a page.
        """
        width, height = (number(side) for side in size)
        name = escape(name)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}"'
            f' height="{height}" viewBox="0 0 {width} {height}" role="img"'
            f' aria-labelledby="{name}-title {name}-desc"'
            f' font-family="{FONT}" font-size="{SIZE}">'
        )
        return "\n".join(
            (
                head,
                f'<title id="{name}-title">{safe(title)}</title>',
                f'<desc id="{name}-desc">{safe(described)}</desc>',
                f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
                *self.parts,
                "</svg>\n",
            )
        )


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def safe(text: str) -> str:
    """A text on one line, escaped; what XML has no place for is left out."""
    return escape(one_line(text).replace("\ufffe", "").replace("\uffff", ""))


def _points(places: Sequence[Place]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
