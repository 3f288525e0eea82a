"""What is wrong in a plan, as values: severity, place, message, help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Severity(StrEnum):
    """How much a diagnostic matters; the order of `RANK` is worst first."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for advice."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Check:
    """Something planctl looks for: its name, family, severity and explanation.

    `text` is Markdown with the headings `What it finds`, `Why it matters`,
    `Bad` and `Good`; `planctl explain` and `docs/rules.md` print it.
    """

    name: str
    family: str
    severity: Severity
    summary: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: lines and columns count code points from 1.

    `file` is a POSIX path relative to the plan's folder; `end_column` is
    exclusive.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a diagnostic."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake, at one place.

    `subject` names the record concerned (an id where there is one) and
    `field_name` the field of it: with the offending text they make the
    `fingerprint`, which holds when lines move and is given to all that is told.
    """

    check: Check
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""
    field_name: str = ""
    word: str = ""
    candidates: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.check.severity

    @property
    def rule(self) -> str:
        """The name of the check that found it."""
        return self.check.name


def by_name(checks: Sequence[Check]) -> dict[str, Check]:
    """Index checks by name.

    Raises:
        ValueError: two checks have one name.
    """
    index = {check.name: check for check in checks}
    if len(index) != len(checks):
        raise ValueError("two checks have the same name")
    return index
