"""One mistake that touches several places is one finding, and says what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.check import gather_repeats
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


UPDATES = """\
updates:
  cycle: 2024-25/mid-year
  items:
    T1: Done
    T2: Done
"""
SCALE = "scale: {complete: Done}\n"


def rules(checked: CheckedPlan) -> list[str]:
    """The names of what is found."""
    return [one.rule for one in checked.diagnostics]


def test_a_copied_file_of_updates_is_one_finding(check: Check) -> None:
    files = {"plan.yaml": HEAD + SCALE + GOALS}
    files |= {"updates/a.yaml": UPDATES, "updates/a copy.yaml": UPDATES}
    (one,) = gather_repeats(check(files).diagnostics)
    assert one.message.endswith(
        "is reported twice in 2024-25/mid-year; so is one more of this file"
    )


def test_an_id_that_was_changed_is_missed_once(check: Check) -> None:
    plan = HEAD + SCALE + GOALS.replace("id: T2", "id: T12") + UPDATES
    more = "  - {id: G2, title: Counts, aligns_to: T2}\n"
    checked = check(plan.replace("updates:", more + "updates:"))
    (one,) = gather_repeats(checked.diagnostics)
    assert one.message == (
        "nothing in this plan has the id `T2` (here and in one more place)"
    )


def test_an_unknown_cycle_leaves_no_item_without_its_status(check: Check) -> None:
    late = UPDATES.replace("mid-year", "end-year").replace("T1: Done", "T1: Dne")
    early = "updates: {cycle: 2023-24/mid-year, items: {T1: Done}}\n"
    files = {"plan.yaml": HEAD + SCALE + GOALS, "a.yaml": early, "b.yaml": late}
    assert rules(check(files)) == ["unknown-cycle"]


def test_a_misspelt_measure_is_not_unused_as_well(check: Check) -> None:
    measures = (
        "measures:\n  - {id: ela3, title: Reads}\n  - {id: math, title: Counts}\n"
    )
    goals = "goals: {id: G1, title: All, measures: [ela3, mat]}\n"
    assert rules(check(HEAD + measures + goals)) == ["unknown-reference"]


def test_an_item_that_is_there_twice_lacks_nothing_as_well(check: Check) -> None:
    again = "      - {id: T2, title: Something else}\n"
    assert rules(check(HEAD + SCALE + GOALS + again + UPDATES)) == ["duplicate-id"]


def test_a_missing_dash_is_one_finding_and_its_id_is_not_missed(check: Check) -> None:
    tasks = "tasks:\n  - id: T1\n    title: A\n    id: T2\n    title: B\n"
    (one,) = check(HEAD + SCALE + tasks + UPDATES).diagnostics
    assert one.message == "`id` stands twice in one entry"
    assert one.help == "begin a new entry with `- id:`, or keep one of the two"


def test_several_ids_in_one_text_are_to_be_a_list(check: Check) -> None:
    for text in ("T1, T2", "T1 T2", "T1 and T2", "T1;T2"):
        more = f"  - {{id: G2, title: Counts, aligns_to: '{text}'}}\n"
        (one,) = check(HEAD + SCALE + GOALS + more + UPDATES).diagnostics
        assert one.help == "it reads like several; write a list: [T1, T2]"


def test_a_section_inside_an_entry_is_told_where_it_stands(check: Check) -> None:
    goals = "goals:\n  - id: G1\n    title: Every child reads\n    updates: Done\n"
    (one,) = check(HEAD + goals).diagnostics
    assert (
        one.help == "`updates:` stands at the left edge of a file, not inside an entry"
    )


def test_a_time_that_ends_before_it_begins_says_so(check: Check) -> None:
    for text in ("Fall 2024 - Spring 2024", "2025-2023"):
        goals = f"goals: {{id: G1, title: Every child reads, due: {text}}}\n"
        (one,) = check(HEAD + goals).diagnostics
        assert one.message == f"the time `{text}` ends before it begins"
        assert one.help == "correct one of its ends, or swap the two"


def test_a_day_before_its_month_is_shown_as_it_can_be_read(check: Check) -> None:
    for text in ("15.10.2023", "15/10/2023", "15-10-2023"):
        goals = f"goals: {{id: G1, title: Every child reads, due: {text}}}\n"
        (one,) = check(HEAD + goals).diagnostics
        assert one.help == "write year, month and day: 2023-10-15"


def test_an_id_that_a_spreadsheet_shortened_has_its_report(check: Check) -> None:
    goals = GOALS.replace("T1", "'1.1'").replace("T2", "'1.10'")
    rows = ("Done", "Ongoing")
    table = "cycle,item,status\n" + "".join(
        f"2024-25/mid-year,1.1,{status}\n" for status in rows
    )
    scale = "scale: {complete: Done, in_progress: Ongoing}\n"
    files = {"plan.yaml": HEAD + scale + goals, "updates/a.csv": table}
    assert rules(check(files)) == ["duplicate-update"]
    files["plan.yaml"] = files["plan.yaml"].replace("1.10", "1.2")
    assert rules(check(files)) == ["no-status", "duplicate-update"]
