"""Every command over a folder, and what must hold of it whatever is in there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from planctl.cli import app
from planctl.source import LINE_BREAK

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--as-of", "2024-11-01")
COMMANDS = (
    ("validate", "--all", "--show-ignored"),
    ("status", "--depth", "all"),
    ("status", "--by", "owner", "--format", "csv"),
    ("report", "--format", "html", "--output", "-"),
    ("report", "--format", "md", "--output", "-"),
    ("export",),
    ("show", "1.1"),
)


def call(*words: str) -> tuple[int, str]:
    """Run a command; whatever is not an exit is raised."""
    result = CliRunner().invoke(app, list(words))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout


def assert_sound(folder: Path) -> None:
    """Every command ends well, and every finding has a place inside its file."""
    for name, *options in COMMANDS:
        words = ["1.1", str(folder)] if name == "show" else [str(folder)]
        more = [option for option in options if option != "1.1"]
        status, _ = call(name, *words, *more, *DAY)
        assert status in {0, 1, 2 if name == "show" else 0, 3}, name
    status, out = call("validate", str(folder), "--format", "json", *DAY)
    assert status in {0, 1}
    for one in json.loads(out)["diagnostics"]:
        assert_inside(folder, one)
        for related in one["related"]:
            assert_inside(folder, related)


def assert_inside(folder: Path, place: dict[str, object]) -> None:
    """A place is in its file: on a line of it, at most one column behind its end."""
    path = folder / str(place["file"])
    line, column = int(str(place["line"])), int(str(place["column"]))
    if not path.is_file():
        assert (line, column) == (1, 1)
        return
    text = decoded(path.read_bytes())
    lines = LINE_BREAK.split(text)
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1


def decoded(data: bytes) -> str:
    """The text of a file as planctl reads it, or nearly."""
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return data.decode("utf-16" if wide else "utf-8-sig", "replace")
