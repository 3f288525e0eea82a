"""A list names each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.wording import words
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.load.places import Path
    from planctl.rules.rule import Review


@rule("fields", Severity.WARNING)
def listed_twice(review: Review) -> Iterator[Finding]:
    """A list of an item names the same thing twice.

    ## What it finds
    An owner (with the same role and duty), an alignment, a dependency, a success
    criterion or a resource that stands twice in one list of an item.
    ## Why it matters
    Something else was meant in the second place, and is missing.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible:
          - Principals
          - Coaches
          - Principals
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        responsible:
          - Principals
          - Coaches
    ```
    """
    plan = review.plan
    for item in plan.items:
        for what, entries in _lists(plan, item):
            if len({key for key, _, _ in entries}) == len(entries):
                continue
            seen: dict[Hashable, Path] = {}
            for key, path, shown in entries:
                first = seen.setdefault(key, path)
                if first != path:
                    yield Finding(
                        item.record,
                        path,
                        f"{plan.level(item).name} {item.number} names {shown} "
                        f"twice {what}",
                        "remove it, or write what was meant here",
                        related=((item.record, first, "the first one is here"),),
                        word=shown,
                    )


def _lists(
    plan: LinkedPlan, item: LinkedItem
) -> Iterator[tuple[str, list[tuple[Hashable, Path, str]]]]:
    """The lists of an item: for each entry a key, a place and how it is named."""
    record = item.record
    if len(item.responsible) > 1 or len(item.accountable) > 1:
        yield "as responsible", _owners(plan, item, "responsible")
        yield "as accountable", _owners(plan, item, "accountable")
    if len(record.aligns_to) > 1:
        yield (
            "among what it serves",
            [
                (one.id, ("aligns_to", place, "id"), one.id)
                for place, one in enumerate(record.aligns_to)
            ],
        )
    if len(record.depends_on) > 1:
        yield (
            "among what it waits for",
            [
                (name, ("depends_on", place), name)
                for place, name in enumerate(record.depends_on)
            ],
        )
    if len(record.success_criteria) > 1:
        yield (
            "among its success criteria",
            [
                (
                    (one.heading, words(one.text), one.due),
                    ("success_criteria", place, "text"),
                    f"“{_short(one.text)}”",
                )
                for place, one in enumerate(record.success_criteria)
            ],
        )
    if len(record.resources) > 1:
        yield (
            "among its resources",
            [
                (words(text), ("resources", place), f"“{_short(text)}”")
                for place, text in enumerate(record.resources)
            ],
        )


def _owners(
    plan: LinkedPlan, item: LinkedItem, field: str
) -> list[tuple[Hashable, Path, str]]:
    written = getattr(item.record, field)
    paths: list[Path] = [
        (field, place, "owner", nth)
        for place, one in enumerate(written)
        for nth in range(len(one.owner))
    ]
    duties = getattr(item, field)
    return [
        (duty, path, plan.owners[duty.owner].name)
        for duty, path in zip(duties, paths, strict=True)
    ]


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
