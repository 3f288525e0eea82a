"""Reports to updates: one for each item, site and cycle, in order of time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.findings import found, the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
cycles: {mid-year: February, end-of-year: June, meeting: {when: [Fall, Spring]}}
scale: {in_progress: Ongoing, complete: Done}
measures: {id: ela3, title: Grade 3 reading}
goals:
  - {id: G1, title: Literacy}
tasks:
  - {id: T1, title: Hire}
  - {id: T2, title: Train}
  - {id: T3, title: Plan}
"""


def told_of(checked: CheckedPlan) -> list[tuple[str, str, str | None]]:
    """Every update as cycle, item and status."""
    items = checked.plan.items
    return [
        (update.cycle.id, items[update.item].id, update.status)
        for update in checked.plan.updates
        if update.item is not None
    ]


def test_updates_are_ordered_by_cycle_and_then_by_date(check: Check) -> None:
    checked = check(
        HEAD
        + """
updates:
  - {cycle: 2024-25/mid-year, items: {T1: {status: Done, date: 2025-02-20}}}
  - {cycle: 2024-25/mid-year, items: {T2: {status: Done, date: 2025-02-10}, T3: Done}}
  - {cycle: as-published, date: 2030-01-01, items: {T1: Ongoing}}
  - {cycle: 2023-24/end-of-year, items: {T1: Ongoing}}
  - {cycle: 2024-25/meeting-1, items: {T1: Ongoing}}
"""
    )
    assert told(checked) == []
    assert told_of(checked) == [
        ("as-published", "T1", "Ongoing"),
        ("2023-24/end-of-year", "T1", "Ongoing"),
        ("2024-25/meeting-1", "T1", "Ongoing"),
        ("2024-25/mid-year", "T3", "Done"),
        ("2024-25/mid-year", "T2", "Done"),
        ("2024-25/mid-year", "T1", "Done"),
    ]
    assert [cycle.id for cycle in checked.plan.reported_cycles] == [
        "as-published",
        "2023-24/end-of-year",
        "2024-25/meeting-1",
        "2024-25/mid-year",
    ]


def test_a_report_s_date_and_author_hold_for_entries_that_do_not_say(
    check: Check,
) -> None:
    checked = check(
        HEAD
        + """
updates:
  cycle: 2024-25/mid-year
  by: Office
  date: 2025-02-03
  items:
    T1: Done
    T2: {status: Done, by: Principals, date: 2025-02-04}
"""
    )
    assert [(one.by, one.date) for one in checked.plan.updates] == [
        ("Office", date(2025, 2, 3)),
        ("Principals", date(2025, 2, 4)),
    ]


def test_what_is_undated_is_known_from_the_first_day_of_its_year(check: Check) -> None:
    checked = check(
        HEAD
        + """
updates:
  - {cycle: 2024-25/mid-year, items: {T1: Done}}
  - {cycle: as-published, items: {T1: Done}}
"""
    )
    assert [one.known_on for one in checked.plan.updates] == [
        date.min,
        date(2024, 7, 1),
    ]


def test_the_plan_as_such_may_be_rated(check: Check) -> None:
    checked = check(f"{HEAD}updates: {{cycle: as-published, plan: {{rating: 2}}}}\n")
    (update,) = checked.plan.updates
    assert update.item is None
    assert update.rating == "2"


def test_one_report_covers_the_items_of_a_printed_range(check: Check) -> None:
    checked = check(
        HEAD
        + """
updates:
  cycle: as-published
  items:
    T1:
      same_for: [T2, T3]
      status: Ongoing
      note: One process for all.
      entries: {status: Done}
"""
    )
    first, *covered = checked.plan.updates
    assert first.covered_by is None
    assert len(first.lines) == 1
    assert [one.covered_by for one in covered] == [first.item, first.item]
    assert [one.note for one in covered] == ["One process for all."] * 2
    assert [one.lines for one in covered] == [(), ()]


