"""A number is counted, and a share is in percent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.evidence.prose import Prose
    from planctl.model.measure import Measure
    from planctl.rules.rule import Review

_NUMBER_OF = ("umber of ", "# of ")
# What a number rises to, and not by; nor a part of what is counted.
_TO_PERCENT = re.compile(
    r"[^.;:]{2,120}?\b(?P<to>to (?:at (?:least|most) |above |below |over |under )?"
    r"\d{1,3}(?:\.\d+)? ?%)"
    r"(?= ?(?:[.,;)(\n]|\Z|(?:by|in|within|annually|each|every|or)\b))",
    re.ASCII,
)
_NUMBER = re.compile(r"(?:total )?(?:number|#) of\b", re.IGNORECASE)
_SHARE = re.compile(r"(?:percent(?:age)?|%|share|proportion) of\b", re.IGNORECASE)
_BOTH = re.compile(r"percent|%|\bshare|\bproportion|\brate\b", re.IGNORECASE)
_COUNTED = "count"


@rule("measures", Severity.WARNING)
def number_in_percent(review: Review) -> Iterator[Finding]:
    """A number is to rise to a percentage, or a share is counted.

    ## What it finds
    In English plans, “the number of ... to 80%” in titles, descriptions and success
    criteria, one finding with the count; a measure whose title begins with “Number of”
    and whose unit is percent, or with “Percentage of” and whose unit is a count. A
    number may rise by a percentage.
    ## Why it matters
    Where more children come, their number rises and their share may fall. Nobody can
    say which of the two was promised.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Raise the number of children who read to 80%
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Raise the share of children who read to 80%
    ```
    """
    plan = review.plan
    if not plan.is_english:
        return
    prose = review.shared.prose
    yield from _in_words(prose)
    for position in review.shared.own_measures:
        measure = plan.measures[position]
        said = _otherwise(measure)
        if said:
            yield Finding(
                measure,
                ("title",),
                f"the title of {measure.id} says “{said}”, and its unit is "
                f"{measure.unit}",
                "correct the title or the unit",
                part=said,
                related=((measure, ("unit",), "its unit"),),
            )


def _in_words(prose: Prose) -> Iterator[Finding]:
    found = list(_found(prose.text))
    if not found:
        return
    start, match = found[0]
    percent = match["to"].partition(" ")[2]
    yield Finding(
        *prose.place(start),
        f"a number is to be {percent}, as only a share can be{more_like_it(found)}",
        "write “the share of” where a share is meant; else the number to be reached",
        related=tuple((*prose.place(one), "and here") for one, _ in found[1:3]),
        part=prose.text[start : match.end()],
        word=percent,
    )


def _found(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a number is named in a line before a percentage that it is to be."""
    line = 0
    at = text.find("%")
    while at >= 0:
        line = max(line, text.rfind("\n", line, at) + 1)
        for of in _NUMBER_OF:
            place = text.find(of, line, at)
            match = _TO_PERCENT.match(text, place + len(of)) if place >= 0 else None
            if match is not None:
                yield max(place - (of[0] == "u"), line), match
                break
        line = text.find("\n", at)
        at = text.find("%", line) if line >= 0 else -1


def _otherwise(measure: Measure) -> str:
    """What a title says of a measure that its unit does not; empty where it agrees."""
    if measure.unit == "percent":
        match = _NUMBER.match(measure.title)
        return match[0] if match and not _BOTH.search(measure.title) else ""
    match = _SHARE.match(measure.title) if measure.unit == _COUNTED else None
    return match[0] if match else ""
