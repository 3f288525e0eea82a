"""A date is a date, and an owner somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import Severity
from planctl.evidence.placeholders import is_no_date, is_nobody
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.load.places import Path
    from planctl.rules.rule import Review

_MOST_SHOWN = 3
_DATE = ("no date is set", "have no date yet")
_NOBODY = ("nobody is named", "name nobody yet")
_SAID = {"period": _DATE, "due": _DATE, "responsible": _NOBODY, "accountable": _NOBODY}
_REMEDIES = {
    "period": "say from when to when, or leave `period:` out until that is known",
    "due": "say by when, or leave `due:` out until that is known",
    "responsible": "name who answers for it until then, or leave `responsible:` out",
    "accountable": "name who answers for it until then, or leave `accountable:` out",
}


class _Place(NamedTuple):
    item: LinkedItem
    path: Path
    text: str


@rule("fields", Severity.WARNING)
def not_decided(review: Review) -> Iterator[Finding]:
    """A word stands where a date or a name should be.

    ## What it finds
    `TBD`, `N/A`, `as needed` or `to be determined` as a `due` or a `period`; `TBD`,
    `N/A`, `vacant` or `to be hired` as who is responsible or accountable. One finding
    for each of these fields of a level.
    ## Why it matters
    The field looks filled in, so that nobody misses the date or the name.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach, due: TBD, responsible: To be hired}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Hire a coach, due: June 2025, responsible: Curriculum Office}
    ```
    """
    found: dict[tuple[str, str], list[_Place]] = {}
    for item, field, timing in review.shared.times:
        if is_no_date(timing):
            place = _Place(item, (field,), timing.text)
            found.setdefault((item.level, field), []).append(place)
    for item in review.shared.owned if review.shared.nobody else ():
        for field, place in _unnamed(item):
            found.setdefault((item.level, field), []).append(place)
    for (level, field), places in found.items():
        yield _finding(review, level, field, places)


def _unnamed(item: LinkedItem) -> Iterator[tuple[str, _Place]]:
    """Each field of an item in which a word stands for its owner."""
    record = item.record
    for field, duties in (
        ("responsible", record.responsible),
        ("accountable", record.accountable),
    ):
        for nth, duty in enumerate(duties):
            text = next(filter(is_nobody, duty.owner), "")
            if text:
                yield field, _Place(item, (field, nth), text)
                break


def _finding(review: Review, key: str, field: str, places: list[_Place]) -> Finding:
    plan = review.plan
    item, path, text = places[0]
    alone, several = _SAID[field]
    message = f"{plan.name(item)} has `{field}: {text}`: {alone}"
    if len(places) > 1:
        among = len(review.shared.by_level[key])
        message = (
            f"{len(places)} of the {among} {plan.levels[key].several} {several}, "
            f"such as {item.number}: `{field}: {text}`"
        )
    shown = places[1:_MOST_SHOWN]
    return Finding(
        item.record,
        path,
        message,
        _REMEDIES[field],
        related=tuple((one.item.record, one.path, "and here") for one in shown),
        word=text,
    )
