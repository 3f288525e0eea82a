"""The roll-up as a tree in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from planctl.calendar.cycles import AS_PUBLISHED
from planctl.progress.rollup import NO_STATE, NOT_REPORTED
from planctl.render.console import printed
from planctl.render.visible import one_line
from planctl.report.wording import (
    STATE_WORDS,
    UNREAD,
    count,
    cycle_title,
    in_sentence,
    plan_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.table import Table

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.report.status import (
        GroupOut,
        ItemStatus,
        OwnOut,
        RollupOut,
        StatusDocument,
    )

_SIGNS = {
    "complete": "#",
    "in_progress": ".",
    "not_started": "-",
    "on_hold": "!",
    "discontinued": "x",
    NO_STATE: "~",
    NOT_REPORTED: "?",
}
_HEADS = {
    "complete": "done",
    "in_progress": "doing",
    "not_started": "not begun",
    "on_hold": "hold",
    "discontinued": "given up",
    NO_STATE: "~",
    NOT_REPORTED: "?",
}
_BAR = 20
_LEAST_LABEL = 12
# Titles may lose this many columns before something else is left out.
_CUT = 12
_MOST = {"own": 13, "lowest, overdue": 30}
_RIGHT = frozenset({*_HEADS.values(), *_SIGNS.values(), "reported"})


def render_status(
    document: StatusDocument,
    plan: LinkedPlan,
    *,
    depth: int | None = None,
    width: int = 120,
    colour: bool = False,
) -> str:
    """Write how a plan stands, as a tree or by what was asked for.

    Args:
        document: the statuses.
        plan: the plan, for the words of its levels.
        depth: how many levels are opened; none: all items that have parts.
        width: columns of the terminal.
        colour: whether to use colours.
    """
    if not plan.is_complete:
        return f"{_head(document, plan)}\n{UNREAD}\nNext: planctl validate\n"
    if document.totals.of == 0:
        return f"{_head(document, plan)}\nNothing in this plan is reported on.\n"
    if not plan.updates:
        return (
            f"{_head(document, plan)}\nNothing was reported yet for "
            f"{count(document.totals.of, 'item')}.\n{_next(document, plan)}"
        )
    rows = [_cells("All", "", document.totals)]
    hidden = 0
    if document.by:
        rows += [_group_row(group, document) for group in document.groups]
    else:
        for item, status in zip(plan.items, document.items, strict=True):
            if _is_open(item, status, depth):
                rows.append(_row(item, status))
            elif item.is_reported_on:
                hidden += 1
    layout = _fit(_shown_states(document), rows, width)
    table = layout.table(rows, width)
    lines = [_head(document, plan), printed([table], width, colour=colour)]
    if not layout.remark:
        lines += [f"{row.label.strip()}: {row.remark}" for row in rows if row.remark]
    return "\n".join([*lines, *_notes(document, plan, hidden)]) + "\n"


def _head(document: StatusDocument, plan: LinkedPlan) -> str:
    title = cycle_title_of(document, plan)
    return f"{one_line(plan_name(plan.info))}: {title}, as of {document.as_of}"


def cycle_title_of(document: StatusDocument, plan: LinkedPlan) -> str:
    """What to call the cycle of a document."""
    from planctl.calendar.cycles import PUBLISHED

    cycle = plan.cycle_calendar.find(document.cycle.id) or PUBLISHED
    return one_line(cycle_title(cycle, plan.cycles))


def _next(document: StatusDocument, plan: LinkedPlan) -> str:
    """What to do where nothing was reported; nothing when the plan is over."""
    end = plan.period.last_day if plan.period else None
    if end is not None and end < document.as_of:
        return f"The plan ended on {end}.\n"
    example = _example(plan, document.as_of)
    return f"Next: write a file under updates/ with `cycle: {example}`\n"


def _example(plan: LinkedPlan, today: date) -> str:
    """A cycle of the plan's first year, else of this one, to begin with."""
    start = plan.period.start if plan.period else None
    year = plan.calendar.year_of(start or today)
    first = next(iter(plan.cycle_calendar.in_year(year)), None)
    return first.id if first else AS_PUBLISHED


