"""One office has one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.owners import LONG, owners_in
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planctl.rules.rule import Review

_WORD = re.compile(r"\w+")
_OF = re.compile(r"\s(?:of|for)\s|,\s")
_SMALL = frozenset({"and", "of", "the", "for"})
_SHORTEST = 6
_LONGEST = 200
_FEWEST_WORDS = 3


@rule("people", Severity.WARNING)
def owner_spellings(review: Review) -> Iterator[Finding]:
    """One owner stands in the plan under several names.

    ## What it finds
    Two owners whose names differ only in small words, signs, an ending `s`, one letter
    of a longer word, in a word that is written short (Asst., Dir., Supt., and what the
    glossary has), or in the order of their words (Director of Literacy, Literacy
    Director). Spellings under `also:` are one owner. Where owners are declared,
    `unknown-name` tells of the names that are not.
    ## Why it matters
    One office under two names is two offices in every list: neither sees all its work.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible: Office of Teaching & Learning
      - id: T2
        title: Train the coach
        responsible: Office of Teaching and Learning
    ```
    ## Good
    ```yaml
    owners:
      - name: Office of Teaching and Learning
        also: Office of Teaching & Learning
    tasks:
      - id: T1
        title: Hire a coach
        responsible: Office of Teaching & Learning
      - id: T2
        title: Train the coach
        responsible: Office of Teaching and Learning
    ```
    """
    plan = review.plan
    glossary = {key.casefold(): words for key, words in plan.glossary.items()}
    known: dict[str, int] = {}
    same: dict[int, int] = {}
    for position, owner in enumerate(plan.owners):
        forms = tuple(_forms(owner.name, glossary))
        alike = [known[form] for form in forms if form in known]
        if alike:
            same[position] = min(alike)
        known |= {form: position for form in forms if form not in known}
    places = review.shared.places_of_owners if same else {}
    is_written = [plan.places.is_written(owner) for owner in plan.owners]
    for position, first in same.items():
        if position not in places or (any(is_written) and not is_written[position]):
            continue
        record, path, written = places[position]
        one = plan.owners[first].name
        other = places.get(first)
        yield Finding(
            record,
            path,
            f"“{written}” and “{one}” look like one owner",
            f"use one name, or declare the other under `also:` of {one}",
            related=((other[0], other[1], "the other name"),) if other else (),
            part=written,
            word=written,
        )


def _forms(name: str, glossary: Mapping[str, str]) -> Iterator[str]:
    """A name as it may be written otherwise, without small words.

    With a letter left out of each longer word; `Director of Literacy` turned round; of
    three words and more those in any order. Words are not written short.
    """
    plain = _words(name, glossary)
    whole = " ".join(plain)
    yield whole
    if len(name) > _LONGEST or owners_in(name):
        # As many forms as letters, each as long as the name.
        return
    of = _OF.search(name) if " " in name else None
    if of is not None:
        before, behind = name[: of.start()], name[of.end() :]
        turned = (*_words(behind, glossary), *_words(before, glossary))
        yield " ".join(turned)
    if len(plain) >= _FEWEST_WORDS:
        yield " ".join(("any order:", *sorted(plain)))
    begin = 0
    for word in plain:
        if len(word) >= _SHORTEST and word.isalpha():
            for at in range(begin, begin + len(word)):
                yield f"{whole[:at]}{whole[at + 1 :]}"
        begin += len(word) + 1


def _words(name: str, glossary: Mapping[str, str]) -> list[str]:
    """The words of a name in full and in one number, without small ones."""
    found: list[str] = []
    for word in _WORD.findall(name.casefold()):
        if word not in _SMALL:
            full = glossary.get(word) or LONG.get(word)
            found += _WORD.findall(full.casefold()) if full else [word]
    return [word if len(word) < _SHORTEST else word.rstrip("s") for word in found]
