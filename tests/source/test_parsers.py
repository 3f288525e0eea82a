"""libyaml and the parser in pure Python give the same."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import NodeEvent

from planctl.source import CONTROL
from planctl.source.reading import read_source
from tests.source.losses import LOSSES
from tests.source.misplaced import MISPLACED
from tests.source.reading import Case, findings, outside, places, read
from tests.source.refused import REFUSED
from tests.source.texts import lines_of_plans, plan_texts
from tests.source.unreadable import UNREADABLE

CASES = (*LOSSES, *REFUSED, *UNREADABLE, *MISPLACED)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(EXAMPLES.rglob("*.yaml"))

steadily = settings(
    derandomize=True,
    deadline=None,
    max_examples=400,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def same(text: str) -> None:
    """Both parsers give the same data, places and findings."""
    fast, pure = read(text), read(text, pure=True)
    assert pure.data == fast.data
    assert pure.is_readable == fast.is_readable
    assert findings(pure) == findings(fast)
    if fast.is_readable:
        assert places(pure) == places(fast)
    assert pure.remarks == fast.remarks


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_they_agree_on_every_mistake(case: Case) -> None:
    same(case.text)


@pytest.mark.parametrize(
    "path", FILES, ids=lambda p: p.relative_to(EXAMPLES).as_posix()
)
def test_they_agree_on_every_example(path: Path) -> None:
    same(path.read_text("utf-8"))


@given(plan_texts())
@steadily
def test_they_agree_on_plans_of_any_form(text: str) -> None:
    assert read(text).problems == []
    same(text)


@given(lines_of_plans())
@example("a: |\r\n  b\r\n\r\nc: d\r\n")
@example('a: "é😀"\nb: [é, 😀]\n')
@steadily
def test_they_agree_on_lines_that_anybody_might_write(text: str) -> None:
    source = read(text)
    assert not outside(source)
    assert source.is_readable or source.problems
    assume(not any(one.rule == "yaml-feature" for one in source.problems))
    same(text)


@given(
    st.text(
        alphabet=st.sampled_from(" \n\t-:#[]{}\"'&*!|>%@`?,~ab\\é😀\r"), max_size=24
    )
)
@steadily
def test_neither_fails_on_signs_in_any_order(text: str) -> None:
    assume(not CONTROL.search(text))
    for source in (read(text), read(text, pure=True)):
        assert not outside(source)
        assert source.is_readable or source.problems
        assert source.is_readable or source.data is None


DIFFERENCES = [
    # YAML 1.2 allows a tab between tokens; ruamel.yaml refuses it there
    ("a:\tb", {"a": "b"}, None),
    ("a: b\t# c", {"a": "b"}, None),
    ("a: b\t", {"a": "b"}, None),
    # libyaml takes `#` right behind `|` for a comment
    ("a: |#\n  b", {"a": "b"}, None),
    # ruamel.yaml takes a nearly empty line in front of block text for its indentation
    ("a:\n  b: |\n  \n    c", {"a": {"b": "\nc"}}, None),
    # names of anchors: YAML 1.2 lets them have nearly any sign, libyaml letters only
    ("a: &é b", None, {"a": "b"}),
    ("&N: x", None, "x"),
    ("{&N: x}", None, {"x": None}),
    # half of a character beyond U+FFFF, written as an escape
    ('a: "\\ud800"', None, {"a": "�"}),
]


@pytest.mark.parametrize(("text", "fast", "pure"), DIFFERENCES)
def test_where_they_differ_is_known(text: str, fast: object, pure: object) -> None:
    assert read(text).data == fast
    assert read(text, pure=True).data == pure


@pytest.mark.parametrize("text", [text for text, _, _ in DIFFERENCES])
def test_where_one_gives_nothing_it_says_why(text: str) -> None:
    for source in (read(text), read(text, pure=True)):
        assert source.is_readable or len(source.problems) == 1


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", ["&N: x", "{&N: x}", "- &N: x"])
def test_a_key_that_begins_with_a_sign_is_shown_in_quotes(
    text: str, *, pure: bool
) -> None:
    (one,) = read(text, pure=pure).problems
    assert one.message == "`&N:` is read as an anchor"
    assert one.help == 'put the key alone in quotes: "&N":'


def test_a_tab_that_is_refused_is_named() -> None:
    (one,) = read("a:\tb", pure=True).problems
    assert one.message == "a tab stands where a space belongs"


def test_the_pure_parser_looks_ahead_and_may_miss_what_stands_before_the_end() -> None:
    text = "a: [b,\n  <<: c"
    assert [one.rule for one in read(text).problems] == ["yaml-feature", "yaml-syntax"]
    assert [one.rule for one in read(text, pure=True).problems] == ["yaml-feature"]


def test_without_libyaml_the_pure_parser_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    source = read("a: &é b")
    assert source.data == {"a": "b"}


def test_an_accident_of_the_pure_parser_is_a_finding_like_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("planctl.source.yaml_events._DIRECTIVE", re.compile("(?!)"))
    source = read("a: b\n...\n%YAML 0.2\n---\nc: d", pure=True)
    assert not source.is_readable
    assert [one.rule for one in source.problems] == ["yaml-syntax"]


def test_an_example_read_from_its_folder_is_the_same_as_its_text() -> None:
    path = EXAMPLES / "haverhill" / "plan.yaml"
    source = read_source(path.parent, path)
    assert source.data == read(path.read_text("utf-8")).data
    assert source.path == "plan.yaml"


def test_every_anchor_and_tag_is_told() -> None:
    """Of all short texts with their signs, whatever stands around them."""
    for length in range(1, 5):
        for signs in product("a&! \n:,[-", repeat=length):
            text = "".join(signs)
            if _has_anchor_or_tag(text):
                assert read(text).problems, repr(text)


def _has_anchor_or_tag(text: str) -> bool:
    parser = CParser(text)
    with suppress(YAMLError):
        while (event := parser.get_event()) is not None:
            if isinstance(event, NodeEvent) and (
                event.anchor or getattr(event, "tag", None)
            ):
                return True
    return False
