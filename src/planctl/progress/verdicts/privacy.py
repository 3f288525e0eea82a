"""Values of small groups are withheld, and what would let a reader compute them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planctl.link import LinkedPlan
    from planctl.link.linked import Observed
    from planctl.model.plan import Named

SUPPRESSED = "suppressed"
_REFERENCE = "reference"


def withhold(plan: LinkedPlan) -> tuple[Observed, ...]:
    """The plan's observations without the values that may not be shown.

    A value of fewer students than `progress: minimum_group` (else 10) is withheld. So
    is the next smallest where the first could be computed from a total: among the
    groups, or the sites, of one kind, whose numbers may add up to those of all, what
    is withheld together counts at least the minimum, and is never one alone.
    """
    minimum = plan.minimum_group
    hidden = {
        place
        for place, one in enumerate(plan.observations)
        if one.value is not None and one.n is not None and one.n < minimum
    }
    for total, parts in _families(plan):
        hidden |= _complement(plan.observations, total, parts, hidden, minimum)
    return tuple(
        one._replace(value=None, missing=SUPPRESSED, n=None) if place in hidden else one
        for place, one in enumerate(plan.observations)
    )


_Key = tuple[object, ...]


def _families(plan: LinkedPlan) -> Iterator[tuple[int, list[int]]]:
    """A total's place, and those of the parts that may add up to it."""
    groups = {one.id or one.name: one for one in plan.groups}
    sites = {one.id or one.name: one for one in plan.sites}
    totals: dict[_Key, int] = {}
    parts: dict[tuple[_Key, str | None], list[int]] = {}
    for place, one in enumerate(plan.observations):
        here: _Key = (one.measure, one.period, one.record.source)
        totals[(*here, one.group, one.site)] = place
        if one.group is not None:
            kind = _kind(groups, one.group)
            parts.setdefault(((*here, None, one.site), kind), []).append(place)
        if one.site is not None and (kind := _kind(sites, one.site)) != _REFERENCE:
            parts.setdefault(((*here, one.group, None), f"at {kind}"), []).append(place)
    for (key, _), places in parts.items():
        if key in totals:
            yield totals[key], places


def _kind(named: Mapping[str, Named], name: str) -> str | None:
    return named[name].kind if name in named else None


def _complement(
    observed: tuple[Observed, ...],
    total: int,
    parts: list[int],
    hidden: set[int],
    minimum: int,
) -> set[int]:
    """The parts that must be withheld, too, so that none can be computed."""
    gone = [
        place
        for place in parts
        if place in hidden or observed[place].missing == SUPPRESSED
    ]
    if not gone or not _may_add_up(observed, total, parts):
        return set()
    more: set[int] = set()
    shown = sorted(
        (place for place in parts if place not in gone and observed[place].value),
        key=lambda place: (observed[place].n or 0, place),
    )
    while shown and not _is_safe(observed, [*gone, *more], minimum):
        more.add(shown.pop(0))
    return more


def _is_safe(observed: tuple[Observed, ...], places: list[int], minimum: int) -> bool:
    """Whether several are withheld that together are no small group."""
    together = sum(observed[place].n or 0 for place in places)
    return len(places) > 1 and together >= minimum


def _may_add_up(
    observed: tuple[Observed, ...], total: int, parts: Iterable[int]
) -> bool:
    """Whether parts may be all of a total: their numbers do not contradict it."""
    counts = [observed[place].n for place in parts]
    whole = observed[total].n
    known = sum(one for one in counts if one is not None)
    if observed[total].value is None:
        return False
    if whole is None:
        return True
    return known == whole if None not in counts else known <= whole
