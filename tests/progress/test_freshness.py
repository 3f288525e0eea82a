"""When what was reported is stale, and what comes back each school year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.progress.plans import HEAD, below, counts, own, total

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from tests.progress.plans import Check

ITEMS = """
goals:
  id: G1
  title: Literacy
  tasks: [{id: T1, title: Hire}, {id: T2, title: Train}]
updates:
"""


def stale(checked: CheckedPlan) -> list[str]:
    """The ids of the items whose last report is stale."""
    return list(total(checked).stale)


def look(
    check: Check, reports: str, cycle: str, day: str, head: str = HEAD
) -> CheckedPlan:
    """A plan with some reports, in a cycle on a day."""
    text = head + ITEMS + reports
    return check(text, as_of=date.fromisoformat(day), cycle=cycle)


FALL = "  - {cycle: 2024-25/fall, items: {T1: Ongoing, T2: Done}}\n"


@pytest.mark.parametrize(
    ("cycle", "day", "names"),
    [
        ("2024-25/fall", "2025-12-31", []),
        ("2024-25/mid-year", "2025-02-27", []),
        ("2024-25/mid-year", "2025-02-28", ["T1"]),
        ("2024-25/mid-year", "2025-12-31", ["T1"]),
        ("2024-25/end-of-year", "2025-03-15", ["T1"]),
        ("2025-26/fall", "2025-10-01", ["T1"]),
    ],
)
def test_a_status_is_stale_after_the_next_cycle_in_which_nothing_was_reported(
    check: Check, cycle: str, day: str, names: list[str]
) -> None:
    assert stale(look(check, FALL, cycle, day)) == names


@pytest.mark.parametrize("word", ["Done", "Discontinued"])
def test_complete_and_discontinued_hold_for_good(check: Check, word: str) -> None:
    reports = f"  - {{cycle: 2014-15/fall, items: {{T1: {word}, T2: Ongoing}}}}\n"
    checked = look(check, reports, "2024-25/mid-year", "2025-02-28")
    assert stale(checked) == ["T2"]


def test_a_stale_status_counts_with_its_state_but_not_as_reported(
    check: Check,
) -> None:
    checked = look(check, FALL, "2024-25/mid-year", "2025-02-28")
    rollup = below(checked)
    assert counts(rollup) == {"in_progress": 1, "complete": 1}
    assert (rollup.reported, rollup.expected) == (1, 2)
    assert rollup.state == "in_progress"


def test_where_too_much_is_stale_not_enough_is_reported(check: Check) -> None:
    reports = "  - {cycle: 2024-25/fall, items: {T1: Ongoing, T2: Ongoing}}\n"
    checked = look(check, reports, "2024-25/mid-year", "2025-02-28")
    assert below(checked).state == "not_enough_reported"
    assert counts(below(checked)) == {"in_progress": 2}


def test_a_new_report_makes_a_status_fresh_again(check: Check) -> None:
    reports = FALL + "  - {cycle: 2024-25/mid-year, items: {T1: Ongoing}}\n"
    assert stale(look(check, reports, "2024-25/mid-year", "2025-02-28")) == []


@pytest.mark.parametrize(
    ("cycle", "names"),
    [
        ("{when: February, reports: goals}", []),
        ("{when: February, reports: [goals, tasks]}", ["T1"]),
        ("{when: February, tier: school}", []),
        ("{when: February, tier: district}", ["T1"]),
        ("{when: February, tier: [school, district]}", ["T1"]),
    ],
)
def test_only_a_cycle_in_which_it_should_have_reported_makes_it_stale(
    check: Check, cycle: str, names: list[str]
) -> None:
    head = HEAD.replace("mid-year: February", f"mid-year: {cycle}")
    head = head.replace("June", "{when: June, tier: district}")
    head = head.replace("Unified}", "Unified, tier: district}")
    assert stale(look(check, FALL, "2024-25/mid-year", "2025-03-15", head)) == names


@pytest.mark.parametrize(("levels", "expected"), [("goals", 1), ("tasks", 2)])
def test_only_the_levels_that_a_cycle_reports_on_are_expected_in_it(
    check: Check, levels: str, expected: int
) -> None:
    head = HEAD.replace("February", f"{{when: February, reports: {levels}}}")
    reports = "  - {cycle: 2024-25/fall, items: {T2: Done}}\n"
    checked = look(check, reports, "2024-25/mid-year", "2025-02-28", head)
    assert below(checked).expected == expected
    assert ("no-status" in {one.rule for one in checked.diagnostics}) == (expected == 2)


def test_a_plan_without_a_tier_reports_in_the_cycles_of_every_tier(
    check: Check,
) -> None:
    head = HEAD.replace("mid-year: February", "mid-year: {when: February, tier: x}")
    assert stale(look(check, FALL, "2024-25/mid-year", "2025-03-15", head)) == ["T1"]


PUBLISHED = "  - {cycle: as-published, items: {T1: Ongoing}}\n"


def test_as_published_is_never_stale_as_long_as_nothing_else_was_reported(
    check: Check,
) -> None:
    assert stale(look(check, PUBLISHED, "2024-25/mid-year", "2030-01-01")) == []


def test_as_published_is_stale_once_a_dated_cycle_was_reported(check: Check) -> None:
    reports = PUBLISHED + "  - {cycle: 2024-25/mid-year, items: {T2: Ongoing}}\n"
    assert stale(look(check, reports, "2024-25/mid-year", "2025-02-03")) == ["T1"]
    assert stale(look(check, reports, "as-published", "2025-02-03")) == []


def test_a_dated_cycle_that_is_not_reported_by_then_changes_nothing(
    check: Check,
) -> None:
    reports = (
        f"{PUBLISHED}  - {{cycle: 2024-25/mid-year, date: 2025-03-01, "
        "items: {T2: Ongoing}}\n"
    )
    assert stale(look(check, reports, "2024-25/mid-year", "2025-02-28")) == []
    assert stale(look(check, reports, "2024-25/mid-year", "2025-03-01")) == ["T1"]


RECURRING = """
goals:
  id: G1
  title: Literacy
  tasks: [{id: T1, title: Meet, due: monthly}, {id: T2, title: Train}]
