"""Which checks run, and how severe what they find is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planctl.diagnostics import Check, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planctl.model.plan import Lint


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks run, by name or family, and how severe they are.

    An empty `select` is all of them; `ignore` wins over `select`. `is_strict` makes
    errors of warnings whose severity is not chosen.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, str] = field(default_factory=dict)
    is_strict: bool = False

    def runs(self, check: Check) -> bool:
        """Whether a check is among those that were asked for."""
        name, family = check.name, check.family
        if name in self.ignore or family in self.ignore:
            return False
        if self.severity.get(name) == "off":
            return False
        return not self.select or name in self.select or family in self.select

    def stamp(self, diagnostic: Diagnostic) -> Diagnostic:
        """A diagnostic with the severity that was chosen for it."""
        usual = diagnostic.severity
        is_raised = self.is_strict and usual is Severity.WARNING
        usual = Severity.ERROR if is_raised else usual
        chosen = self.severity.get(diagnostic.rule, usual)
        if chosen == diagnostic.severity:
            return diagnostic
        check = replace(diagnostic.check, severity=Severity(chosen))
        return replace(diagnostic, check=check)

    def within(self, lint: Lint) -> Selection:
        """This selection over the plan's own severities; the command line wins."""
        severity = {**lint.severity, **self.severity}
        return replace(self, severity=severity, is_strict=lint.strict)
