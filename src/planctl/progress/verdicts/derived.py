"""Values that are computed from others: sums, weighted means, gaps, shares met."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import meets
from planctl.progress.verdicts.series import Measured
from planctl.targets.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.targets import Goal

_HUNDRED = Decimal(100)


def add_up(entries: Sequence[Measured], how: str) -> Measured:
    """The sum of sites' values, or their mean weighted by how many each counts."""
    values = _values(entries)
    if values is None:
        return _made(entries, None, None, "added_up")
    if how == "sum":
        return _made(
            entries, sum(values, Decimal(0)), _all_counted(entries), "added_up"
        )
    total = _all_counted(entries)
    mean = _weighted(entries, values) if total else None
    return _made(entries, mean, total, "added_up")


def derive(entries: Sequence[Measured], how: str, *, is_percent: bool) -> Measured:
    """A difference, ratio, sum or mean; suppressed where a part of it is.

    A mean is weighted by how many each part counts, where all say so. A ratio of a
    measure in percent is given in percent.
    """
    values = _values(entries)
    if values is None:
        return _made(entries, None, None, "derived")
    if how == "mean":
        total = _all_counted(entries)
        mean = sum(values, Decimal(0)) / len(values)
        mean = _weighted(entries, values) if total else mean
        return _made(entries, mean, total, "derived")
    found = _arithmetic(values, how)
    if found is not None and how == "ratio" and is_percent:
        found *= _HUNDRED
    return _made(entries, found, None, "derived")


def gap(own: Measured, others: Sequence[Measured | None], *, is_up: bool) -> Measured:
    """The distance from a value to that of the group that is furthest behind.

    Groups without a value are left out; it says of how many it is the lowest.
    """
    there = [one for one in others if one is not None]
    values = [one.value.exact for one in there if one.value]
    known = [one for one in values if one is not None]
    mine = own.value.exact if own.value else None
    value = None
    if mine is not None and known:
        value = abs(mine - (min(known) if is_up else max(known)))
    made = _made([own, *there], value, None, "derived")
    return made._replace(counted=(len(known), len(others)))


def share_met(
    entries: Sequence[Measured | None], goals: Sequence[Goal], *, is_percent: bool
) -> Measured:
    """The share of values that meet their goals, of those that are known.

    Suppressed where one of them is; it says of how many it is the share. At least one
    entry is known.
    """
    there = [one for one in entries if one is not None]
    met = [
        meets(asked, Fraction(one.value.exact))
        for one, asked in zip(entries, goals, strict=True)
        if one is not None and one.value is not None and one.value.exact is not None
    ]
    is_open = not met or any(one.missing == "suppressed" for one in there)
    whole = _HUNDRED if is_percent else Decimal(1)
    share = None if is_open else whole * sum(met) / len(met)
    made = _made(there, share, None, "derived")
    return made._replace(counted=(len(met), len(entries)))


def _values(entries: Sequence[Measured]) -> list[Decimal] | None:
    """Their exact values, if all have one."""
    exact = [one.value.exact if one.value else None for one in entries]
    values = [one for one in exact if one is not None]
    return values if len(values) == len(entries) else None


def _all_counted(entries: Sequence[Measured]) -> int | None:
    """How many they count together, if all of them say so."""
    counts = [one.n for one in entries if one.n is not None]
    return sum(counts) if len(counts) == len(entries) else None


def _weighted(entries: Sequence[Measured], values: list[Decimal]) -> Decimal:
    counts = [one.n or 0 for one in entries]
    total = sum((v * n for v, n in zip(values, counts, strict=True)), Decimal(0))
    return total / sum(counts)


def _arithmetic(values: list[Decimal], how: str) -> Decimal | None:
    first, rest = values[0], values[1:]
    if how == "sum":
        return sum(values, Decimal(0))
    if how == "difference":
        return first - sum(rest, Decimal(0))
    return first / rest[0] if rest and rest[0] else None


def _made(
    entries: Sequence[Measured], value: Decimal | None, n: int | None, made: str
) -> Measured:
    """An entry that was computed, as sure as the least sure of its parts."""
    first = entries[0]
    missing = None
    if value is None:
        kinds = [one.missing for one in entries if one.missing]
        missing = "suppressed" if "suppressed" in kinds else next(iter(kinds), None)
    doubtful = [one.kind for one in entries if one.kind != "final"]
    return Measured(
        first.period,
        first.name,
        Value(value, value) if value is not None else None,
        missing,
        n,
        None,
        next(iter(doubtful), "final"),
        is_partial=False,
        source=None,
        made=made,
    )
