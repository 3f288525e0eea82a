"""The plan's own calendar and cycles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.calendar import Window
from tests.findings import found, the_only, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {tasks: Task}
"""


def due(check: Check, calendar: str, text: str) -> tuple[Window, ...]:
    """The windows of a due date under a calendar; nothing may be wrong."""
    task = f"tasks: {{id: T1, title: Hire, due: {text}}}\n"
    checked = check(f"{HEAD}calendar: {calendar}\n{task}")
    assert told(checked) == []
    timing = checked.plan.items[0].due
    assert timing is not None
    return timing.windows


def test_a_year_may_start_on_another_day(check: Check) -> None:
    assert due(check, "{year_starts: 08-15}", "2024-25") == (
        Window(date(2024, 8, 15), date(2025, 8, 14)),
    )


@pytest.mark.parametrize("text", ["13-01", "00-01", "07-29", "07-00", "July 1"])
def test_a_year_that_cannot_start_so_starts_in_july(check: Check, text: str) -> None:
    checked = check(f"{HEAD}calendar: {{year_starts: {text}}}\n")
    one = the_only(checked)
    assert one.message == f"`year_starts` cannot be `{text}`"
    assert (one.span.line, one.span.column) == (4, 25)
    assert checked.plan.calendar.starts == (7, 1)


def test_seasons_and_quarters_are_the_plan_s_own(check: Check) -> None:
    calendar = "{seasons: {Fall: August - October, Q2: Nov-Jan}}"
    assert due(check, calendar, "Fall 2024") == (
        Window(date(2024, 8, 1), date(2024, 10, 31)),
    )
    assert due(check, calendar, "Q2 2024-25") == (
        Window(date(2024, 11, 1), date(2025, 1, 31)),
    )
    assert due(check, calendar, "Spring 2025") == (
        Window(date(2025, 3, 1), date(2025, 5, 31)),
    )


@pytest.mark.parametrize("text", ["soonish", "ongoing"])
def test_a_season_that_has_no_months_is_reported(check: Check, text: str) -> None:
    checked = check(f"{HEAD}calendar: {{seasons: {{Fall: {text}}}}}\n")
    assert told(checked) == [
        f"4:28 unread-date: the time `{text}` cannot be read",
    ]
    assert checked.plan.calendar.seasons["fall"] == (9, 11)


@pytest.mark.parametrize("text", ["2021-22", "2022", "Fall 2021"])
def test_year_1_is_the_school_year_that_the_plan_says(check: Check, text: str) -> None:
    assert due(check, f"{{year_1: {text}}}", "year 2") == (
        Window(date(2022, 7, 1), date(2023, 6, 30)),
    )


@pytest.mark.parametrize("text", ["soonish", "ongoing"])
def test_a_year_1_that_names_no_year_is_reported(check: Check, text: str) -> None:
    checked = check(f"{HEAD}calendar: {{year_1: {text}}}\n")
    assert told(checked) == [f"4:20 unread-date: the time `{text}` cannot be read"]
    assert checked.plan.calendar.first_year is None


def test_without_cycles_a_plan_has_mid_year_and_end_of_year(check: Check) -> None:
    plan = check(HEAD).plan
    year = plan.calendar.school_year(2024)
    assert [one.id for one in plan.cycle_calendar.in_year(year)] == [
        "2024-25/mid-year",
        "2024-25/end-of-year",
    ]


@pytest.mark.parametrize(
    ("cycle", "said"),
    [
        ("{walk: soonish}", "4:16 unread-date: the time `soonish` cannot be read"),
        (
            "{walk: {when: [Fall, soonish]}}",
            "4:30 unread-date: the time `soonish` cannot be read",
        ),
        (
            "{walk: {when: Fall, reports: task}}",
            "4:38 unknown-level: this plan has no level `task`",
        ),
        (
            "{a/b: Fall}",
            "4:10 invalid-value: `a/b` cannot be the name of a cycle",
        ),
        (
            "{as-published: Fall}",
            "4:10 invalid-value: `as-published` cannot be the name of a cycle",
        ),
        ("{walk: every 90 days}", ""),
    ],
)
def test_a_cycle_has_a_name_a_time_and_levels_that_can_be_used(
    check: Check, cycle: str, said: str
) -> None:
    assert told(check(f"{HEAD}cycles: {cycle}\n")) == ([said] if said else [])


def test_the_levels_that_there_are_are_named(check: Check) -> None:
    checked = check(f"{HEAD}cycles: {{walk: {{when: Fall, reports: xyz}}}}\n")
    (one,) = found(checked)
    assert one.help == "the levels are `tasks`"
