"""What was found in a plan: the document of `planctl validate`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planctl.check import CHECKS, with_suggestions
from planctl.diagnostics import Diagnostic, Related, Severity
from planctl.report.envelope import Envelope, envelope
from planctl.rules import RULES

if TYPE_CHECKING:
    from planctl.check import CheckedPlan

SCHEMA = "planctl.validate/1"


@dataclass(frozen=True, slots=True)
class RelatedOut:
    """A second place, and what is there."""

    label: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class DiagnosticOut:
    """One finding; lines and columns count code points from 1."""

    rule: str
    family: str
    severity: str
    message: str
    help: str | None
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    related: tuple[RelatedOut, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class IgnoredOut(DiagnosticOut):
    """A finding that is known, and the reason why it stays."""

    reason: str
    reason_file: str
    reason_line: int


@dataclass(frozen=True, slots=True)
class StaleOut:
    """An entry of the baseline that nothing answers to any more."""

    rule: str
    fingerprint: str
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was read and found."""

    files: int
    items: int
    levels: dict[str, int]
    errors: int
    warnings: int
    advice: int
    ignored: int
    accepted: int
    complete: bool


@dataclass(frozen=True, slots=True)
class ValidationDocument(Envelope):
    """All that was found in one plan.

    `accepted` is what a baseline holds, `stale` what it holds and nothing answers to.
    """

    diagnostics: tuple[DiagnosticOut, ...]
    ignored: tuple[IgnoredOut, ...]
    accepted: tuple[DiagnosticOut, ...]
    stale: tuple[StaleOut, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class PlanFindings:
    """What was found in one plan, for programs that look at a whole repository.

    `home` is the plan's folder, seen from the root of its repository: a relative POSIX
    path. `ran` are the checks that looked at the plan, `waiting` those that wait until
    all of it can be read.
    """

    document: ValidationDocument
    home: str
    ran: tuple[str, ...]
    waiting: tuple[str, ...]

    def path(self, file: str) -> str:
        """A file of the plan, seen from the root of the repository."""
        return file if self.home == "." else f"{self.home}/{file}"


def build_findings(checked: CheckedPlan, path: str, home: str) -> PlanFindings:
    """Say what was found in a checked plan, whose folder is `path` from here."""
    rules = {rule.check.name for rule in RULES} if not checked.are_rules_run else set()
    chosen = [name for name, one in CHECKS.items() if checked.selection.runs(one)]
    return PlanFindings(
        build_validation(checked, path),
        home,
        tuple(name for name in chosen if name not in rules),
        tuple(name for name in chosen if name in rules),
    )


def build_validation(checked: CheckedPlan, path: str) -> ValidationDocument:
    """Say what was found in a checked plan, whose folder is `path`."""
    head = envelope(checked, path, SCHEMA)
    return ValidationDocument(
        head.schema,
        head.planctl,
        head.plan,
        head.as_of,
        head.cycle,
        tuple(
            DiagnosticOut(**_diagnostic(one))
            for one in with_suggestions(checked.diagnostics)
        ),
        build_ignored(checked),
        tuple(DiagnosticOut(**_diagnostic(one)) for one in checked.accepted),
        tuple(StaleOut(one.rule, one.fingerprint, one.text) for one in checked.stale),
        summarize(checked),
    )


def build_ignored(checked: CheckedPlan) -> tuple[IgnoredOut, ...]:
    """Say what is known in a checked plan, and why it stays."""
    return tuple(
        IgnoredOut(
            **_diagnostic(one.diagnostic),
            reason=one.reason,
            reason_file=one.span.file,
            reason_line=one.span.line,
        )
        for one in checked.ignored
    )


def summarize(checked: CheckedPlan) -> Summary:
    """Count what was read and found."""
    plan = checked.plan
    levels = dict.fromkeys(plan.levels, 0)
    for item in plan.items:
        levels[item.level] += 1
    return Summary(
        plan.file_count,
        len(plan.items),
        levels,
        checked.count(Severity.ERROR),
        checked.count(Severity.WARNING),
        checked.count(Severity.ADVICE),
        len(checked.ignored),
        len(checked.accepted),
        plan.is_complete,
    )


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    """The fields of a `DiagnosticOut`."""
    span = one.span
    return {
        "rule": one.rule,
        "family": one.check.family,
        "severity": str(one.severity),
        "message": one.message,
        "help": one.help or None,
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "related": tuple(_related(related) for related in one.related),
        "fingerprint": one.fingerprint,
    }


def _related(one: Related) -> RelatedOut:
    span = one.span
    return RelatedOut(
        one.label, span.file, span.line, span.column, span.end_line, span.end_column
    )
