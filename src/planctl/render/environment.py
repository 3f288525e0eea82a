"""Templates: where they are found, and what they may use."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from planctl.render.chart import draw_beside
from planctl.render.markup import (
    bare_text,
    escape_markdown,
    markdown_to_html,
)
from planctl.render.visible import visible

if TYPE_CHECKING:
    from planctl.report.chart.views import Chart
    from planctl.report.packet import Packet

_BLANK_LINES = re.compile(r"\n{3,}")


def templates() -> Path:
    """The folder of templates: the packaged one, else that of the repository."""
    packaged = Path(str(resources.files("planctl"))) / "templates"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[3] / "templates"


@cache
def environment(kind: str) -> Environment:
    """The environment for `html` or `md`; only html escapes by itself."""
    made = Environment(
        loader=FileSystemLoader(templates() / kind),
        undefined=StrictUndefined,
        autoescape=kind == "html",  # noqa: S701 - Markdown has an escape of its own
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=visible_text,
    )
    made.filters.update(
        markdown=markdown_to_html, md=escape_markdown, bare=bare_text, svg=_svg
    )
    return made


def visible_text(value: object) -> object:
    """Texts with their control characters shown, everything else as it is."""
    return visible(value) if type(value) is str else value


def render_html(packet: Packet, *, has_charts: bool = True) -> str:
    """Write a packet as one self-contained HTML page; without charts, with tables."""
    template = environment("html").get_template("packet.html.j2")
    return template.render(packet=packet, has_charts=has_charts)


def _svg(chart: Chart) -> Markup:
    return Markup("".join(draw_beside(chart)))  # noqa: S704 - escaped as it is drawn


def render_markdown(packet: Packet, charts: str = "") -> str:
    """Write a packet as Markdown, with tables as GitHub and GitLab know them.

    `charts` is the folder beside it that its charts are files of; none, no charts.
    """
    template = environment("md").get_template("packet.md.j2")
    text = template.render(packet=packet, charts=charts)
    return _BLANK_LINES.sub("\n\n", text)
