"""How often something happens can be read in one way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review

    Said = tuple[str, Record, Path, str]

_TWICE = {
    "week": "twice a week or every two weeks",
    "month": "twice a month or every two months",
    "annual": "twice a year or every two years",
    "year": "twice a year or every two years",
}
# Each begins with letters, or a sign, that are found fast.
_BI = tuple(
    re.compile(rf"{bi}-?(?P<what>week|month|annual|year)(?:ly)?\b")
    for bi in ("bi", "Bi")
)
_RHYTHMS = "daily|weekly|monthly|quarterly|yearly|annually"
_OTHER = re.compile(rf"/(?i:{_RHYTHMS})\b")
_FIRST = re.compile(rf"\b(?:{_RHYTHMS})\Z", re.IGNORECASE)
_LONGEST = 10


@rule("time", Severity.ADVICE)
def ambiguous_rhythm(review: Review) -> Iterator[Finding]:
    """How often something is to happen can be read in two ways.

    ## What it finds
    In English plans, “bi-weekly”, “bimonthly” and “biannual”, and two rhythms at once,
    such as “weekly/monthly”, in what the plan says and in its dates. One finding for
    each wording.
    ## Why it matters
    One reader expects eight visits in a month, another one. Nobody can say afterwards
    whether it happened as often as it should.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Bi-weekly visits to all schools}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Visits to all schools every two weeks}
    ```
    """
    if not review.plan.is_english:
        return
    found: dict[str, list[Said]] = {}
    for one in _said(review):
        found.setdefault(one[0].lower().replace("-", ""), []).append(one)
    for several in found.values():
        said, record, path, meaning = several[0]
        yield Finding(
            record,
            path,
            f"“{said}” {meaning}{more_like_it(several)}",
            "say how often it is: twice a week, every two weeks, once a month",
            related=tuple((*other[1:3], "and here") for other in several[1:3]),
            part=said,
            word=said,
        )


def _said(review: Review) -> Iterator[Said]:
    """Each wording with two readings: what is said, where, and what it leaves open."""
    prose = review.shared.prose
    for start, end, meaning in sorted(_found(prose.text)):
        yield prose.text[start:end], *prose.place(start), meaning
    for item, field, timing in review.shared.times:
        if timing.recurs:
            for start, end, meaning in _found(timing.text):
                yield timing.text[start:end], item.record, (field,), meaning


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text has such wordings, and what they leave open."""
    for pattern in _BI:
        for match in pattern.finditer(text):
            if not text[max(match.start() - 1, 0) : match.start()].isalnum():
                yield *match.span(), f"is {_TWICE[match['what']]}"
    for match in _OTHER.finditer(text):
        first = _FIRST.search(text[max(match.start() - _LONGEST, 0) : match.start()])
        if first is not None:
            start = match.start() - len(first[0])
            yield start, match.end(), "leaves open which of the two it is"
