"""Rules, fields and states explained, for the terminal and for the documentation."""

from __future__ import annotations

import re
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING

from planctl.check import CHECKS
from planctl.diagnostics.suggest import nearest
from planctl.load.sections import SECTIONS, Form
from planctl.model.reporting import State
from planctl.progress.state import RolledState
from planctl.render.fields import FieldText, fields_of, name_of, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.diagnostics import Check

_STATES = {
    State.NOT_STARTED: "Nothing was done yet.",
    State.IN_PROGRESS: "It is under way. Several are so where no other state fits.",
    State.COMPLETE: "It is done. Several items are so only if all of them are.",
    State.ON_HOLD: "It waits. Several items are so if all that is not complete is.",
    State.DISCONTINUED: "It was given up; from then on it counts in nothing.",
    RolledState.NOT_REPORTED: "Nothing was reported.",
    RolledState.NOT_ENOUGH_REPORTED: "Fewer were reported than `coverage` asks for: "
    "half of those due, where the plan says nothing.",
}


def explain_all() -> str:
    """List every rule by family, with its severity and what it says."""
    lines = []
    for family, checks in _families():
        lines.append(family)
        lines += [
            f"  {check.name:<20} {check.severity:<8} {check.summary}"
            for check in checks
        ]
    lines += ["", "One of them: planctl explain NAME"]
    return "\n".join(lines) + "\n"


def explain_one(name: str) -> tuple[str, str]:
    """Explain one name; where nothing has it, an empty text and the nearest name."""
    wanted = name.strip()
    if wanted in CHECKS:
        return f"{_check_text(CHECKS[wanted], '')}\n", ""
    states = {str(state): text for state, text in _STATES.items()}
    if wanted in states:
        return f"{wanted}: {states[wanted]}\n", ""
    texts = list(_fields(wanted))
    if texts:
        return "\n".join(texts) + "\n", ""
    known = {*CHECKS, *states, *SECTIONS, *(field.key for _, field in _all_fields())}
    return "", nearest(wanted, known)


def rules_page() -> str:
    """The page `docs/rules.md`, made from the same texts."""
    parts = [
        "# Rules",
        "",
        (
            "What `planctl validate` looks for. Made from the program's own texts by "
            "`python tools/make_pages.py`; `planctl explain NAME` prints one of them."
        ),
    ]
    for family, checks in _families():
        parts += ["", f"## {family.capitalize()}"]
        parts += [
            f"\n### {check.name}\n\n{_check_text(check, '##')}" for check in checks
        ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _check_text(check: Check, deeper: str) -> str:
    """A check's text; headings as Markdown below `deeper`, or plain in a terminal."""
    if deeper:
        body = check.text.replace("## ", f"{deeper}## ")
        return f"{check.severity}: {check.summary}.\n\n{body}"
    body = re.sub(r"^## (.*)$", r"\n\1", check.text, flags=re.MULTILINE)
    body = re.sub(r"^```.*\n?", "", body, flags=re.MULTILINE)
    head = f"{check.name} ({check.severity}, {check.family}): {check.summary}."
    return f"{head}\n{body.rstrip()}"


def _families() -> Iterator[tuple[str, list[Check]]]:
    ordered = sorted(CHECKS.values(), key=lambda check: (check.family, check.name))
    for family, checks in groupby(ordered, key=lambda check: check.family):
        yield family, list(checks)


def _all_fields() -> Iterator[tuple[str, FieldText]]:
    """Every field, each with what to call its record."""
    for record in records():
        for field in fields_of(record):
            yield name_of(record), field


def _fields(wanted: str) -> Iterator[str]:
    section = SECTIONS.get(wanted)
    if section is not None:
        often = "once in a plan" if section.is_once else "in as many files as you like"
        form = "names, each with fields" if section.form is Form.MAPPING else "fields"
        form = "a list" if section.form is Form.LIST else form
        yield f"{wanted} (top of a file, {often}; {form}): {section.description}"
    for where, field in _all_fields():
        if field.key == wanted:
            yield f"{wanted} (in {where}): {field.text}"
            yield indent(field.example, "    ")
