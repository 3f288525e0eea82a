"""Runs the rules over a plan: from a folder to diagnostics, in one place.

Here, and nowhere else, findings get their severity, their place and their
suggestions, and ignores are applied.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.calendar.cycles import AS_PUBLISHED, PUBLISHED, CycleInstance
from planctl.collector import collector_off
from planctl.diagnostics import Check, Diagnostic, Related, Severity, declared
from planctl.diagnostics.suggest import nearest, nearest_few
from planctl.errors import UsageError
from planctl.link import LinkedPlan, link_plan
from planctl.load import LoadedPlan, Surroundings, load_plan
from planctl.progress.rollup import Elsewhere, Part, serving_elsewhere
from planctl.progress.standing import Standing, find_standing
from planctl.rules import RULES, Finding, Review, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from planctl.diagnostics import Span
    from planctl.model.plan import Lint
    from planctl.source import Remark

CHECKS: dict[str, Check] = {
    check.name: check for check in (*declared.DECLARED, *(r.check for r in RULES))
}
_LIMITED = tuple(rule.check.name for rule in RULES if rule.limit is not None)
FAMILIES = frozenset(check.family for check in CHECKS.values())
_MOST_COMPARED = 1_000_000
_IGNORE = re.compile(r"ignore\[(?P<rules>[^\]]*)\]\s*(?P<reason>.*)", re.DOTALL)


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
        names = {check.name, check.family}
        if self.severity.get(check.name) == "off" or names & self.ignore:
            return False
        return not self.select or bool(names & self.select)

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


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is known, and why it stays."""

    diagnostic: Diagnostic
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan with its statuses and all that was found in it.

    `diagnostics` are sorted by file, line, column and name. `elsewhere` is what other
    plans' items add to this one's, where other plans were named.
    """

    loaded: LoadedPlan
    plan: LinkedPlan
    standing: Standing
    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[Ignored, ...]
    elsewhere: Elsewhere = field(default_factory=dict)

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
    found = [*loaded.problems, *linked.problems, *_unknown_rules(loaded)]
    if loaded.is_complete and loaded.is_whole:
        told = _run(RULES, plan, standing, wanted)
        # Of an item that was not read whole, nobody can say what it lacks.
        found += [one for one in told if one.subject not in loaded.partial]
    shown, ignored = _apply_ignores(loaded, found, wanted)
    shown = [wanted.stamp(one) for one in shown if wanted.runs(one.check)]
    return CheckedPlan(
        loaded, plan, standing, tuple(sorted(shown, key=_in_file_order)), tuple(ignored)
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


def choose_cycle(plan: LinkedPlan, name: str | None, as_of: date) -> CycleInstance:
    """The cycle that a name means on a day.

    A name such as `mid-year` is its latest instance that anything was reported for,
    else `as-published` where something was reported for it, else the latest begun.
    Without a name it is the latest reported.

    Raises:
        UsageError: the plan has no such cycle.
    """
    visible = [update.cycle for update in plan.updates if update.known_on <= as_of]
    if name is None:
        return max(visible, default=None) or _latest_begun(plan, as_of)
    if name == AS_PUBLISHED or "/" in name:
        found = plan.cycle_calendar.find(name)
        if found is not None:
            return found
    elif name in plan.cycles:
        named = [cycle for cycle in visible if cycle.name == name]
        published = PUBLISHED if PUBLISHED in visible else None
        begun = _begun(plan, name, as_of)
        return max(named, default=None) or published or begun or PUBLISHED
    raise UsageError(
        f"the plan {plan.info.id} has no cycle {name}; "
        f"it has {', '.join((*plan.cycles, AS_PUBLISHED))}"
    )


def day_of_cycle(plan: LinkedPlan, cycle: CycleInstance, as_of: date) -> date:
    """The later of a cycle's last day and the latest date among its updates."""
    dates = [u.date for u in plan.updates if u.cycle == cycle and u.date is not None]
    days = [day for day in (cycle.end, *dates) if day is not None]
    return max(days, default=as_of)


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A name for each diagnostic that holds when lines move; equal ones are counted."""
    import hashlib

    seen: Counter[str] = Counter()
    for one in diagnostics:
        parts = (one.rule, one.span.file, one.subject, one.field_name, one.word)
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace"))
        name = digest.hexdigest()[:16]
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def with_suggestions(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics, their help with the nearest known word.

    Called for what is shown only; each unknown word is looked up once, as long as
    that takes seconds.
    """
    left = _MOST_COMPARED
    known: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    told = []
    for one in diagnostics:
        if not one.candidates:
            told.append(one)
            continue
        key = (one.word, one.candidates)
        near = known.get(key)
        if near is None:
            left -= len(one.candidates)
            near = nearest_few(one.word, one.candidates) if left >= 0 else ()
            known[key] = near
        hint = f"did you mean {' or '.join(f'`{n}`' for n in near)}?" if near else ""
        help_text = f"{hint} ({one.help})" if hint and one.help else hint or one.help
        told.append(replace(one, help=help_text))
    return told


