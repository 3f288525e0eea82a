"""Findings in short, for tests that compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.check import with_suggestions
from planctl.diagnostics import declared

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.diagnostics import Diagnostic


def found(checked: CheckedPlan) -> list[Diagnostic]:
    """What reading, loading and linking found, with suggestions; no rule's findings."""
    shown = with_suggestions(checked.diagnostics)
    return [one for one in shown if one.rule in declared.BY_NAME]


def told(checked: CheckedPlan) -> list[str]:
    """The same in one line each: place, name and message."""
    return [
        f"{one.span.line}:{one.span.column} {one.rule}: {one.message}"
        for one in found(checked)
    ]


def the_only(checked: CheckedPlan) -> Diagnostic:
    """The one finding of reading, loading and linking that there must be."""
    (one,) = found(checked)
    return one
