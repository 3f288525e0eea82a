"""Targets and how they stand, as a table in the terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from planctl.render.console import printed
from planctl.render.visible import one_line
from planctl.report.wording import UNREAD, plan_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.table import Table

    from planctl.link import LinkedPlan
    from planctl.report.progress.view import (
        MeasureView,
        ProgressView,
        TargetView,
        Unjudged,
    )

_HEADS = ("", "baseline", "latest", "target", "share of\nthe change", "how it stands")
_MOST, _LEAST = 18, 16
_INDENT = "  "


class _Line(NamedTuple):
    """One row of the table; a line without cells runs over the whole width."""

    label: str
    cells: tuple[str, ...] = ()
    is_title: bool = False


def render_progress(
    view: ProgressView,
    plan: LinkedPlan,
    notes: Iterable[str] = (),
    *,
    width: int = 120,
    colour: bool = False,
) -> str:
    """Write how the targets of a plan stand, measure by measure.

    Args:
        view: what is said of them.
        plan: the plan, for its name.
        notes: what else is to be said, after the summary.
        width: columns of the terminal.
        colour: whether to use colours.
    """
    name = plan_name(plan.info)
    head = f"{one_line(name)}: targets as of {view.as_of} (method: {view.method})"
    if not plan.is_complete:
        head = f"{head}\n{UNREAD}"
    elif not (view.measures or view.unjudged or view.summary):
        head = f"{head}\nNo measure of this plan has a target."
    if not view.measures and not view.unjudged:
        return "\n".join([head, *view.summary, ""])
    lines = [line for measure in view.measures for line in _lines(measure)]
    table = _table(lines, width, colour=colour) if lines else ""
    return "\n".join(
        [
            head,
            *_some(table),
            *_unjudged(view),
            "",
            *view.summary,
            *(one_line(note) for note in notes if note),
            "",
        ]
    )


def _some(text: str) -> list[str]:
    return ["", text] if text else []


def _unjudged(view: ProgressView) -> Iterator[str]:
    """Targets of which nothing is known, by the reason why."""
    by_reason: dict[str, list[Unjudged]] = {}
    for one in view.unjudged:
        by_reason.setdefault(one.why, []).append(one)
    for why, several in by_reason.items():
        yield f"\nNot judged, {one_line(why)}:"
        for one in several:
            scope = f", {one.scope}" if one.scope else ""
            item = f" [{one.item}]" if one.item else ""
            yield one_line(f"{_INDENT}{one.measure}: “{one.text}”{scope}{item}")


def _lines(measure: MeasureView) -> Iterator[_Line]:
    better = f" ({measure.better})" if measure.better else ""
    trend = f"  {measure.trend}" if len(measure.trend) > 1 else ""
    yield _Line(f"{one_line(measure.title)}{better}{trend}", is_title=True)
    known = ("", "")
    for target in measure.targets:
        now = (target.baseline, target.latest)
        baseline, latest = ("", "") if now == known else now
        known = now
        yield _Line(
            _INDENT + _label(target),
            (baseline, latest, target.target, target.share, one_line(target.says)),
        )
        for reading in target.readings:
            yield _Line(
                f"{_INDENT * 2}{one_line(reading.name)}",
                ("", "", reading.target, reading.share, one_line(reading.says)),
            )
            yield from _said(reading.outlook, reading.steps, 3)
        yield from _said(target.outlook, target.steps, 2)
        yield from _said(target.claims, (), 2)
    for remark in measure.remarks:
        yield _Line(_INDENT + one_line(remark))


def _said(outlook: Iterable[str], steps: Iterable[str], depth: int) -> Iterator[_Line]:
    for one in (*steps, *outlook):
        yield _Line(f"{_INDENT * depth}{one_line(one)}")


def _label(target: TargetView) -> str:
    scope = f", {target.scope}" if target.scope else ""
    item = f" [{target.item}]" if target.item else ""
    is_said = target.due in target.text and not target.is_step
    due = "" if is_said else f", due {target.due}"
    return one_line(f"“{target.text}”{scope}{due}{item}")


def _table(lines: Sequence[_Line], width: int, *, colour: bool) -> str:
    """Lines in columns; those without cells run over the whole width.

    Where the terminal is too narrow for columns, one figure stands behind the other.
    """
    widths = _widths(lines, width)
    if sum(widths) + 2 * len(widths) <= width:
        parts = [_grid([_HEADS], widths, "bold"), *_parts(lines, widths)]
    else:
        stacked = [one for line in lines for one in _stacked(line)]
        parts = list(_parts(stacked, widths))
    return printed(parts, width, colour=colour).strip("\n")


def _parts(lines: Sequence[_Line], widths: list[int]) -> Iterator[RenderableType]:
    """Grids of the lines with cells, and the others between them."""
    for has_cells, some in groupby(lines, lambda line: bool(line.cells)):
        if has_cells:
            yield _grid([(line.label, *line.cells) for line in some], widths)
            continue
        for line in some:
            if line.is_title:
                yield ""
            yield _indented(line.label, "bold" if line.is_title else "")


def _stacked(line: _Line) -> Iterator[_Line]:
    """A row of the table as lines: its figures with their names, how it stands."""
    yield line._replace(cells=())
    if not line.cells:
        return
    *figures, says = line.cells
    names = (head.replace("\n", " ") for head in _HEADS[1:-1])
    known = (
        f"{name} {text}" for name, text in zip(names, figures, strict=True) if text
    )
    depth = len(line.label) - len(line.label.lstrip()) + len(_INDENT)
    for text in ("; ".join(known), says):
        if text:
            yield _Line(" " * depth + text)


def _indented(text: str, style: str = "") -> Padding:
    """A text whose further lines begin where the first does."""
    from rich.padding import Padding

    inner = text.lstrip(" ")
    return Padding(inner, (0, 0, 0, len(text) - len(inner)), style=style)


def _grid(
    rows: Sequence[tuple[str, ...]], widths: Sequence[int], style: str = ""
) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    for size in widths:
        grid.add_column(width=size, vertical="top", overflow="fold")
    for row in rows:
        label, *cells = row
        grid.add_row(_indented(label), *cells, style=style or None)
    return grid


def _widths(lines: Sequence[_Line], width: int) -> list[int]:
    """Columns as wide as their longest text; the first and the last share the rest."""
    columns = list(zip(*(line.cells for line in lines if line.cells), strict=True))
    middle = [
        min(max(cell_len(text) for text in (*head.split("\n"), *column)), _MOST)
        for head, column in zip(_HEADS[1:-1], columns[:-1], strict=True)
    ]
    gaps = 2 * len(_HEADS)
    rest = max(width - sum(middle) - gaps, 2 * _LEAST)
    label = max(
        min(
            max(cell_len(line.label) for line in lines if line.cells),
            rest * 3 // 5,
        ),
        _LEAST,
    )
    return [label, *middle, max(rest - label, _LEAST)]
