"""A date is one day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing, Window
    from planctl.evidence.shared import OwnTime
    from planctl.rules.rule import Review

# The last one, which the part of a year is of.
_YEAR = re.compile(r"\b\d{4}\b(?!.*\b\d{4}\b)", re.ASCII)


@rule("time", Severity.WARNING)
def ambiguous_date(review: Review) -> Iterator[Finding]:
    """A date can be read in two ways.

    ## What it finds
    `end of 2023`, `early 2024` and their like in a `due` or a `period`: the school year
    ends in June, the calendar year in December. Where only one of the two lies within
    the period around it, that one is meant; `outside-period` tells of those that lie
    outside. One finding for each wording.
    ## Why it matters
    For half a year one reader calls the work late and another does not.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        due: end of 2025
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        due: end of 2024-25
    ```
    """
    plan = review.plan
    found: dict[str, list[OwnTime]] = {}
    for place in review.shared.times:
        item, field, timing = place
        if not timing.other_reading:
            continue
        above = plan.items[item.parent].runs if item.parent is not None else None
        around = item.runs if field == "due" else above or plan.period
        if _is_unclear(timing, around):
            found.setdefault(timing.text, []).append(place)
    for text, places in found.items():
        item, field, timing = places[0]
        often = f" ({len(places)} places)" if len(places) > 1 else ""
        one, other = timing.windows[-1].end, timing.other_reading[-1].end
        yield Finding(
            item.record,
            (field,),
            f"“{text}”{often} is {one:%B %Y} or {other:%B %Y}",
            f"name the month, or the school year: `{_YEAR.sub(_school_year, text)}`",
            related=tuple((i.record, (f,), "and here") for i, f, _ in places[1:3]),
        )


def _school_year(year: re.Match[str]) -> str:
    """The name of the school year that ends in a printed year."""
    return f"{int(year[0]) - 1}-{year[0][2:]}"


def _is_unclear(timing: Timing, around: Timing | None) -> bool:
    """Whether both readings lie within the time around them, where there is one."""
    whole = around.whole if around else None
    if whole is None or around is None:
        return True

    def fits(windows: tuple[Window, ...]) -> bool:
        first = min(window.start for window in windows)
        last = max(window.end for window in windows)
        return whole.start <= first and (around.open_ended or last <= whole.end)

    return fits(timing.windows) and fits(timing.other_reading)
