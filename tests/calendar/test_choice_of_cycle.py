"""Which instance a cycle's name means, and the day on which one stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from planctl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

PLAN = """
plan: {id: lakeshore, title: Lakeshore Unified, period: 2022-2026}
levels: {tasks: Task}
tasks:
  - {id: T1, title: Hire a coach}
  - {id: T2, title: Train the coach}
"""
PUBLISHED = "  - {cycle: as-published, items: {T1: In progress}}\n"
MID_23 = "  - {cycle: 2023-24/mid-year, items: {T1: In progress}}\n"
END_23 = "  - {cycle: 2023-24/end-of-year, items: {T1: In progress}}\n"
MID_24 = "  - {cycle: 2024-25/mid-year, items: {T1: Complete}}\n"
LATE = "  - {cycle: 2024-25/mid-year, date: 2025-03-20, items: {T1: Complete}}\n"


def chosen(check: Check, reports: str, day: str, cycle: str | None = None) -> str:
    """The id of the cycle that a plan with some reports is looked at in."""
    text = PLAN + (f"updates:\n{reports}" if reports else "")
    checked = check(text, as_of=date.fromisoformat(day), cycle=cycle)
    return checked.standing.cycle.id


def test_without_a_name_it_is_the_latest_reported(check: Check) -> None:
    reports = MID_24 + END_23 + PUBLISHED
    assert chosen(check, reports, "2025-06-30") == "2024-25/mid-year"


def test_what_is_dated_after_the_day_was_not_reported_by_then(check: Check) -> None:
    assert chosen(check, MID_23 + LATE, "2025-03-19") == "2023-24/mid-year"
    assert chosen(check, MID_23 + LATE, "2025-03-20") == "2024-25/mid-year"


def test_an_undated_report_counts_from_the_first_day_of_its_school_year(
    check: Check,
) -> None:
    assert chosen(check, MID_23 + MID_24, "2024-06-30") == "2023-24/mid-year"
    assert chosen(check, MID_23 + MID_24, "2024-07-01") == "2024-25/mid-year"


def test_a_name_is_its_latest_instance_that_was_reported_for(check: Check) -> None:
    reports = MID_23 + END_23
    assert chosen(check, reports, "2025-06-30", "mid-year") == "2023-24/mid-year"


def test_a_name_never_reported_for_is_as_published_where_that_was(
    check: Check,
) -> None:
    reports = PUBLISHED + END_23
    assert chosen(check, reports, "2025-06-30", "mid-year") == "as-published"


def test_a_name_never_reported_for_is_else_the_latest_begun(check: Check) -> None:
    assert chosen(check, END_23, "2025-06-30", "mid-year") == "2024-25/mid-year"
    assert chosen(check, END_23, "2025-01-31", "mid-year") == "2023-24/mid-year"


def test_where_nothing_was_reported_it_is_the_latest_begun_of_any_name(
    check: Check,
) -> None:
    assert chosen(check, "", "2025-03-01") == "2024-25/mid-year"
    assert chosen(check, "", "2025-06-01") == "2024-25/end-of-year"


def test_nothing_begins_outside_the_plan_s_own_period(check: Check) -> None:
    assert chosen(check, "", "2029-03-01") == "2025-26/end-of-year"
    assert chosen(check, "", "2022-08-01") == "as-published"
    assert chosen(check, "", "2022-08-01", "mid-year") == "as-published"


def test_what_begins_on_the_first_day_of_the_period_is_inside_it(check: Check) -> None:
    text = PLAN.replace("2022-2026", "Feb 2025 - June 2026")
    assert check(text, as_of=date(2025, 3, 1)).standing.cycle.id == "2024-25/mid-year"
    text = PLAN.replace("2022-2026", "2025-02-02 to 2026-06-30")
    assert check(text, as_of=date(2025, 3, 1)).standing.cycle.id == "as-published"


def test_an_id_is_that_instance_whether_or_not_it_was_reported(check: Check) -> None:
    cycle = "2025-26/end-of-year"
    assert chosen(check, MID_23, "2024-11-01", cycle) == cycle
    assert chosen(check, MID_23, "2024-11-01", "as-published") == "as-published"


@pytest.mark.parametrize("name", ["midyear", "2024-25/midyear", "2024-99/mid-year"])
def test_a_cycle_that_the_plan_has_not_is_wrong_usage(check: Check, name: str) -> None:
    said = f"the plan lakeshore has no cycle {name}; it has mid-year, end-of-year, "
    with pytest.raises(UsageError, match=f"{said}as-published"):
        chosen(check, MID_23, "2024-11-01", name)


@pytest.mark.parametrize(
    ("reports", "cycle", "day"),
    [
        (MID_24, "2024-25/mid-year", date(2025, 2, 28)),
        (LATE, "2024-25/mid-year", date(2025, 3, 20)),
        (PUBLISHED, "as-published", date(2025, 6, 30)),
    ],
)
def test_a_report_stands_at_the_end_of_its_cycle_or_at_the_last_update(
    write: Callable[[dict[str, str]], Path], reports: str, cycle: str, day: date
) -> None:
    folder = write({"plan.yaml": f"{PLAN}updates:\n{reports}"})
    checked = check_plan(folder, date(2025, 6, 30), cycle=cycle, stand_at_cycle=True)
    assert checked.standing.as_of == day


def test_without_that_one_stands_on_the_day_itself(check: Check) -> None:
    checked = check(f"{PLAN}updates:\n{MID_24}", as_of=date(2025, 6, 30))
    assert checked.standing.as_of == date(2025, 6, 30)
