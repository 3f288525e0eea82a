"""An abbreviation stands for the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.abbreviations import SMALL_WORDS, worded
from planctl.link.wording import words
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.abbreviations import Worded
    from planctl.link import LinkedPlan
    from planctl.rules.rule import Review


_MOST_WORDS = 8
_FEWEST_WORDS = 3
_ALIKE = 3


@rule("wording", Severity.WARNING)
def abbreviation_conflict(review: Review) -> Iterator[Finding]:
    """An abbreviation and its words do not go together everywhere.

    ## What it finds
    A text that spells an abbreviation out otherwise than the `glossary`, or than the
    place where it is spelled out first; words of the glossary that a text abbreviates
    otherwise; and, without the letters, three capitalised words or more that differ
    from those of the glossary in one word that begins alike, as in Learning and
    Leadership. A plural s is no difference, and names of owners, student groups and
    sites are passed over.
    ## Why it matters
    A reader looks for two things where there is one.
    ## Bad
    ```yaml
    glossary: {SST: Student Support Team}
    tasks:
      - id: T1
        title: Meetings of the School Support Team (SST)
    ```
    ## Good
    ```yaml
    glossary: {SST: Student Support Team}
    tasks:
      - id: T1
        title: Meetings of the Student Support Team (SST)
    ```
    """
    known = {
        letters.removesuffix("s"): (text, "in the glossary")
        for letters, text in review.plan.glossary.items()
    }
    by_words = {_plain(text): letters for letters, (text, _) in known.items()}
    told: set[tuple[str, str]] = set()
    for one in review.shared.prose.spelled_out:
        other = _other_letters(one.before, by_words)
        message = ""
        if one.letters in known:
            text, where = known[one.letters]
            if one.words and not _same(one.words, text):
                message = f"{one.letters} is “{one.words}” here and “{text}” {where}"
        elif other:
            message = f"{one.letters} is {other} in the glossary"
        elif one.words:
            known[one.letters] = one.words, "elsewhere"
        if message and (one.letters, _plain(one.words)) not in told:
            told.add((one.letters, _plain(one.words)))
            record, path = review.shared.prose.place(one.offset)
            yield Finding(
                record,
                path,
                message,
                "use one everywhere",
                part=one.letters if other else one.words,
                word=one.letters,
            )
    yield from _without_letters(review)


def _without_letters(review: Review) -> Iterator[Finding]:
    """Capitalised words that are nearly those of the glossary, without its letters."""
    plan, prose = review.plan, review.shared.prose
    terms: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    initials: set[str] = set()
    for letters, text in plan.glossary.items():
        of_term = _large(text)
        if len(of_term) < _FEWEST_WORDS:
            continue
        initials.add("".join([word[0] for word in of_term]).upper())
        for nearly in _nearly(of_term):
            terms.setdefault(nearly, (letters, of_term))
    if not terms:
        return
    names = ""
    told: set[tuple[str, ...]] = set()
    for one in worded(prose.text, prose.next_capitals, initials):
        found = _large(one.words)
        near = (terms[nearly] for nearly in _nearly(found) if nearly in terms)
        letters, of_term = next(near, ("", found))
        if of_term == found or tuple(found) in told:
            continue
        names = names or _names(plan)
        if words(one.words) in names:
            continue
        if _has_letters(prose.text, one):
            continue
        told.add(tuple(found))
        record, path = prose.place(one.offset)
        yield Finding(
            record,
            path,
            f"“{one.words}” here and “{plan.glossary[letters]}” ({letters}) in the "
            "glossary",
            "use one everywhere, or name the other in the glossary, too",
            part=one.words,
            word=letters,
        )


def _large(text: str) -> list[str]:
    """The words of a name without its small ones, and without a plural s."""
    large = [word for word in words(text).split() if word not in SMALL_WORDS]
    return [word.removesuffix("s") for word in large if word != "s"]


def _nearly(name: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of a long name, each time with another one shortened."""
    for place, word in enumerate(name if len(name) >= _FEWEST_WORDS else ()):
        yield (*name[:place], f"{word[:_ALIKE]}-", *name[place + 1 :])


def _has_letters(text: str, one: Worded) -> bool:
    """Whether letters in brackets stand behind some words, or before them."""
    behind = one.offset + len(one.words)
    return text.startswith(" (", behind) or text[max(one.offset - 1, 0)] == "("


def _names(plan: LinkedPlan) -> str:
    """The words of all declared names, and of the glossary."""
    names = list(plan.glossary.values())
    for named in (*plan.owners, *plan.groups, *plan.sites):
        names += (named.name, *named.also)
    return "\0".join(map(words, names))


def _plain(text: str) -> str:
    return words(text).removesuffix("s")


def _same(one: str, other: str) -> bool:
    """Whether one wording is the other, or the end of it."""
    one, other = _plain(one), _plain(other)
    return one.endswith(other) or other.endswith(one)


def _other_letters(before: str, by_words: dict[str, str]) -> str:
    """The letters that the glossary has for the words at the end of a text."""
    last = _plain(before).split()[-_MOST_WORDS:]
    for first in range(len(last)):
        found = by_words.get(" ".join(last[first:]))
        if found:
            return found
    return ""
