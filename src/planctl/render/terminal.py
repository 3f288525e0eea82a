"""Findings as text, as rustc and ruff show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len

from planctl.check import with_suggestions
from planctl.render.visible import (
    as_argument,
    lines_of,
    one_line,
    uncommanded,
    visible,
    visible_name,
)
from planctl.report.validation import summarize
from planctl.report.wording import count, in_sentence, plan_name
from planctl.source import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.check import CheckedPlan
    from planctl.diagnostics import Diagnostic, Severity, Span

_TAB = "    "
_WIDEST = 120


class Paint(Protocol):
    """Colours a text by its role: error, warning, advice, place, help or title."""

    def __call__(self, text: str, role: str) -> str:
        """The text, coloured or not."""


def no_paint(text: str, role: str) -> str:
    """The text as it is."""
    del role
    return text


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How findings are shown: how many, and whether known ones are, too.

    `room` is how many columns a line of a file may take; it is cut to them.
    `are_several` is whether other plans are shown beside.
    """

    most: int | None = 20
    show_ignored: bool = False
    paint: Paint = no_paint
    room: int = _WIDEST
    are_several: bool = False


def render_findings(
    checked: CheckedPlan, path: str, options: TextOptions | None = None
) -> str:
    """Write the findings of one plan, errors first, and a summary.

    Args:
        checked: the plan.
        path: its folder, for the commands that are suggested.
        options: how much is shown.
    """
    chosen = options or TextOptions()
    ordered = sorted(checked.diagnostics, key=lambda one: one.severity.rank)
    shown = with_suggestions(ordered[: chosen.most])
    texts = {source.path: source.text for source in checked.loaded.sources}
    lines = list(_findings(shown, texts, chosen))
    if lines and chosen.are_several:
        lines.insert(0, chosen.paint(f"{visible_name(path)}:", "title"))
    hidden = len(ordered) - len(shown)
    if hidden:
        lines += [f"{hidden} more; all of them: --all", ""]
    if chosen.show_ignored:
        lines += _ignored(checked, chosen.paint)
    lines += _summary(checked, path, shown)
    return "\n".join(lines) + "\n"


def _findings(
    shown: Sequence[Diagnostic], texts: dict[str, str], options: TextOptions
) -> Iterator[str]:
    file = None
    split = {}
    for one in shown:
        if one.span.file != file:
            file = one.span.file
            yield options.paint(visible_name(file), "title")
            if file not in split:
                split[file] = split_lines(texts.get(file, ""))
        yield from _finding(one, split, options)
    if shown:
        yield ""


def _finding(
    one: Diagnostic,
    split: dict[str, list[str]],
    options: TextOptions,
) -> Iterator[str]:
    paint = options.paint
    head = paint(f"{one.severity}[{one.rule}]", one.severity)
    yield f"  {head}: {one_line(one.message)}"
    span = one.span
    margin = len(str(max(span.line, *(r.span.line for r in one.related), 1)))
    where = f"{visible_name(span.file)}:{span.line}:{span.column}"
    yield f"  {' ' * margin} {paint('-->', 'place')} {where}"
    lines = split[span.file]
    bar = paint("|", "place")
    quotes = [(r.span, "-", one_line(r.label)) for r in one.related]
    quotes = [quote for quote in quotes if quote[0].file == span.file]
    quotes.append((span, "^", ""))
    quotes.sort(key=lambda quote: quote[0].line)
    if any(lines[quote[0].line - 1 : quote[0].line] for quote in quotes):
        yield f"  {' ' * margin} {bar}"
    for place, sign, label in quotes:
        if 0 < place.line <= len(lines) and lines[place.line - 1].strip():
            yield from _quote(place, sign, label, lines, margin, one.severity, options)
    for related in one.related:
        other = related.span
        if other.file != span.file:
            yield (
                f"  {' ' * margin} = {one_line(related.label)}: "
                f"{visible_name(other.file)}:{other.line}:{other.column}"
            )
    if one.help:
        first, *more = lines_of(one.help)
        yield f"  {' ' * margin} = {paint('help', 'help')}: {first}"
        for line in more:
            yield f"  {' ' * margin}   {line}"


