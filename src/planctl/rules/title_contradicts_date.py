"""A title and its date name the same year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.calendar import Timing
    from planctl.link import LinkedItem
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review

    Dated = tuple[Timing, Record, Path]

_BY_YEAR = re.compile(
    r"\b[Bb]y (?:the )?(?:(?:end|start|beginning) of )?(?:the )?"
    r"(?:school year |SY ?|(?:Fall|Winter|Spring|Summer) (?:of )?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? "
    r"(?:\d{1,2}, )?)?(?P<first>20\d\d)(?:[-\u2013/](?P<last>(?:20)?\d\d))?\b(?![-/])",
    re.ASCII,
)
_CENTURY = 2000


@rule("time", Severity.WARNING)
def title_contradicts_date(review: Review) -> Iterator[Finding]:
    """A title names another year than its date.

    ## What it finds
    In English plans, a title with “by June 2025” or “by 2025-26” of an item that is
    due, and whose own targets are due, in other years only. A year is a calendar year
    or the school year that ends in it.
    ## Why it matters
    The item was taken over from an earlier plan, or moved, and one of the two years
    was forgotten. It is called late, or on time, by the other.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Coaches in all schools by June 2024
        due: June 2025
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Coaches in all schools by June 2025
        due: June 2025
    ```
    """
    plan = review.plan
    if not plan.is_english:
        return
    named = [
        (plan.items[position], found)
        for position, title in enumerate(review.shared.titles)
        if "20" in title
        and (found := list(_BY_YEAR.finditer(plan.items[position].title)))
    ]
    promised: dict[int | None, list[Dated]] = {}
    for one in review.shared.promises if named else ():
        if one.is_dated:
            dues = [(due, one.record, one.path) for due in one.dues if due is not None]
            promised.setdefault(one.item, []).extend(dues)
    for item, found in named:
        dated = [*_own(item), *promised.get(item.position, ())]
        years = {_year(match) for match in found}
        if not dated or any(_is_in(review, timing, years) for timing, _, _ in dated):
            continue
        timing, record, path = dated[-1]
        said = found[-1][0]
        text = said.partition(" ")[2]
        yield Finding(
            item.record,
            ("title",),
            f"{plan.name(item)} is to be done by {text}, and is due {timing.text}",
            "correct the one that is wrong",
            related=((record, path, "when it is due"),),
            part=said,
            word=text,
        )


def _year(match: re.Match[str]) -> int:
    return int(match["last"] or match["first"]) % _CENTURY + _CENTURY


def _own(item: LinkedItem) -> Iterator[Dated]:
    if item.due is not None:
        yield item.due, item.record, ("due",)


def _is_in(review: Review, timing: Timing, years: set[int]) -> bool:
    """Whether a time ends in one of some years, of either kind, or has no end."""
    if timing.end is None or timing.open_ended or timing.recurs:
        return True
    ends = {window.end.year for window in timing.windows}
    ends.add(review.plan.calendar.year_of(timing.end).end.year)
    return not ends.isdisjoint(years)
