"""How much a verdict hangs on the method, and on the value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.judge import judge
from planctl.targets import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.methods import Outcome
    from planctl.progress.verdicts.words import Verdict

_A_HAIR = Fraction(1, 10**9)


@dataclass(frozen=True, slots=True)
class Edge:
    """A value from which another verdict would hold, and how far it is, signed."""

    verdict: Verdict
    value: Fraction
    distance: Fraction


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How many of the methods that judge a case agree with the one asked for.

    `better` and `worse` are the nearest other verdicts of `pace`, where it judges.
    """

    agree: int
    of: int
    better: Edge | None
    worse: Edge | None


def sensitivity(
    case: Case, outcomes: Mapping[str, Outcome], method: str
) -> Sensitivity:
    """Compare the methods' verdicts, and find the values where `pace` changes its."""
    chosen = outcomes.get(method, outcomes["pace"]).verdict
    agree = sum(one.verdict is chosen for one in outcomes.values())
    now = case.actual.value
    borders = sorted(_borders(case), key=lambda one: abs(one.value - now))
    better = (one for one in borders if (one.value - now) * one.worse <= 0)
    worse = (one for one in borders if (one.value - now) * one.worse >= 0)
    return Sensitivity(
        agree,
        len(outcomes),
        _nearest(case, better, across=-1),
        _nearest(case, worse, across=1),
    )


class _Border(NamedTuple):
    """A value where the verdict may change; `worse` is the sign of the worse side."""

    value: Fraction
    worse: int


def _nearest(case: Case, borders: Iterable[_Border], across: int) -> Edge | None:
    """The first border on which, or just across which, another verdict holds."""
    now = judge(case)
    for border in borders:
        for value in (border.value, border.value + across * border.worse * _A_HAIR):
            there = replace(case, actual=case.actual._replace(value=value))
            if (verdict := judge(there)) is not now:
                return Edge(verdict, border.value, border.value - case.actual.value)
    return None


def _borders(case: Case) -> Iterator[_Border]:
    """The edges of the goal, the baseline, and where the bands of the pace lie."""
    asked, near = case.goal, case.tolerance
    if asked.side is not Side.BELOW and asked.low is not None:
        yield _Border(Fraction(asked.low) - near, -1)
    if asked.side is not Side.ABOVE and asked.high is not None:
        yield _Border(Fraction(asked.high) + near, 1)
    if case.baseline is None or asked.side not in {Side.ABOVE, Side.BELOW}:
        return
    worse = -1 if asked.side is Side.ABOVE else 1
    begin, expected = case.baseline.value, case.expected
    yield _Border(begin, worse)
    if expected is not None:
        for band in (case.bands.on_track, case.bands.behind):
            yield _Border(begin + (expected - begin) * band, worse)
