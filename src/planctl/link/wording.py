"""Wordings compared: the words count, not how they are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Cited, LinkedItem, LinkedPlan

_WORD = re.compile(r"\w+|[%#$€£]")
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
    return " ".join(_WORD.findall(text.casefold()))


def by_words(plan: LinkedPlan) -> dict[str, int]:
    """The position of the first item with each title, by the words of the title."""
    found: dict[str, int] = {}
    for item in plan.items:
        found.setdefault(words(item.title), item.position)
    return found


def other_words(plan: LinkedPlan) -> Iterator[OtherWords]:
    """Citations whose wording differs from the title of what they name.

    A wording may go on with the description, and may be cut short by an ellipsis.
    """
    titles: dict[str, int] | None = None
    for item in plan.items:
        for place, cited in enumerate(item.aligns_to):
            if not cited.text or not cited.title or _is_own(plan, cited):
                continue
            titles = by_words(plan) if titles is None else titles
            yield OtherWords(item, place, cited, titles.get(words(cited.text)))


def _is_own(plan: LinkedPlan, cited: Cited) -> bool:
    text, title = words(cited.text or ""), words(cited.title or "")
    if text == title:
        return True
    if (cited.text or "").rstrip().endswith(_SHORTENED):
        return title.startswith(text)
    record = plan.items[cited.item].record if cited.item is not None else None
    whole = f"{title} {words(record.description or '')}" if record else title
    return text.startswith(title) and whole.startswith(text)
