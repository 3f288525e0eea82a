"""Periods and due dates: read, inherited, and written as fields."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.calendar import Window
from tests.findings import the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.link import LinkedItem

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified, period: 2022-2026}
levels: {goals: Goal, tasks: Task}
"""


def items(check: Check, text: str) -> dict[str, LinkedItem]:
    """The items of a plan by their ids; nothing may be wrong with it."""
    checked = check(HEAD + text)
    assert told(checked) == []
    return {item.id: item for item in checked.plan.items}


def one_due(check: Check, due: str, more: str = "") -> LinkedItem:
    """An item with a due date."""
    task = f"tasks: {{id: T1, title: Hire, due: {due}}}\n"
    return items(check, more + task)["T1"]


INHERITED = """
goals:
  - id: G1
    title: Literacy
    period: 2023-24
    tasks:
      - id: T1
        title: Hire
        due: October
        tasks: {id: T2, title: Train, due: Spring}
      - {id: T3, title: Plan, period: Fall}
  - {id: G2, title: Numeracy, tasks: {id: T4, title: Count, due: October}}
"""


def test_a_period_holds_for_all_that_stands_below(check: Check) -> None:
    found = items(check, INHERITED)
    g1, t1, t2, t3, g2, t4 = (found[n] for n in ("G1", "T1", "T2", "T3", "G2", "T4"))
    assert t1.period is None
    assert t1.runs == t2.runs == g1.period
    assert t1.runs_from == t2.runs_from == g1.position
    assert t3.runs_from == t3.position
    assert g2.runs_from is t4.runs_from is None
    assert t4.runs is not None
    assert t4.runs.text == "2022-2026"


def test_a_date_without_a_year_takes_it_from_the_nearest_period(check: Check) -> None:
    found = items(check, INHERITED)
    october = Window(date(2023, 10, 1), date(2023, 10, 31))
    spring = Window(date(2024, 3, 1), date(2024, 5, 31))
    fall = Window(date(2023, 9, 1), date(2023, 11, 30))
    assert _windows(found["T1"]) == (october,)
    assert _windows(found["T2"]) == (spring,)
    period = found["T3"].period
    assert period is not None
    assert period.windows == (fall,)
    assert _windows(found["T4"]) == ()


def test_an_item_s_own_period_is_nearer_than_the_one_above(check: Check) -> None:
    text = """
goals:
  - id: G1
    title: Literacy
    period: 2022-2026
    tasks: {id: T1, title: Hire, period: 2024-25, due: October}
"""
    october = Window(date(2024, 10, 1), date(2024, 10, 31))
    assert _windows(items(check, text)["T1"]) == (october,)


@pytest.mark.parametrize("period", ["annually", "Throughout the school year", "TBD"])
def test_a_period_without_days_leaves_the_years_to_the_one_above(
    check: Check, period: str
) -> None:
    text = f"""
goals:
  - id: G1
    title: Literacy
    period: 2024-25
    tasks:
      - id: T1
        title: Hire
        period: {period}
        due: October
        tasks:
          - {{id: T2, title: Train, due: March}}
"""
    found = items(check, text)
    october = Window(date(2024, 10, 1), date(2024, 10, 31))
    march = Window(date(2025, 3, 1), date(2025, 3, 31))
    assert (_windows(found["T1"]), _windows(found["T2"])) == ((october,), (march,))


LAST_DAYS = {
    "{id: T1, title: a, due: Fall 2023, period: 2022-2026}": date(2023, 11, 30),
    "{id: T1, title: a, period: 2023-24}": date(2024, 6, 30),
    "{id: T1, title: a, due: 'Nov 2023; Feb 2024'}": date(2024, 2, 29),
    "{id: T1, title: a, due: end of 2023}": date(2023, 12, 31),
    "{id: T1, title: a, due: ongoing}": None,
    "{id: T1, title: a, due: Fall 2023/Ongoing}": None,
    "{id: T1, title: a, due: monthly}": None,
    "{id: T1, title: a}": None,
}


@pytest.mark.parametrize("task", LAST_DAYS)
def test_the_last_day_is_of_due_else_of_the_own_period_never_of_one_above(
    check: Check, task: str
) -> None:
    text = f"goals: {{id: G1, title: Literacy, period: 2022-23, tasks: {task}}}\n"
    assert items(check, text)["T1"].last_day == LAST_DAYS[task]


