"""Findings that are known: comments in the files, and lines under `lint: ignore:`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planctl.check.catalogue import CHECKS, LIMITED
from planctl.check.naming import with_fingerprints
from planctl.diagnostics import Diagnostic, Severity, declared
from planctl.diagnostics.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planctl.check.selection import Selection
    from planctl.diagnostics import Span
    from planctl.load import LoadedPlan
    from planctl.model.plan import Lint
    from planctl.source import Remark

_IGNORE = re.compile(r"ignore\[(?P<rules>[^\]]*)\]\s*(?P<reason>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is known, and why it stays."""

    diagnostic: Diagnostic
    reason: str
    span: Span


def apply_ignores(
    loaded: LoadedPlan, found: list[Diagnostic], wanted: Selection
) -> tuple[list[Diagnostic], tuple[Ignored, ...]]:
    """Split what was found into what is shown and what is known.

    What is known has its severity and its fingerprint; what is shown gets them later.
    """
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
        comment = next((one for one in nearby if one.covers(diagnostic)), None)
        if comment is not None:
            comment.used.add(diagnostic.rule)
            ignored.append(Ignored(diagnostic, comment.reason, comment.remark.span))
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
    known = [wanted.stamp(one.diagnostic) for one in ignored]
    named = zip(ignored, with_fingerprints(known), strict=True)
    return shown, tuple(replace(one, diagnostic=known) for one, known in named)


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
                f"`{name}` finds nothing here to ignore",
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


def unknown_rules(loaded: LoadedPlan) -> Iterator[Diagnostic]:
    """Names under `lint:` that no rule has, and limits of rules that have none."""
    lint, span = loaded.lint, loaded.places.span
    for key, names, known, message in (
        ("severity", lint.severity, tuple(CHECKS), "no rule is called {}"),
        ("limits", lint.limits, LIMITED, "no rule called {} has a limit"),
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
