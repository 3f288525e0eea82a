"""The nearest form of a target that can be read, for one that cannot."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planctl.calendar.years import MONTHS, SEASONS
from planctl.targets import amount_words, words
from planctl.targets.tokens import Kind, tokenize
from planctl.targets.words import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planctl.targets.said import UnreadError

FORMS = (
    "+5 points by 2029",
    "+5% of baseline by 2029",
    "27% by 2028-29",
    "from 22% in 2026-27 to 27% in 2028-29",
    "at least 90%",
    "at most 4 weeks",
    "5-10%",
    "2-3 fewer",
    "3 of 6",
    "within 0.9-1.1",
    "50% by 2027; 75% by 2028",
    "+3 points a year",
    "maintain at least 60%",
    "at least 60% for every group",
    "double",
    "close the gap by half",
    "increase by 2029",
    "at least 40",
    "from 30 to 40 by 2029",
    "-$5,000 by 2029",
    "-10 days by 2029",
)
"""Forms that are read on a measure without a unit, and most on any other."""

_DAY_FORMS = ("no later than June 1, 2029",)
_LONGEST = 200
_LIKENESS = 0.75
_FEW = 4
_MEANT = frozenset({"not", "never", "unless", "except", "or", "nor"})
_VOCABULARY = sorted(
    {*(name for name in (*MONTHS, *SEASONS) if len(name) > 3)}  # noqa: PLR2004 - as below
    | {
        word
        for phrases in (
            *(flat(words.VERBS), flat(words.AFTERWARDS), flat(words.BEFORE)),
            *(flat(words.BEHIND), flat(words.FACTORS), words.KEEP, words.MAJORITY),
            *(
                words.PACE,
                amount_words.POINTS,
                amount_words.PERCENTS,
                ("between", "within", "from"),
            ),
        )
        for phrase in phrases
        for word in phrase.split()
        if len(word) > 2  # noqa: PLR2004 - short words resemble everything
    }
)


def nearest_form(text: str, error: UnreadError, is_read: Callable[[str], bool]) -> str:
    """The text with the least done to it that lets it be read, else a form like it."""
    if len(text) <= _LONGEST and not error.is_unit:
        for candidate in _candidates(text, error):
            if is_read(candidate):
                return candidate
    alike = get_close_matches(text[:_LONGEST], FORMS, n=len(FORMS), cutoff=0)
    return next((form for form in (*_DAY_FORMS, *alike) if is_read(form)), alike[0])


def _candidates(text: str, error: UnreadError) -> Iterator[str]:
    before, part = text[: error.start], text[error.start : error.end]
    after = text[error.end :]
    if error.near:
        yield f"{before}{error.near}{after}"
    yield from _respelled(text, error)
    yield f"{before.rstrip()} by {part}{after}".strip()
    yield f"{before}{part.rstrip(' -')}: {after.lstrip()}"
    is_meant = bool(_MEANT & set(part.casefold().split()))
    if not is_meant and not any(sign.isdigit() for sign in part):
        yield " ".join(f"{before} {after}".split())


def _respelled(text: str, error: UnreadError) -> Iterator[str]:
    """The text with a word in or around the unread part as the language spells it."""
    tokens = [
        token
        for token in tokenize(text)
        if token.kind is Kind.WORD and token.end > error.start - _FEW
    ]
    for token in tokens[:_FEW]:
        known = token.text in words.REFUSED or token.text in _VOCABULARY
        close = get_close_matches(token.text, _VOCABULARY, n=1, cutoff=_LIKENESS)
        if close and not known:
            yield f"{text[: token.start]}{close[0]}{text[token.end :]}"
