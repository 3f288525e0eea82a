"""The Haverhill plan with something broken in it, a few hundred times."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import EXAMPLES
from tests.hostile.commands import assert_sound

PLAN = EXAMPLES / "haverhill"
FILES = sorted(path.relative_to(PLAN).as_posix() for path in PLAN.rglob("*.yaml"))
STABLE = settings(
    derandomize=True,
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
VALUES = (
    "",
    " x",
    " 2024",
    " [a, b]",
    " {a: b}",
    " null",
    " !!set {x}",
    " *a",
    " |",
    ' "\\e[31m"',
    " 2024-13-45",
    " - -",
    " ❄️",
    " \u202ex",
)


def check_with(name: str, data: bytes) -> None:
    """Check the plan with one of its files replaced."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "haverhill"
        shutil.copytree(PLAN, copy)
        (copy / name).write_bytes(data)
        assert_sound(copy)


def lines_of(name: str) -> list[bytes]:
    return (PLAN / name).read_bytes().splitlines(keepends=True)


@STABLE
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.integers(0, 255))
def test_a_byte_is_changed(name: str, place: int, byte: int) -> None:
    data = bytearray((PLAN / name).read_bytes())
    data[place % len(data)] = byte
    check_with(name, bytes(data))


@STABLE
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.integers(1, 5))
def test_lines_are_dropped(name: str, place: int, number: int) -> None:
    lines = lines_of(name)
    at = place % len(lines)
    check_with(name, b"".join(lines[:at] + lines[at + number :]))


@STABLE
@given(st.sampled_from(FILES), st.integers(0, 10**6))
def test_a_line_stands_twice(name: str, place: int) -> None:
    lines = lines_of(name)
    at = place % len(lines)
    check_with(name, b"".join([*lines[:at], lines[at], *lines[at:]]))


@STABLE
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.integers(-3, 3))
def test_a_line_is_indented_otherwise(name: str, place: int, by: int) -> None:
    lines = lines_of(name)
    at = place % len(lines)
    lines[at] = b" " * by + lines[at] if by > 0 else lines[at][-by:]
    check_with(name, b"".join(lines))


@STABLE
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.sampled_from(VALUES))
def test_a_value_is_of_another_kind(name: str, place: int, value: str) -> None:
    lines = lines_of(name)
    at = place % len(lines)
    key, colon, _ = lines[at].partition(b":")
    if colon:
        lines[at] = key + colon + value.encode() + b"\n"
    check_with(name, b"".join(lines))


@STABLE
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_a_file_is_any_bytes(name: str, data: bytes) -> None:
    check_with(name, data)


@STABLE
@given(st.sampled_from(FILES), st.text(max_size=200))
def test_a_file_is_any_text(name: str, text: str) -> None:
    check_with(name, text.encode("utf-8", "surrogatepass"))
