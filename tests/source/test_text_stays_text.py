"""Every value is the text that stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.source import CONTROL
from tests.source.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

AS_WRITTEN = (
    "007",
    "1.10",
    "NO",
    "no",
    "on",
    "Off",
    "yes",
    "true",
    "22:30",
    "22:30:00",
    "2024-01-01",
    "2024-01-01T10:00:00Z",
    "1e5",
    "0x1F",
    "0o17",
    "1_000",
    "+5",
    "-0",
    ".5",
    ".inf",
    ".NaN",
    "12/40",
    "=",
    "nan",
    "1.",
    "y",
)
_TEXT = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029"
    ),
    min_size=1,
).filter(lambda text: not CONTROL.search(text))


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_a_value_is_what_is_written(text: str) -> None:
    written = f"a: {text}\nb:\n  - {text}\nc: [{text}]\nd: {{e: {text}}}\n{text}: f\n"
    expected = {"a": text, "b": [text], "c": [text], "d": {"e": text}, text: "f"}
    for pure in (False, True):
        source = read(written, pure=pure)
        assert source.problems == []
        assert source.data == expected


@given(_TEXT)
@settings(derandomize=True, deadline=None)
def test_any_text_in_double_quotes_comes_through(text: str) -> None:
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    source = read(f'a: "{inside}"')
    assert source.problems == []
    assert source.data == {"a": text}


@given(_TEXT)
@settings(derandomize=True, deadline=None)
def test_any_text_in_single_quotes_comes_through(text: str) -> None:
    source = read(f"a: '{text.replace(chr(39), chr(39) * 2)}'")
    assert source.problems == []
    assert source.data == {"a": text}


def test_an_empty_value_is_absent_and_an_empty_text_is_text() -> None:
    source = read("a:\nb: \"\"\nc: ''\nd: []\ne: {}\nf: >\ng:\n  -\n  - x\n")
    assert source.problems == []
    assert source.data == {
        "a": None,
        "b": "",
        "c": "",
        "d": [],
        "e": {},
        "f": "",
        "g": [None, "x"],
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n"])
def test_a_file_without_content_holds_nothing(text: str) -> None:
    source = read(text)
    assert (source.data, source.problems) == (None, [])
    assert source.is_readable


def test_the_plan_that_is_loaded_keeps_every_text(
    check: Callable[..., CheckedPlan],
) -> None:
    tasks = "".join(f"  - {{id: {t}, title: {t}, number: {t}}}\n" for t in ID_LIKE)
    checked = check(
        f"plan: {{id: p, title: NO}}\nlevels: {{tasks: on}}\ntasks:\n{tasks}"
    )
    assert checked.plan.info.title == "NO"
    assert checked.plan.levels["tasks"].name == "on"
    items = [(i.record.id, i.record.title, i.record.number) for i in checked.plan.items]
    assert items == [(text, text, text) for text in ID_LIKE]


ID_LIKE = ("007", "1.10", "NO", "on", "2024-01-01", "1e5", ".inf", "-0")
