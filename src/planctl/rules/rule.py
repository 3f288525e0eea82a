"""What a rule is: a generator of findings, with its name and its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import getdoc
from typing import TYPE_CHECKING

from planctl.diagnostics import Check, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planctl.link import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.progress.standing import Standing


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: a record, the path of a field in it, and what to say.

    `part` narrows the place to a part of the field's text; `subject` names what the
    finding is about where the record has no id.
    """

    record: Record
    path: Path
    message: str
    help: str = ""
    related: tuple[tuple[Record, Path, str], ...] = ()
    part: str = ""
    subject: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over a linked plan and the statuses that hold in it."""

    check: Check
    find: Callable[[LinkedPlan, Standing], Iterator[Finding]]


def rule(
    family: str, severity: Severity
) -> Callable[[Callable[[LinkedPlan, Standing], Iterator[Finding]]], Rule]:
    """Make a rule of a generator: its name is the function's, its text the docstring.

    The docstring's first line says what is wrong; its headings are `What it finds`,
    `Why it matters`, `Bad` and `Good`.
    """

    def make(find: Callable[[LinkedPlan, Standing], Iterator[Finding]]) -> Rule:
        name = find.__name__.replace("_", "-")
        summary, _, text = (getdoc(find) or "").partition("\n")
        check = Check(name, family, severity, summary.rstrip("."), text.strip("\n"))
        return Rule(check, find)

    return make
