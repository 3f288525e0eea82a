"""Whether a change is larger than chance may make it."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z95 = 1.959963984540054
"""The standard normal quantile of a two-sided interval of 95 percent."""


class Share(NamedTuple):
    """A share from 0 to 1 of `n` students."""

    value: float
    n: int


class Interval(NamedTuple):
    """Both ends of an interval of 95 percent."""

    low: float
    high: float

    @property
    def holds_zero(self) -> bool:
        """Whether no change at all is among what it allows."""
        return self.low <= 0 <= self.high


def wilson(share: Share) -> Interval:
    """Wilson's score interval of one share.

    Source: Wilson, Journal of the American Statistical Association 22 (1927).
    """
    p, n = share
    middle = p + Z95**2 / (2 * n)
    half = Z95 * sqrt(p * (1 - p) / n + Z95**2 / (4 * n**2))
    scale = 1 + Z95**2 / n
    return Interval((middle - half) / scale, (middle + half) / scale)


def newcombe(before: Share, after: Share) -> Interval:
    """The interval of the change from one share to another.

    Newcombe's hybrid score interval of two independent proportions, without
    continuity correction. Source: Newcombe, Statistics in Medicine 17 (1998),
    method 10.
    """
    change = after.value - before.value
    first, second = wilson(before), wilson(after)
    low = sqrt((after.value - second.low) ** 2 + (first.high - before.value) ** 2)
    high = sqrt((second.high - after.value) ** 2 + (before.value - first.low) ** 2)
    return Interval(change - low, change + high)


def from_errors(change: float, before: float, after: float) -> Interval:
    """The interval of a change of two values with standard errors, all in one unit."""
    half = Z95 * sqrt(before**2 + after**2)
    return Interval(change - half, change + half)
