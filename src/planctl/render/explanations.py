"""Rules, fields and words explained, for the terminal and for the documentation."""

from __future__ import annotations

import re
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING

from planctl.check import CHECKS, FAMILIES
from planctl.diagnostics.suggest import nearest
from planctl.load.sections import SECTIONS, Form
from planctl.render.fields import FieldText, fields_of, name_of, records
from planctl.render.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.diagnostics import Check


def explain_all() -> str:
    """List every rule by family, with its severity and what it says."""
    lines = []
    for family, _ in _families():
        lines += _family(family)
    lines += [f"{kind}: {', '.join(words)}" for kind, words in terms().items()]
    lines += ["", "One of them, a family, or a field: planctl explain NAME"]
    return "\n".join(lines) + "\n"


def explain_one(name: str) -> tuple[str, str]:
    """Explain one name; where nothing has it, an empty text and the nearest name."""
    wanted = name.strip()
    if wanted in CHECKS:
        return f"{_check_text(CHECKS[wanted], '')}\n", ""
    texts = [
        f"{wanted} ({kind}): {words[wanted]}"
        for kind, words in terms().items()
        if wanted in words
    ]
    texts += _fields(wanted)
    if wanted in FAMILIES:
        texts += _family(wanted)
    if texts:
        return "\n".join(texts) + "\n", ""
    known = {*CHECKS, *FAMILIES, *SECTIONS, *(field.key for _, field in _all_fields())}
    known.update(*terms().values())
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


def _family(name: str) -> list[str]:
    """The lines of a family: each of its checks with its severity and summary."""
    width = max(map(len, CHECKS))
    checks = dict(_families())[name]
    return [
        name,
        *(
            f"  {check.name:<{width}} {check.severity:<8} {check.summary}"
            for check in checks
        ),
    ]


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
