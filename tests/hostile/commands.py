"""Every command on one folder, and what must hold of each whatever is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from typer.testing import CliRunner

from planctl.cli import app
from planctl.diagnostics import Span
from planctl.source import LINE_BREAK
from tests.formats.forms import FORMS, read_form
from tests.source.reading import is_inside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

AS_OF = ("--as-of", "2024-11-01")
VALIDATE = ("validate", "--format", "json", *AS_OF)
COMMANDS: tuple[tuple[str, ...], ...] = (
    VALIDATE,
    ("validate", "--all", "--show-ignored", *AS_OF),
    *(("validate", "--format", form, *AS_OF) for form in FORMS if form != "json"),
    ("status", *AS_OF),
    ("status", "--format", "json", "--by", "owner", *AS_OF),
    ("status", "--format", "csv", *AS_OF),
    ("progress", "--explain", *AS_OF),
    ("progress", "--format", "json", *AS_OF),
    ("report", "--format", "html", "--output", "-", *AS_OF),
    ("report", "--format", "md", "--output", "-", *AS_OF),
    ("export", *AS_OF),
    ("export", "--format", "csv", *AS_OF),
    ("schema",),
)
SHOW = ("show",)
ANSWERS = {0, 1, 3}


class Answer(NamedTuple):
    """The exit status of a command, and what it wrote."""

    status: int
    out: str
    err: str


def is_sound(folder: Path) -> bool:
    """Every command answers on a folder, and every finding lies in its file."""
    answers_everything(folder)
    return outside(folder, findings(folder)) == []


def answer(command: tuple[str, ...], folder: Path) -> Answer:
    """Run a command on a folder; what it raises is raised here."""
    words = [*command, str(folder)]
    if command[:1] == SHOW:
        words = ["show", *command[1:], str(folder), *AS_OF]
    result = CliRunner().invoke(app, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    if "--format" in command and result.stdout and command != VALIDATE:
        form = command[command.index("--format") + 1]
        if form in FORMS and command[0] == "validate":
            read_form(form, result.stdout)
    return Answer(result.exit_code, result.stdout, result.stderr)


def findings(folder: Path) -> list[dict[str, Any]]:
    """What `validate` finds in a folder; nothing where it read nothing."""
    found = answer(VALIDATE, folder)
    assert found.status in ANSWERS, found.err
    if not found.out:
        assert found.err.startswith("planctl: ")
        return []
    document = json.loads(found.out)
    plans = document.get("plans", [document])
    return [one for plan in plans for one in plan["diagnostics"]]


def answers_everything(
    folder: Path, commands: Iterable[tuple[str, ...]] = COMMANDS
) -> set[int]:
    """Every command answers, in a form that can be read; the exit statuses."""
    statuses = set()
    for command in commands:
        found = answer(command, folder)
        assert found.status in ANSWERS, (command, found.err)
        is_silent = "github" in command
        assert found.out or is_silent or found.err.startswith("planctl: "), command
        if found.out and "json" in command:
            json.loads(found.out)
        statuses.add(found.status)
    statuses |= shows_items(folder)
    return statuses


def shows_items(folder: Path) -> set[int]:
    """`show` answers for the first and the last item of a plan."""
    exported = answer(("export", *AS_OF), folder)
    if not exported.out:
        return {exported.status}
    items = json.loads(exported.out)["items"]
    names = {item["id"] for item in (*items[:1], *items[-1:])}
    shown = [answer((*SHOW, name), folder) for name in sorted(names)]
    assert {one.status for one in shown} <= ANSWERS
    return {one.status for one in shown}


def outside(folder: Path, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings whose place, or that of a related one, is not in its file."""
    lines: dict[str, list[str]] = {}
    wrong = []
    for one in found:
        for place in (one, *one["related"]):
            file = place["file"]
            if file not in lines:
                lines[file] = LINE_BREAK.split(_text(folder / file))
            span = Span(
                file,
                place["line"],
                place["column"],
                place["end_line"],
                place["end_column"],
            )
            if not is_inside(lines[file], span):
                wrong.append(one)
    return wrong


def _text(path: Path) -> str:
    """A file as planctl reads it; nothing where it cannot be read."""
    if not path.is_file():
        return ""
    data = path.read_bytes()
    is_wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return data.decode("utf-16" if is_wide else "utf-8-sig", "replace")
