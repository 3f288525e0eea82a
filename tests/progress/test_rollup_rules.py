"""Other ways of adding up: lowest, majority, mean and weighted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.progress.plans import HEAD, below, tasks, total

if TYPE_CHECKING:
    from tests.progress.plans import Check

_DAY = date(2025, 3, 1)
N, S, P, D, H, X = None, "Not started", "Ongoing", "Done", "On hold", "Discontinued"


def by(rule: str, text: str) -> str:
    """A plan with another rule of adding up."""
    return text.replace("Unified}", f"Unified, rollup: {rule}}}")


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ((D, P, S, H), "on_hold"),
        ((D, P, S), "not_started"),
        ((D, P), "in_progress"),
        ((D, D, N), "complete"),
        ((D, X), "complete"),
        ((X, X), "discontinued"),
        ((N, N), "not_reported"),
        ((H, N, N), "not_enough_reported"),
    ],
)
def test_lowest_is_the_state_of_the_lowest_item(
    check: Check, statuses: tuple[str | None, ...], state: str
) -> None:
    assert below(check(by("lowest", tasks(*statuses)))).state == state


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ((D, D, P), "complete"),
        ((P, P, D, H), "in_progress"),
        ((D, P), "in_progress"),
        ((D, D, S, S), "not_started"),
        ((D, S, H), "on_hold"),
        ((D, X, X, X), "complete"),
        ((N, N), "not_reported"),
    ],
)
def test_majority_is_the_most_frequent_state_and_the_lower_of_two(
    check: Check, statuses: tuple[str | None, ...], state: str
) -> None:
    assert below(check(by("majority", tasks(*statuses)))).state == state


MEANS = {
    "not started is 0": ((S, S), "0", "not_started"),
    "complete is 100": ((D, D), "100", "complete"),
    "in progress is 50": ((P, P), "50", "in_progress"),
    "the mean of its parts": ((S, P, D, D), "62.5", "in_progress"),
    "what was not reported is left out": ((D, D, N), "100", "complete"),
    "what was given up is left out": ((D, S, X), "50", "in_progress"),
    "in progress as it was said": (
        ("{status: Ongoing, percent_complete: 80%}", D),
        "90",
        "in_progress",
    ),
    "a percentage never overrules a status": (
        (
            "{status: Done, percent_complete: 10}",
            "{status: Not started, percent_complete: 90}",
        ),
        "50",
        "in_progress",
    ),
    "no less than 0, no more than 100": (
        (
            "{status: Ongoing, percent_complete: 250}",
            "{status: Ongoing, percent_complete: -5}",
        ),
        "50",
        "in_progress",
    ),
    "on hold as it was said": (
        ("{status: On hold, percent_complete: 20}", D),
        "60",
        "in_progress",
    ),
}


@pytest.mark.parametrize("rule", MEANS)
def test_mean_is_of_what_is_done(check: Check, rule: str) -> None:
    statuses, percent, state = MEANS[rule]
    rollup = below(check(by("mean", tasks(*statuses))))
    assert rollup.percent == Decimal(percent)
    assert rollup.state == state


@pytest.mark.parametrize(
    ("before", "percent"),
    [
        ("Not started", 0),
        ("Done", 100),
        ("Ongoing", 50),
        ("{status: Ongoing, percent_complete: 30}", 30),
        ("Wait and see", 50),
    ],
)
def test_what_is_on_hold_is_as_done_as_it_was_last_known(
    check: Check, before: str, percent: int
) -> None:
    reports = f"""
updates:
  - {{cycle: 2024-25/fall, items: {{T1: {before}}}}}
  - {{cycle: 2024-25/mid-year, items: {{T1: On hold}}}}
"""
    goals = "goals: {id: G1, title: Literacy, tasks: {id: T1, title: Hire}}\n"
    checked = check(by("mean", HEAD + goals + reports), as_of=_DAY)
    assert below(checked).percent == percent


TREE = """
goals:
  - id: G1
    title: Literacy
    weight: 3
    tasks:
      - {id: T1, title: Hire, weight: 3}
      - {id: T2, title: Train}
      - {id: T3, title: Plan, weight: 6}
  - id: G2
    title: Numeracy
    tasks: {id: T4, title: Count}
updates: {cycle: as-published, items: {T1: Done, T2: Not started, T4: Not started}}
"""


def test_mean_goes_child_by_child(check: Check) -> None:
    checked = check(by("mean", HEAD + TREE))
    assert below(checked, "G1").percent == 50
    assert total(checked).percent == 25


def test_weights_are_shared_out_over_what_was_reported(check: Check) -> None:
    checked = check(by("weighted", HEAD + TREE))
    assert below(checked, "G1").percent == 75
    assert total(checked).percent == Decimal("56.25")


def test_an_item_without_a_weight_has_one(check: Check) -> None:
    weightless = TREE.replace(", weight: 3", "").replace("    weight: 3\n", "")
    checked = check(by("weighted", HEAD + weightless))
    assert below(checked, "G1").percent == 50


def test_where_no_weight_reported_the_standard_rule_decides(check: Check) -> None:
    text = TREE.replace("title: Train}", "title: Train, weight: 0}")
    text = text.replace("Hire, weight: 3}", "Hire, weight: 0}")
    rollup = below(check(by("weighted", HEAD + text)), "G1")
    assert rollup.percent is None
    assert rollup.state == "in_progress"


def test_a_level_may_have_its_own_rule(check: Check) -> None:
    text = tasks(D, S).replace("goals: Goal", "goals: {name: Goal, rollup: lowest}")
    checked = check(text)
    assert below(checked).state == "not_started"
    assert below(checked).rule == "lowest"
    assert total(checked).state == "in_progress"
    assert total(checked).rule == "standard"


@pytest.mark.parametrize("rule", ["standard", "lowest", "majority"])
def test_only_mean_and_weighted_give_a_percentage(check: Check, rule: str) -> None:
    assert below(check(by(rule, tasks(D, S)))).percent is None


ASSERTED = """
plan: {id: lakeshore, title: Lakeshore Unified, rollup: mean}
levels:
  goals: {name: Goal, expects: status}
  tasks: {name: Task, expects: status}
goals:
  - {id: G1, title: Literacy, tasks: {id: T1, title: Hire}}
  - {id: G2, title: Numeracy, tasks: {id: T2, title: Count}}
updates: {cycle: as-published, items: {G1: complete, T2: not started}}
"""


def test_what_is_said_of_an_item_above_others_is_in_no_mean(check: Check) -> None:
    checked = check(ASSERTED)
    assert below(checked, "G1").percent is None
    assert total(checked).percent == 0
