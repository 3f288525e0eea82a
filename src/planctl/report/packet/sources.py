"""Where the statuses of a packet stand in the plan's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.report.packet.views import SourceView
from planctl.report.wording import count, cycle_title, day, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.progress.standing import Own, Standing


def find_sources(now: Standing) -> Iterator[SourceView]:
    """Each file that statuses come from, with the line of each, in document order."""
    by_file: dict[str, list[tuple[str, int, Own]]] = {}
    for position, own in sorted(now.own.items()):
        item, update = now.plan.items[position], own.update
        if own.is_reported and now.looks_at(item):
            span = now.plan.places.span(update.record or update.report)
            by_file.setdefault(span.file, []).append((item.id, span.line, own))
    for file, given in by_file.items():
        yield SourceView(
            file,
            _gave(now, [own for _, _, own in given]),
            tuple(f"{name} line {line}" for name, line, _ in given),
        )


def _gave(now: Standing, owns: list[Own]) -> str:
    """What a file gave: how many statuses, of which cycles, by whom, and when."""
    updates = [own.update for own in owns]
    cycles = dict.fromkeys(cycle_title(one.cycle, now.plan.cycles) for one in updates)
    people = dict.fromkeys(one.by for one in updates if one.by)
    days = sorted({one.date for one in updates if one.date})
    some = "" if all(one.by for one in updates) else "some "
    parts = [count(len(owns), "status", "statuses"), ", ".join(cycles)]
    if people:
        parts.append(f"{some}by {listed(list(people))}")
    if days:
        last = f" to {day(days[-1])}" if days[1:] else ""
        rest = "" if all(one.date for one in updates) else ", some without a date"
        parts.append(f"{day(days[0])}{last}{rest}")
    return "; ".join(parts)
