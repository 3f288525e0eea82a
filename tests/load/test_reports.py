"""Reports of a cycle, from YAML and from tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.load.plans import HEAD, messages
from tests.source.reading import place

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from tests.load.plans import Check

TASKS = f"{HEAD}tasks:\n  - {{id: T1, title: A}}\n  - {{id: T2, title: B}}\n"


def reports(checked: CheckedPlan) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The cycle of every report, with the id and the status of its entries."""
    return [
        (one.record.cycle, [(item, entry.status) for item, entry in one.entries])
        for one in checked.loaded.reports
    ]


def test_a_report_holds_its_entries_in_order(check: Check) -> None:
    text = """\
updates:
  - cycle: 2024-25/mid-year
    by: Literacy Office
    items:
      T2: On hold
      T1: {status: NO, note: Not yet}
  - cycle: as-published
"""
    checked = check({"plan.yaml": TASKS, "updates.yaml": text})
    assert reports(checked) == [
        ("2024-25/mid-year", [("T2", "On hold"), ("T1", "NO")]),
        ("as-published", []),
    ]
    assert checked.loaded.reports[0].record.by == "Literacy Office"


def test_a_report_without_entries_may_speak_of_the_plan(check: Check) -> None:
    text = "updates: {cycle: as-published, plan: {rating: 2}, items: }\n"
    checked = check({"plan.yaml": TASKS, "updates.yaml": text})
    assert checked.loaded.problems == []
    (one,) = checked.loaded.reports
    assert one.record.plan is not None
    assert (one.record.plan.rating, one.entries) == ("2", ())


def test_an_entry_with_a_bad_field_keeps_the_others(check: Check) -> None:
    text = """\
updates:
  cycle: as-published
  items:
    T1: {status: complete, date: soon, percent_complete: lots}
    T2: complete
"""
    checked = check({"plan.yaml": TASKS, "updates.yaml": text})
    assert messages(checked) == [
        "`date` cannot be read: `soon`",
        "`percent_complete` cannot be read: `lots`",
    ]
    assert reports(checked) == [
        ("as-published", [("T1", "complete"), ("T2", "complete")])
    ]


TABLE = """\
cycle,item,status,note,date,percent_complete
2024-25/mid-year,T1,On hold,"a, b",2025-02-28,40%
as-published,T2,NO,,,
2024-25/mid-year,T2,complete,,2/3/2025,
"""


def test_the_rows_of_a_table_are_a_report_for_each_cycle(check: Check) -> None:
    checked = check({"plan.yaml": TASKS, "updates/2025.csv": TABLE})
    assert reports(checked) == [
        ("2024-25/mid-year", [("T1", "On hold"), ("T2", "complete")]),
        ("as-published", [("T2", "NO")]),
    ]
    (first, second), _ = (one.entries for one in checked.loaded.reports)
    assert first[1].note == "a, b"
    assert str(first[1].percent_complete) == "40"
    assert str(second[1].date) == "2025-02-03"


def test_a_finding_about_a_row_has_the_place_of_its_cell(check: Check) -> None:
    table = TABLE.replace("2025-02-28", "soon").replace(
        "as-published,T2", "as-published,T9"
    )
    checked = check({"plan.yaml": TASKS, "updates/2025.csv": table})
    found = [(one.span.file, place(one.span), one.rule) for one in checked.diagnostics]
    assert found == [
        ("updates/2025.csv", "2:36-40", "invalid-value"),
        ("updates/2025.csv", "3:14-16", "unknown-reference"),
    ]


def test_a_row_without_cycle_or_item_says_which_column_to_fill_in(check: Check) -> None:
    table = "cycle,item,status\n,T1,complete\nas-published,,complete\n,,complete\n"
    checked = check({"plan.yaml": TASKS, "updates/a.csv": table})
    found = [(one.span.line, one.message, one.help) for one in checked.diagnostics]
    assert found == [
        (2, "the row has no `cycle`", "fill in the column cycle"),
        (3, "the row has no `item`", "fill in the column item"),
        (4, "the row has no `cycle`", "fill in the column cycle"),
        (4, "the row has no `item`", "fill in the column item"),
    ]
    assert checked.loaded.reports == []


def test_a_table_that_is_no_table_stops_nothing_else(check: Check) -> None:
    files = {
        "plan.yaml": TASKS,
        "updates/a.csv": "cycle,itm\n",
        "updates/b.csv": b"\xff\xfe\x00",
        "updates/c.csv": "",
        "updates/d.csv": TABLE,
    }
    checked = check(files)
    assert [one.span.file for one in checked.diagnostics] == [
        "updates/a.csv",
        "updates/b.csv",
    ]
    assert len(checked.loaded.reports) == 2


def test_a_bad_row_of_observations_keeps_no_rule_from_looking(check: Check) -> None:
    files = {
        "plan.yaml": f"{TASKS}measures: {{id: m1, title: Reading, unit: percent}}\n",
        "observations/a.csv": "measure,period,value\n"
        "m1,2022-23,40%,too many\n,2022-23,40%\nm1,2021-22,400%\n",
    }
    checked = check(files)
    assert [(one.span.line, one.rule) for one in checked.diagnostics] == [
        (2, "bad-table"),
        (3, "missing-key"),
        (4, "value-range"),
    ]
    header = {**files, "observations/a.csv": "measure,period,vlaue\nm1,2021-22,400%\n"}
    assert [one.rule for one in check(header).diagnostics] == ["bad-table"]