class _Row(NamedTuple):
    """One line of the tree, as texts."""

    label: str
    own: str
    state: str
    counts: dict[str, int]
    reported: str
    bar: str
    remark: str


class _Layout(NamedTuple):
    """Which columns are shown: what is said of the item itself, its bar, a remark.

    `short` heads are the signs of the bar.
    """

    states: list[str]
    own: bool
    bar: bool
    remark: bool
    short: bool

    def table(self, rows: Sequence[_Row], width: int) -> Table:
        """Lay out the rows; titles are cut where they do not fit."""
        from rich.table import Table

        table = Table(box=None, pad_edge=False, header_style="bold")
        heads, widths = self._heads(), self._widths(rows)
        widths[0] = min(widths[0], max(width - self._rest(rows), _LEAST_LABEL))
        for head, size in zip(heads, widths, strict=True):
            table.add_column(
                head,
                width=size,
                no_wrap=True,
                overflow="ellipsis",
                justify="right" if head in _RIGHT else "left",
            )
        for row in rows:
            table.add_row(*self._texts(row))
        return table

    def room(self, rows: Sequence[_Row], width: int) -> int:
        """How much of a width is left for the titles, beyond what they need: 0."""
        return min(width - self._rest(rows) - self._widths(rows)[0], 0)

    def _rest(self, rows: Sequence[_Row]) -> int:
        widths = self._widths(rows)
        return sum(widths[1:]) + 2 * len(widths)

    def _widths(self, rows: Sequence[_Row]) -> list[int]:
        columns = zip(*(self._texts(row) for row in rows), strict=True)
        return [
            min(max(cell_len(text) for text in (head, *column)), _MOST.get(head, 999))
            for head, column in zip(self._heads(), columns, strict=True)
        ]

    def _heads(self) -> list[str]:
        names = _SIGNS if self.short else _HEADS
        return [
            "",
            *(["own"] if self.own else []),
            "adds up to",
            *(names[state] for state in self.states),
            "reported",
            *([" "] if self.bar else []),
            *(["lowest, overdue"] if self.remark else []),
        ]

    def _texts(self, row: _Row) -> list[str]:
        return [
            row.label,
            *([row.own] if self.own else []),
            row.state,
            *(str(row.counts.get(state, "")) for state in self.states),
            row.reported,
            *([row.bar] if self.bar else []),
            *([row.remark] if self.remark else []),
        ]


def _fit(states: list[str], rows: Sequence[_Row], width: int) -> _Layout:
    """The fullest layout in which most of a title can be read."""
    own = any(row.own for row in rows)
    layouts = (
        _Layout(states, own, bar=True, remark=True, short=False),
        _Layout(states, own, bar=True, remark=False, short=False),
        _Layout(states, own, bar=False, remark=False, short=False),
        _Layout(states, own, bar=False, remark=False, short=True),
        _Layout(states, False, bar=False, remark=False, short=True),
    )
    return next((one for one in layouts if one.room(rows, width) >= -_CUT), layouts[-1])


def _shown_states(document: StatusDocument) -> list[str]:
    counts = document.totals.counts
    return [state for state in _HEADS if counts[state]]


def _is_open(item: LinkedItem, status: ItemStatus, depth: int | None) -> bool:
    if depth is not None:
        return item.depth < depth
    return status.rolled_up is not None


def _row(item: LinkedItem, status: ItemStatus) -> _Row:
    label = f"{'  ' * item.depth}{one_line(item.number)} {one_line(item.title)}"
    own = _own(status.own)
    if status.rolled_up is None:
        return _Row(label, own, "", {}, "", "", "")
    return _cells(label, own, status.rolled_up)


