"""What was found in a plan: the document of `planctl validate`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.check import fingerprints, with_suggestions
from planctl.diagnostics import Diagnostic, Severity
from planctl.report.envelope import Envelope, envelope

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
class IgnoredOut:
    """A finding that is known, and the reason why it stays."""

    rule: str
    message: str
    file: str
    line: int
    reason: str
    reason_file: str
    reason_line: int


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
    complete: bool


@dataclass(frozen=True, slots=True)
class ValidationDocument(Envelope):
    """All that was found in one plan."""

    diagnostics: tuple[DiagnosticOut, ...]
    ignored: tuple[IgnoredOut, ...]
    summary: Summary


def build_validation(checked: CheckedPlan, path: str) -> ValidationDocument:
    """Say what was found in a checked plan, whose folder is `path`."""
    head = envelope(checked, path, SCHEMA)
    found = with_suggestions(checked.diagnostics)
    return ValidationDocument(
        head.schema,
        head.planctl,
        head.plan,
        head.as_of,
        head.cycle,
        tuple(
            _diagnostic(one, name)
            for one, name in zip(found, fingerprints(found), strict=True)
        ),
        tuple(
            IgnoredOut(
                one.diagnostic.rule,
                one.diagnostic.message,
                one.diagnostic.span.file,
                one.diagnostic.span.line,
                one.reason,
                one.span.file,
                one.span.line,
            )
            for one in checked.ignored
        ),
        summarize(checked),
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
        plan.is_complete,
    )


def _diagnostic(one: Diagnostic, fingerprint: str) -> DiagnosticOut:
    span = one.span
    return DiagnosticOut(
        one.rule,
        one.check.family,
        one.severity,
        one.message,
        one.help or None,
        span.file,
        span.line,
        span.column,
        span.end_line,
        span.end_column,
        tuple(
            RelatedOut(
                related.label,
                related.span.file,
                related.span.line,
                related.span.column,
                related.span.end_line,
                related.span.end_column,
            )
            for related in one.related
        ),
        fingerprint,
    )
