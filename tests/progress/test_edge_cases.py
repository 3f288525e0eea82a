"""The language's edge cases that concern statuses, one answer each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.model.reporting import State
from tests.progress.plans import HEAD, below, counts, own, tasks, total

if TYPE_CHECKING:
    from tests.progress.plans import Check

ONE = """
goals: {id: G1, title: Literacy, tasks: {id: T1, title: Hire, due: Fall 2024}}
updates:
"""


def test_update_order_is_by_cycle_first_then_date(check: Check) -> None:
    reports = """
  - {cycle: 2024-25/mid-year, items: {T1: {status: Done, date: 2025-01-05}}}
  - {cycle: 2024-25/fall, items: {T1: {status: Ongoing, date: 2025-02-20}}}
"""
    held = own(check(HEAD + ONE + reports, as_of=date(2025, 3, 1)), "T1")
    assert held is not None
    assert held.status == "Done"


def test_a_date_after_the_day_is_invisible(check: Check) -> None:
    reports = "  - {cycle: as-published, date: 2025-02-20, items: {T1: Done}}\n"
    text = HEAD + ONE + reports
    assert own(check(text, as_of=date(2025, 2, 19)), "T1") is None
    assert own(check(text, as_of=date(2025, 2, 20)), "T1") is not None


def test_a_live_id_wins_over_one_that_was_somebody_s(check: Check) -> None:
    text = """
goals:
  id: G1
  title: Literacy
  tasks: [{id: T1, title: Hire}, {id: T2, title: Train, formerly: T1}]
updates: {cycle: as-published, items: {T1: Done}}
"""
    checked = check(HEAD + text)
    assert own(checked, "T1") is not None
    assert own(checked, "T2") is None


def test_what_was_added_in_mid_plan_is_not_expected_before_its_own_period(
    check: Check,
) -> None:
    text = tasks("Ongoing", None).replace(
        "title: Task 2", "title: New, period: 2025-26"
    )
    before = check(text, as_of=date(2025, 6, 30))
    after = check(text, as_of=date(2025, 7, 1))
    assert below(before).expected == 1
    assert below(before).of == 2
    assert "no-status" not in {one.rule for one in before.diagnostics}
    assert below(after).expected == 2
    assert "no-status" in {one.rule for one in after.diagnostics}


def test_what_reports_before_its_period_is_counted_as_expected(check: Check) -> None:
    text = tasks("Ongoing", None).replace("Literacy", "Literacy\n    period: 2025-26")
    rollup = below(check(text, as_of=date(2024, 11, 1)))
    assert (rollup.reported, rollup.expected) == (1, 1)


GIVEN_UP = """
  - {cycle: 2024-25/fall, items: {T1: Ongoing}}
  - {cycle: 2024-25/mid-year, items: {T1: Discontinued}}
"""


def test_discontinued_is_out_of_state_coverage_and_overdue_from_that_cycle_on(
    check: Check,
) -> None:
    text = HEAD + ONE + GIVEN_UP
    before = check(text, as_of=date(2025, 1, 31), cycle="2024-25/fall")
    assert (below(before).state, below(before).expected) == ("in_progress", 1)
    assert list(below(before).overdue) == ["T1"]
    after = below(check(text, as_of=date(2025, 2, 1)))
    assert (after.state, after.expected, after.overdue) == ("discontinued", 0, ())
    assert after.discontinued == 1
    assert counts(after) == {"discontinued": 1}


def test_on_hold_stays_overdue(check: Check) -> None:
    reports = "  - {cycle: 2024-25/mid-year, items: {T1: On hold}}\n"
    checked = check(HEAD + ONE + reports, as_of=date(2025, 2, 1))
    assert list(total(checked).overdue) == ["T1"]
    assert total(checked).state == "on_hold"


def test_a_status_wins_over_percent_complete(check: Check) -> None:
    done = "{status: Ongoing, percent_complete: 100}"
    begun = "{status: Not started, percent_complete: 40}"
    checked = check(tasks(done, begun))
    assert counts(below(checked)) == {"not_started": 1, "in_progress": 1}
    held = own(checked, "T1")
    assert held is not None
    assert held.state is State.IN_PROGRESS
    assert held.percent == 100


def test_a_rating_is_never_compared_with_a_state(check: Check) -> None:
    text = tasks(
        "{status: Done, rating: 1, evidence: A list}",
        "{status: Not started, rating: 3}",
    )
    ratings = "ratings: {levels: [1, 2, 3], names: {1: low, 2: mid, 3: high}}\nscale:"
    checked = check(text.replace("scale:", ratings))
    assert checked.diagnostics == ()
    held = own(checked, "T1")
    assert held is not None
    assert (held.state, held.rating) == (State.COMPLETE, "1")


def test_a_majority_of_two_alike_is_the_lower(check: Check) -> None:
    text = tasks("Done", "On hold").replace("Unified}", "Unified, rollup: majority}")
    assert below(check(text)).state == "on_hold"
