"""One mistake anywhere in a real plan is one finding."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from planctl.check import check_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HAVERHILL = Path(__file__).resolve().parents[2] / "examples" / "haverhill"
AS_OF = date(2024, 11, 1)
_LINE = re.compile(r"^(?P<head> *(?:- )*)(?P<key>[\"']?[\w.-]+[\"']?):(?P<value>.*)$")


class Line(NamedTuple):
    """A line that holds a key: what stands before it, the key, and its value."""

    file: str
    number: int
    head: str
    key: str
    value: str

    @property
    def name(self) -> str:
        """The key without quotation marks."""
        return self.key.strip("\"'")


def one_of_each_kind() -> Iterator[Line]:
    """The first line of every kind of key, told by its keys above, numbers aside."""
    seen: set[tuple[str, ...]] = set()
    for path in sorted(HAVERHILL.rglob("*.yaml")):
        above: list[tuple[int, str]] = []
        file = path.relative_to(HAVERHILL).as_posix()
        for number, text in enumerate(path.read_text("utf-8").split("\n")):
            match = _LINE.match(text)
            if not match or text.lstrip().startswith("#"):
                continue
            while above and above[-1][0] >= len(match["head"]):
                above.pop()
            above.append((len(match["head"]), re.sub(r"\d+", "N", match["key"])))
            kind = tuple(key for _, key in above)
            if kind not in seen and kind[0] != "glossary":
                seen.add(kind)
                yield Line(file, number, match["head"], match["key"], match["value"])


LINES = tuple(one_of_each_kind())
# Keys of the language and levels of the plan; ids under `items:` are neither.
KEYS = tuple(line for line in LINES if not line.name[0].isdigit())
# What stands in quotes or over several lines cannot be swapped by its line alone.
SCALARS = tuple(
    line
    for line in LINES
    if line.value.strip() and line.value.strip()[:1] not in '>|#"'
)
REQUIRED = {"plan", "levels", "id", "title", "name", "cycle", "owner", "text"}


def same(line: Line, key: str = "", value: str = "") -> str:
    """The line with another key or value."""
    return f"{line.head}{key or line.key}:{value or line.value}"


MISTAKES: dict[str, tuple[tuple[Line, ...], Callable[[Line], str]]] = {
    "misspelt": (
        tuple(line for line in KEYS if line.name not in {"id", "if"}),
        lambda line: same(line, line.key.replace(line.name, f"{line.name}x")),
    ),
    "another key": (
        tuple(line for line in KEYS if line.name not in REQUIRED),
        lambda line: same(line, "zzqq"),
    ),
    "no space": (
        tuple(line for line in SCALARS if line.key == line.name),
        lambda line: same(line, value=line.value.strip()),
    ),
    "a colon": (SCALARS, lambda line: same(line, value=" Goal 1: Literacy")),
    "a list": (SCALARS, lambda line: same(line, value=" [[x]]")),
    "fields": (SCALARS, lambda line: same(line, value=" {zz: x}")),
    "null": (SCALARS, lambda line: same(line, value=" ~")),
    "a hash": (SCALARS, lambda line: same(line, value=" # of schools")),
    "an alias": (SCALARS, lambda line: same(line, value=" *x")),
    "a tag": (SCALARS, lambda line: same(line, value=f" !x{line.value}")),
    "a quote": (SCALARS, lambda line: same(line, value=f' "{line.value}')),
    "a tab": (LINES, lambda line: f"{same(line)}\n\tx: y"),
    "twice": (SCALARS, lambda line: f"{same(line)}\n{again(line)}"),
    "a merge": (LINES, lambda line: f"<<<<<<< HEAD\n{same(line)}"),
}


def again(line: Line) -> str:
    """The same key once more, below it."""
    return f"{line.head.replace('-', ' ')}{line.key}: again"


def findings(folder: Path) -> Counter[tuple[str, str]]:
    """What is found in a plan, by name and message."""
    checked = check_plan(folder, AS_OF)
    return Counter((one.rule, one.message) for one in checked.diagnostics)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_is_one_finding_more(tmp_path: Path, mistake: str) -> None:
    folder = tmp_path / "haverhill"
    shutil.copytree(HAVERHILL, folder)
    before = findings(folder)
    lines, make = MISTAKES[mistake]
    assert len(lines) > len(LINES) // 3
    wrong = {}
    for line in lines:
        path = folder / line.file
        text = path.read_text("utf-8")
        written = text.split("\n")
        written[line.number] = make(line)
        path.write_text("\n".join(written), "utf-8")
        more = findings(folder) - before
        path.write_text(text, "utf-8")
        if more.total() != 1:
            wrong[f"{line.file}:{line.number + 1} {make(line)}"] = dict(more)
    assert wrong == {}
