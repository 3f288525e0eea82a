"""Abbreviations in a text, and the words that they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_CAPITALS = re.compile(r"[A-Z]+")
# Part of an address, a path, a longer word, a formula (=SUM); or of words in
# capitals, which is stress.
_NOT_BEFORE = re.compile(r"[\w.@=\u2019'-]\Z|[A-Z]{2} \Z")
_NOT_BEHIND = re.compile(r"(?!s?(?![\w@\u2019']|-[a-z]| [A-Z]{3}))")
_LONGEST = 6
_BRACKETS = re.compile(
    # The sign comes first in the pattern: a search for one character is fast.
    rf"\((?<= \()(?:(?P<letters>[A-Z]{{2,{_LONGEST}}})s?"
    r"|(?:(?<=[A-Z] \()|(?<=[A-Z]s \())(?P<words>[^()\n]{2,80}))\)"
)
_LETTERS_BEFORE = re.compile(rf"(?<!\w)([A-Z]{{2,{_LONGEST}}})s?\Z")
_NUMERAL = re.compile(r"[IVX]+")
_WORD = re.compile(r"[\w\u2019']+")
SMALL_WORDS = frozenset({"a", "and", "at", "by", "for", "in", "of", "on", "the", "to"})
"""Words that stand small in a name, and need no letter in its abbreviation."""
# Capitalised words side by side, with small ones between them.
_LARGE = r"[A-Z][a-z\u2019'][\w\u2019']*"
_BETWEEN = rf"[ -](?:(?:&|{'|'.join(sorted(SMALL_WORDS))}) ){{0,2}}"
_FIRST = re.compile(rf"(?<!\w){_LARGE}(?:-{_LARGE})*{_BETWEEN}\Z")
_CAPITALISED = re.compile(f"{_LARGE}(?:{_BETWEEN}{_LARGE})+")
_MOST_WORDS = 9
_MOST_BEFORE = 120


class Spelled(NamedTuple):
    """An abbreviation in brackets or before them: letters, words, and where.

    `words` is empty where no words there begin with the letters; `before` is what
    stands in front of the letters on their line.
    """

    letters: str
    words: str
    offset: int
    before: str


class Worded(NamedTuple):
    """Capitalised words side by side whose initials are some letters, and where."""

    letters: str
    words: str
    offset: int


def abbreviations(text: str, capitals: Iterable[int]) -> Iterator[tuple[str, int]]:
    """What looks like an abbreviation in a text, without a plural s, and where.

    `capitals` are the places of capitals that stand behind a letter.
    """
    end = 0
    for capital in capitals:
        start = capital - 1
        if start < end or not "A" <= text[start] <= "Z":
            continue
        match = _CAPITALS.match(text, start)
        end = match.end() if match else capital
        if (
            end - start <= _LONGEST
            and not _NOT_BEFORE.search(text[max(start - 3, 0) : start])
            and not _NOT_BEHIND.match(text, end)
        ):
            yield text[start:end], start


def spelled_out(text: str) -> Iterator[Spelled]:
    """Where a text may spell an abbreviation out: `Support Team (ST)`, either way.

    The words are the fewest before the bracket whose initials give the letters in
    order; or all in the bracket behind the letters.
    """
    for match in _BRACKETS.finditer(text):
        letters, end = match["letters"], match.start() - 1
        if letters and _NUMERAL.fullmatch(letters):
            continue
        line = text.rfind("\n", 0, end) + 1
        before = text[max(line, end - _MOST_BEFORE) : end]
        if letters:
            words = _words_for(letters, before)
            yield Spelled(letters, words, match.start("letters"), before)
            continue
        outside = _LETTERS_BEFORE.search(before, max(len(before) - _LONGEST - 1, 0))
        if outside and stands_for(outside[1], _WORD.findall(match["words"])):
            yield Spelled(outside[1], match["words"], match.start("words"), before)


def stands_for(letters: str, words: Sequence[str]) -> bool:
    """Whether the initials of some words give the letters, in order, from the first."""
    initials = iter([word[0].upper() for word in words])
    return next(initials, "") == letters[0] and all(
        letter in initials for letter in letters[1:]
    )


def worded(
    text: str, capitals: Iterable[int], letters: Collection[str]
) -> Iterator[Worded]:
    """Where capitalised words stand in a text whose initials are one of some letters.

    Small words between them count with their initial or not at all. `capitals` are the
    places of capitals behind a space, of which each such run has one at least.
    """
    end, known = 0, set().union(*letters)
    for place in capitals if letters else ():
        if text[place] not in known:
            continue
        near = max(place - _MOST_BEFORE, end)
        near = max(text.rfind("\n", near, place) + 1, near)
        before = text[near:place]
        # Most words before a capital are small, which costs less to see.
        word = before[:-1].rpartition(" ")[2]
        if word.islower() and word not in SMALL_WORDS:
            continue
        first = _FIRST.search(before)
        run = _CAPITALISED.match(text, near + first.start()) if first else None
        if run is None:
            continue
        end = run.end()
        every = list(_WORD.finditer(text, *run.span()))
        capital = [word for word in every if word[0][0].isupper()]
        yield from _with_initials(text, capital, letters)
        if len(capital) < len(every):
            yield from _with_initials(text, every, letters)


def _with_initials(
    text: str, words: list[re.Match[str]], letters: Collection[str]
) -> Iterator[Worded]:
    """The words side by side, among some, whose initials are one of some letters."""
    initials = "".join([word[0][0].upper() for word in words])
    for first, word in enumerate(words):
        for behind in range(first + 2, min(first + _MOST_WORDS, len(words)) + 1):
            last = words[behind - 1]
            is_whole = (word[0][0] + last[0][0]).isupper()
            if is_whole and initials[first:behind] in letters:
                start = word.start()
                yield Worded(initials[first:behind], text[start : last.end()], start)


def _words_for(letters: str, before: str) -> str:
    found = list(_WORD.finditer(before))[-_MOST_WORDS:]
    for first in reversed(range(len(found))):
        if stands_for(letters, [word[0] for word in found[first:]]):
            return before[found[first].start() :].strip()
    return ""
