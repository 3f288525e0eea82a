"""How to read the report: what its figures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl import __version__
from planctl.diagnostics import Severity
from planctl.model.reporting import State
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
    from planctl.report.status import Rollups

_RULES = {
    "standard": "An item is complete only if all that is reported on below it is. "
    "It is on hold if all that is not complete is.",
    "lowest": "An item stands where its lowest part stands.",
    "majority": "An item stands where most of its parts stand; of two, the lower.",
    "mean": "An item's percent is the mean of its parts: 0, 50 or 100 each.",
    "weighted": "An item's percent is the weighted mean of its parts.",
}


def build_notes(checked: CheckedPlan, rollups: Rollups, commit: str) -> NotesView:
    """Say how statuses were mapped and rolled up, and what is known to be wrong."""
    return NotesView(
        tuple(_sentences(checked, rollups)),
        tuple(_scale(checked)),
        tuple(_differences(checked, rollups)),
        tuple(
            KnownView(
                f"{one.diagnostic.span.file}:{one.diagnostic.span.line}",
                one.diagnostic.message,
                one.reason,
            )
            for one in checked.ignored
        ),
        _findings(checked),
        f"planctl {__version__}" + (f", plan at {commit}" if commit else ""),
    )


def _sentences(checked: CheckedPlan, rollups: Rollups) -> Iterator[str]:
    plan, standing, total = checked.plan, checked.standing, rollups.now.total
    if total.of and standing.own:
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
    yield f"The report stands on {day(standing.as_of)}."
    later = [c for c in plan.reported_cycles if standing.cycle < c]
    if later:
        yield f"Later reports are left out: {listed([c.id for c in later])}."
    start = plan.calendar.school_year(2000).start
    yield f"A school year begins on {day(start).rpartition(',')[0]}."


def _scale(checked: CheckedPlan) -> Iterator[WordRow]:
    words = checked.plan.vocabulary.general
    if words is None or not checked.standing.own:
        return
    for state in State:
        own = getattr(words, state)
        if own:
            yield WordRow(", ".join(own), STATE_WORDS[state])


def _differences(checked: CheckedPlan, rollups: Rollups) -> Iterator[DifferenceView]:
    """Items that say one thing while their parts add up to another."""
    plan = checked.plan
    for position, rollup in rollups.now.below.items():
        own = checked.standing.own.get(position)
        if own is None or own.status is None or str(own.state) == str(rollup.state):
            continue
        item = plan.items[position]
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
