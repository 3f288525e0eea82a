"""How statuses add up: the state, in order of its rules, and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.model.reporting import State
from tests.progress.plans import HEAD, below, counts, tasks, total

if TYPE_CHECKING:
    from tests.progress.plans import Check

N, S, P, D, H, X, U = (
    None,
    "Not started",
    "Ongoing",
    "Done",
    "On hold",
    "Discontinued",
    "Wait and see",
)
RULES: dict[str, list[tuple[tuple[str | None, ...], str]]] = {
    "nothing reported: not reported": [((N, N), "not_reported")],
    "under coverage, a half: not enough reported": [
        ((D, N, N), "not_enough_reported"),
        ((H, N, N), "not_enough_reported"),
        ((U, N, N), "not_enough_reported"),
    ],
    "exactly half is enough": [((P, N), "in_progress"), ((H, N), "on_hold")],
    "all reported and complete: complete": [((D,), "complete"), ((D, D), "complete")],
    "complete only if all were reported": [((D, D, N), "in_progress")],
    "complete only if every word is in the scale": [((D, D, U), "in_progress")],
    "none begun: not started": [((S, S), "not_started"), ((S, N), "not_started")],
    "all that is not complete is on hold: on hold": [
        ((H, H), "on_hold"),
        ((D, D, H), "on_hold"),
    ],
    "otherwise: in progress": [
        ((P, P), "in_progress"),
        ((S, P), "in_progress"),
        ((S, D), "in_progress"),
        ((S, H), "in_progress"),
        ((P, D, H), "in_progress"),
        ((U, U), "in_progress"),
    ],
    "discontinued ones aside": [
        ((D, X), "complete"),
        ((S, X), "not_started"),
        ((H, X, X), "on_hold"),
        ((N, X), "not_reported"),
        ((D, N, X, X), "in_progress"),
    ],
    "all discontinued: discontinued": [
        ((X,), "discontinued"),
        ((X, X), "discontinued"),
    ],
}


@pytest.mark.parametrize(
    ("statuses", "state"),
    [pair for pairs in RULES.values() for pair in pairs],
    ids=[f"{rule} {n}" for rule, pairs in RULES.items() for n in range(len(pairs))],
)
def test_the_state_is_the_first_rule_that_holds(
    check: Check, statuses: tuple[str | None, ...], state: str
) -> None:
    checked = check(tasks(*statuses))
    assert below(checked).state == state
    assert total(checked).state == state


def test_the_distribution_counts_every_item_once(check: Check) -> None:
    rollup = below(check(tasks(N, S, P, P, D, H, X, U)))
    assert counts(rollup) == {
        "not_started": 1,
        "in_progress": 2,
        "complete": 1,
        "on_hold": 1,
        "discontinued": 1,
        "not_reported": 1,
        "no_state": 1,
    }
    assert rollup.of == 8
    assert rollup.discontinued == 1


def test_reported_and_expected_leave_out_what_is_discontinued(check: Check) -> None:
    rollup = below(check(tasks(N, S, P, X, U)))
    assert (rollup.reported, rollup.expected, rollup.of) == (3, 4, 5)


def test_an_unknown_word_is_reported_with_no_state(check: Check) -> None:
    rollup = below(check(tasks(U)))
    assert counts(rollup) == {"no_state": 1}
    assert rollup.reported == 1
    assert rollup.lowest is None


def test_lines_with_unknown_words_only_are_reported_too(check: Check) -> None:
    checked = check(tasks("{entries: [Wait, See]}"))
    assert counts(below(checked)) == {"no_state": 1}
    assert "no-status" not in {one.rule for one in checked.diagnostics}


@pytest.mark.parametrize(
    ("statuses", "name", "state"),
    [
        ((D, P, S, H), "T4", State.ON_HOLD),
        ((D, P, S, N), "T3", State.NOT_STARTED),
        ((D, P, P), "T2", State.IN_PROGRESS),
        ((D, D, X), "T1", State.COMPLETE),
    ],
)
def test_the_lowest_is_the_first_of_the_lowest_state(
    check: Check, statuses: tuple[str | None, ...], name: str, state: State
) -> None:
    checked = check(tasks(*statuses))
    lowest = below(checked).lowest
    assert lowest is not None
    assert (lowest.id, lowest.state) == (name, state)


ASSERTED = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels:
  goals: Goal
  actions: {name: Action, expects: status}
  tasks: {name: Task, expects: status}
goals:
  - id: G1
    title: Literacy
    actions:
      - id: A1
        title: Coaching
        tasks: [{id: T1, title: Hire}, {id: T2, title: Train}]
      - {id: A2, title: Reading at home}
updates:
  cycle: as-published
  items: {A1: complete, A2: in progress, T1: not started, T2: not started}
"""


