"""What holds for every plan, whatever was reported."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.check import CheckedPlan, check_plan
from planctl.progress.groups import BY, find_groups
from planctl.progress.rollup import COUNTED, Rollup, roll_up_plan

STABLE = settings(derandomize=True, deadline=None, max_examples=60)
RULES = ("standard", "lowest", "majority", "mean", "weighted")
WORDS = (
    None,
    "not started",
    "in progress",
    "complete",
    "on hold",
    "discontinued",
    "wait and see",
)


class Task(NamedTuple):
    """A task: its goal, what was reported of it, and where it serves."""

    goal: int
    word: str | None
    percent: int | None
    weight: int | None
    due: str
    serves: int


TASKS = st.lists(
    st.builds(
        Task,
        goal=st.integers(0, 2),
        word=st.sampled_from(WORDS),
        percent=st.none() | st.integers(0, 100),
        weight=st.none() | st.integers(0, 3),
        due=st.sampled_from(["2023-24", "2030", "monthly", "ongoing"]),
        serves=st.integers(0, 3),
    ),
    max_size=9,
)
SETTINGS = st.tuples(st.sampled_from(RULES), st.integers(0, 100))


def checked_plan(
    tasks: list[tuple[int, Task]], rule: str = "standard", coverage: int = 50
) -> CheckedPlan:
    """A plan of three goals with some numbered tasks, in the order in which they come.

    G1 stands under G0; both and G2 have tasks.
    """
    lines = [
        "plan:",
        f"  {{id: lakeshore, title: Lakeshore, rollup: {rule}, coverage: {coverage}}}",
        "levels: {goals: Goal, tasks: {name: Task, expects: status}}",
        "goals:",
        "  - {id: G0, title: Literacy, goals: {id: G1, title: Reading}}",
        "  - {id: G2, title: Numeracy}",
        "tasks:",
        *(_item(number, task) for number, task in tasks),
        "updates:",
        "  cycle: as-published",
        "  items:",
        *(_entry(number, task) for number, task in tasks),
    ]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.yaml").write_text("\n".join(lines), "utf-8")
        return check_plan(Path(folder), date(2025, 3, 1))


def _item(number: int, task: Task) -> str:
    weight = "" if task.weight is None else f", weight: {task.weight}"
    serves = f", aligns_to: G{task.serves}" if task.serves < 3 else ""
    return (
        f"  - {{id: T{number}, title: Task, parent: G{task.goal}, "
        f"due: {task.due}{weight}{serves}}}"
    )


def _entry(number: int, task: Task) -> str:
    fields = {"status": task.word, "percent_complete": task.percent}
    said = ", ".join(f"{key}: {value}" for key, value in fields.items() if value)
    return f"    T{number}: {{{said}}}"


def every_rollup(checked: CheckedPlan) -> list[Rollup]:
    """All that a plan adds up to: the whole, below, serving, and by groups."""
    rolled = roll_up_plan(checked.standing)
    groups = [g.rollup for by in BY for g in find_groups(checked.standing, by)]
    return [rolled.total, *rolled.below.values(), *rolled.served_by.values(), *groups]


@STABLE
@given(TASKS, SETTINGS)
def test_counts_add_up_to_all_of_the_items(
    tasks: list[Task], chosen: tuple[str, int]
) -> None:
    checked = checked_plan(list(enumerate(tasks)), *chosen)
    for rollup in every_rollup(checked):
        assert tuple(rollup.counts) == COUNTED
        assert sum(rollup.counts.values()) == rollup.of
        assert rollup.counts["discontinued"] == rollup.discontinued
        assert 0 <= rollup.reported <= rollup.expected <= rollup.of
        assert len(rollup.overdue) + rollup.counts["complete"] <= rollup.of


@STABLE
@given(TASKS)
def test_each_item_counts_once(tasks: list[Task]) -> None:
    checked = checked_plan(list(enumerate(tasks)))
    rolled = roll_up_plan(checked.standing)
    index = checked.plan.index
    per_goal = {
        name: rolled.below[index[name]].of if index[name] in rolled.below else 0
        for name in ("G0", "G1", "G2")
    }
    assert rolled.total.of == len(tasks)
    assert per_goal["G0"] + per_goal["G2"] == len(tasks)
    assert per_goal["G1"] == sum(task.goal == 1 for task in tasks)
    for by in ("level", "due", "owner"):
        groups = find_groups(checked.standing, by)
        listed = [item for group in groups for item in group.items]
        assert len(listed) == len(set(listed)) == len(tasks)


@STABLE
@given(TASKS, SETTINGS)
def test_what_is_discontinued_is_in_no_state(
    tasks: list[Task], chosen: tuple[str, int]
) -> None:
    active = [
        (number, task)
        for number, task in enumerate(tasks)
        if task.word != "discontinued"
    ]
    whole = roll_up_plan(checked_plan(list(enumerate(tasks)), *chosen).standing).total
    without = roll_up_plan(checked_plan(active, *chosen).standing).total
    if active:
        assert whole.state == without.state
        assert whole.percent == without.percent
    else:
        assert whole.state == ("discontinued" if tasks else "not_reported")
    assert (whole.reported, whole.expected) == (without.reported, without.expected)


@STABLE
@given(TASKS.flatmap(lambda tasks: st.permutations(list(enumerate(tasks)))), SETTINGS)
def test_the_order_of_siblings_does_not_matter(
    shuffled: list[tuple[int, Task]], chosen: tuple[str, int]
) -> None:
    plans = [checked_plan(order, *chosen) for order in (sorted(shuffled), shuffled)]
    first, second = ({_said(one) for one in every_rollup(plan)} for plan in plans)
    assert first == second


def _said(rollup: Rollup) -> tuple[object, ...]:
    """What a roll-up says, whatever the order of its items."""
    return (
        rollup.state,
        tuple(rollup.counts.items()),
        rollup.percent,
        rollup.reported,
        rollup.expected,
        rollup.lowest.state if rollup.lowest else None,
        frozenset(rollup.overdue),
        frozenset(rollup.stale),
    )
