"""An abbreviation stands for the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.wording import words
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


_MOST_WORDS = 8


@rule("wording", Severity.WARNING)
def abbreviation_conflict(review: Review) -> Iterator[Finding]:
    """An abbreviation and its words do not go together everywhere.

    ## What it finds
    A text that spells an abbreviation out otherwise than the `glossary`, or than the
    place where it is spelled out first; and words of the glossary that a text
    abbreviates otherwise. A plural s at the end is no difference.
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
