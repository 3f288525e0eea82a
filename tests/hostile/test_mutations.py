"""A real plan with something changed in it: whatever it is, planctl answers."""

from __future__ import annotations

import json
import re
import shutil
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.load.sections import SECTIONS
from planctl.load.shapes import shape_of
from tests.hostile.commands import (
    ANSWERS,
    COMMANDS,
    answer,
    answers_everything,
    findings,
    outside,
    shows_items,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DataObject, SearchStrategy

HAVERHILL = Path(__file__).resolve().parents[2] / "examples" / "haverhill"
FILES = tuple(
    path.relative_to(HAVERHILL).as_posix() for path in sorted(HAVERHILL.rglob("*.yaml"))
)
steadily = settings(
    derandomize=True,
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the plan, one file of which a test may change."""
    folder = tmp_path_factory.mktemp("hostile") / "haverhill"
    shutil.copytree(HAVERHILL, folder)
    yield folder
    # What a test changes it changes back; a copy that differs would hide mistakes.
    for name in FILES:
        assert (folder / name).read_bytes() == (HAVERHILL / name).read_bytes()


def holds(data: DataObject, plan: Path, name: str, changed: bytes) -> None:
    """With one file changed, validate and one other command answer as they must."""
    path = plan / name
    before = path.read_bytes()
    path.write_bytes(changed)
    try:
        found = findings(plan)
        assert outside(plan, found) == []
        command = data.draw(st.sampled_from((*COMMANDS[1:], ("show",))))
        if command == ("show",):
            shows_items(plan)
        else:
            assert answer(command, plan).status in ANSWERS
    finally:
        path.write_bytes(before)


def lines(name: str) -> list[str]:
    """The lines of a file of the plan."""
    return (HAVERHILL / name).read_text("utf-8").split("\n")


names = st.sampled_from(FILES)


@given(st.data(), names)
@steadily
def test_with_bytes_flipped(plan: Path, data: DataObject, name: str) -> None:
    changed = bytearray((HAVERHILL / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at] = data.draw(st.integers(0, 255))
    holds(data, plan, name, bytes(changed))


@given(st.data(), names)
@steadily
def test_with_a_sign_put_somewhere(plan: Path, data: DataObject, name: str) -> None:
    text = (HAVERHILL / name).read_text("utf-8")
    at = data.draw(st.integers(0, len(text)))
    sign = data.draw(
        st.sampled_from(list(":-#[]{}\"'&*!|>%@`,?~\\\t\r\n \u00a0é😀\x00\x1b"))
    )
    holds(data, plan, name, f"{text[:at]}{sign}{text[at:]}".encode())


@given(st.data(), names)
@steadily
def test_with_lines_dropped(plan: Path, data: DataObject, name: str) -> None:
    kept = lines(name)
    for _ in range(data.draw(st.integers(1, 5))):
        del kept[data.draw(st.integers(0, len(kept) - 1))]
    holds(data, plan, name, "\n".join(kept).encode())


@given(st.data(), names)
@steadily
def test_cut_off_anywhere(plan: Path, data: DataObject, name: str) -> None:
    text = (HAVERHILL / name).read_bytes()
    holds(data, plan, name, text[: data.draw(st.integers(0, len(text)))])


@given(st.data(), names)
@steadily
def test_with_lines_written_twice_or_elsewhere(
    plan: Path, data: DataObject, name: str
) -> None:
    changed = lines(name)
    for _ in range(data.draw(st.integers(1, 3))):
        line = changed[data.draw(st.integers(0, len(changed) - 1))]
        changed.insert(data.draw(st.integers(0, len(changed))), line)
    holds(data, plan, name, "\n".join(changed).encode())


@given(st.data(), names)
@steadily
def test_with_the_indentation_changed(plan: Path, data: DataObject, name: str) -> None:
    changed = lines(name)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        space = data.draw(st.sampled_from(("", " ", "  ", "   ", "      ", "\t", "- ")))
        changed[at] = space + changed[at].lstrip()
    holds(data, plan, name, "\n".join(changed).encode())


VALUES = (
    "",
    "~",
    "x",
    "[]",
    "{}",
    "[x]",
    "{x: y}",
    "[[x]]",
    "[~, x]",
    "{id: x}",
    "1.5",
    "-1",
    "9999999999999999",
    "2024-02-30",
    "yes",
    '""',
    '"a:b"',
    "1.1",
    "*x",
    "!x y",
    "2024-2023",
    "as-published",
    "9999-00/mid-year",
    "|",
    ">-",
)


@given(st.data(), names)
@steadily
def test_with_a_value_of_another_kind(plan: Path, data: DataObject, name: str) -> None:
    changed = lines(name)
    keys = [at for at, line in enumerate(changed) if re.match(r"^[ -]*[\w\".]+:", line)]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.sampled_from(keys))
        value = data.draw(st.sampled_from(VALUES))
        changed[at] = f"{changed[at].partition(':')[0]}: {value}"
    holds(data, plan, name, "\n".join(changed).encode())


@given(st.data(), names)
@steadily
def test_with_other_line_breaks(plan: Path, data: DataObject, name: str) -> None:
    line_breaks = st.sampled_from(("\n", "\r\n", "\r", "\n\r", "\n\n"))
    some = data.draw(st.lists(line_breaks, min_size=1, max_size=5))
    text = "".join(map("".join, zip(lines(name), cycle(some), strict=False)))
    holds(data, plan, name, text.encode())


FIELDS = sorted(
    {key for section in SECTIONS.values() for key in shape_of(section.record)}
    | {"goals", "tasks", "items", "words", "owner", "status", "xyzzy", ""}
)
TEXTS = st.sampled_from((*VALUES, "G1", "T1", "mid-year", "goals", "Fall 2024", "a\nb"))
NODES: SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), TEXTS),
    lambda below: st.one_of(
        st.lists(below, max_size=4),
        st.dictionaries(st.sampled_from(FIELDS), below, max_size=5),
    ),
    max_leaves=24,
)


@given(
    st.dictionaries(st.sampled_from((*SECTIONS, "goals", "tasks", "")), NODES),
    st.dictionaries(st.sampled_from(FIELDS), NODES, max_size=4),
)
@settings(steadily, max_examples=100)
def test_any_shape_of_data_under_the_words_of_the_language(
    tmp_path: Path, sections: dict[str, Any], fields: dict[str, Any]
) -> None:
    item = {"id": "G1", "title": "Literacy", **fields, "tasks": [fields]}
    document = {"levels": {"goals": "Goal", "tasks": "Task"}, **sections}
    # JSON in ASCII is YAML.
    text = json.dumps(document).replace("null", "")
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    (tmp_path / "goals.yaml").write_text(json.dumps({"goals": [item]}), "utf-8")
    found = findings(tmp_path)
    assert outside(tmp_path, found) == []
    assert answer(COMMANDS[len(text) % len(COMMANDS)], tmp_path).status in ANSWERS


@given(
    st.binary(max_size=200), st.sampled_from(("a.yaml", "updates/a.csv", "plan.yaml"))
)
@settings(steadily, max_examples=60)
def test_any_bytes_in_any_file(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    (tmp_path / "plan.yaml").write_text("plan: {id: p, title: P}\n", "utf-8")
    path.write_bytes(data)
    found = findings(tmp_path)
    if name != "updates/a.csv":
        assert outside(tmp_path, found) == []
    path.unlink()


def test_the_plan_as_it_is_answers_every_command(plan: Path) -> None:
    assert answers_everything(plan) == {0}
    assert outside(plan, findings(plan)) == []
