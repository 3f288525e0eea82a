"""Numbers, dates and sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from planctl.calendar.cycles import PUBLISHED, CycleInstance
from planctl.model.plan import PlanInfo
from planctl.model.reporting import Cycle
from planctl.progress.rollup import COUNTED
from planctl.report.wording import (
    count,
    cycle_title,
    day,
    in_sentence,
    listed,
    money,
    plan_name,
    standing_sentence,
)


def sentence(**counts: int) -> str:
    return standing_sentence(
        {key: counts.get(key, 0) for key in COUNTED}, "task", "tasks"
    )


def test_nouns_follow_their_number() -> None:
    assert (count(1, "file"), count(0, "file")) == ("1 file", "0 files")
    assert count(1200, "priority", "priorities") == "1,200 priorities"


def test_names_of_levels_stand_inside_a_sentence() -> None:
    assert in_sentence("Strategic Objective") == "strategic objective"
    assert in_sentence("SMART Goals") == "SMART goals"


@pytest.mark.parametrize(
    ("organization", "title", "name"),
    [
        ("Lakeshore Unified", "All Read 2030", "Lakeshore Unified, All Read 2030"),
        ("Lakeshore Unified", "Lakeshore unified plan", "Lakeshore unified plan"),
        (None, "All Read 2030", "All Read 2030"),
    ],
)
def test_a_plan_is_named_with_its_organization_once(
    organization: str | None, title: str, name: str
) -> None:
    info = PlanInfo(id="lakeshore", title=title, organization=organization)
    assert plan_name(info) == name


def test_words_stand_in_a_row() -> None:
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_days_and_money_are_read_aloud() -> None:
    assert day(date(2026, 6, 30)) == "June 30, 2026"
    assert money(Decimal("-1200.50"), "USD") == "-$1,200.50"
    assert money(Decimal(1200), "EUR") == "1,200 EUR"


def test_a_cycle_has_a_title() -> None:
    first = date(2025, 2, 1)
    cycle = CycleInstance((first, first, ""), "2024-25/check-2", "check", first, first)
    assert cycle_title(cycle, {}) == "Check 2 2024-25"
    named = {"check": Cycle(when=("February",), title="School check")}
    assert cycle_title(cycle, named) == "School check 2 2024-25"
    assert cycle_title(PUBLISHED, {}) == "As published"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, ""),
        ({"complete": 1}, "1 of 1 task is complete."),
        (
            {"complete": 2, "in_progress": 1, "on_hold": 1, "not_reported": 3},
            (
                "2 of 7 tasks are complete, 1 is in progress and 1 is on hold; "
                "nothing was reported for 3."
            ),
        ),
        ({"no_state": 1}, "1 of 1 task has a status outside the scale."),
        (
            {"in_progress": 2, "no_state": 2},
            "2 of 4 tasks are in progress and 2 have statuses outside the scale.",
        ),
        (
            {"not_reported": 2},
            "Nothing was reported yet: this is the plan as written.",
        ),
    ],
)
def test_one_sentence_says_how_it_stands(counts: dict[str, int], said: str) -> None:
    assert sentence(**counts) == said


def test_where_only_values_are_known_it_says_so() -> None:
    counts = {**dict.fromkeys(COUNTED, 0), "not_reported": 2}
    said = standing_sentence(counts, "task", "tasks", has_values=True)
    assert said.startswith("No status was reported yet;")
