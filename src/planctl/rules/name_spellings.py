"""A name is spelled in one way."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.prose import Prose
    from planctl.rules.rule import Review


# A capital inside a word (PowerSchool), or behind one letter and a hyphen (i-Ready).
_INNER_CAPITAL = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=\b[a-z]-.))")
_NAME = re.compile(r"(?:\b[a-z]-)?[A-Za-z]+")
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
    prose = review.prose
    for parts in islice(_names(prose.text), _MOST_NAMES):
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


def _names(text: str) -> Iterator[tuple[str, ...]]:
    """The parts, in small letters, of each name with a capital inside, once."""
    seen: set[str] = set()
    for match in _INNER_CAPITAL.finditer(text):
        start = match.start()
        while start > 0 and (text[start - 1].isalpha() or text[start - 1] == "-"):
            start -= 1
            if match.start() - start > _LONGEST:
                break
        name = _NAME.match(text, start)
        key = name[0].replace("-", "").lower() if name else ""
        if len(key) >= _FEWEST_LETTERS and key not in seen and name:
            seen.add(key)
            yield tuple(part.lower() for part in _PART.findall(name[0]))


def _spellings(prose: Prose, parts: tuple[str, ...]) -> dict[str, list[int]]:
    """Where each spelling of a name stands."""
    found: dict[str, list[int]] = {}
    small = prose.small
    for mark in ("", "-", " "):
        form = mark.join(parts)
        at = small.find(form)
        while at >= 0:
            end = at + len(form)
            written = prose.text[at:end]
            if _stands_alone(small, at, end) and _is_name(written, mark):
                _, path = prose.place(at)
                if path[0] != "also":
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
    return bool(_INNER_CAPITAL.search(name))


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _MORE_BEFORE.search(text[max(start - 1, 0) : start]) and not (
        _MORE_BEHIND.match(text, end)
    )


def _is_name(written: str, mark: str) -> bool:
    """Whether a spelling is a name, and not words or words in capitals."""
    if mark == " ":
        return all(part[:1].isupper() for part in written.split())
    return bool(mark) or not written.isupper()
