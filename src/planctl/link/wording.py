"""Wordings compared: the words count, not how they are set."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Cited, LinkedItem, LinkedPlan

_KEPT = "%#$"
_SIGNS = string.punctuation + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"
# An expression: `translate` looks every letter up where one is not ASCII.
_MARKS = re.compile(f"[{re.escape(_SIGNS)}](?<![{_KEPT}])")
_SHORTENED = ("…", "...")


class OtherWords(NamedTuple):
    """A citation whose wording is not that of what it names.

    `place` is its place among the citations of `item`; `words_of` is the position of
    an item whose title the wording is, none where it is nobody's.
    """

    item: LinkedItem
    place: int
    cited: Cited
    words_of: int | None

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where the wording stands in the item."""
        return ("aligns_to", self.place, "text")


def words(text: str) -> str:
    """The words of a text in small letters, one space between them."""
    return " ".join(_MARKS.sub(" ", text.casefold()).split())


def words_of_titles(plan: LinkedPlan) -> list[str]:
    """The words of each item's title, all in one go."""
    joined = "\0".join([item.record.title for item in plan.items])
    texts = _MARKS.sub(" ", joined.casefold()).split("\0")
    return [" ".join(text.split()) for text in texts]


def other_words(plan: LinkedPlan, of_titles: list[str]) -> Iterator[OtherWords]:
    """Citations whose wording differs from the title of what they name.

    A wording may go on with the description, and may be cut short by an ellipsis.
    `of_titles` are the words of each item's title.
    """
    titles: dict[str, int] | None = None
    for item in plan.items:
        for place, cited in enumerate(item.aligns_to):
            if not cited.text or not cited.title or _is_own(plan, cited):
                continue
            if titles is None:
                places = reversed(range(len(of_titles)))
                titles = {of_titles[position]: position for position in places}
            yield OtherWords(item, place, cited, titles.get(words(cited.text)))


def _is_own(plan: LinkedPlan, cited: Cited) -> bool:
    if cited.text == cited.title:
        return True
    text, title = words(cited.text or ""), words(cited.title or "")
    if text == title:
        return True
    if (cited.text or "").rstrip().endswith(_SHORTENED):
        return title.startswith(text)
    record = plan.items[cited.item].record if cited.item is not None else None
    whole = f"{title} {words(record.description or '')}" if record else title
    return text.startswith(title) and whole.startswith(text)
