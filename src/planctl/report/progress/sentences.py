"""Sentences on how targets stand, for every format."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from planctl.progress.verdicts.comparing import meets, trend
from planctl.progress.verdicts.methods import DEFAULT
from planctl.progress.verdicts.sensitivity import sensitivity
from planctl.progress.verdicts.words import JUDGED, Flag, Verdict
from planctl.report.progress.words import (
    MISSING_WORDS,
    VERDICT_WORDS,
    edge_text,
    figure_text,
    flag_words,
    gap_text,
    share_text,
    value_text,
)
from planctl.report.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.link import LinkedPlan
    from planctl.link.linked import LinkedClaim
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.row import ReadRow, Row
    from planctl.progress.verdicts.series import Measured


def summary(plan: LinkedPlan, finals: Sequence[Row]) -> Iterator[str]:
    """What a reader should know of all targets together."""
    judged = [row for row in finals if row.verdict in JUDGED]
    unjudged = Counter(row.verdict for row in finals if row.verdict not in JUDGED)
    if unjudged:
        reasons = ", ".join(
            f"{number} {VERDICT_WORDS[verdict]}" for verdict, number in unjudged.items()
        )
        yield (
            f"{len(finals) - len(judged)} of {count(len(finals), 'target')} "
            f"cannot be judged: {reasons}."
        )
    directions = sum(
        any(Flag.NO_AMOUNT in one.flags for one in row.readings) for row in finals
    )
    if directions:
        yield f"{count(directions, 'target')} without an amount: judged by direction."
    yield from _two_ways(finals)
    unread = sum(promise.target is None for promise in plan.promises)
    if unread:
        yield f"{count(unread, 'target')} cannot be read: see planctl validate."


def _two_ways(finals: Sequence[Row]) -> Iterator[str]:
    """How many targets can be read in two ways, and what settles them."""
    amounts, days = set(), set()
    for row in finals:
        if len(row.step.dues) > 1:
            days.add(row.promise.id)
        if row.promise.target and len(row.promise.target.final.readings) > 1:
            amounts.add(row.promise.id)
    for found, settles in (
        (amounts, "`reading: points` or `reading: relative` settles one"),
        (days, "a month or a day as its date settles one"),
    ):
        if found:
            several = count(len(found), "target")
            yield f"{several} can be read in two ways: {settles}."


def remarks(entries: Sequence[Measured], row: Row, measure: Measure) -> Iterator[str]:
    """What ended it, and periods since the latest value that judge nothing, and why."""
    if measure.retired:
        yield retired_text(measure.retired)
    since = row.actual.day if row.actual else None
    if row.actual is not None and row.actual.counted is not None:
        known, of = row.actual.counted
        yield f"{row.actual.name}: computed from {known} of {count(of, 'value')}"
    for one in entries:
        if since is not None and one.day <= since:
            continue
        if one.value is None:
            why = MISSING_WORDS.get(one.missing or "", "no value")
            yield f"{one.name}: {why}"
            continue
        text = value_text(one.value, measure.unit, measure.values)
        if one.is_partial:
            yield f"{one.name}: {text}, part of a year{_same_part(one, row, measure)}"
        elif one.kind == "projected":
            yield f"{one.name}: {text}, projected, not compared"


def _same_part(one: Measured, row: Row, measure: Measure) -> str:
    """How a running value compares with that of the same part of another year."""
    other, asked = row.series.same_part(one), row.readings[0].goal
    if other is None or other.value is None:
        return ", not compared"
    text = f"; {value_text(other.value, measure.unit, measure.values)} {other.name}"
    now, then = one.point, other.point
    if asked is None or now is None or then is None:
        return text
    way = trend(asked, then.value, now.value, (Fraction(0), Fraction(0)))
    return f"{text} ({way.value})"


def retired_text(since: str) -> str:
    """That a measure has ended, and since when."""
    return f"No longer measured since {since}."


def named_value(one: Measured | None, measure: Measure) -> str:
    """A value and its period: `22.2% 2018-19`; empty where there is none."""
    if one is None or one.value is None:
        return ""
    return f"{value_text(one.value, measure.unit, measure.values)} {one.name}"


def says(row: Row, measure: Measure) -> str:
    """How a step of a target stands, over all of its readings."""
    if len(row.readings) == 1:
        return stands(row.readings[0], row, measure)
    if row.verdict is Verdict.AMBIGUOUS:
        return VERDICT_WORDS[row.verdict]
    if row.reason and row.verdict not in JUDGED:
        stood = row.last_verdict and VERDICT_WORDS[row.last_verdict]
        return f"{row.reason}; how it stood: {stood}" if stood else row.reason
    return f"{VERDICT_WORDS[row.verdict]} (both readings)"


def stands(one: ReadRow, row: Row, measure: Measure) -> str:
    """A verdict in words: why, or what was expected, and what else to know."""
    by_now = "" if one.verdict is Verdict.MET else _by_now(one, measure)
    if one.last_verdict is not None and row.actual is not None:
        stood = VERDICT_WORDS[one.last_verdict]
        text = f"{one.reason}; stood {stood} in {row.actual.name}{by_now}"
    elif one.verdict in JUDGED:
        text = VERDICT_WORDS[one.verdict]
        text += by_now if one.verdict is not Verdict.NOT_MET else ""
        text += f": {one.reason}" if one.reason else ""
    else:
        text = one.reason or VERDICT_WORDS[one.verdict]
    repeats = {Flag.BASELINE_ONLY}
    if Verdict.REGRESSED in {one.verdict, one.last_verdict}:
        repeats.add(Flag.BELOW_BASELINE)
    more = flag_words(flag for flag in one.flags if flag not in repeats)
    return f"{text}; {more}" if more else text


def _by_now(one: ReadRow, measure: Measure) -> str:
    """What was expected by the end of the value's period, and how much of it came."""
    case = one.case
    if case is None or case.expected is None:
        return ""
    expected = figure_text(case.expected, measure.unit, measure.values)
    actual = case.actual.value
    same = figure_text(actual, measure.unit, measure.values) == expected
    if same and case.expected != actual:
        side = "over" if case.expected > actual else "under"
        expected = f"a little {side} {expected}"
    is_better = case.pace is not None and case.pace >= 0
    pace = f", {share_text(case.pace)} of the pace" if is_better else ""
    return f" ({expected} expected{pace})"