def _quote(  # noqa: PLR0913 - a quoted line has that many parts
    span: Span,
    sign: str,
    label: str,
    lines: list[str],
    margin: int,
    severity: Severity,
    options: TextOptions,
) -> Iterator[str]:
    """A source line with its place marked below; long lines are cut."""
    line = lines[span.line - 1]
    begin = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    paint, widest = options.paint, options.room
    cut = max(0, begin - widest // 2) if _width(line) > widest else 0
    before, marked = line[cut:begin], line[begin : max(end, begin + 1)]
    room = max(widest - _width(before), 1)
    marked = _fitting(marked, room)
    rest = _fitting(line[begin + len(marked) :], room - _width(marked))
    # A command may stand across the parts.
    text = uncommanded("".join(map(_shown, (before, marked, rest)))).rstrip()
    bar = paint("|", "place")
    number = paint(str(span.line).rjust(margin), "place")
    lead = "…" if cut else ""
    marks = sign * max(_width(marked), 1)
    indent = " " * (_width(before) + len(lead))
    role = severity if sign == "^" else "place"
    tail = f" {label}" if label else ""
    yield f"  {number} {bar} {lead}{text}"
    yield f"  {' ' * margin} {bar} {indent}{paint(marks + tail, role)}"


def _fitting(text: str, room: int) -> str:
    """As much of a text as fits into some columns; at least its first character."""
    for end in range(min(len(text), room), 1, -1):
        if _width(text[:end]) <= room:
            return text[:end]
    return text[:1] if room > 0 else ""


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _width(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return cell_len(_shown(text))


def _ignored(checked: CheckedPlan, paint: Paint) -> list[str]:
    lines = [paint("Ignored, each with its reason", "title")]
    for one in checked.ignored:
        span = one.diagnostic.span
        lines += [
            (
                f"  {visible_name(span.file)}:{span.line}  {one.diagnostic.rule}: "
                f"{one_line(one.diagnostic.message)}"
            ),
            f"      {one_line(one.reason)}",
        ]
    return [*lines, ""]


def _summary(checked: CheckedPlan, path: str, shown: Sequence[Diagnostic]) -> list[str]:
    plan, summary = checked.plan, summarize(checked)
    levels = [
        count(
            number,
            in_sentence(plan.levels[key].name),
            in_sentence(plan.levels[key].several),
        )
        for key, number in summary.levels.items()
        if number
    ]
    what = ", ".join([count(summary.files, "file"), *(levels or ["no items"])])
    found = ", ".join(
        (
            count(summary.errors, "error"),
            count(summary.warnings, "warning"),
            f"{summary.advice} advice",
        )
    )
    lines = [
        f"{one_line(plan_name(plan.info))}: {what}",
        f"{found}.{_known(summary.ignored)}",
    ]
    if not summary.complete:
        # A plan that is named in the same command tells its own mistakes.
        is_here = checked.loaded.problems or checked.loaded.info.uses is None
        part = "Part of it" if is_here else "Part of the plan that it uses"
        lines.append(f"{part} could not be read: the rules wait until it can.")
    lines += _against_baseline(checked)
    return [*lines, f"Next: {_next(shown, path)}"]


def _known(ignored: int) -> str:
    if not ignored:
        return ""
    are = "is" if ignored == 1 else "are"
    known = count(ignored, "known finding")
    return f" {known} {are} ignored with a reason (--show-ignored)."


def _against_baseline(checked: CheckedPlan) -> list[str]:
    lines = []
    if checked.accepted:
        known = count(len(checked.accepted), "other finding")
        lines.append(f"The baseline accepts {known}.")
    if checked.stale:
        gone = count(len(checked.stale), "finding")
        lines.append(f"{gone} of the baseline no longer here (--write-baseline):")
        lines += [f"  {one.rule}: {one_line(one.text)}" for one in checked.stale]
    return lines


def _next(shown: Sequence[Diagnostic], path: str) -> str:
    if shown:
        return f"planctl explain {shown[0].rule}"
    return f"planctl status {as_argument(path)}"
