"""How a status is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.report.packet.views import LineView, StatusView
from planctl.report.wording import STATE_WORDS, cycle_title, day
from planctl.targets.writing import write_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.link.linked import LinkedLine
    from planctl.progress.standing import Own, Standing


def status_view(
    plan: LinkedPlan, standing: Standing, item: LinkedItem
) -> StatusView | None:
    """The status of an item; none where none is expected and none was given."""
    own = standing.own.get(item.position)
    remark = _remark(plan, standing, item, own)
    if own is None or (own.status is None and own.state is None):
        # Where nothing was ever reported, "not reported" on every line says nothing.
        due = standing.has_reports and item.position in standing.due
        return StatusView("not_reported", "not reported", "", remark) if due else None
    state = own.state or "no_state"
    meaning = STATE_WORDS[state]
    if own.status is None:
        return StatusView(state, meaning, "worked out from its lines", remark)
    same = _key(own.status) == _key(meaning)
    return StatusView(state, own.status, "" if same else meaning, remark)


def line_view(
    line: LinkedLine, sites: dict[str, str], expand: Callable[[str], str]
) -> LineView:
    """A line reported under an item, its note passed through `expand`."""
    word = line.record.status
    status = None
    if word is not None:
        state = line.state or "no_state"
        meaning = STATE_WORDS[state]
        same = _key(word) == _key(meaning)
        status = StatusView(state, word, "" if same else meaning, "")
    where = [sites.get(line.site or "", line.site or ""), line.record.scope or ""]
    return LineView(
        line.record.number or "",
        ", ".join(part for part in where if part),
        status,
        expand(line.record.note or ""),
        line.record.evidence,
    )


def _remark(
    plan: LinkedPlan, standing: Standing, item: LinkedItem, own: Own | None
) -> str:
    parts = []
    if item.is_reported_on and standing.is_overdue(item) and item.last_day:
        parts.append(f"overdue since {day(item.last_day)}")
    if own is not None and own.percent is not None and own.update.percent is not None:
        parts.append(f"{write_number(own.percent)}% done")
    if own is not None and own.cycle != standing.cycle and own.status is not None:
        parts.append(f"reported {cycle_title(own.cycle, plan.cycles)}")
    if own is not None and own.update.is_by_exception:
        parts.append("by exception")
    if own is not None and own.update.covered_by is not None:
        parts.append(f"reported with {plan.items[own.update.covered_by].number}")
    return "; ".join(parts)


def _key(word: str) -> str:
    return " ".join(word.replace("_", " ").split()).casefold()
