"""Sections of a plan: what may stand once, and what is joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.load import load_plan
from planctl.load.sections import ITEM_KEYS, RESERVED, SECTIONS, Form
from tests.load.plans import HEAD, items, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.load.plans import Check

ONCE = ["levels", "scale", "ratings", "cycles", "calendar", "progress", "lint"]


def test_lists_of_the_same_key_are_joined_in_path_order(check: Check) -> None:
    files = {
        "plan.yaml": f"{HEAD}goals: {{id: G0, title: Zero}}\nowners: Zoe\n",
        "b.yaml": "goals: {id: G3, title: Three}\nowners: [Ben, Cy]\n",
        "a/z.yaml": "goals: {id: G2, title: Two}\n",
        "a.yaml": "goals: {id: G1, title: One}\nowners: Anna\n",
    }
    checked = check(files)
    assert [item for _, item, _ in items(checked)] == ["G0", "G1", "G2", "G3"]
    assert [o.name for o in checked.plan.owners] == ["Zoe", "Anna", "Ben", "Cy"]


def test_the_sections_of_one_file_may_stand_in_any_order(check: Check) -> None:
    head = HEAD.split("\n")
    checked = check(f"goals: {{id: G1, title: One}}\n{head[1]}\n{head[0]}\n")
    assert messages(checked) == []
    assert items(checked) == [("goals", "G1", "One")]


@pytest.mark.parametrize("key", ONCE)
def test_what_may_stand_once_is_read_once(check: Check, key: str) -> None:
    assert SECTIONS[key].is_once
    value = {"levels": "{goals: Goal}", "scale": "{complete: Done}"}.get(key, "")
    text = value or {"ratings": "{levels: [a]}", "cycles": "{spring: May}"}.get(
        key, "{}"
    )
    head = "plan: {id: p, title: P}\n"
    files = {
        "plan.yaml": head,
        "a.yaml": f"{key}: {text}\n",
        "b.yaml": f"{key}: {text}\n",
    }
    checked = check(files)
    assert messages(checked) == [f"`{key}` stands in a.yaml and again here"]
    assert checked.diagnostics[0].span.file == "b.yaml"


def test_glossaries_are_joined(check: Check) -> None:
    files = {"plan.yaml": f"{HEAD}glossary: {{A: a}}\n", "a.yaml": "glossary: {B: b}\n"}
    assert check(files).plan.glossary == {"A": "a", "B": "b"}


def test_an_empty_section_is_as_none(check: Check) -> None:
    empty = "".join(f"{key}:\n" for key in SECTIONS if key not in {"plan", "levels"})
    checked = check(f"{HEAD}{empty}goals:\n")
    assert messages(checked) == []


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file_beside_the_plan_is_nothing(check: Check, text: str) -> None:
    assert messages(check({"plan.yaml": HEAD, "a.yaml": text})) == []


def test_an_empty_plan_file_lacks_its_section(check: Check) -> None:
    assert messages(check("")) == ["`plan` is missing"]


def test_the_plan_comes_first_and_then_its_files_in_order(
    write: Callable[[Mapping[str, str]], Path],
) -> None:
    files = dict.fromkeys(("z.yaml", "a.yaml", "b/c.yaml"), "# x\n")
    plan = load_plan(write({**files, "plan.yaml": HEAD}))
    names = [source.path for source in plan.sources]
    assert names == ["plan.yaml", "a.yaml", "b/c.yaml", "z.yaml"]


def test_what_the_plan_excludes_is_not_read(check: Check) -> None:
    plan = "plan: {id: p, title: P, exclude: [drafts, x.yaml]}\n"
    files = {"plan.yaml": plan, "drafts/a.yaml": "%", "x.yaml": "%"}
    assert messages(check(files)) == []


def test_levels_may_nest_in_any_order_and_be_skipped(check: Check) -> None:
    text = """\
tasks:
  - id: T1
    title: Top
    goals:
      - id: G1
        title: Goal in a task
        goals: {id: G2, title: Goal in a goal}
      -
      - id: G3
        title: Next
"""
    checked = check({"plan.yaml": HEAD, "a.yaml": text})
    assert [(i.id, i.level, i.parent) for i in checked.plan.items] == [
        ("T1", "tasks", None),
        ("G1", "goals", 0),
        ("G2", "goals", 1),
        ("G3", "goals", 0),
    ]


def test_a_measure_defined_under_an_item_is_a_measure_of_the_plan(check: Check) -> None:
    text = """\
measures: {id: M0, title: Zero, unit: percent, targets: at least 1% by 2026}
goals:
  - id: G1
    title: A
    measures:
      -
      - id: M1
        title: One
        unit: percent
        targets: at least 90% by 2026
      - M0
      - {measure: M1, targets: at least 5% by 2025}
"""
    checked = check({"plan.yaml": HEAD, "a.yaml": text})
    assert messages(checked) == []
    loaded = [(one.record.id, one.item) for one in checked.loaded.measures]
    assert loaded == [("M0", None), ("M1", 0)]
    assert [use.measure for use in checked.plan.items[0].record.measures] == [
        "M1",
        "M0",
        "M1",
    ]


def test_every_section_has_a_record_and_says_what_it_is() -> None:
    for key, section in SECTIONS.items():
        assert section.key == key
        assert section.description.endswith(".")
        assert section.form in Form
    assert {section.attribute for section in SECTIONS.values()} >= {"scales", "reports"}


def test_no_word_of_the_language_can_be_a_level() -> None:
    assert ITEM_KEYS < RESERVED
    assert {"if", "status", "entries", "items", "plan", "updates"} < RESERVED
    assert "if_" not in RESERVED
