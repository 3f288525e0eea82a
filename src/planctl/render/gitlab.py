"""Findings as a GitLab code quality report: a list of issues.

docs.gitlab.com/ci/testing/code_quality, "Code Quality report format".
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from planctl.render.visible import one_line

if TYPE_CHECKING:
    from planctl.report.validation import DiagnosticOut, PlanFindings

_SEVERITIES = {"error": "major", "warning": "minor", "advice": "info"}


class GitlabFindings:
    """A JSON list with one issue for each finding; no two fingerprints are equal."""

    def __init__(self) -> None:
        self._parts = 0

    def head(self) -> str:
        """The beginning of the list."""
        return "["

    def plan(self, found: PlanFindings) -> str:
        """The issues of a plan, each on a line."""
        return "".join(
            self._line(_issue(found, one)) for one in found.document.diagnostics
        )

    def tail(self) -> str:
        """The end of the list."""
        return "\n]\n"

    def _line(self, issue: object) -> str:
        self._parts += 1
        comma = "," if self._parts > 1 else ""
        return f"{comma}\n{json.dumps(issue, ensure_ascii=False)}"


def _issue(found: PlanFindings, one: DiagnosticOut) -> dict[str, object]:
    help_text = f"; {one_line(one.help)}" if one.help else ""
    # Two plans of one repository may each have the same finding.
    name = hashlib.sha256(f"{found.home}\0{one.fingerprint}".encode("utf-8", "replace"))
    return {
        "description": f"{one_line(one.message)}{help_text}",
        "check_name": one.rule,
        "fingerprint": name.hexdigest()[:32],
        "severity": _SEVERITIES[one.severity],
        "location": {
            "path": found.path(one.file),
            "lines": {"begin": one.line, "end": one.end_line},
        },
    }