def outlook(one: ReadRow, row: Row, measure: Measure, method: str) -> Iterator[str]:
    """What it takes from here, how many methods agree, how near the next verdict is."""
    case, unit = one.case, measure.unit
    if case is None:
        return
    is_open = not meets(case.goal, case.actual.value, case.tolerance)
    if one.needed_per_year is not None and is_open:
        best = row.best_per_year
        known = (
            f"; the best year so far was {gap_text(best, unit)}"
            if best is not None
            else ""
        )
        yield f"needs {gap_text(one.needed_per_year, unit)} a year from here{known}"
    found = sensitivity(case, one.outcomes, method)
    if found.of > 1:
        # The values at which a verdict changes are those of our own method.
        edge = found.better if method == DEFAULT else None
        near = (
            f"; it would be {VERDICT_WORDS[edge.verdict]} at "
            f"{edge_text(edge.value, unit, measure.values)} "
            f"({gap_text(edge.distance, unit)})"
            if edge
            else ""
        )
        yield f"{found.agree} of {found.of} methods agree{near}"


def forecast_line(row: Row, measure: Measure) -> Iterator[str]:
    """Where the values so far lead, as long as the target is not met."""
    found = row.forecast
    if found is None or row.verdict is Verdict.MET:
        return
    low, high = (figure_text(end, measure.unit) for end in (found.low, found.high))
    yield (
        f"if the {found.points} values so far go on: {low} to {high} by then "
        "(least squares, 80 percent)"
    )


def original_line(row: Row, measure: Measure) -> Iterator[str]:
    """How it stands as it was first set, where target or baseline were replaced."""
    first = row.original
    if first is None:
        return
    parts = [f"“{first.text}”"] if first.text != row.promise.text else []
    if first.baseline is not None and first.baseline.value is not None:
        value = value_text(first.baseline.value, measure.unit, measure.values)
        parts.append(f"from {value}")
    yield f"as first set ({', '.join(parts)}): {VERDICT_WORDS[first.verdict]}"


def claim_lines(row: Row) -> Iterator[str]:
    """What others said of it, in their words."""
    return map(claim_text, row.claims)


def claim_text(claim: LinkedClaim) -> str:
    """Who said what, and when."""
    record = claim.record
    by = f"{record.by} said" if record.by else "said"
    when = f" ({record.cycle})" if record.cycle else ""
    return f"{by} “{record.verdict}”{when}"