def _latest_begun(plan: LinkedPlan, as_of: date) -> CycleInstance:
    begun = (_begun(plan, name, as_of) for name in plan.cycles)
    return max((one for one in begun if one), default=PUBLISHED)


def _begun(plan: LinkedPlan, name: str, as_of: date) -> CycleInstance | None:
    """The latest instance that has begun, within the plan's own period."""
    whole = plan.period.whole if plan.period else None
    day = min(as_of, whole.end) if whole else as_of
    found = plan.cycle_calendar.begun(name, day)
    before = whole is not None and found is not None and found.order[0] < whole.start
    return None if before else found


def _run(
    rules: Iterable[Rule], plan: LinkedPlan, standing: Standing, wanted: Selection
) -> Iterator[Diagnostic]:
    for rule in rules:
        if wanted.runs(rule.check):
            usual = rule.limit or Decimal(0)
            limit = plan.lint.limits.get(rule.check.name, usual)
            for finding in rule.find(Review(plan, standing, limit)):
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


def _apply_ignores(
    loaded: LoadedPlan, found: list[Diagnostic], wanted: Selection
) -> tuple[list[Diagnostic], list[Ignored]]:
    """Split what was found into what is shown and what is known."""
    ignores = [
        _Ignore(source.path, remark)
        for source in loaded.sources
        for remark in source.remarks
    ]
    by_rule = _by_file_and_rule(ignores)
    in_plan = _by_item_and_rule(loaded.lint)
    shown: list[Diagnostic] = []
    ignored: list[Ignored] = []
    for diagnostic in found:
        nearby = by_rule.get((diagnostic.span.file, diagnostic.rule), ())
        known = next((one for one in nearby if one.covers(diagnostic)), None)
        if known is not None:
            known.used.add(diagnostic.rule)
            ignored.append(Ignored(diagnostic, known.reason, known.remark.span))
            continue
        place = _ignored_by_plan(in_plan, diagnostic)
        if place is None:
            shown.append(diagnostic)
        else:
            ignored.append(
                Ignored(
                    diagnostic,
                    loaded.lint.ignore[place].reason,
                    loaded.places.span(loaded.lint, ("ignore", place)),
                )
            )
    # Behind an error there may be what an ignore was written for.
    errors = any(one.severity is Severity.ERROR for one in shown)
    is_sure = loaded.is_complete and loaded.is_whole and not errors
    for one in ignores:
        shown += one.complaints(wanted, is_sure=is_sure)
    shown += _unused_in_plan(loaded, ignored, wanted, is_sure=is_sure)
    return shown, ignored


