"""Where every key and value stands."""

from __future__ import annotations

import pytest

from planctl.diagnostics import Span
from planctl.source import Source, entry_of
from tests.source.reading import place, read

TEXT = """\
plan:
  id: é1  # a comment
  title: "An 😀 title"
  note: >-
    two
    lines
  tags:
    - x
    - [y, {z: w}]
    -
  empty:
"""


def test_a_value_on_one_line_is_marked_from_end_to_end() -> None:
    source = read(TEXT)
    plan = entry_of(source.data, "plan")
    assert place(source.value_span(plan, "id")) == "2:7-9"
    assert place(source.value_span(plan, "title")) == "3:10-22"


def test_a_text_over_several_lines_is_marked_from_its_sign_on() -> None:
    source = read(TEXT)
    assert place(source.value_span(entry_of(source.data, "plan"), "note")) == "4:9-7:1"


def test_a_list_a_mapping_and_an_empty_value_are_marked_by_their_key() -> None:
    source = read(TEXT)
    plan = entry_of(source.data, "plan")
    assert place(source.value_span(source.data, "plan")) == "1:1-5"
    assert place(source.value_span(plan, "tags")) == "7:3-7"
    assert place(source.value_span(plan, "empty")) == "11:3-8"


def test_what_stands_in_a_list_is_marked_where_it_begins() -> None:
    source = read(TEXT)
    tags = entry_of(entry_of(source.data, "plan"), "tags")
    assert place(source.value_span(tags, 0)) == "8:7-8"
    assert place(source.value_span(tags, 1)) == "9:7-8"
    assert place(source.value_span(entry_of(tags, 1), 1)) == "9:11-12"
    assert place(source.key_span(tags, 1)) == "9:7-8"
    inner = entry_of(entry_of(tags, 1), 1)
    assert place(source.key_span(inner, "z")) == "9:12-13"


def test_a_key_is_marked_in_its_own_words() -> None:
    source = read(TEXT)
    assert place(source.key_span(source.data, "plan")) == "1:1-5"


def test_a_key_over_two_lines_is_marked_to_the_end_of_its_first() -> None:
    source = read('? "long\n  key"\n: b\n')
    assert source.data == {"long key": "b"}
    assert place(source.key_span(source.data, "long key")) == "1:3-8"


def test_an_empty_key_still_has_a_place() -> None:
    source = read('"": x\n')
    assert place(source.key_span(source.data, "")) == "1:1-2"


@pytest.mark.parametrize("key", ["nothing", 7])
def test_what_is_not_there_is_the_beginning_of_the_file(key: str | int) -> None:
    source = read("a: [b]\n")
    for container in (source.data, entry_of(source.data, "a")):
        assert source.place(container, key) is None
        assert source.value_span(container, key) == Span("a.yaml", 1, 1, 1, 1)
        assert source.key_span(container, key) == Span("a.yaml", 1, 1, 1, 1)


def test_a_source_without_data_has_no_places() -> None:
    source = Source("a.yaml")
    assert source.place(None, "a") is None


@pytest.mark.parametrize(
    ("container", "key"), [({"a": "b"}, 0), (["a"], "b"), ("text", 0), (None, "a")]
)
def test_only_a_key_of_a_mapping_and_a_position_of_a_list_hold_something(
    container: dict[str, object] | list[object] | str | None, key: str | int
) -> None:
    with pytest.raises(KeyError):
        entry_of(container, key)  # type: ignore[arg-type]


def test_a_problem_is_known_by_its_line_and_by_its_place() -> None:
    source = read("a: b\nc: ~\n")
    assert source.has_problem(2)
    assert source.has_problem(2, 4)
    assert not source.has_problem(2, 1)
    assert not source.has_problem(1)
