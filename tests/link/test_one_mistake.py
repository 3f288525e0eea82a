"""One mistake that touches several places is one finding, and says what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.findings import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """\
plan: {id: lakeshore, title: Lakeshore}
levels: {goals: Goal, tasks: {name: Task, expects: [status]}}
owners:
  - {id: hr, name: Human Resources, also: HR}
  - name: Principals
"""
GOALS = """\
goals:
  - id: G1
    title: Every child reads
    tasks:
      - {id: T1, title: Survey the readers}
      - {id: T2, title: Train the coaches}
"""


def test_a_copied_file_is_one_finding(check: Check) -> None:
    checked = check(
        {"plan.yaml": HEAD, "goals.yaml": GOALS, "goals - Copy.yaml": GOALS}
    )
    (one,) = [one for one in checked.diagnostics if one.rule == "duplicate-id"]
    assert one.message == "all 3 ids of this file are used elsewhere, too"
    assert {one.span.file, one.related[0].span.file} == {
        "goals.yaml",
        "goals - Copy.yaml",
    }


def test_some_ids_that_are_used_again_are_told_each(check: Check) -> None:
    more = "goals:\n  - {id: G1, title: A}\n  - {id: T1, title: B}\n"
    more += "  - {id: G9, title: C}\n"
    checked = check({"plan.yaml": HEAD, "goals.yaml": GOALS, "more.yaml": more})
    again = [one for one in checked.diagnostics if one.rule == "duplicate-id"]
    assert [one.message for one in again] == [
        "the id `G1` is used twice",
        "the id `T1` is used twice",
    ]


def test_a_misspelt_id_in_a_report_is_one_finding(check: Check) -> None:
    updates = "updates: {cycle: as-published, items: {T1: Done, T2x: Done}}\n"
    scale = "scale: {complete: Done}\n"
    checked = check(HEAD + scale + GOALS + updates)
    messages = [one.message for one in checked.diagnostics if "T2" in one.message]
    assert messages == ["nothing in this plan has the id `T2x`"]


def test_several_owners_in_one_text_are_to_be_a_list(check: Check) -> None:
    for text in ("HR, Principals", "hr; Principals", "HR and Principals"):
        goals = f"goals:\n  - {{id: G1, title: Reads, responsible: '{text}'}}\n"
        checked = check(HEAD + goals)
        (one,) = [one for one in checked.diagnostics if one.rule == "unknown-name"]
        assert one.help.startswith("it reads like several; write a list: [")
        assert "did you mean" not in " ".join(told(checked))


def test_one_name_with_a_comma_is_still_suggested(check: Check) -> None:
    goals = "goals:\n  - {id: G1, title: Reads, responsible: 'Principals, Others'}\n"
    (one,) = [
        one for one in check(HEAD + goals).diagnostics if one.rule == "unknown-name"
    ]
    assert "write a list" not in one.help
