"""The plan's targets on the first page, what needs attention, and what moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.progress.verdicts import JUDGED, Verdict, find_progress
from planctl.progress.verdicts.methods import DEFAULT
from planctl.report.packet.attention import who
from planctl.report.packet.standing import anchor
from planctl.report.packet.views import (
    AttentionView,
    Segment,
    TargetChange,
    TargetsView,
)
from planctl.report.progress.sentences import says
from planctl.report.progress.words import VERDICT_WORDS, value_text
from planctl.report.target_words import plain
from planctl.report.wording import count, cycle_title, listed, scope_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planctl.link import LinkedPlan
    from planctl.progress.standing import Standing
    from planctl.progress.verdicts import Progress, Row

CANNOT = "cannot be judged"
_MARKS = {
    Verdict.MET: "complete",
    Verdict.ON_TRACK: "in_progress",
    Verdict.BEHIND: "no_state",
    Verdict.OFF_TRACK: "on_hold",
    Verdict.REGRESSED: "on_hold",
    Verdict.NOT_MET: "discontinued",
    Verdict.NOT_DUE: "not_started",
}
"""The mark of a verdict: a shape that is known from statuses, beside its word."""
_UNJUDGED = "not_reported"
_RULES = {
    Verdict.NOT_MET: "target not met",
    Verdict.REGRESSED: "target: worse than at the start",
    Verdict.OFF_TRACK: "target off track",
    Verdict.AMBIGUOUS: "target depends on the reading",
}
"""Which verdicts need attention, by rule, in the order in which they choose."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """The targets that a packet is about, as they stand now and as they stood."""

    now: tuple[Row, ...]
    then: tuple[Row, ...]


def judge_targets(
    plan: LinkedPlan,
    progress: Progress,
    then: Standing | None,
    about: Callable[[Row], bool],
) -> Judged:
    """Judge targets, now and on the day of `then`; `about` says which ones."""
    rows = tuple(_last_steps(progress, about))
    if then is None:
        return Judged(rows, ())
    before = find_progress(plan, min(then.as_of, progress.as_of))
    return Judged(rows, tuple(_last_steps(before, about)))


def _last_steps(progress: Progress, about: Callable[[Row], bool]) -> Iterator[Row]:
    return (row for row in progress.rows if row.is_final and about(row))


def stands_texts(plan: LinkedPlan, rows: Sequence[Row]) -> dict[str, list[str]]:
    """How each target stands in a line a group and site, by the id of the promise."""
    found: dict[str, list[str]] = {}
    for row in rows:
        measure = plan.measures[row.cell.measure]
        scope = "".join(f", {name}" for name in row.cell[1:] if name)
        text = f"{measure.title}{scope}: “{row.promise.text}”: {says(row, measure)}"
        found.setdefault(row.promise.id, []).append(text)
    return found


def targets_view(rows: Sequence[Row]) -> TargetsView | None:
    """How many targets stand how; none where there are none."""
    if not rows:
        return None
    counts = Counter(row.verdict for row in rows)
    known = {one: counts[one] for one in _MARKS if counts[one]}
    left = len(rows) - sum(known.values())
    return TargetsView(
        _sentence(rows, known, listed(list(_why(counts)))),
        tuple(_segments(known, left)) if known else (),
    )


def _sentence(rows: Sequence[Row], known: dict[Verdict, int], why: str) -> str:
    total = count(len(rows), "target")
    if not known and len(rows) == 1:
        return f"The one target {CANNOT}: {why.partition(' ')[2]}."
    if not known:
        return f"None of the {total} can be judged yet: {why}."
    said = [f"{number:,} {VERDICT_WORDS[one]}" for one, number in known.items()]
    left = len(rows) - sum(known.values())
    rest = f"; {left:,} {CANNOT} ({why})" if left else ""
    return f"Of {total}: {listed(said)}{rest}."


def _why(counts: Counter[Verdict]) -> Iterator[str]:
    """Why targets cannot be judged, and how many."""
    for verdict, number in counts.items():
        if verdict not in _MARKS:
            yield f"{number:,} {VERDICT_WORDS[verdict]}"


def _segments(known: dict[Verdict, int], left: int) -> Iterator[Segment]:
    total = sum(known.values()) + left
    parts = [(_MARKS[one], VERDICT_WORDS[one], known[one]) for one in known]
    if left:
        parts.append((_UNJUDGED, CANNOT, left))
    start = 0
    for state, word, number in parts:
        begin, end = (round(100 * n / total, 2) for n in (start, start + number))
        yield Segment(state, word, number, begin, round(end - begin, 2))
        start += number


def targets_at_risk(plan: LinkedPlan, rows: Sequence[Row]) -> Iterator[AttentionView]:
    """Targets that need attention: by rule, then in the order of the plan.

    Where nothing was measured in the due period, how it stood before counts. What
    several items promise alike is told once.
    """
    told: set[tuple[object, ...]] = set()
    for verdict, rule in _RULES.items():
        for row in rows:
            if (row.last_verdict or row.verdict) is not verdict:
                continue
            key = (row.cell, row.promise.text, row.step.dues)
            if key not in told:
                told.add(key)
                yield _attention(plan, row, verdict, rule)


def _attention(
    plan: LinkedPlan, row: Row, verdict: Verdict, rule: str
) -> AttentionView:
    measure = plan.measures[row.cell.measure]
    scope = scope_text(plan, row.cell.group, row.cell.site)
    title = f"{measure.title}, {scope}" if scope else measure.title
    why = f"{rule}: “{_short(row.promise.text)}”"
    if row.actual is not None and row.actual.value is not None:
        value = value_text(row.actual.value, measure.unit, measure.values)
        why = f"{why}; it was {value} in {row.actual.name}"
    if row.last_verdict not in {None, Verdict.AMBIGUOUS}:
        why = f"{why}, {row.reason}"
    position = row.promise.item
    mark = _MARKS.get(verdict, "no_state")
    if position is None:
        return AttentionView("", "", title, mark, rule, why, "")
    item = plan.items[position]
    return AttentionView(anchor(item), item.id, title, mark, rule, why, who(plan, item))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def moved_targets(plan: LinkedPlan, judged: Judged) -> tuple[TargetChange, ...]:
    """Targets whose verdict is another than it was, in the order of the plan."""
    before = {row.id: row for row in judged.then}
    found = []
    for row in judged.now:
        was = before.get(row.id)
        if was is None or (was.verdict, was.last_verdict) == (
            row.verdict,
            row.last_verdict,
        ):
            continue
        measure = plan.measures[row.cell.measure]
        item = None if row.promise.item is None else plan.items[row.promise.item]
        found.append(
            TargetChange(
                anchor(item) if item else "",
                item.id if item else "",
                f"{measure.title}: {_short(row.promise.text)}",
                says(was, plan.measures[was.cell.measure]),
                says(row, measure),
            )
        )
    return tuple(found)


def moved_sentences(
    plan: LinkedPlan, judged: Judged, then: Standing | None
) -> Iterator[str]:
    """How many verdicts moved since the cycle before; nothing where none did."""
    moved = moved_targets(plan, judged)
    if then is not None and moved:
        verb = "stands" if len(moved) == 1 else "stand"
        since = cycle_title(then.cycle, plan.cycles)
        yield f"{count(len(moved), 'target')} {verb} otherwise than at {since}."


def target_notes(plan: LinkedPlan, rows: Sequence[Row]) -> Iterator[str]:
    """How targets were judged, in sentences; nothing where there are none."""
    if not any(row.verdict in JUDGED or row.last_verdict for row in rows):
        return
    bands = plan.progress.bands
    if plan.progress.method in {None, DEFAULT}:
        yield "Targets are judged by pace: the change so far, against that expected."
        yield "Expected is a straight line from the baseline to the target."
        yield (
            f"At least {plain(bands.on_track)}% of it is on track, at least "
            f"{plain(bands.behind)}% behind, less off track."
        )
    else:
        yield f"Targets are judged by the method {plan.progress.method}."
    if any(len(row.readings) > 1 for row in rows):
        yield "A target with two readings is judged under both."
    if any(row.verdict is Verdict.SUPPRESSED for row in rows):
        yield "Values of small groups of students are withheld."
