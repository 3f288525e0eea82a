"""How often something comes back: `monthly`, `every month`, `2nd Tuesday of ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar.tokens import FILLERS, NUMBERS, ORDINALS, UNITS

if TYPE_CHECKING:
    from planctl.calendar.tokens import Tokens

_OFTEN = frozenset(
    [
        *("daily", "weekly", "biweekly", "monthly", "bimonthly", "quarterly"),
        *("annually", "annual", "yearly", "recurring", "biannually", "biannual"),
        *("semiannually", "semiannual", "biennially", "biennial", "termly"),
        *("yearround", "yearlong"),
    ]
)
_WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)
_PERIODS = ("marking", "grading", "reporting")
_ALL_YEAR = (
    ("throughout", "the", "year"),
    ("throughout", "the", "school", "year"),
    ("throughout", "the", "academic", "year"),
    ("all", "year", "long"),
    ("all", "school", "year"),
    ("all", "year"),
)


def read_rhythm(tokens: Tokens) -> str:
    """Pass over a rhythm and give it as printed; empty where none begins here."""
    begin = tokens.at
    if tokens.word() in _OFTEN:
        tokens.at += 1
    elif not (
        _all_year(tokens)
        or _every(tokens)
        or _every_period(tokens)
        or _so_often(tokens)
        or _weekdays(tokens)
    ):
        return ""
    return tokens.printed(begin)


def _all_year(tokens: Tokens) -> bool:
    """`throughout the school year`; which one, where a year follows, is a point."""
    for phrase in _ALL_YEAR:
        said = tuple(tokens.word(place) for place in range(len(phrase)))
        if said == phrase and tokens.kind(len(phrase)) not in {"year", "years"}:
            tokens.at += len(phrase)
            return True
    return False


def _every(tokens: Tokens) -> bool:
    """`every month`, `first of every month`, `2nd and 4th Tuesday of each month`."""
    begin = tokens.at
    while tokens.kind() == "ordinal" or tokens.word() in {*ORDINALS, "last"}:
        tokens.at += 1
        if tokens.text() in {"and", "&"}:
            tokens.at += 1
    while _is_of_rhythm(tokens, begin):
        tokens.at += 1
    while tokens.at > begin and tokens.all[tokens.at - 1].text in FILLERS:
        tokens.at -= 1
    words = [token.text for token in tokens.all[begin : tokens.at]]
    ends_well = bool(words) and words[-1].rstrip("s") in UNITS | _WEEKDAYS
    comes_back = {"every", "each"} & set(words) or {"of", "month"} <= set(words)
    if not (ends_well and comes_back):
        tokens.at = begin
        return False
    return True


def _every_period(tokens: Tokens) -> bool:
    """`each marking period`, `per semester`."""
    is_each = tokens.word() in {"each", "every", "per"}
    if is_each and tokens.word(1) in _PERIODS and tokens.word(2) == "period":
        tokens.at += 3
        return True
    if tokens.word() == "per" and tokens.word(1) in UNITS:
        tokens.at += 2
        return True
    return False


def _weekdays(tokens: Tokens) -> bool:
    """`Tuesdays`, `Tuesdays and Thursdays`."""
    begin = tokens.at
    while tokens.word()[-1:] == "s" and tokens.word()[:-1] in _WEEKDAYS:
        tokens.at += 1
        is_more = tokens.text() in {"and", "&", "/", ","}
        tokens.at += is_more and tokens.word(1)[:-1] in _WEEKDAYS
    return tokens.at > begin


def _so_often(tokens: Tokens) -> bool:
    """`twice a year`, `3 times per year`, `3x/year`."""
    begin = tokens.at
    if tokens.word() in {"once", "twice"}:
        tokens.at += 1
    elif tokens.number() and tokens.word(1) in {"times", "x"}:
        tokens.at += 2
        tokens.pass_one("/")
    else:
        return False
    while _is_of_rhythm(tokens, begin):
        tokens.at += 1
    return True


def _is_of_rhythm(tokens: Tokens, begin: int) -> bool:
    word = tokens.word()
    before = tokens.all[tokens.at - 1] if tokens.at > begin else None
    is_number = tokens.kind() in {"number", "decimal"} or word in NUMBERS
    if is_number:
        return before is not None and before.text in {"every", "each", "-", "to"}
    if tokens.text() in {"-", "to"}:
        is_counted = before is not None and before.kind in {"number", "decimal"}
        return is_counted and tokens.kind(1) in {"number", "decimal"}
    return word.rstrip("s") in UNITS | _WEEKDAYS or word in FILLERS | {
        "each",
        "every",
        "other",
        "a",
        "per",
    }
