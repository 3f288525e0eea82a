"""A goal for some students has data of those students."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import few
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.evidence.measured import Scope
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def subgroup_without_data(review: Review) -> Iterator[Finding]:
    """A target is for some students or schools, and nothing is known of them.

    ## What it finds
    A target for a student group or a site, of a measure that has values for others
    and neither a baseline nor an observation of that one. A value that is missing with
    its reason is known. A target for every group or site, in a plan that declares none,
    or some of which nothing is known. `no-baseline` tells of measures without any.
    ## Why it matters
    Nobody will be able to say whether these students got there.
    ## Bad
    ```yaml
    groups: English Learners
    measures:
      - id: readers
        title: Children who read
        unit: percent
        baseline: 52% in 2022-23
    goals:
      - id: G1
        title: English Learners read
        measures:
          - measure: readers
            group: English Learners
            targets: 50% by 2026
    ```
    ## Good
    ```yaml
    groups: English Learners
    measures:
      - id: readers
        title: Children who read
        unit: percent
        baseline:
          - 52% in 2022-23
          - {value: 41%, period: 2022-23, group: English Learners}
    goals:
      - id: G1
        title: English Learners read
        measures:
          - measure: readers
            group: English Learners
            targets: 50% by 2026
    ```
    """
    yield from _for_each_of_none(review)
    plan = review.plan
    told: set[Scope] = set()
    for position, scopes in review.shared.without_data.items():
        promise = plan.promises[position]
        if not plan.places.is_here(promise.record):
            continue
        if promise.target is not None and promise.target.each:
            if not told.issuperset(scopes):
                yield _of_each(plan, promise, scopes)
            told.update(scopes)
            continue
        for scope in scopes:
            if scope in told:
                continue
            told.add(scope)
            measure = plan.measures[promise.measure]
            name = scope.name or ""
            yield Finding(
                promise.record,
                promise.path,
                f"nothing is known of {measure.id} for {_called(plan, scope)}, "
                "and a target is set for it",
                f"add a baseline or observations with `{scope.field}: {name}`, or say "
                "why there are none",
                subject=measure.id,
                word=name,
            )


def _called(plan: LinkedPlan, scope: Scope) -> str:
    named = plan.groups if scope.field == "group" else plan.sites
    return next((one.name for one in named if one.id == scope.name), scope.name or "")


def _of_each(plan: LinkedPlan, promise: Promise, scopes: Sequence[Scope]) -> Finding:
    """A target for every group or site, of some of which nothing is known."""
    measure, field = plan.measures[promise.measure], scopes[0].field
    names = few([_called(plan, scope) for scope in scopes], most=3)
    return Finding(
        promise.record,
        promise.path,
        f"this target is for every {field}, and nothing is known of {measure.id} for "
        f"{names}",
        f"add a baseline or observations with `{field}:` for each, or say why not",
        subject=measure.id,
        word=names,
    )


def _for_each_of_none(review: Review) -> Iterator[Finding]:
    """Targets for every group or site of a plan that has none: nothing judges them."""
    plan = review.plan
    declared = {"group": plan.groups, "site": plan.sites}
    for promise in plan.promises:
        each = promise.target.each if promise.target else ""
        if not each or declared[each] or not plan.places.is_here(promise.record):
            continue
        yield Finding(
            promise.record,
            promise.path,
            f"this target is for every {each}, and the plan names none",
            f"name them in `{each}s:`, or write the target without them",
            subject=plan.measures[promise.measure].id,
        )