def test_what_is_said_of_an_item_above_others_is_in_no_count(check: Check) -> None:
    checked = check(ASSERTED)
    assert counts(total(checked)) == {"not_started": 2, "in_progress": 1}
    assert total(checked).of == below(checked).of == 3
    assert below(checked, "A1").state == "not_started"
    own = checked.standing.own[checked.plan.index["A1"]]
    assert own.state is State.COMPLETE


def test_where_no_level_expects_a_status_the_items_without_parts_are_reported_on(
    check: Check,
) -> None:
    checked = check(
        tasks(D, P).replace("updates:", "  - {id: G2, title: Arts}\nupdates:")
    )
    assert total(checked).of == 3
    due = sorted(checked.standing.due)
    assert [checked.plan.items[place].id for place in due] == ["T1", "T2", "G2"]


def test_where_a_level_expects_a_status_only_that_level_is_reported_on(
    check: Check,
) -> None:
    text = tasks(D, P).replace("tasks: Task}", "tasks: {name: Task, expects: status}}")
    checked = check(text.replace("updates:", "  - {id: G2, title: Arts}\nupdates:"))
    assert total(checked).of == 2


def test_an_item_without_reported_on_items_below_has_no_roll_up(check: Check) -> None:
    checked = check(f"{HEAD}goals: {{id: G1, title: Literacy}}\n")
    with pytest.raises(KeyError):
        below(checked)
    assert total(checked).state == "not_reported"


def test_a_plan_without_items_adds_up_to_nothing(check: Check) -> None:
    rollup = total(check(HEAD))
    assert (rollup.of, rollup.state) == (0, "not_reported")


def test_items_far_below_count_for_everything_above_them(check: Check) -> None:
    text = """
goals:
  id: G1
  title: Literacy
  goals:
    id: G2
    title: Reading
    tasks: [{id: T1, title: Hire}, {id: T2, title: Train, tasks: {id: T3, title: a}}]
updates: {cycle: as-published, items: {T1: Done, T3: Done}}
"""
    checked = check(HEAD + text)
    assert below(checked, "G1").of == below(checked, "G2").of == 2
    assert below(checked, "T2").of == 1
    assert below(checked, "G1").state == "complete"


@pytest.mark.parametrize(
    ("where", "coverage", "state"),
    [
        ("plan", "25", "in_progress"),
        ("plan", "26", "not_enough_reported"),
        ("plan", "0", "in_progress"),
        ("plan", "100%", "not_enough_reported"),
        ("level", "25", "in_progress"),
        ("level", "26", "not_enough_reported"),
    ],
)
def test_coverage_may_be_chosen_for_the_plan_or_a_level(
    check: Check, where: str, coverage: str, state: str
) -> None:
    text = tasks(P, N, N, N)
    if where == "plan":
        text = text.replace("Unified}", f"Unified, coverage: {coverage}}}")
    else:
        goal = f"goals: {{name: Goal, coverage: {coverage}}}"
        text = text.replace("goals: Goal", goal)
    assert below(check(text)).state == state


def test_a_level_s_own_coverage_goes_before_the_plan_s(check: Check) -> None:
    text = tasks(P, N, N, N).replace("Unified}", "Unified, coverage: 100}")
    text = text.replace("goals: Goal", "goals: {name: Goal, coverage: 25}")
    checked = check(text)
    assert below(checked).state == "in_progress"
    assert total(checked).state == "not_enough_reported"
