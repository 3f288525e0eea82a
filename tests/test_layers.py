"""Data flows one way: a file imports only from the rooms to its left."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = ROOT / "src" / "planctl"
# Rooms that stand beside each other know nothing of each other.
ORDER: tuple[tuple[str, ...], ...] = (
    ("__init__",),
    ("errors", "collector", "interrupts"),
    ("diagnostics",),
    ("calendar",),
    ("targets",),
    ("model",),
    ("source", "edit"),
    ("load",),
    ("link",),
    ("progress",),
    ("evidence",),
    ("rules",),
    ("check",),
    ("report",),
    ("render",),
    ("cli",),
    ("__main__",),
)
PLACES = {room: place for place, rooms in enumerate(ORDER) for room in rooms}
FILES = {
    path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))
}


def room_of(path: Path) -> str:
    """The room that a file is in: a folder, or a module of its own."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imported_rooms(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The rooms of planctl that a file imports from, wherever and whatever for."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            package, _, rest = name.partition(".")
            if package == "planctl":
                room = rest.partition(".")[0]
                yield (
                    getattr(node, "lineno", 0),
                    room if room in PLACES else "__init__",
                )


def test_every_room_has_its_place() -> None:
    assert {room_of(path) for path in FILES.values()} == set(PLACES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_imports_only_from_its_own_room_and_the_left(name: str) -> None:
    own = room_of(FILES[name])
    tree = ast.parse(FILES[name].read_text("utf-8"))
    wrong = [
        f"line {line}: {room}"
        for line, room in imported_rooms(tree)
        if room != own and PLACES[room] >= PLACES[own]
    ]
    assert wrong == []


def test_imports_are_found_wherever_they_stand() -> None:
    text = """
import planctl.link.order
from planctl import __version__, check
from planctl.model import item
if TYPE_CHECKING:
    from planctl.rules import Rule
def late():
    import planctl
    from planctl.render.visible import one_line
    from json import loads
"""
    assert list(imported_rooms(ast.parse(text))) == [
        (2, "link"),
        (3, "__init__"),
        (3, "check"),
        (4, "model"),
        (6, "rules"),
        (8, "__init__"),
        (9, "render"),
    ]
