"""A target falls due while the work for it runs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


# The results of a plan's last year come in its summer.
_RESULTS = timedelta(days=93)


@rule("time", Severity.ADVICE)
def target_after_period(review: Review) -> Iterator[Finding]:
    """A target is due only after the work that it stands in has ended.

    ## What it finds
    Items with a period of their own, or from what they stand under, whose first target
    has a date after that period ends; one finding for each level. Of other targets,
    those with a date over three months after the plan's last day, and none before; one
    finding for all.
    ## Why it matters
    When the work ends nobody can say whether it was enough. Plans with timely goals
    were found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        period: 2023-24
        measures:
          - id: readers
            title: Children who read
            unit: percent
            targets: 60% by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Every child reads
        period: 2023-24
        measures:
          - id: readers
            title: Children who read
            unit: percent
            targets: 50% by 2024; 60% by 2026
    ```
    """
    plan = review.plan
    last_day = plan.period.end if plan.period else None
    latest = last_day + _RESULTS if last_day else None
    beyond: list[Promise] = []
    first: dict[int, Promise] = {}
    among: dict[int, LinkedItem] = {}
    near: set[int] = set()
    for promise in review.shared.promises:
        item = plan.items[promise.item] if promise.item is not None else None
        ends = item.runs.end if item and item.runs else None
        if item is None or ends is None or item.runs_from is None:
            if promise.is_dated and latest and _is_after(promise, latest):
                beyond.append(promise)
            continue
        among[item.position] = item
        if not _is_after(promise, ends):
            near.add(item.position)
        else:
            first.setdefault(item.position, promise)
    late: dict[str, list[LinkedItem]] = {}
    for place, item in sorted(among.items()):
        if place not in near:
            late.setdefault(item.level, []).append(item)
    for items in late.values():
        yield _finding(plan, items, first[items[0].position])
    if beyond and last_day is not None:
        yield _beyond(review, beyond, last_day)


def _is_after(promise: Promise, ends: date) -> bool:
    """Whether a target has dates, and all of them are after a day."""
    if promise.due is not None and promise.due.end and promise.due.end <= ends:
        return False
    days = [due.surely_by for due in promise.dues if due is not None]
    return bool(days) and all(day is None or day > ends for day in days)


def _beyond(review: Review, promises: list[Promise], ends: date) -> Finding:
    """Targets that are due after the plan ends."""
    first = promises[0]
    text = " ".join(first.text.split())
    message = f"“{text}” is due after the plan ends ({ends})"
    if len(promises) > 1:
        message = (
            f"{len(promises)} of the {len(review.shared.promises)} targets are due "
            f"after the plan ends ({ends}), such as “{text}”"
        )
    return Finding(
        first.record,
        first.path,
        message,
        "add a step for the end of the plan: `50% by 2024; 60% by 2026`",
        related=((review.plan.info, ("period",), "the plan's period"),),
        subject=review.plan.measures[first.measure].id,
    )


def _finding(plan: LinkedPlan, items: list[LinkedItem], promise: Promise) -> Finding:
    item = items[0]
    ends = item.runs.end if item.runs else None
    message = f"the target of {plan.name(item)} is due after the work ends ({ends})"
    if len(items) > 1:
        message = (
            f"{len(items)} {plan.level(item).several} have targets due only after "
            f"their work ends, such as {item.id} ({ends})"
        )
    outer = plan.items[item.runs_from or 0]
    others = tuple((one.record, (), "and this") for one in items[1:3])
    return Finding(
        promise.record,
        promise.path,
        message,
        "add a step for the end of the work: `50% by 2024; 60% by 2026`",
        related=((outer.record, ("period",), "the work ends here"), *others),
        subject=item.id,
    )
