"""A time that `calendar:` can make readable: the help says which lines to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.diagnostics import declared
from tests.findings import found, the_only

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

PLAN = """
plan: {{id: lakeshore, title: Lakeshore Unified, period: 2022-2025}}
levels: {{tasks: Task}}
tasks: {{id: T1, title: Hire, period: "{text}"}}
"""

LINES = {
    "Year 1": ["  year_1: 2022-23"],
    "Years 1-3": ["  year_1: 2022-23"],
    "Yr. 2": ["  year_1: 2022-23"],
    "Year one and ongoing": ["  year_1: 2022-23"],
    "Q1 2023": ["  seasons:", "    Q1: August to October"],
    "Quarter 3": ["  seasons:", "    Quarter 3: February to March"],
    "2nd Quarter 2023-24": ["  seasons:", "    2nd Quarter: November to January"],
    "End of Q2": ["  seasons:", "    Q2: November to January"],
    "First semester 2023-24": ["  seasons:", "    First semester: August to December"],
    "Semester 2": ["  seasons:", "    Semester 2: January to June"],
    "Trimester 3": ["  seasons:", "    Trimester 3: March to June"],
    "First 9 weeks": ["  seasons:", "    First 9 weeks: August to October"],
    "second nine weeks 2023-24": [
        "  seasons:",
        "    second nine weeks: November to January",
    ],
    "BOY, MOY, EOY": [
        "  seasons:",
        "    BOY: August to September",
        "    MOY: January to February",
        "    EOY: May to June",
    ],
    "Beginning of year": ["  seasons:", "    Beginning of year: August to September"],
    "by the end of the year": ["  seasons:", "    end of the year: May to June"],
    "Mid-year": ["  seasons:", "    Mid-year: January to February"],
    "Pre-planning": ["  seasons:", "    Pre-planning: August"],
    "Preservice week 2023": ["  seasons:", "    Preservice week: August"],
    "winter break": ["  seasons:", "    winter break: December"],
    "Q1 of Year 2": ["  year_1: 2022-23", "  seasons:", "    Q1: August to October"],
}


@pytest.mark.parametrize("text", LINES)
def test_the_help_says_the_lines_after_which_it_can_be_read(
    check: Check, text: str
) -> None:
    plan = PLAN.format(text=text)
    one = the_only(check(plan))
    assert one.rule == declared.UNREAD_DATE.name
    _, *lines = one.help.splitlines()
    assert lines == ["calendar:", *LINES[text]]
    assert found(check(plan + "\n".join(lines))) == []


def test_what_the_plan_says_already_is_not_asked_for_again(check: Check) -> None:
    calendar = "calendar: {year_1: 2022-23, seasons: {Q1: August to October}}\n"
    one = the_only(check(PLAN.format(text="Year 1 and Q1, weather") + calendar))
    assert one.help.startswith("forms that can: ")


def test_year_1_is_the_first_year_of_the_plan_where_it_has_one(check: Check) -> None:
    for period, year in (("2019-2022", "2019-20"), ("Years 1-3", "2024-25")):
        text = PLAN.format(text="Year 1").replace("2022-2025", period)
        assert found(check(text))[-1].help.endswith(f"year_1: {year}")


def test_a_season_of_the_calendar_itself_is_told_the_forms_only(check: Check) -> None:
    calendar = "calendar: {seasons: {Q1: first quarter}}\n"
    one = the_only(check(PLAN.format(text="2022-23") + calendar))
    assert one.help.startswith("forms that can: ")
