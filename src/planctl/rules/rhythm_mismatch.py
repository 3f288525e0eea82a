"""How often something happens is said once, or said alike."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing
    from planctl.rules.rule import Review

# How many days lie between two times of each rhythm, at least and at most.
_DAYS = {"week": (1, 10), "month": (20, 45), "quarter": (60, 120), "year": (300, 400)}
_RHYTHM = re.compile(
    r"\b(?P<ly>week|month|quarter|year)ly\b"
    r"|\b(?:each|every|per|once a) (?P<each>week|month|quarter|year)\b"
    r"|\b(?P<year>annual)(?:ly)?\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:every (?:other|second|two|three)|bi-?|semi-?|twice|times)\b", re.IGNORECASE
)
_FEWEST = 3


@rule("time", Severity.WARNING)
def rhythm_mismatch(review: Review) -> Iterator[Finding]:
    """How often something is said to happen does not fit its dates.

    ## What it finds
    A rhythm in a title or a `due` (weekly, monthly, quarterly, yearly) beside three
    dates or more that are further apart or closer, or beside another rhythm. Titles
    are read in English plans only.
    ## Why it matters
    One reader expects it every month, another every second one.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Monthly talk about the budget
        due: Oct 2024, Dec 2024, Feb 2025
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Monthly talk about the budget
        due: Oct 2024, Nov 2024, Dec 2024
    ```
    """
    plan = review.plan
    is_english = plan.is_english
    for item in plan.items:
        timing = item.due or item.period
        if timing is None or not (timing.recurs or len(timing.windows) >= _FEWEST):
            continue
        said = _rhythm(timing.recurs or "")
        titled = _rhythm(item.title) if is_english else ""
        if said and titled and said != titled:
            seen = timing.text
        elif _contradicts(timing, said or titled):
            seen = f"its dates differ: {timing.text}"
        else:
            continue
        where = " by its title" if titled else ""
        yield Finding(
            item.record,
            ("due",) if item.due else ("period",),
            f"{plan.name(item)} is every {titled or said}{where}, but {seen}",
            "correct the dates, or say how often it really is",
            related=((item.record, ("title",), "how often"),) if titled else (),
        )


def _rhythm(text: str) -> str:
    """The one rhythm that a text names; empty where there is none, or several."""
    if not text or _OTHER.search(text):
        return ""
    found = {
        next(part for part in match.groups() if part).lower()
        for match in _RHYTHM.finditer(text)
    }
    found = {"year" if one == "annual" else one for one in found}
    return found.pop() if len(found) == 1 else ""


def _contradicts(timing: Timing, rhythm: str) -> bool:
    """Whether every two dates that follow each other are too far apart or too close."""
    if not rhythm or len(timing.windows) < _FEWEST:
        return False
    least, most = _DAYS[rhythm]
    starts = sorted(window.start for window in timing.windows)
    gaps = [(two - one).days for one, two in pairwise(starts)]
    return all(not least <= gap <= most for gap in gaps)
