"""Findings as annotations of GitHub Actions, with a summary of the job.

docs.github.com, "Workflow commands for GitHub Actions": how a command is written and
escaped. Of one step at most ten annotations of each kind are shown.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planctl.render.markup import escape_markdown
from planctl.render.visible import lines_of, one_line, visible_name
from planctl.report.wording import count

if TYPE_CHECKING:
    from planctl.report.validation import DiagnosticOut, PlanFindings

_KINDS = {"error": "error", "warning": "warning", "advice": "notice"}
_MOST = 10
# A summary of more than 1 MiB is refused whole; some room for the lines around.
_SUMMARY_BYTES = 1_000_000
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


class GithubFindings:
    """Workflow commands, as many as are shown; all findings are in the summary."""

    def __init__(self) -> None:
        self._told: Counter[str] = Counter()
        self._plans: list[str] = []
        self._rows: list[str] = []
        self._size = 0
        self._left_out = 0

    def head(self) -> str:
        """Nothing."""
        return ""

    def plan(self, found: PlanFindings) -> str:
        """The annotations of a plan, the worst first."""
        document = found.document
        told = sorted(document.diagnostics, key=lambda one: _ORDER.index(one.severity))
        self._summarize(found, told)
        return "".join(
            f"{_command(found, one)}\n" for one in told if self._has_room(one.severity)
        )

    def tail(self) -> str:
        """Nothing."""
        return ""

    def summary(self) -> str:
        """The summary of the job, as Markdown: plans, then findings."""
        head = (
            "### planctl validate\n\n"
            "| Plan | Errors | Warnings | Advice | Ignored |\n"
            "| --- | --: | --: | --: | --: |\n"
        )
        table = (
            "\n| | Rule | Place | What |\n| --- | --- | --- | --- |\n"
            if self._rows
            else ""
        )
        rest = (
            f"\n{count(self._left_out, 'line')} more; the log has them all.\n"
            if self._left_out
            else ""
        )
        return "".join((head, *self._plans, table, *self._rows, rest))

    def _has_room(self, severity: str) -> bool:
        self._told[severity] += 1
        return self._told[severity] <= _MOST

    def _summarize(self, found: PlanFindings, told: list[DiagnosticOut]) -> None:
        total = found.document.summary
        name = escape_markdown(found.document.plan.title)
        self._keep(
            self._plans,
            f"| {name} | {total.errors} | {total.warnings} | {total.advice} "
            f"| {total.ignored} |\n",
        )
        for one in told:
            where = escape_markdown(f"{found.path(one.file)}:{one.line}")
            self._keep(
                self._rows,
                f"| {one.severity} | {one.rule} | {where} "
                f"| {escape_markdown(one.message)} |\n",
            )

    def _keep(self, rows: list[str], row: str) -> None:
        self._size += len(row.encode("utf-8", "backslashreplace"))
        if self._size <= _SUMMARY_BYTES:
            rows.append(row)
        else:
            self._left_out += 1


_ORDER = tuple(_KINDS)


def _command(found: PlanFindings, one: DiagnosticOut) -> str:
    fields = {
        "file": visible_name(found.path(one.file)),
        "line": str(one.line),
        "endLine": str(one.end_line),
    }
    if one.end_line == one.line:
        # Columns are refused where an annotation has several lines.
        fields["col"] = str(one.column)
        fields["endColumn"] = str(max(one.column, one.end_column - 1))
    fields["title"] = one.rule
    told = ",".join(f"{key}={_escape(text, _PROPERTY)}" for key, text in fields.items())
    lines = [one_line(one.message), *(lines_of(one.help) if one.help else ())]
    message = _escape("\n".join(lines), _DATA)
    return f"::{_KINDS[one.severity]} {told}::{message}"


def _escape(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
