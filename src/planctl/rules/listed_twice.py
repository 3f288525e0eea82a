"""A list names each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

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
    for field, keys_of in _KEYS.items():
        for item in review.shared.having(field):
            keys = keys_of(item)
            if len(keys) > 1 and len(set(keys)) < len(keys):
                yield from _findings(review.plan, item, field, keys)


def _same_text(text: str) -> str:
    return text.casefold().rstrip(".")


# The lists of an item, and what makes two entries the same.
_KEYS: dict[str, Callable[[LinkedItem], Sequence[Hashable]]] = {
    "responsible": lambda item: item.responsible,
    "accountable": lambda item: item.accountable,
    "aligns_to": lambda item: [one.id for one in item.record.aligns_to],
    "depends_on": lambda item: item.record.depends_on,
    "success_criteria": lambda item: [
        (one.heading, one.due and one.due.text, _same_text(one.text))
        for one in item.record.success_criteria
    ],
    "resources": lambda item: [_same_text(text) for text in item.record.resources],
}


def _findings(
    plan: LinkedPlan, item: LinkedItem, field: str, keys: Sequence[Hashable]
) -> Iterator[Finding]:
    entries = _entries(plan, item, field)
    seen: dict[Hashable, Path] = {}
    for key, (path, shown) in zip(keys, entries, strict=True):
        first = seen.setdefault(key, path)
        if first != path:
            yield Finding(
                item.record,
                path,
                f"{plan.level(item).name} {item.number} names {shown} "
                f"twice under `{field}`",
                "remove it, or write what was meant here",
                related=((item.record, first, "the first one is here"),),
                word=shown,
            )


def _entries(plan: LinkedPlan, item: LinkedItem, field: str) -> list[tuple[Path, str]]:
    """Where each entry of a list stands, and how it is named."""
    record = item.record
    if field in ("responsible", "accountable"):
        owners = [plan.owners[duty.owner].name for duty in getattr(item, field)]
        paths = [
            (field, place, "owner", nth)
            for place, one in enumerate(getattr(record, field))
            for nth in range(len(one.owner))
        ]
        return list(zip(paths, owners, strict=True))
    if field == "aligns_to":
        ids = enumerate(record.aligns_to)
        return [((field, place, "id"), one.id) for place, one in ids]
    if field == "success_criteria":
        criteria = enumerate(record.success_criteria)
        return [((field, place, "text"), _short(one.text)) for place, one in criteria]
    if field == "depends_on":
        return [((field, place), name) for place, name in enumerate(record.depends_on)]
    texts = enumerate(record.resources)
    return [((field, place), _short(text)) for place, text in texts]


def _short(text: str, most: int = 40) -> str:
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"
