"""Runs the rules over a plan: from a folder to diagnostics, in one place.

Here, and nowhere else, findings get their severity, their place and their
suggestions, and ignores are applied.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planctl.check.catalogue import CHECKS, FAMILIES
from planctl.check.cycles import choose_cycle, choose_since, day_of_cycle
from planctl.check.echoes import gather_repeats, without_echoes
from planctl.check.ignores import Ignored, apply_ignores, unknown_rules
from planctl.check.naming import (
    fingerprints,
    with_fingerprints,
    with_suggestions,
)
from planctl.check.selection import Selection
from planctl.collector import collector_off
from planctl.diagnostics import Check, Diagnostic, Related, Severity
from planctl.evidence.shared import Shared
from planctl.link import LinkedPlan, link_plan
from planctl.load import LoadedPlan, Surroundings, load_plan
from planctl.progress.rollup import Elsewhere, Part, serving_elsewhere
from planctl.progress.standing import Standing, find_standing
from planctl.rules import RULES, Finding, Review, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from planctl.check.baseline import Entry

__all__ = [
    "CHECKS",
    "FAMILIES",
    "CheckedPlan",
    "Ignored",
    "Selection",
    "check_plan",
    "choose_cycle",
    "choose_since",
    "day_of_cycle",
    "fingerprints",
    "gather_repeats",
    "with_others",
    "with_suggestions",
]


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan with its statuses and all that was found in it.

    `diagnostics` are sorted by file, line, column and name; `selection` says which
    checks they come from. `accepted` are those that a baseline holds, and `stale` its
    entries that nothing answers to any more. `elsewhere` is what other plans' items
    add to this one's, where other plans were named.
    """

    loaded: LoadedPlan
    plan: LinkedPlan
    standing: Standing
    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[Ignored, ...]
    selection: Selection
    accepted: tuple[Diagnostic, ...] = ()
    stale: tuple[Entry, ...] = ()
    elsewhere: Elsewhere = field(default_factory=dict)

    @property
    def are_rules_run(self) -> bool:
        """Whether the rules looked at it: they wait until all of it can be read."""
        return self.loaded.is_complete and self.loaded.is_whole

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(one.severity is severity for one in self.diagnostics)


def check_plan(  # noqa: PLR0913 - where, when, and what is looked for
    folder: Path,
    as_of: date,
    *,
    cycle: str | None = None,
    selection: Selection | None = None,
    stand_at_cycle: bool = False,
    surroundings: Surroundings | None = None,
) -> CheckedPlan:
    """Load, link and check the plan in a folder.

    Args:
        folder: the folder with the plan's `plan.yaml`.
        as_of: the day on which one stands.
        cycle: a cycle or the name of one; the latest reported where none is named.
        selection: which checks run.
        stand_at_cycle: stand on the cycle's last day, or the latest date among its
            updates where that is later, instead of on `as_of`.
        surroundings: other plans that it may refer to.

    Raises:
        UsageError: the plan has no such cycle.
    """
    with collector_off():
        loaded = load_plan(folder, surroundings)
        linked = link_plan(loaded)
        plan = linked.plan
        chosen = choose_cycle(plan, cycle, as_of)
        day = day_of_cycle(plan, chosen, as_of) if stand_at_cycle else as_of
        standing = find_standing(plan, chosen, day)
        wanted = (selection or Selection()).within(loaded.lint)
        found = [*loaded.problems, *linked.problems, *unknown_rules(loaded)]
        if loaded.is_complete and loaded.is_whole:
            told = _run(RULES, plan, standing, wanted)
            # Of an item that was not read whole, nobody can say what it lacks.
            found += [one for one in told if one.subject not in loaded.partial]
        shown, ignored = apply_ignores(loaded, found, wanted)
        shown = [
            wanted.stamp(one) for one in without_echoes(shown) if wanted.runs(one.check)
        ]
        return CheckedPlan(
            loaded,
            plan,
            standing,
            with_fingerprints(sorted(shown, key=_in_file_order)),
            ignored,
            wanted,
        )


def with_others(checked: CheckedPlan, others: Iterable[CheckedPlan]) -> CheckedPlan:
    """A plan together with what the items of other plans add to its own."""
    prefix = f"{checked.plan.info.id}:"
    found: dict[str, list[Part]] = {}
    for other in others:
        for name, parts in serving_elsewhere(other.standing).items():
            if name.startswith(prefix):
                found.setdefault(name.removeprefix(prefix), []).extend(parts)
    return replace(checked, elsewhere=found)


def _run(
    rules: Iterable[Rule], plan: LinkedPlan, standing: Standing, wanted: Selection
) -> Iterator[Diagnostic]:
    shared, limits = Shared(plan), plan.lint.limits
    review = Review(plan, standing, shared)
    for rule in rules:
        if wanted.runs(rule.check):
            own = review
            if rule.limit is not None:
                limit = limits.get(rule.check.name, rule.limit)
                own = Review(plan, standing, shared, limit)
            for finding in rule.find(own):
                yield _place(plan, rule.check, finding)


def _place(plan: LinkedPlan, check: Check, finding: Finding) -> Diagnostic:
    """A finding with its severity and its place."""
    span = plan.places.span
    return Diagnostic(
        check,
        finding.message,
        span(finding.record, finding.path, finding.part),
        finding.help,
        tuple(
            Related(span(record, path), label)
            for record, path, label in finding.related
        ),
        subject=finding.subject or getattr(finding.record, "id", "") or "",
        field_name=".".join(str(step) for step in finding.path),
        word=finding.word,
    )


def _in_file_order(one: Diagnostic) -> tuple[object, ...]:
    span = one.span
    return (span.file, span.line, span.column, one.rule, one.message)
