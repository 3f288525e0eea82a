"""Reads packets back: what an HTML page says, what a Markdown page says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "br", "col", "img", "hr", "input", "path", "use"})
_FIGURE = re.compile(r"[$<>]?\d[\d,.:/-]*%?")
_WORD = re.compile(r"[^\W_]+")


@dataclass
class Page(HTMLParser):
    """An HTML page: its text, ids, links, and what the Tab key stops at, in order."""

    texts: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    _hidden: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what opens."""
        given = {key: value or "" for key, value in attrs}
        if self._hidden and tag not in _VOID:
            self._hidden += 1
        elif tag in {"style", "title"} or {"unseen", "skip"} & set(
            given.get("class", "").split()
        ):
            self._hidden = 1
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
            self.stops.append(given["href"])
        if given.get("tabindex") == "0":
            self.stops.append(given["aria-label"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Note what closes."""
        if self._hidden and tag not in _VOID:
            self._hidden -= 1
        self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        """Note what is read."""
        if not self._hidden:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that is to be read on it."""
        return "".join(self.texts)


def read_page(html: str) -> Page:
    """Read an HTML page."""
    page = Page()
    page.feed(html)
    return page


def read_markdown(text: str) -> str:
    """What a Markdown page says, without its marks."""
    text = re.sub(r"^\|[-:|]+\|$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\\(.)", r"\1", text.replace("<br>", " "))
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("\u200b", "")):
        text = text.replace(entity, sign)
    return text


def figures(text: str) -> Counter[str]:
    """The numbers in a text, as written, each as often as it stands there."""
    return Counter(found.rstrip(".,:-/") for found in _FIGURE.findall(text))


def words(text: str) -> Counter[str]:
    """The words of a text, each as often as it stands there."""
    return Counter(_WORD.findall(text))