def test_a_range_that_names_an_item_again_covers_it_once(check: Check) -> None:
    report = "items: {T1: {status: Done, same_for: [T1, T2, T2]}}"
    checked = check(f"{HEAD}updates: {{cycle: as-published, {report}}}\n")
    assert told(checked) == []
    assert [one[1] for one in told_of(checked)] == ["T1", "T2"]


def test_a_range_holds_where_the_entry_s_own_item_is_not_found(check: Check) -> None:
    report = "items: {T9: {status: Done, same_for: T2}}"
    checked = check(f"{HEAD}updates: {{cycle: as-published, {report}}}\n")
    assert [one.rule for one in found(checked)] == ["unknown-reference"]
    (update,) = checked.plan.updates
    assert update.covered_by is None


def test_lines_have_their_own_states_and_sites(check: Check) -> None:
    checked = check(
        HEAD
        + """
sites: {name: North School, id: north}
updates:
  cycle: as-published
  items:
    T1:
      entries:
        - {status: Done, site: North school, number: 1}
        - {status: Half done, scope: other schools}
        - {note: A remark.}
        - Ongoing
"""
    )
    (update,) = checked.plan.updates
    assert update.status is None
    assert update.state is None
    assert [(one.state, one.site) for one in update.lines] == [
        ("complete", "north"),
        (None, None),
        (None, None),
        ("in_progress", None),
    ]


EXCEPT = """
updates:
  - cycle: 2024-25/mid-year
    otherwise: {level: tasks, status: ongoing}
    by: Office
    date: 2025-02-05
  - {cycle: 2024-25/mid-year, items: {T2: {status: Done, same_for: T3}}}
"""


def test_by_exception_holds_for_all_of_a_level_that_nobody_named(check: Check) -> None:
    checked = check(HEAD + EXCEPT)
    assert sorted(told_of(checked)) == [
        ("2024-25/mid-year", "T1", "ongoing"),
        ("2024-25/mid-year", "T2", "Done"),
        ("2024-25/mid-year", "T3", "Done"),
    ]


def test_what_is_said_by_exception_is_marked_so(check: Check) -> None:
    marked = [one for one in check(HEAD + EXCEPT).plan.updates if one.is_by_exception]
    assert [(one.by, one.date, one.state) for one in marked] == [
        ("Office", date(2025, 2, 5), "in_progress")
    ]


def test_of_two_reports_by_exception_the_first_holds(check: Check) -> None:
    twice = "".join(
        f"  - {{cycle: as-published, otherwise: {{level: tasks, status: {word}}}}}\n"
        for word in ("Done", "Ongoing")
    )
    checked = check(f"{HEAD}updates:\n{twice}")
    assert [one[2] for one in told_of(checked)] == ["Done"] * 3


def test_a_level_that_is_not_declared_is_reported(check: Check) -> None:
    checked = check(HEAD + EXCEPT.replace("level: tasks", "level: task"))
    assert told(checked) == ["16:24 unknown-level: this plan has no level `task`"]
    assert "`tasks`" in the_only(checked).help


def test_an_item_is_reported_once_for_a_site_in_a_cycle(check: Check) -> None:
    checked = check(
        HEAD
        + """
updates:
  - {cycle: as-published, items: {T1: Done}}
  - cycle: as-published
    items:
      T1: Ongoing
      T2: Done
"""
    )
    one = the_only(checked)
    assert one.message == "T1 is reported twice in as-published"
    assert (one.span.line, one.span.column, one.span.end_column) == (18, 7, 9)
    assert [(r.span.line, r.label) for r in one.related] == [
        (15, "the first report is here")
    ]
    assert told_of(checked)[0] == ("as-published", "T1", "Done")


@pytest.mark.parametrize(
    "entries",
    [
        "{T1: {status: Done, site: North}}",
        "{T2: {status: Done, same_for: T3}}",
    ],
)
def test_another_site_or_another_item_is_no_repetition(
    check: Check, entries: str
) -> None:
    checked = check(
        f"{HEAD}updates:\n  - {{cycle: as-published, items: {{T1: Done}}}}\n"
        f"  - {{cycle: as-published, items: {entries}}}\n"
    )
    assert told(checked) == []


