"""A target explained, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.render.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.report.target import RungView, TargetView
    from planctl.targets import Unread

_LABEL = 11


def render_target(view: TargetView) -> str:
    """Write a target with its readings, numbered where there are several."""
    lines = [one_line(view.text), ""]
    lines += [f"  {label:<{_LABEL}}{one_line(text)}" for label, text in view.facts]
    for place, rung in enumerate(view.rungs, 1):
        if len(view.rungs) > 1:
            lines += ["", f"Step {place}"]
        lines += _rung(rung)
    return "\n".join(lines) + "\n"


def render_unread(unread: Unread) -> str:
    """Write a target that cannot be read, the part in the way underlined."""
    before = visible(unread.text[: unread.offset]).replace("\n", " ")
    part = visible(unread.part).replace("\n", " ")
    text = visible(unread.text).replace("\n", " ")
    help_ = f"a form that can: {unread.near}" if unread.near else unread.help
    line = f"{' ' * len(before)}{'^' * max(len(part), 1)}"
    return (
        f"planctl: this target cannot be read: {unread.why}\n"
        f"  {text}\n  {line}\n"
        f"  {one_line(help_)}\n"
    )


def _rung(rung: RungView) -> Iterator[str]:
    for place, text in enumerate(rung.due):
        yield f"  {'' if place else 'due':<{_LABEL}}{one_line(text)}"
    several = len(rung.readings) > 1
    if several:
        yield ""
        yield f"It can be read in {len(rung.readings)} ways, and the report shows each:"
    for place, reading in enumerate(rung.readings, 1):
        yield ""
        yield f"{f'{place}. ' if several else '  '}{reading.sentence}"
        for label, text in reading.facts:
            yield f"  {label:<{_LABEL}}{one_line(text)}"
