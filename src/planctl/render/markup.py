"""Narrative text, which is Markdown, made safe for HTML and for Markdown tables."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from planctl.render.visible import visible

_MEANS_SOMETHING = re.compile(
    r"(?P<sign>[\\`*_\[\]<>#|~@]|&(?=#?\w))"
    r"|^(?P<number>\d+)(?P<dot>[.)])(?=\s|$)|^(?P<bullet>[-+=])"
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@\u200b"}
_LINK = re.compile(r"(?:https?:|mailto:|[^:]*$)", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    """CommonMark without raw HTML and without images, which would call home."""
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True})
    return parser.disable("image")


def markdown_to_html(text: str) -> Markup:
    """Markdown as HTML: raw HTML is escaped, links are http, https or mailto."""
    shown = visible(text)
    parser = _parser()
    parser.validateLink = _is_safe_link  # type: ignore[method-assign]
    # Headings of a note would break the report's own outline.
    tokens = [t for t in parser.parse(shown) if not t.type.startswith("heading_")]
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 - made safe above


def bare_text(text: str) -> str:
    """Markdown as plain text on one line."""
    parts: list[str] = []
    for token in _parser().parse(visible(text)):
        parts += [
            " " if child.type == "softbreak" else child.content
            for child in token.children or ()
        ]
        if token.type in {"code_block", "fence"}:
            parts.append(token.content)
        if token.nesting < 1 and token.block:
            parts.append(" ")
    return " ".join("".join(parts).split())


def escape_markdown(text: str) -> str:
    """Plain text that Markdown shows as it is, on one line, also inside a table."""
    folded = " ".join(visible(str(text)).split())
    return _MEANS_SOMETHING.sub(_escape, folded)


def _escape(match: re.Match[str]) -> str:
    sign = match["sign"] or match["bullet"]
    if sign:
        # A name behind @ would call somebody on a forge.
        return _ENTITIES.get(sign, f"\\{sign}")
    return f"{match['number']}\\{match['dot']}"


def _is_safe_link(url: str) -> bool:
    return bool(_LINK.match(url.strip()))
