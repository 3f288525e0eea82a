"""A baseline: the findings of a day, accepted, so that only new ones count.

A text file with one finding a line: the plan's id, the fingerprint, the rule, and
then, for people, the place and the message. Lines that begin with `#` are remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planctl.check.catalogue import CHECKS
from planctl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planctl.check import CheckedPlan
    from planctl.diagnostics import Diagnostic

_LINE = re.compile(
    r"(?P<plan>\S+) (?P<fingerprint>[0-9a-f]{16}(?:-\d+)?) (?P<rule>[a-z0-9-]+)"
    r"(?: (?P<text>.*))?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a baseline; `text` is for people: the place and the message."""

    plan: str
    fingerprint: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are accepted, by plan and fingerprint."""

    plans: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def accept(self, checked: CheckedPlan) -> CheckedPlan:
        """The plan with what is accepted taken from what was found.

        An entry is stale where its check ran and found nothing; not of a plan that
        could not be read whole, as its rules wait.
        """
        entries = self.plans.get(name_of(checked), {})
        found = {one.fingerprint for one in checked.diagnostics}
        stale = [
            one
            for one in entries.values()
            if one.fingerprint not in found and _is_looked_for(one, checked)
        ]
        split: tuple[list[Diagnostic], list[Diagnostic]] = ([], [])
        for one in checked.diagnostics:
            split[one.fingerprint in entries].append(one)
        return replace(
            checked,
            diagnostics=tuple(split[False]),
            accepted=tuple(split[True]),
            stale=tuple(stale),
        )

    def left_over(self, checked: CheckedPlan) -> list[Entry]:
        """The entries of a plan that a run could not have found, so that they stay."""
        entries = self.plans.get(name_of(checked), {}).values()
        return [one for one in entries if not _is_looked_for(one, checked)]


def read_baseline(text: str, name: str) -> Baseline:
    """Read the text of a baseline; `name` is its file's, for the message.

    Raises:
        UsageError: a line of it is not understood.
    """
    plans: dict[str, dict[str, Entry]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise UsageError(
                f"line {number} of {name} is no line of a baseline; "
                "--write-baseline writes the file again"
            )
        entry = Entry(**match.groupdict(""))
        plans.setdefault(entry.plan, {})[entry.fingerprint] = entry
    return Baseline(plans)


def entries_of(checked: CheckedPlan) -> list[Entry]:
    """What was found in a plan, as entries of a baseline."""
    return [
        Entry(
            name_of(checked),
            one.fingerprint,
            one.rule,
            " ".join(f"{one.span.file}: {one.message}".split()),
        )
        for one in (*checked.diagnostics, *checked.accepted)
    ]


def _name(checked: CheckedPlan) -> str:
    return "_".join(checked.plan.info.id.split()) or "-"


def name_of(checked: CheckedPlan) -> str:
    """What a baseline calls a plan: its id, without white space."""
    return "_".join(checked.plan.info.id.split()) or "-"


def _is_looked_for(entry: Entry, checked: CheckedPlan) -> bool:
    """Whether a run would find it: its check ran, or is no more."""
    check = CHECKS.get(entry.rule)
    if check is None:
        return True
    return checked.are_rules_run and checked.selection.runs(check)
