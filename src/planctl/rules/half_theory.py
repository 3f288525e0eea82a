"""A theory of action says what is done and what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.model.item import Item, Statement
    from planctl.rules.rule import Review


class _Half(NamedTuple):
    """A half of a theory: the field that is there, the one that is not."""

    there: str
    missing: str
    remedy: str


_HALVES = (
    _Half("if", "then", "write under `then:` what will follow"),
    _Half("then", "if", "write under `if:` what is done for it"),
)


@rule("structure", Severity.WARNING)
def half_theory(review: Review) -> Iterator[Finding]:
    """A theory of action has an if and no then, or a then and no if.

    ## What it finds
    An item or a statement with `if` or `then` alone. Silent where the other half stands
    on what is above, below or beside it, in a statement of the same kind, or as a word
    in its own title or description. One finding where most lack the same half.
    ## Why it matters
    What is to follow is what one can look for: without it nobody can tell whether the
    theory was right, and without the `if` nobody knows what to do.
    ## Bad
    ```yaml
    statements:
      - kind: Theory of Action
        title: How children will read
        if: Every teacher is coached
    ```
    ## Good
    ```yaml
    statements:
      - kind: Theory of Action
        title: How children will read
        if: Every teacher is coached
        then: Every child reads by grade 3
    ```
    """
    plan, having = review.plan, review.shared.having
    either = {one.position for one in (*having("if_"), *having("then"))}
    told = [plan.items[position] for position in sorted(either)]
    for half in _HALVES:
        yield from _of_statements(plan, half)
        yield from _of_items(plan, half, told)


def _of_statements(plan: LinkedPlan, half: _Half) -> Iterator[Finding]:
    """One finding for each kind of statement."""
    found: dict[str, list[Statement]] = {}
    whole: set[str] = set()
    for one in filter(plan.places.is_here, plan.statements):
        kind = one.kind.casefold()
        if _lacks(one, half):
            found.setdefault(kind, []).append(one)
        elif _has(one, half.missing):
            whole.add(kind)
    for kind, statements in found.items():
        first = statements[0]
        if kind not in whole:
            yield Finding(
                first,
                (half.there,),
                f"{first.kind} “{first.title}” has `{half.there}` "
                f"and no `{half.missing}`",
                half.remedy,
                related=tuple(
                    (one, (half.there,), "nor here") for one in statements[1:]
                ),
                subject=first.id or "",
            )


def _of_items(
    plan: LinkedPlan, half: _Half, told: list[LinkedItem]
) -> Iterator[Finding]:
    others = [one for one in told if _has(one.record, half.missing)]
    below = {one.parent for one in others}
    beside = {(one.parent, one.level) for one in others}
    having = {one.position for one in others}
    lacking = [
        one
        for one in told
        if _lacks(one.record, half)
        and one.position not in below
        and one.parent not in having
        and (one.parent, one.level) not in beside
    ]
    for group in gather(plan, lacking, told):
        first = plan.items[group.items[0]]
        message = f"{plan.name(first)} has `{half.there}` and no `{half.missing}`"
        if len(group.items) > 1:
            several = plan.level(first).several
            message = (
                f"{len(group.items)} {several} have `{half.there}` "
                f"and no `{half.missing}`, such as {first.number}"
            )
        yield Finding(first.record, (half.there,), message, half.remedy)


def _has(record: Item | Statement, field: str) -> bool:
    return bool(record.if_ if field == "if" else record.then)


def _lacks(record: Item | Statement, half: _Half) -> bool:
    """Whether a record has one half alone, and not the other in its own words."""
    if not _has(record, half.there) or _has(record, half.missing):
        return False
    words = f"{record.title} {record.description or ''}"
    return not re.search(rf"\b{half.missing}\b", words, re.IGNORECASE)
