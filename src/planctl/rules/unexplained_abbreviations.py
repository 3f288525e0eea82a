"""Abbreviations are spelled out somewhere."""

from __future__ import annotations

import re
from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.abbreviations import (
    SMALL_WORDS,
    abbreviations,
    stands_for,
    worded,
)
from planctl.evidence.gather import few
from planctl.link.wording import words
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.abbreviations import Worded
    from planctl.evidence.prose import Prose
    from planctl.link import LinkedPlan
    from planctl.rules.rule import Review


_MOST_NAMED = 6
_FEWEST_SURE = 3
_WIDTH = 80
_SMALL_BEFORE = re.compile(r"\b([a-z]\w*),? \Z")
_SMALL_BEHIND = re.compile(r",? ([a-z]\w*)")
_NEAR = 40
# What any reader knows, and numerals.
_KNOWN = frozenset(
    re.findall(
        r"\w+",
        "AM CEO COVID DVD FAQ FY GPA HR HTML ID IT NASA OK PC PDF PM PO PTA PTO SAT "
        "SMART STEM SY TV UK UN US USA YMCA YWCA II III IV VI VII VIII IX XI XII",
    )
)
# Words that people write in capitals for stress.
_STRESSED = frozenset(
    re.findall(
        r"\w+",
        "ALL AND ANY BE BOTH CAN DO EACH EVERY IN IS MORE MUST NEW NO NOT ON ONE "
        "ONLY OR OUR SHALL THE TO WE WILL",
    )
)


@rule("wording", Severity.WARNING)
def unexplained_abbreviations(review: Review) -> Iterator[Finding]:
    """Abbreviations are used and never spelled out.

    ## What it finds
    Two to six capital letters in texts and names that the `glossary` does not have and
    no text spells out, as in “Student Support Team (SST)”. One finding for the plan.
    The letters of the organization, a few that everybody knows, and words that people
    stress (ALL) are passed over. The help names all, and words that may be meant.
    ## Why it matters
    Families and new board members cannot read the plan.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: SST meetings every week
    ```
    ## Good
    ```yaml
    glossary: {SST: Student Support Team}
    tasks:
      - id: T1
        title: SST meetings every week
    ```
    """
    plan, prose = review.plan, review.shared.prose
    known = _explained(plan, prose)
    organization = (plan.info.organization or "").split()
    first: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for letters, offset in abbreviations(prose.text, prose.inner_capitals):
        if letters not in known:
            first.setdefault(letters, offset)
            counts[letters] += 1
    left = [
        letters
        for letters, _ in counts.most_common()
        if letters not in _STRESSED and not stands_for(letters, organization)
    ]
    if not left:
        return
    named = few(left, _MOST_NAMED)
    record, path = prose.place(first[left[0]])
    yield Finding(
        record,
        path,
        f"{named} {'are' if len(left) > 1 else 'is'} never spelled out",
        _help(left, _meant(plan, prose, left)),
        part=left[0],
        subject=plan.info.id,
    )


def _explained(plan: LinkedPlan, prose: Prose) -> set[str]:
    known = {letters.removesuffix("s") for letters in plan.glossary}
    known |= {one.letters for one in prose.spelled_out if one.words}
    for named in (*plan.owners, *plan.groups, *plan.sites):
        spellings = (named.name, named.id or "", *named.also)
        if not named.name.isupper():
            known |= {name.removesuffix("s") for name in spellings if len(name) > 1}
    return known | _KNOWN


def _meant(plan: LinkedPlan, prose: Prose, left: list[str]) -> dict[str, str]:
    """The words that letters may stand for: the only names with these initials.

    Two letters are too few to tell.
    """
    taken = {words(text) for text in plan.glossary.values()}
    found: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    long = frozenset(letters for letters in left if len(letters) >= _FEWEST_SURE)
    for one in worded(prose.text, prose.next_capitals, long):
        plain = words(one.words)
        if plain not in taken:
            found.setdefault(one.letters, set()).add(plain.removesuffix("s"))
            if one.letters not in names and _is_name(prose.text, one):
                names[one.letters] = one.words
    return {
        letters: names[letters]
        for letters in left
        if letters in names and len(found[letters]) == 1
    }


def _is_name(text: str, one: Worded) -> bool:
    """Whether a small word stands beside some words, unlike in a heading."""
    end = one.offset + len(one.words)
    before = _SMALL_BEFORE.search(text[max(one.offset - _NEAR, 0) : one.offset])
    behind = _SMALL_BEHIND.match(text[end : end + _NEAR])
    beside = {match[1] for match in (before, behind) if match}
    return bool(beside - SMALL_WORDS) or bool(before and before[1] == "the")


def _help(left: list[str], meant: dict[str, str]) -> str:
    """What to write: the words that may be meant, and all letters not yet named."""
    what = "what each stands for" if len(left) > 1 else "what it stands for"
    lines = [
        f"say under `glossary:` {what}; reports spell it out where it is used first",
        *(f"  {letters}: {text}?" for letters, text in meant.items()),
    ]
    others = [letters for letters in left if letters not in meant]
    if len(left) > _MOST_NAMED and others:
        which = "the others" if meant else "all"
        lines += wrap(f"{which}: {', '.join(others)}", _WIDTH)
    return "\n".join(lines)