def _group_row(group: GroupOut, document: StatusDocument) -> _Row:
    label = one_line(group.name)
    if document.by == "aligned":
        label = f"{one_line(group.id)} {label}"
    return _cells(label, "", group.rolled_up)


def _own(own: OwnOut | None) -> str:
    if own is None:
        return ""
    if own.status is None:
        return f"{count(len(own.entries), 'line')}" if own.entries else ""
    text = one_line(own.status)
    return f"stale: {text}" if own.stale else text


def _cells(label: str, own: str, rollup: RollupOut) -> _Row:
    return _Row(
        label,
        own,
        STATE_WORDS[rollup.state],
        rollup.counts,
        f"{rollup.reported} of {rollup.expected}",
        bar(rollup.counts),
        _remark(rollup),
    )


def bar(counts: dict[str, int], width: int = _BAR) -> str:
    """A distribution as signs: one an item, or in proportion where there are more."""
    total = sum(counts.values())
    known = {state: counts.get(state, 0) for state in _SIGNS if counts.get(state, 0)}
    if total > width:
        known = _in_proportion(known, total, width)
    return "".join(_SIGNS[state] * number for state, number in known.items())


def _in_proportion(known: dict[str, int], total: int, width: int) -> dict[str, int]:
    """Share out the width by largest remainder; nothing that is there is lost."""
    shares = {state: max(number * width / total, 1) for state, number in known.items()}
    whole = {state: int(share) for state, share in shares.items()}
    rest = sorted(shares, key=lambda state: whole[state] - shares[state])
    for state in rest[: max(width - sum(whole.values()), 0)]:
        whole[state] += 1
    return whole


def _remark(rollup: RollupOut) -> str:
    parts = []
    if rollup.lowest is not None and rollup.lowest.state in {"on_hold", "not_started"}:
        parts.append(f"{rollup.lowest.id} {STATE_WORDS[rollup.lowest.state]}")
    if rollup.overdue:
        parts.append(f"{len(rollup.overdue)} overdue: {_some(rollup.overdue)}")
    if rollup.stale:
        parts.append(f"{len(rollup.stale)} stale")
    if rollup.percent is not None:
        parts.append(f"{rollup.percent:.0f}%")
    if rollup.previous_state and rollup.previous_state != rollup.state:
        parts.append(f"was {STATE_WORDS[rollup.previous_state]}")
    return "; ".join(parts)


def _some(ids: Sequence[str], most: int = 3) -> str:
    rest = "..." if len(ids) > most else ""
    return ", ".join(ids[:most]) + rest


def _notes(document: StatusDocument, plan: LinkedPlan, hidden: int) -> Iterator[str]:
    used = [state for state in _SIGNS if document.totals.counts[state]]
    yield "Bar: " + ", ".join(f"{_SIGNS[s]} {STATE_WORDS[s]}" for s in used) + "."
    if document.by:
        yield "An item may stand in several rows." if document.by != "level" else ""
        return
    rule = _rules(plan)
    yield (
        '"own" is what people said of the item itself; "adds up to" is worked out '
        f"from what is reported on below it (rule: {rule})."
    )
    if hidden:
        one, several = "item", "items"
        levels = {item.level for item in plan.items if item.is_reported_on}
        if len(levels) == 1:
            level = plan.levels[levels.pop()]
            one, several = in_sentence(level.name), in_sentence(level.several)
        yield f"{count(hidden, one, several)} closed up: --depth all."
    if any(status.served_by for status in document.items):
        yield "What serves what stands beside it: --by aligned."


def _rules(plan: LinkedPlan) -> str:
    own = {level.rollup for level in plan.levels.values() if level.rollup}
    names = dict.fromkeys([plan.info.rollup, *sorted(own)])
    meaning = "complete only if all are" if plan.info.rollup == "standard" else ""
    return ", ".join(names) + (f", {meaning}" if meaning else "")
