"""The nearest known word to an unknown one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 0.6
_LIKENESS_OF_IDS = 0.5
_FEW = 3
# Comparing takes time with the product of the lengths.
_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, case aside; empty where none is near."""
    if len(word) > _LONGEST:
        return ""
    by_lower = {name.lower(): name for name in known if len(name) <= _LONGEST}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=_LIKENESS)
    return by_lower[close[0]] if close else ""


def nearest_few(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known ids or names most like this one, case aside, nearest first."""
    if len(word) > _LONGEST:
        return ()
    names = {name.lower(): name for name in known if len(name) <= _LONGEST}
    close = get_close_matches(word.lower(), names, n=_FEW, cutoff=_LIKENESS_OF_IDS)
    return tuple(names[lower] for lower in close)
