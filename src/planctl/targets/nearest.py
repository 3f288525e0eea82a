"""The nearest form of a target that can be read, for one that cannot."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planctl.calendar.years import MONTHS, SEASONS
from planctl.targets import amount_words, telling, words
from planctl.targets.tokens import Kind, tokenize
from planctl.targets.words import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planctl.targets.said import UnreadError

_LONGEST = 200
_LIKENESS, _NEARLY = 0.75, 0.85
_FEW = 4
_JOINTS = frozenset(
    {*("the", "a", "an", "by", "of", "in", "on", "at", "to", "from", "as", "within")}
    | {"between", "and"}
)
"""Words that `by` cannot stand behind."""
_NUMBER_WORDS = frozenset({*amount_words.NUMBERS, *amount_words.PARTS})
_TOLD = telling.NEGATIONS | telling.ALTERNATIVES | telling.COMPARISONS | telling.ROUGH
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
    """The text with the least done to it that lets it be read; empty where none does.

    It has the numbers of the text, all of them and no others.
    """
    if len(text) > _LONGEST or error.is_unit:
        return ""
    numbers = _numbers(text)
    return next(
        (
            candidate
            for candidate in _candidates(text, error)
            if _numbers(candidate) == numbers and is_read(candidate)
        ),
        "",
    )


def _numbers(text: str) -> list[str]:
    """The numbers of a text, in digits or words."""
    return sorted(
        token.text.replace(",", "")
        for token in tokenize(text)
        if token.kind in {Kind.NUMBER, Kind.PART, Kind.ORDINAL}
        or token.text in _NUMBER_WORDS
    )


def _candidates(text: str, error: UnreadError) -> Iterator[str]:
    before, part = text[: error.start], text[error.start : error.end]
    after = text[error.end :]
    if error.near:
        yield f"{before}{error.near}{after}"
    yield from _respelled(text, error)
    if before.split()[-1:] and before.split()[-1].casefold() not in _JOINTS:
        yield f"{before.rstrip()} by {part}{after}".strip()
    ends_open = part.split()[-1:] and part.split()[-1].casefold() in _JOINTS
    if after.lstrip()[:1].isdigit() and not ends_open:
        yield f"{before}{part.rstrip(' -')}: {after.lstrip()}"
    if part.casefold() in telling.ROUGH or not any(sign.isalnum() for sign in part):
        yield " ".join(f"{before.rstrip(' -')} {after}".split())


def _respelled(text: str, error: UnreadError) -> Iterator[str]:
    """The text with a word in or around the unread part as the language spells it."""
    tokens = [
        token
        for token in tokenize(text)
        if token.kind is Kind.WORD and token.end > error.start - _FEW
    ]
    for token in tokens[:_FEW]:
        known = token.text in _TOLD or token.text in _VOCABULARY
        cutoff = _LIKENESS if _numbers(text) else _NEARLY
        close = get_close_matches(token.text, _VOCABULARY, n=1, cutoff=cutoff)
        if close and not known:
            yield f"{text[: token.start]}{close[0]}{text[token.end :]}"
