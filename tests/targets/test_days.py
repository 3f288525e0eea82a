"""Targets of measures that are days: `no later than June 1, 2029`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planctl.targets import Target, goal, read_target, write_target
from planctl.targets.baseline import StartingPoint, read_baseline
from planctl.targets.target import Context
from tests.targets.reading import read, unread

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

START = Decimal(date(2024, 6, 1).toordinal())
DAYS = Context("date", "decrease")


@pytest.mark.parametrize(
    ("text", "due", "asked", "is_strict"),
    [
        ("May 1, 2026 by 2025-26", "2025-26", date(2026, 5, 1), False),
        ("2026-05-01", "", date(2026, 5, 1), False),
        ("no later than May 1, 2026 by 2025-26", "2025-26", date(2026, 5, 1), False),
        ("at most 2026-05-01", "", date(2026, 5, 1), False),
        ("on or before May 1, 2026", "", date(2026, 5, 1), False),
        ("before May 1, 2026", "", date(2026, 5, 1), True),
        ("earlier than 1 May 2026 by 2025-26", "2025-26", date(2026, 5, 1), True),
        ("-10 days by 2025-26", "2025-26", date(2024, 5, 22), False),
        ("10 days fewer", "", date(2024, 5, 22), False),
        (
            "from June 1, 2024 to May 1, 2026 by 2025-26",
            "2025-26",
            date(2026, 5, 1),
            False,
        ),
    ],
)
def test_a_day_is_asked_for(
    text: str, due: str, asked: date, *, is_strict: bool
) -> None:
    target = read(text, "date", "decrease")
    meant = goal(target.final.readings[0], START)
    assert meant is not None
    assert target.final.due == due
    assert meant.high == Decimal(asked.toordinal())
    assert meant.is_strict is is_strict
    again = read_target(write_target(target, DAYS), "date", "decrease")
    assert again == target


@pytest.mark.parametrize(
    "text",
    ["2024-06-01 in 2023-24", "June 1, 2024 (2023-24)", "June 1, 2024 in 2023-24"],
)
def test_a_baseline_is_a_day_and_its_period(text: str) -> None:
    assert read_baseline(text, DAYS) == StartingPoint(START, "2023-24")


@pytest.mark.parametrize("text", ["after May 1, 2026", "no earlier than May 1, 2026"])
def test_a_day_may_be_the_first(text: str) -> None:
    meant = goal(read(text, "date").final.readings[0], START)
    assert meant is not None
    assert meant.low == date(2026, 5, 1).toordinal()


@pytest.mark.parametrize("text", ["increase by June 30, 2026", "maintain by 2025-26"])
def test_a_day_behind_a_verb_is_when_it_is_due(text: str) -> None:
    assert read(text, "date").final.due in {"June 30, 2026", "2025-26"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("60 by 2029", "60"),
        ("+5% by 2029", "5%"),
        ("-3 weeks", "3 weeks"),
        ("March 15 by 2029", "March"),
        ("at most May 2026", "most"),
    ],
)
def test_what_is_no_day_is_told(text: str, part: str) -> None:
    found = unread(text, "date")
    assert found.part == part
    assert found.help == "docs/targets.md tells the forms that can be read"


def test_a_day_is_no_value_of_another_measure() -> None:
    assert not isinstance(read_target("no later than 2026-05-01", "percent"), Target)


def test_a_rule_names_a_day_and_no_number(check: Check) -> None:
    text = """
plan: {id: lakeshore, title: Lakeshore, period: 2024-27}
measures:
  - id: hired
    title: Day by which all are hired
    unit: date
    direction: decrease
    baseline: August 20, 2024 in 2024-25
    targets:
      - no later than June 1, 2027 by 2026-27
      - August 1, 2025 by 2026-27
      - September 1, 2025 by 2026-27
"""
    told = [one.message for one in check(text).diagnostics]
    assert any(one.endswith("is met by the baseline, 2024-08-20") for one in told)
    assert any("2025-08-01" in one and "2025-09-01" in one for one in told)
