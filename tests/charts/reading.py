"""Reads a drawn chart back as XML."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree import ElementTree as ET

from planctl.render.chart.labels import Box, text_box

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"rect", "line", "polyline", "polygon", "circle", "text", "title", "desc"}


ROUNDED = 0.06
"""How far a place may be off, for it is written with one decimal."""


class Text(NamedTuple):
    """A text of a chart, and the most room that it takes."""

    text: str
    box: Box


def read(svg: str) -> ET.Element:
    """Read a picture."""
    return ET.fromstring(svg)  # noqa: S314 - made by us


def texts(picture: ET.Element) -> list[Text]:
    """Give every text that is drawn."""
    return [
        Text(
            one.text or "",
            _inner(
                text_box(
                    (float(one.attrib["x"]), float(one.attrib["y"])),
                    one.text or "",
                    one.attrib["text-anchor"],  # type: ignore[arg-type]
                )
            ),
        )
        for one in picture.iter(f"{SVG}text")
    ]


def _inner(box: Box) -> Box:
    return Box(
        box.left + ROUNDED, box.top + ROUNDED, box.right - ROUNDED, box.bottom - ROUNDED
    )


def size(picture: ET.Element) -> Box:
    """Give the sheet."""
    left, top, width, height = map(float, picture.attrib["viewBox"].split())
    return Box(left, top, left + width, top + height)


def places(picture: ET.Element) -> list[tuple[float, float]]:
    """Give every place that a shape goes through."""
    found = []
    for one in picture:
        said = one.attrib
        found += [
            (float(said[x]), float(said[y]))
            for x, y in (("x1", "y1"), ("x2", "y2"), ("cx", "cy"))
            if x in said
        ]
        for pair in said.get("points", "").split():
            x, y = pair.split(",")
            found.append((float(x), float(y)))
    return found
