"""Wordings compared: the words count, not how they are set."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import Cited, LinkedItem, LinkedPlan

_KEPT = "%#$"
# In UTF-8 no byte of another letter is one of these, and bytes are fast to go through.
_MARKS = "".join(sorted(set(string.punctuation) - set(_KEPT)))
_TO_SPACES = bytes.maketrans(_MARKS.encode(), b" " * len(_MARKS))
_OTHER_MARKS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"
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
    return " ".join(_without_marks(text).split())


def words_of_titles(plan: LinkedPlan) -> list[str]:
    """The words of each item's title, all in one go."""
    joined = "\0".join([item.title for item in plan.items])
    texts = _without_marks(joined).split("\0")
    return [" ".join(text.split()) for text in texts]


def _without_marks(text: str) -> str:
    """A text in small letters, a space for each mark."""
    raw = text.casefold().encode("utf-8", "surrogatepass").translate(_TO_SPACES)
    plain = raw.decode("utf-8", "surrogatepass")
    if not plain.isascii():
        for mark in _OTHER_MARKS:
            plain = plain.replace(mark, " ")
    return plain


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
