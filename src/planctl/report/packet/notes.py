"""How to read the report: what its figures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl import __version__
from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.report.packet.sources import find_sources
from planctl.report.packet.standing import anchor
from planctl.report.packet.views import (
    DifferenceView,
    KnownView,
    NotesView,
    WordRow,
)
from planctl.report.wording import STATE_WORDS, count, day, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.check import CheckedPlan
    from planctl.progress.standing import Standing
    from planctl.report.status import Rollups

_CHOSEN = (
    "What needs attention is chosen by rule: overdue, on hold, moved back.",
    "Then come items not reported, last reported earlier, or unclear.",
    "Targets not met, worse than at the start or off track come last.",
    "The first page names one of each rule before a second of any.",
)
_RULES = {
    "standard": "An item is complete only if all that is reported on below it is. "
    "It is on hold if all that is not complete is.",
    "lowest": "An item stands where its lowest part stands.",
    "majority": "An item stands where most of its parts stand; of two, the lower.",
    "mean": "An item's percent is the mean of its parts: 0, 50 or 100 each.",
    "weighted": "An item's percent is the weighted mean of its parts.",
}


def build_notes(
    checked: CheckedPlan,
    now: Standing,
    rollups: Rollups,
    commit: str,
    on_targets: tuple[str, ...] = (),
) -> NotesView:
    """Say how statuses were mapped and rolled up, and what is known to be wrong.

    Args:
        checked: the plan.
        now: its statuses, narrowed to what the packet is about.
        rollups: what these add up to.
        commit: the commit that the plan's folder is at, if known.
        on_targets: how targets were judged.
    """
    return NotesView(
        (*_sentences(now, rollups), *on_targets),
        _CHOSEN if now.has_reports else (),
        tuple(_scale(now)),
        tuple(_differences(now, rollups)),
        tuple(_known(checked, now)),
        tuple(find_sources(now)),
        _findings(checked),
        f"planctl {__version__}" + (f", plan at {commit}" if commit else ""),
    )


def _sentences(now: Standing, rollups: Rollups) -> Iterator[str]:
    plan, total = now.plan, rollups.now.total
    if total.of and now.has_reports:
        yield "Statuses are the owners' own words; what they add up to is worked out."
        rules = dict.fromkeys(
            [plan.info.rollup, *(lv.rollup for lv in plan.levels.values() if lv.rollup)]
        )
        for rule in rules:
            yield _RULES[rule]
        coverage = plan.info.coverage if plan.info.coverage is not None else 50
        yield (
            f"A state is given where at least {coverage}% of what is due was reported: "
            f"here {total.reported} of {total.expected}."
        )
        if total.stale:
            yield (
                f"{count(len(total.stale), 'status', 'statuses')} held over from an "
                "earlier cycle count in the state, not as reported."
            )
    if now.among is not None:
        yield "This report is narrowed: only the items that it is about are counted."
    yield f"The report stands on {day(now.as_of)}."
    later = [c for c in plan.reported_cycles if now.cycle < c]
    if later:
        yield f"Later reports are left out: {listed([c.id for c in later])}."
    if any(item.due or item.period for item in plan.items):
        start = plan.calendar.school_year(2000).start
        yield f"A school year begins on {day(start).rpartition(',')[0]}."
        yield "A date printed as a month, season or year ends on its last day."


def _scale(now: Standing) -> Iterator[WordRow]:
    words = now.plan.vocabulary.general
    if words is None or not now.has_reports:
        return
    for state in State:
        own = getattr(words, state)
        if own:
            yield WordRow(", ".join(own), STATE_WORDS[state])


def _known(checked: CheckedPlan, now: Standing) -> Iterator[KnownView]:
    """Findings that stay, with their reasons; of the items that are looked at."""
    items = {now.plan.items[position].id for position in now.among or ()}
    for one in checked.ignored:
        found = one.diagnostic
        if now.among is None or found.subject in items:
            place = f"{found.span.file}:{found.span.line}"
            yield KnownView(place, found.message, one.reason)


def _differences(now: Standing, rollups: Rollups) -> Iterator[DifferenceView]:
    """Items that say one thing while their parts add up to another."""
    plan = now.plan
    for position, rollup in rollups.now.below.items():
        own = now.own.get(position)
        if own is None or own.status is None or str(own.state) == str(rollup.state):
            continue
        item = plan.items[position]
        if not now.looks_at(item):
            continue
        yield DifferenceView(
            anchor(item), item.id, item.title, own.status, STATE_WORDS[rollup.state]
        )


def _findings(checked: CheckedPlan) -> str:
    errors, warnings = (checked.count(s) for s in (Severity.ERROR, Severity.WARNING))
    if not errors and not warnings:
        return ""
    parts = []
    if errors:
        parts.append(count(errors, "error"))
    if warnings:
        parts.append(count(warnings, "warning"))
    return f"planctl validate reports {listed(parts)} in the plan."
