"""The nearest known word to an unknown one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 0.6
_LIKENESS_OF_IDS = 0.5
_FEW = 3
# Comparing takes time with the product of the lengths.
_LONGEST = 80
# Dates as Excel shows them: `2-Jan`, `Jan-32`, `1/2/2003`.
_DATE = re.compile(r"\d\d?-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d\d|\d\d?/\d\d?/\d{4}")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_ID_LIKE_A_DATE = re.compile(r"\d+[-./]\d+(?:[-./]\d+)?", re.ASCII)
_CENTURY = 100
_NUMBER = re.compile(r"\d+\.\d+", re.ASCII)


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


def shown_as_date(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known ids of which a spreadsheet makes this date, as `2-Jan` of `1-2`."""
    if not _DATE.fullmatch(word):
        return ()
    parts = _parts(word)
    return tuple(
        one for one in known if _ID_LIKE_A_DATE.fullmatch(one) and _parts(one) == parts
    )


def before_shortening(word: str, file: str) -> str:
    """The id of which a spreadsheet makes a number in a table, as `1.1` of `1.10`."""
    is_table = file.lower().endswith(".csv")
    return f"{word}0" if is_table and _NUMBER.fullmatch(word) else ""


def _parts(word: str) -> list[int]:
    """The numbers in a date or an id, years without their century, in their order."""
    found = re.findall(r"\d+|[A-Z][a-z]+", word)
    return sorted(
        _MONTHS.index(one) + 1 if one in _MONTHS else int(one) % _CENTURY
        for one in found
        if one in _MONTHS or one.isdigit()
    )