updates:
"""


@pytest.mark.parametrize(
    ("cycle", "status"),
    [
        ("2023-24/end-of-year", "Done"),
        ("2024-25/fall", None),
        ("as-published", None),
    ],
)
def test_what_comes_back_starts_each_school_year_not_reported(
    check: Check, cycle: str, status: str | None
) -> None:
    text = (
        f"{HEAD}{RECURRING}  - {{cycle: 2023-24/fall, items: {{T1: Done, T2: Done}}}}\n"
    )
    checked = check(text, as_of=date(2024, 10, 31), cycle=cycle)
    held = own(checked, "T1")
    assert (held.status if held else None) == status


def test_what_comes_back_and_was_published_holds_as_published_only(
    check: Check,
) -> None:
    text = HEAD + RECURRING + "  - {cycle: as-published, items: {T1: Done, T2: Done}}\n"
    published = check(text, cycle="as-published")
    later = check(text, cycle="2024-25/fall")
    assert own(published, "T1") is not None
    assert own(later, "T1") is None
    assert own(later, "T2") is not None


def test_what_comes_back_and_was_given_up_stays_given_up(check: Check) -> None:
    reports = "  - {cycle: 2023-24/fall, items: {T1: Discontinued}}\n"
    checked = check(HEAD + RECURRING + reports, as_of=date(2024, 10, 31))
    later = check(
        HEAD + RECURRING + reports, as_of=date(2024, 10, 31), cycle="2024-25/fall"
    )
    assert total(checked).discontinued == 1
    assert total(later).discontinued == 1


def test_what_was_given_up_and_taken_up_again_starts_each_year_anew(
    check: Check,
) -> None:
    reports = """
  - {cycle: 2022-23/fall, items: {T1: Discontinued}}
  - {cycle: 2023-24/fall, items: {T1: Ongoing}}
"""
    text = HEAD + RECURRING + reports
    checked = check(text, as_of=date(2024, 10, 31), cycle="2024-25/fall")
    assert own(checked, "T1") is None
