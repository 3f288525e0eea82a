"""A name is spelled in one way."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.prose import Prose
    from planctl.rules.rule import Review


# Before a capital inside a word (PowerSchool), or behind one letter and a hyphen.
_BEGINNING = re.compile(r"(?<![A-Za-z-])(?:[a-z]-|[A-Za-z]*[a-z])\Z")
_INNER = re.compile(r"[a-z]-?[A-Z]")
_LETTERS = re.compile(r"[A-Za-z]+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MORE_BEFORE = re.compile(r"[\w@/.-]\Z")
_MORE_BEHIND = re.compile(r"[\w@/-]|\.\w")
_LONGEST = 40
_MOST_NAMES = 200
_FEWEST_LETTERS = 4


@rule("wording", Severity.ADVICE)
def name_spellings(review: Review) -> Iterator[Finding]:
    """A name is spelled in several ways.

    ## What it finds
    Names with a capital inside, such as PowerSchool or i-Ready, that also stand with a
    space, a hyphen or other capitals: Power School, iReady. Other spellings of
    owners, student groups and sites that stand under `also` are meant to differ.
    ## Why it matters
    Who searches the plan for a programme finds half of what is planned.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Training on PowerSchool}
      - {id: T2, title: Reports from Power School}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Training on PowerSchool}
      - {id: T2, title: Reports from PowerSchool}
    ```
    """
    prose = review.shared.prose
    for parts in islice(_names(prose), _MOST_NAMES):
        places = _spellings(prose, parts)
        if len(places) < 2:  # noqa: PLR2004 - one spelling is as it should be
            continue
        by_use = sorted(places, key=lambda name: (len(places[name]), _is_inner(name)))
        rare, usual = by_use[0], by_use[-1]
        record, path = prose.place(places[rare][0])
        yield Finding(
            record,
            path,
            f"one name is spelled in {len(places)} ways: {', '.join(places)}",
            f"write {usual} everywhere, or put other spellings under `also`",
            related=((*prose.place(places[usual][0]), f"{usual} is here"),),
            part=rare,
            word=usual,
        )


def _names(prose: Prose) -> Iterator[tuple[str, ...]]:
    """The parts, in small letters, of each name with a capital inside, once."""
    text = prose.text
    seen: set[str] = set()
    for capital in prose.inner_capitals:
        if "A" <= text[capital - 1] <= "Z":
            continue
        before = _BEGINNING.search(text[max(capital - _LONGEST, 0) : capital])
        behind = _LETTERS.match(text, capital)
        if before and behind:
            name = before[0] + behind[0]
            key = name.replace("-", "").lower()
            if len(key) >= _FEWEST_LETTERS and key not in seen:
                seen.add(key)
                yield tuple(part.lower() for part in _PART.findall(name))


def _spellings(prose: Prose, parts: tuple[str, ...]) -> dict[str, list[int]]:
    """Where each spelling of a name stands."""
    found: dict[str, list[int]] = {}
    small = prose.small
    for mark in ("", "-" if any(len(part) == 1 for part in parts) else " "):
        form = mark.join(parts)
        at = small.find(form)
        while at >= 0:
            end = at + len(form)
            written = prose.text[at:end]
            if (
                _stands_alone(small, at, end)
                and _is_name(written, mark)
                and prose.place(at)[1][0] != "also"
            ):
                # Where a sentence begins, a first capital is no other spelling.
                key = written[0].lower() + written[1:]
                found.setdefault(key, []).append(at)
            at = small.find(form, end)
    return {
        prose.text[offsets[0] : offsets[0] + len(written)]: offsets
        for written, offsets in found.items()
    }


def _is_inner(name: str) -> bool:
    """Whether a name has a capital inside."""
    return bool(_INNER.search(name))


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _MORE_BEFORE.search(text[max(start - 1, 0) : start]) and not (
        _MORE_BEHIND.match(text, end)
    )


def _is_name(written: str, mark: str) -> bool:
    """Whether a spelling is a name, and not words or words in capitals."""
    if mark == " ":
        return all(part[:1].isupper() for part in written.split())
    return bool(mark) or not written.isupper()