class _Ignore:
    """A `# planctl: ignore[...]` comment, and what it matched."""

    def __init__(self, path: str, remark: Remark) -> None:
        self.path = path
        self.remark = remark
        self.used: set[str] = set()
        match = _IGNORE.fullmatch(remark.text.strip())
        self.reason = match["reason"].strip() if match else ""
        names = match["rules"].split(",") if match else []
        self.rules = [name.strip() for name in names if name.strip()]

    @property
    def is_sound(self) -> bool:
        """Whether it names known rules and has a reason."""
        known = bool(self.rules) and all(name in CHECKS for name in self.rules)
        return known and bool(self.reason)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether it speaks of the lines of a diagnostic in its file."""
        line = diagnostic.span.line
        return self.remark.first_line <= line <= self.remark.last_line

    def complaints(self, wanted: Selection, *, is_sure: bool) -> Iterator[Diagnostic]:
        """What is wrong with the comment itself."""
        if not self.is_sound:
            yield Diagnostic(
                declared.MALFORMED_IGNORE,
                self._flaw(),
                self.remark.span,
                "write `# planctl: ignore[name-of-the-rule] the reason`",
                word=self.remark.text,
            )
            return
        for name in self.rules:
            if name in self.used or not is_sure or not wanted.runs(CHECKS[name]):
                continue
            yield Diagnostic(
                declared.UNUSED_IGNORE,
                f"there is no {name} here to ignore",
                self.remark.span,
                "remove the comment, or put it where the finding is",
                word=name,
            )

    def _flaw(self) -> str:
        unknown = [name for name in self.rules if name not in CHECKS]
        if unknown:
            near = nearest(unknown[0], CHECKS)
            hint = f"; did you mean {near}?" if near else ""
            return f"no rule is called {unknown[0]}{hint}"
        if self.rules:
            return "the ignore comment gives no reason"
        return "the comment is not understood"


def _by_file_and_rule(ignores: list[_Ignore]) -> dict[tuple[str, str], list[_Ignore]]:
    """The comments that are sound, by what they can cover, in order."""
    found: dict[tuple[str, str], list[_Ignore]] = {}
    for one in ignores:
        for name in one.rules if one.is_sound else ():
            found.setdefault((one.path, name), []).append(one)
    return found


def _by_item_and_rule(
    lint: Lint,
) -> dict[tuple[str | None, str], list[tuple[int, str | None]]]:
    """The lines under `lint: ignore:`: position and file, by item and rule."""
    found: dict[tuple[str | None, str], list[tuple[int, str | None]]] = {}
    for place, one in enumerate(lint.ignore):
        found.setdefault((one.item, one.rule), []).append((place, one.file))
    return found


def _ignored_by_plan(
    lines: Mapping[tuple[str | None, str], list[tuple[int, str | None]]],
    diagnostic: Diagnostic,
) -> int | None:
    """The position of the line under `lint: ignore:` that covers a diagnostic."""
    rule, subject = diagnostic.rule, diagnostic.subject
    return min(
        (
            place
            for item in (None, subject)
            for place, file in lines.get((item, rule), ())
            if file is None or file == diagnostic.span.file
        ),
        default=None,
    )


def _unused_in_plan(
    loaded: LoadedPlan, ignored: list[Ignored], wanted: Selection, *, is_sure: bool
) -> Iterator[Diagnostic]:
    used = {one.span for one in ignored}
    for place, one in enumerate(loaded.lint.ignore):
        span = loaded.places.span(loaded.lint, ("ignore", place))
        check = CHECKS.get(one.rule)
        if check is None:
            yield Diagnostic(
                declared.MALFORMED_IGNORE,
                f"no rule is called {one.rule}",
                span,
                "planctl explain lists the rules",
                word=one.rule,
            )
        elif span not in used and is_sure and wanted.runs(check):
            yield Diagnostic(
                declared.UNUSED_IGNORE,
                f"there is no {one.rule} to ignore",
                span,
                "remove these lines",
                word=one.rule,
            )


def _unknown_rules(loaded: LoadedPlan) -> Iterator[Diagnostic]:
    """Names under `lint:` that no rule has, and limits of rules that have none."""
    lint, span = loaded.lint, loaded.places.span
    for key, names, known, message in (
        ("severity", lint.severity, tuple(CHECKS), "no rule is called {}"),
        ("limits", lint.limits, _LIMITED, "no rule called {} has a limit"),
    ):
        for name in names:
            if name not in known:
                yield Diagnostic(
                    declared.INVALID_VALUE,
                    message.format(name),
                    span(lint, (key, name)),
                    "planctl explain lists the rules",
                    word=name,
                    candidates=known,
                )


def _in_file_order(one: Diagnostic) -> tuple[object, ...]:
    span = one.span
    return (span.file, span.line, span.column, one.rule, one.message)
