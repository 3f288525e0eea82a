"""The page `docs/findings.md`: what is found in some plans, by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from planctl.check import CHECKS, with_suggestions
from planctl.diagnostics import Severity
from planctl.render.markup import escape_markdown
from planctl.report.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planctl.check import CheckedPlan
    from planctl.diagnostics import Diagnostic

_HEAD = """# What planctl finds in five published plans

The [examples](../examples/README.md) are plans that school districts have published, \
written down as printed. This page lists what `planctl validate` finds in them. It is \
made by `python tools/make_pages.py`. [rules.md](rules.md) explains each rule.

Most findings are kept: the plan was published so, and a comment beside the place says \
why it stays. `planctl validate examples --show-ignored` lists them, too.
"""


class _Found(NamedTuple):
    """A finding in a plan, and why it stays; an empty reason where it does not."""

    path: str
    plan: str
    diagnostic: Diagnostic
    reason: str


def findings_page(plans: Mapping[str, CheckedPlan]) -> str:
    """Write the page about some plans, each by its folder in the repository."""
    by_rule: dict[str, list[_Found]] = {}
    for path, checked in plans.items():
        for one in _all(path, checked):
            by_rule.setdefault(one.diagnostic.rule, []).append(one)
    ordered = sorted(
        by_rule,
        key=lambda rule: (CHECKS[rule].severity.rank, -len(by_rule[rule]), rule),
    )
    parts = [_HEAD, _table(plans, by_rule, ordered)]
    for rule in ordered:
        check, found = CHECKS[rule], by_rule[rule]
        parts.append(
            f"## {rule}\n\n{check.summary} ({check.severity}): "
            f"{count(len(found), 'finding')}.\n"
        )
        parts.append("".join(_line(one) for one in found))
    return "\n".join(parts)


def _all(path: str, checked: CheckedPlan) -> Iterator[_Found]:
    """Everything that was found in a plan, in the order of its files."""
    known = [(one.diagnostic, one.reason) for one in checked.ignored]
    shown = [(one, "") for one in with_suggestions(checked.diagnostics)]
    title = checked.plan.info.organization or checked.plan.info.title
    for diagnostic, reason in sorted([*known, *shown], key=lambda one: one[0].span):
        yield _Found(path, title, diagnostic, reason)


def _table(
    plans: Mapping[str, CheckedPlan],
    by_rule: Mapping[str, list[_Found]],
    ordered: list[str],
) -> str:
    names = [escape_markdown(one.plan.info.id) for one in plans.values()]
    lines = [
        f"| Rule | {' | '.join(names)} | All |",
        f"| --- |{' --: |' * (len(names) + 1)}",
    ]
    for rule in ordered:
        found = [one.path for one in by_rule[rule]]
        counts = [str(found.count(path) or "") for path in plans]
        lines.append(f"| [{rule}](#{rule}) | {' | '.join(counts)} | {len(found)} |")
    every = [one for found in by_rule.values() for one in found]
    counts = [str(sum(one.path == path for one in every)) for path in plans]
    lines.append(f"| All | {' | '.join(counts)} | {len(every)} |")
    kept = sum(bool(one.reason) for one in every)
    errors = sum(one.diagnostic.severity is Severity.ERROR for one in every)
    said = f"{count(len(every), 'finding')}, {kept} of them kept with a reason"
    return "\n".join([*lines, "", f"{said}; {errors} are errors.", ""])


def _line(one: _Found) -> str:
    span = one.diagnostic.span
    file = f"{one.path}/{span.file}"
    place = f"[{escape_markdown(file)}:{span.line}](../{quote(file)}#L{span.line})"
    kept = f" *Kept: {escape_markdown(one.reason)}*" if one.reason else ""
    message = escape_markdown(one.diagnostic.message)
    return f"- {escape_markdown(one.plan)}, {place}: {message}.{kept}\n"
