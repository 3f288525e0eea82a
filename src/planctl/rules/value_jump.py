"""Values follow each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import more_like_it
from planctl.progress.verdicts.chance import Share, newcombe
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.link import LinkedPlan
    from planctl.link.linked import Observed
    from planctl.rules.rule import Review

_Jump = tuple["Observed", "Observed"]
_ALL = 100
_FEW = 30
_FACTOR = 2
_ONLY_WORDS = frozenset({"date", "yes_no"})


@rule("measures", Severity.WARNING, limit="15", unit="points of a percent")
def value_jump(review: Review) -> Iterator[Finding]:
    """A value is far from the one before it.

    ## What it finds
    A value of a measure in percent that differs from the one before it, of the same
    student group and site, by more points than the limit; of another measure, one that
    is more than double or less than half of it, from 30 on. One finding for each
    measure. A change that chance allows by the number of students is passed over, and
    so is one across a break.
    ## Why it matters
    Most often two digits are swapped, a row is a line too low, or the values are not
    of the same thing. Where the figure is right, readers want to know what happened.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2021-22
        value: 42.3%
      - measure: readers
        period: 2022-23
        value: 24.3%
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2021-22
        value: 42.3%
      - measure: readers
        period: 2022-23
        value: 43.2%
    ```
    """
    plan = review.plan
    jumps: dict[int, list[_Jump]] = {}
    # A share written for a percent is told by its own rule.
    shares = {id(share) for one in review.shared.shares for share in one.found}
    for series in _series(plan, shares):
        for before, after in pairwise(series):
            if _jumps(plan, before, after, review.limit):
                jumps.setdefault(after.measure, []).append((before, after))
    for measure, several in jumps.items():
        yield _finding(plan, measure, several)


def _series(plan: LinkedPlan, shares: set[int]) -> Iterator[list[Observed]]:
    """The exact values of the same thing in order of time, of the best source each."""
    chosen: dict[tuple[object, ...], dict[object, Observed]] = {}
    for one in plan.observations:
        is_exact = one.value is not None and one.value.exact is not None
        is_exact = is_exact and id(one) not in shares
        # What is withheld is told by its own rule, and its value is not said here.
        is_small = one.n is not None and one.n < plan.minimum_group
        if not is_exact or is_small or one.record.kind == "projected":
            continue
        # A part of a year follows the same part of the year before.
        part = one.cycle.name if one.cycle else one.is_partial
        values = chosen.setdefault((one.measure, one.group, one.site, part), {})
        known = values.get(one.period)
        if known is None or one.rank < known.rank:
            values[one.period] = one
    for values in chosen.values():
        yield sorted(values.values(), key=lambda one: (one.period.end, one.period))


def _jumps(plan: LinkedPlan, before: Observed, after: Observed, limit: Decimal) -> bool:
    of = plan.measures[after.measure]
    old, new = (one.value.exact if one.value else None for one in (before, after))
    if old is None or new is None or of.values or of.unit in _ONLY_WORDS:
        return False
    if len({plan.era(after.measure, one.period) for one in (before, after)}) > 1:
        return False
    if of.unit == "percent":
        # What no percent can be is told by its own rule.
        can_be = all(0 <= one <= _ALL for one in (old, new))
        is_far = abs(new - old) > limit
        return can_be and is_far and not _is_chance(old, before.n, new, after.n)
    smaller, larger = sorted((abs(old), abs(new)))
    return smaller >= _FEW and larger > smaller * _FACTOR


def _is_chance(
    old: Decimal, old_n: int | None, new: Decimal, new_n: int | None
) -> bool:
    """Whether two percents of known numbers of students differ by chance, perhaps."""
    if not old_n or not new_n:
        return False
    shares = (Share(float(old) / _ALL, old_n), Share(float(new) / _ALL, new_n))
    return newcombe(*shares).holds_zero


def _finding(plan: LinkedPlan, measure: int, jumps: list[_Jump]) -> Finding:
    name = plan.measures[measure].id
    before, after = jumps[0]
    where = ", ".join(filter(None, (after.group, after.site)))
    return Finding(
        after.record,
        ("value",),
        f"{name}{f' ({where})' if where else ''} jumps from {before.record.value} to "
        f"{after.record.value} in {after.record.period.text or after.period.end}"
        f"{more_like_it(jumps)}",
        "correct the value; where it is right, say in an ignore what happened",
        related=((before.record, ("value",), "the value before is here"),),
        subject=name,
    )