def test_an_item_in_a_range_and_by_itself_is_reported_twice(check: Check) -> None:
    checked = check(
        f"{HEAD}updates: {{cycle: as-published, "
        "items: {T1: {status: Done, same_for: T2}, T2: Done}}\n"
    )
    assert the_only(checked).message == "T2 is reported twice in as-published"


@pytest.mark.parametrize(
    ("others", "file", "begins"),
    [
        ("1.10", "updates/a.csv", "a spreadsheet makes 1.1 of 1.10: "),
        ("1.2", "updates/a.csv", "keep one"),
        ("1.10", "updates/a.yaml", "keep one"),
    ],
)
def test_a_number_that_a_spreadsheet_has_shortened_is_named(
    check: Check, others: str, file: str, begins: str
) -> None:
    texts = {
        "updates/a.csv": "cycle,item,status\nas-published,1.1,Done\n"
        "as-published,1.1,Ongoing\n",
        "updates/a.yaml": "updates:\n  - {cycle: as-published, items: {'1.1': Done}}\n"
        "  - {cycle: as-published, items: {'1.1': Ongoing}}\n",
    }
    tasks = "".join(f"  - {{id: '{name}', title: X}}\n" for name in ("1.1", others))
    one = the_only(check({"plan.yaml": HEAD + tasks, file: texts[file]}))
    assert one.rule == "duplicate-update"
    assert one.help.startswith(begins)


def test_the_plan_is_rated_once_in_a_cycle(check: Check) -> None:
    report = "  - {cycle: as-published, plan: {rating: 2}}\n"
    checked = check(f"{HEAD}updates:\n{report}{report}")
    one = the_only(checked)
    assert one.message == "the plan is reported twice in as-published"
    assert (one.span.line, one.span.column) == (15, 27)


def test_a_cycle_that_the_plan_has_not_is_reported_and_its_entries_are_absent(
    check: Check,
) -> None:
    checked = check(f"{HEAD}updates: {{cycle: 2024-25/midyear, items: {{T9: Done}}}}\n")
    one = the_only(checked)
    assert one.message == "this plan has no reporting cycle `2024-25/midyear`"
    assert one.help == "did you mean `2024-25/mid-year`?"
    assert checked.plan.updates == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("February 2025", "did you mean `2024-25/mid-year`?"),
        ("June 12, 2025", "did you mean `2024-25/end-of-year`?"),
        ("Jan 2025", "write a school year and a cycle, such as 2024-25/mid-year"),
        ("mid-year", "write a school year and a cycle, such as 2024-25/mid-year"),
    ],
)
def test_a_time_instead_of_a_cycle_leads_to_the_cycle(
    check: Check, text: str, meant: str
) -> None:
    one = the_only(check(f"{HEAD}updates: {{cycle: '{text}', items: {{T1: Done}}}}\n"))
    assert one.help.startswith(meant)


@pytest.mark.parametrize("name", ["T9", "T1x"])
def test_an_update_of_nothing_is_reported_at_its_key(check: Check, name: str) -> None:
    checked = check(
        f"{HEAD}updates:\n  cycle: as-published\n  items:\n    {name}: Done\n"
    )
    one = the_only(checked)
    assert one.message == f"nothing in this plan has the id `{name}`"
    assert (one.span.line, one.span.column, one.span.end_column) == (
        16,
        5,
        5 + len(name),
    )


@pytest.mark.parametrize(
    "items", ["{ela3: Done}", "{T1: {status: Done, same_for: ela3}}"]
)
def test_a_status_of_a_measure_is_not_lost_without_a_word(
    check: Check, items: str
) -> None:
    one = the_only(check(f"{HEAD}updates: {{cycle: as-published, items: {items}}}\n"))
    assert one.rule == "unknown-reference"
    assert one.message == "`ela3` is a measure; a status is reported of an item"