@pytest.mark.parametrize(
    ("due", "recurs"),
    [("monthly", True), ("2023-24 (and recurring)", True), ("2023-24", False)],
)
def test_what_comes_back_is_known_by_its_time(
    check: Check, due: str, *, recurs: bool
) -> None:
    assert one_due(check, due).recurs is recurs


FIELDS = {
    "{start: 2023-09-01, end: 2024-01-31}": (
        "2023-09-01 to 2024-01-31",
        (date(2023, 9, 1), date(2024, 1, 31)),
        False,
    ),
    "{end: 2024-01-31}": ("2024-01-31", (date(2024, 1, 31), date(2024, 1, 31)), False),
    "{start: 2023-09-01}": ("2023-09-01", (date(2023, 9, 1), date(2023, 9, 1)), True),
    "{text: soonish, start: 2023-09-01, end: 2023-09-30}": (
        "soonish",
        (date(2023, 9, 1), date(2023, 9, 30)),
        False,
    ),
    "{start: 2023-09-01, end: 2023-09-30, open_ended: yes}": (
        "2023-09-01 to 2023-09-30",
        (date(2023, 9, 1), date(2023, 9, 30)),
        True,
    ),
}


@pytest.mark.parametrize("fields", FIELDS)
def test_a_time_may_be_written_as_fields(check: Check, fields: str) -> None:
    text, days, is_open = FIELDS[fields]
    due = one_due(check, fields).due
    assert due is not None
    assert due.text == text
    assert due.windows == (Window(*days),)
    assert due.open_ended is is_open


def test_a_text_that_cannot_be_read_may_say_that_it_recurs_or_has_no_end(
    check: Check,
) -> None:
    due = one_due(check, "{text: at each board retreat, recurs: yearly}").due
    assert due is not None
    assert (due.text, due.recurs, due.windows) == (
        "at each board retreat",
        "yearly",
        (),
    )
    due = one_due(check, "{text: for good, open_ended: yes}").due
    assert due is not None
    assert due.open_ended


def test_fields_without_a_day_or_a_text_are_no_time(check: Check) -> None:
    assert one_due(check, "{recurs: monthly}").due is None


def test_a_time_that_ends_before_it_starts_is_reported(check: Check) -> None:
    due = "{start: 2024-02-01, end: 2024-01-31}"
    checked = check(f"{HEAD}tasks: {{id: T1, title: a, due: {due}}}\n")
    one = the_only(checked)
    assert (one.rule, one.message) == ("invalid-value", "a time ends before it starts")
    assert one.help == "it starts on 2024-02-01"
    assert checked.plan.items[0].due is None


@pytest.mark.parametrize(
    ("field", "column"), [("due: soonish", 35), ("period: soonish", 38)]
)
def test_a_time_that_cannot_be_read_is_reported_and_kept_as_text(
    check: Check, field: str, column: int
) -> None:
    checked = check(f"{HEAD}tasks: {{id: T1, title: Hire, {field}}}\n")
    one = the_only(checked)
    assert told(checked) == [
        f"4:{column} unread-date: the time `soonish` cannot be read"
    ]
    assert one.help.startswith("forms that can: 2024-25, ")
    item = checked.plan.items[0]
    timing = item.due or item.period
    assert timing is not None
    assert (timing.text, timing.windows) == ("soonish", ())


def test_the_part_that_stands_in_the_way_is_marked(check: Check) -> None:
    checked = check(f"{HEAD}tasks: {{id: T1, title: a, due: Fall 2018 if possible}}\n")
    span = the_only(checked).span
    assert (span.column, span.end_column) == (42, 44)


def test_a_long_text_is_cut_in_the_message(check: Check) -> None:
    checked = check(f"{HEAD}tasks: {{id: T1, title: a, due: {'soonish ' * 20}}}\n")
    assert "soonish soo…` cannot" in the_only(checked).message


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("success_criteria: {text: Seen, due: soonish}", "success_criteria.0.due"),
        ("measures: {measure: m1, targets: {value: 3, by: soonish}}", "by"),
    ],
)
def test_times_further_down_are_read_too(check: Check, text: str, path: str) -> None:
    measure = "measures: {id: m1, title: Reading}\n"
    one = the_only(check(f"{HEAD}{measure}tasks: {{id: T1, title: a, {text}}}\n"))
    assert one.rule == "unread-date"
    assert one.field_name.endswith(path)


def _windows(item: LinkedItem) -> tuple[Window, ...]:
    assert item.due is not None
    return item.due.windows
