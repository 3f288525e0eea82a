"""Abbreviations written out where a report uses them first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Expander:
    """Writes each abbreviation of a glossary out once, in reading order.

    `SST` becomes `SST (Student Support Team)` where it is used first; a text that
    holds the words already is left as it is, and counts.
    """

    def __init__(self, glossary: Mapping[str, str]) -> None:
        self._waiting = {word: text for word, text in glossary.items() if word and text}
        # Not inside a longer word, an address or a path.
        words = "|".join(
            re.escape(word) for word in sorted(self._waiting, key=len, reverse=True)
        )
        self._pattern = re.compile(rf"(?<![\w/.@-])(?:{words})(?![\w/@-])")

    def __call__(self, text: str) -> str:
        """The text with what it uses first written out."""
        if not self._waiting:
            return text
        return self._pattern.sub(lambda match: self._word(match.group(), text), text)

    def _word(self, word: str, text: str) -> str:
        meaning = self._waiting.pop(word, "")
        if not meaning or meaning.lower() in text.lower():
            return word
        return f"{word} ({meaning})"


def as_it_is(text: str) -> str:
    """The text without anything written out."""
    return text
