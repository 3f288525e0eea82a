"""One office has one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"and", "of", "the", "for"})
_SHORTEST = 6
_LONGEST = 200

_Place = tuple["Record", "Path", str]


@rule("people", Severity.WARNING)
def owner_spellings(review: Review) -> Iterator[Finding]:
    """One owner stands in the plan under several names.

    ## What it finds
    Two owners whose names differ only in small words, signs, an ending `s`, or one
    letter of a longer word. Spellings under `also:` are one owner. Where owners are
    declared, `unknown-name` tells of the names that are not.
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
    known: dict[str, int] = {}
    same: dict[int, int] = {}
    for position, owner in enumerate(plan.owners):
        forms = tuple(_forms(owner.name))
        alike = [known[form] for form in forms if form in known]
        if alike:
            same[position] = min(alike)
        known |= {form: position for form in forms if form not in known}
    places = _places(plan) if same else {}
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


def _forms(name: str) -> Iterator[str]:
    """A name without small words, and with a letter left out of each longer word."""
    words = [word for word in _WORD.findall(name.casefold()) if word not in _SMALL]
    plain = [word if len(word) < _SHORTEST else word.rstrip("s") for word in words]
    whole = " ".join(plain)
    yield whole
    if len(name) > _LONGEST:
        # As many forms as letters, each as long as the name.
        return
    begin = 0
    for word in plain:
        if len(word) >= _SHORTEST and word.isalpha():
            for at in range(begin, begin + len(word)):
                yield f"{whole[:at]}{whole[at + 1 :]}"
        begin += len(word) + 1


def _places(plan: LinkedPlan) -> dict[int, _Place]:
    """Where each owner is named first."""
    found: dict[int, _Place] = {}
    for item in plan.items:
        for field in ("responsible", "accountable"):
            duties = iter(getattr(item, field))
            for place, one in enumerate(getattr(item.record, field)):
                for nth, written in enumerate(one.owner):
                    path = (field, place, "owner", nth)
                    found.setdefault(next(duties).owner, (item.record, path, written))
    return found
