"""One name is one owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import few, more_like_it
from planctl.evidence.owners import owners_in
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review

_MOST = 10


@rule("people", Severity.WARNING)
def joined_owners(review: Review) -> Iterator[Finding]:
    """Several owners stand in one text.

    ## What it finds
    A name that joins roles by commas or `and`, such as “Principals, Coaches”, or
    anything by a semicolon, in English plans that declare no owners; one finding with
    the count. Commas within the name of an office are passed over. Where owners are
    declared, `unknown-name` tells.
    ## Why it matters
    In lists by owner they are one office, and none of them finds this work.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible: Principals, Assistant Principals
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible:
          - Principals
          - Assistant Principals
    ```
    """
    plan = review.plan
    if not plan.is_english or any(map(plan.places.is_written, plan.owners)):
        return
    found = {
        position: parts
        for position, owner in enumerate(plan.owners)
        if (parts := owners_in(owner.name))
    }
    named = review.shared.places_of_owners if found else {}
    told = [(named[position], found[position]) for position in found]
    if not told:
        return
    (record, path, written), parts = told[0]
    shown = [f'"{one}"' if "," in one else one for one in parts[:_MOST]]
    listed = ", ".join(shown if len(parts) <= _MOST else [*shown, "..."])
    yield Finding(
        record,
        path,
        f"one text names {len(parts)} owners: {few(parts)}{more_like_it(told)}",
        f"write a list: [{listed}]",
        related=tuple((*place[:2], "and here") for place, _ in told[1:3]),
        part=written,
        word=written,
    )
