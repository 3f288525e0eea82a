"""Status words: what they mean, by level and by cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.model.reporting import State
from tests.findings import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
"""
ONE_SCALE = """
scale:
  in_progress: [Beginning, Ongoing]
  complete: [Established, Completed]
  on_hold: On hold
"""
BY_LEVEL_AND_CYCLE = """
cycles:
  mid-year: February
  end-of-year: June
  walk: {when: October, scale: {complete: Seen}}
scale:
  - in_progress: [Going]
  - {levels: goals, words: {complete: Reached}}
  - {cycles: mid-year, words: {complete: Half way}}
  - {levels: [goals], cycles: [mid-year], words: {complete: Nearly there}}
"""


def state(
    check: Check, scales: str, word: str, level: str = "tasks", cycle: str = "mid-year"
) -> State | None:
    """What a word means in a plan with some scales."""
    return check(HEAD + scales).plan.vocabulary.state(word, level, cycle)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("Ongoing", State.IN_PROGRESS),
        ("ESTABLISHED", State.COMPLETE),
        ("  completed ", State.COMPLETE),
        ("on  hold", State.ON_HOLD),
        ("Almost", None),
    ],
)
def test_words_match_whatever_their_case_and_spaces(
    check: Check, word: str, meaning: State | None
) -> None:
    assert state(check, ONE_SCALE, word) is meaning


@pytest.mark.parametrize("name", list(State))
@pytest.mark.parametrize("scales", ["", ONE_SCALE, BY_LEVEL_AND_CYCLE])
def test_the_names_of_the_five_states_always_count(
    check: Check, name: State, scales: str
) -> None:
    assert state(check, scales, name.value) is name
    assert state(check, scales, name.value.replace("_", " ").upper()) is name


BEST = {
    ("tasks", "end-of-year"): "Going",
    ("goals", "end-of-year"): "Reached",
    ("tasks", "mid-year"): "Half way",
    ("goals", "mid-year"): "Nearly there",
    ("tasks", "walk"): "Seen",
    ("goals", "walk"): "Seen",
}


@pytest.mark.parametrize(("level", "cycle"), BEST)
def test_the_scale_that_fits_level_and_cycle_best_holds(
    check: Check, level: str, cycle: str
) -> None:
    vocabulary = check(HEAD + BY_LEVEL_AND_CYCLE).plan.vocabulary
    assert vocabulary.words(level, cycle) == (BEST[level, cycle],)
    known = {
        word
        for word in BEST.values()
        if vocabulary.state(word, level, cycle) is not None
    }
    assert known == {BEST[level, cycle]}


def test_of_two_scales_that_fit_alike_the_first_holds(check: Check) -> None:
    scales = "scale:\n  - {complete: Done}\n  - {complete: Finished}\n"
    assert state(check, scales, "Done") is State.COMPLETE
    assert state(check, scales, "Finished") is None


def test_the_general_words_are_those_of_no_level_and_no_cycle(check: Check) -> None:
    general = check(HEAD + BY_LEVEL_AND_CYCLE).plan.vocabulary.general
    assert general is not None
    assert general.in_progress == ("Going",)
    assert check(HEAD).plan.vocabulary.general is None


def test_without_a_scale_the_words_are_the_five_states(check: Check) -> None:
    vocabulary = check(HEAD).plan.vocabulary
    assert vocabulary.words("tasks", "mid-year") == tuple(State)


def test_a_status_means_what_its_level_and_cycle_make_of_it(check: Check) -> None:
    checked = check(
        HEAD
        + BY_LEVEL_AND_CYCLE
        + """
goals: {id: G1, title: Literacy}
tasks: {id: T1, title: Hire}
updates:
  - {cycle: 2023-24/end-of-year, items: {G1: reached, T1: reached}}
  - {cycle: 2023-24/walk, items: {T1: Seen}}
"""
    )
    assert [one.state for one in checked.plan.updates] == [
        State.COMPLETE,
        State.COMPLETE,
        None,
    ]


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        (
            "{levels: task, words: {complete: Done}}",
            "5:14 unknown-level: this plan has no level `task`",
        ),
        (
            "{cycles: [midyear], words: {complete: Done}}",
            "5:15 unknown-cycle: this plan has no reporting cycle `midyear`",
        ),
        ("{cycles: [as-published, mid-year], words: {complete: Done}}", ""),
    ],
)
def test_a_scale_names_levels_and_cycles_of_the_plan(
    check: Check, scale: str, said: str
) -> None:
    assert told(check(f"{HEAD}scale:\n  - {scale}\n")) == ([said] if said else [])
