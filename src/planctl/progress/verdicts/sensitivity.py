"""How much a verdict hangs on the method, and on the value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.comparing import gain
from planctl.progress.verdicts.words import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.methods import Outcome


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
    gains = [(gain(case.goal, now, edge.value), edge) for edge in _edges(case)]
    ahead = [pair for pair in gains if pair[0] > 0]
    passed = [pair for pair in gains if pair[0] <= 0]
    better = min(ahead, key=_first)[1] if ahead else None
    worse = max(passed, key=_first)[1] if passed else None
    return Sensitivity(
        agree,
        len(outcomes),
        Edge(better.at, better.value, better.value - now) if better else None,
        Edge(worse.below, worse.value, worse.value - now) if worse else None,
    )


class _Border(NamedTuple):
    """A value, the verdict at it or better, and the verdict just worse."""

    value: Fraction
    at: Verdict
    below: Verdict


def _first(pair: tuple[Fraction, _Border]) -> Fraction:
    return pair[0]


def _edges(case: Case) -> Iterator[_Border]:
    """The values at which the verdict of `pace` changes."""
    target, expected, baseline = case.target, case.expected, case.baseline
    if target is not None:
        worse = Verdict.NOT_MET if case.is_due else Verdict.ON_TRACK
        yield _Border(target, Verdict.MET, worse)
    if case.is_due or expected is None or baseline is None:
        return
    begin = baseline.value
    on_track = begin + (expected - begin) * case.bands.on_track
    behind = begin + (expected - begin) * case.bands.behind
    yield _Border(on_track, Verdict.ON_TRACK, Verdict.BEHIND)
    yield _Border(behind, Verdict.BEHIND, Verdict.OFF_TRACK)
    yield _Border(begin, Verdict.OFF_TRACK, Verdict.REGRESSED)
