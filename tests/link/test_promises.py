"""Targets as a plan promises them: on a measure, or at the item that it judges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planctl.check import CheckedPlan, check_plan
from planctl.load import surround
from tests.conftest import AS_OF
from tests.findings import found, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planctl.link.linked import Promise

    Check = Callable[..., CheckedPlan]

HEAD = """
plan: {id: lakeshore, title: Lakeshore Unified, period: 2022-2026}
levels: {goals: Goal}
groups: {name: English learners, id: EL}
sites: {name: North School, id: north}
"""


def promises(check: Check, text: str) -> tuple[Promise, ...]:
    """The targets of a plan that nothing may be wrong with."""
    checked = check(HEAD + text)
    assert told(checked) == []
    return checked.plan.promises


def target(check: Check, written: str, goal: str = "") -> Promise:
    """One target as an item promises it."""
    (promise,) = promises(
        check,
        f"""
measures: {{id: m1, title: Reading}}
goals:
  - id: G1
    title: Literacy
    {goal}
    measures: {{measure: m1, targets: {written}}}
""",
    )
    return promise


def test_a_target_on_a_measure_belongs_to_no_item(check: Check) -> None:
    found = promises(
        check, "measures: {id: m1, title: Reading, targets: [27% by 2024, 30%]}\n"
    )
    assert [(one.id, one.item, one.position) for one in found] == [
        ("m1.1", None, 1),
        ("m1.2", None, 2),
    ]
    assert found[0].due is not None
    assert found[0].due.last_day == date(2024, 6, 30)
    assert found[1].due is None


def test_a_target_promised_at_an_item_names_both(check: Check) -> None:
    promise = target(check, "+22% by 2024")
    assert promise.id == "m1@G1.1"
    assert promise.text == "+22% by 2024"
    assert promise.target is not None
    assert [str(one.reading) for one in promise.target.final.readings] == [
        "points",
        "relative",
    ]
    assert promise.item == 0


def test_a_measure_defined_in_place_promises_where_it_stands(check: Check) -> None:
    (promise,) = promises(
        check,
        """
goals:
  - id: G1
    title: Literacy
    due: Fall 2023
    measures: {id: m2, title: Books, targets: 40}
""",
    )
    assert promise.id == "m2@G1.1"
    assert promise.target is not None
    assert promise.target.final.readings[0].low == Decimal(40)
    assert promise.due is not None
    assert promise.due.last_day == date(2023, 11, 30)


DUE = {
    "the date in the text": ("27% by 2023", "due: 2024", date(2023, 6, 30)),
    "the field": ("{text: 27% by 2023, by: Fall 2025}", "", date(2025, 11, 30)),
    "the item's due date": ("27%", "due: Spring 2024", date(2024, 5, 31)),
    "the end of its period": ("27%", "period: 2024-25", date(2025, 6, 30)),
    "the end of the plan's period": ("27%", "", date(2026, 6, 30)),
    "the last of two dates": (
        "from 22.1% in 2022-23 to 27% in 2023-24",
        "",
        date(2024, 6, 30),
    ),
    "the field of a ladder's last rung": (
        "{text: 27% by 2023; 40%, by: 2025}",
        "",
        date(2025, 6, 30),
    ),
}


@pytest.mark.parametrize("rule", DUE)
def test_a_target_is_due_by(check: Check, rule: str) -> None:
    written, goal, day = DUE[rule]
    due = target(check, written, goal).due
    assert due is not None
    assert due.last_day == day


def test_a_target_may_be_for_a_group_at_a_site(check: Check) -> None:
    written = "{text: 27%, group: english learners, site: North school, number: 1a}"
    promise = target(check, written)
    assert (promise.groups, promise.sites, promise.number) == (
        ("EL",),
        ("north",),
        "1a",
    )


def test_a_group_that_is_not_declared_is_reported_where_it_stands(check: Check) -> None:
    text = "measures: {id: m1, title: a, targets: {text: 27%, group: Newcomers}}\n"
    (one,) = found(check(HEAD + text))
    assert one.message == "the student group `Newcomers` is not declared"
    assert (one.span.line, one.span.column) == (6, 58)


def test_the_second_of_two_targets_is_reported_where_it_stands(check: Check) -> None:
    second = "{text: 30%, group: Newcomers}"
    text = f"measures: {{id: m1, title: a, targets: [27%, {second}]}}\n"
    (one,) = found(check(HEAD + text))
    assert one.field_name == "targets.1.group.0"
    assert (one.span.line, one.span.column) == (6, 64)


def test_targets_of_a_measure_that_is_not_there_are_absent(check: Check) -> None:
    text = "goals: {id: G1, title: a, measures: {measure: m9, targets: 27%}}\n"
    assert check(HEAD + text).plan.promises == ()


def test_each_rung_of_a_ladder_is_due_in_its_time(check: Check) -> None:
    promise = target(check, "27% by 2023; 40% by 2024; 60%", "due: 2025")
    days = [due.last_day for due in promise.dues if due]
    assert days == [date(2023, 6, 30), date(2024, 6, 30), date(2025, 6, 30)]
    assert promise.due == promise.dues[-1]


def test_a_target_that_cannot_be_read_is_underlined(check: Check) -> None:
    text = "measures: {id: m1, title: a, unit: percent, targets: 27% by 10 schools}\n"
    (one,) = found(checked := check(HEAD + text))
    assert one.rule == "unread-target"
    assert (one.span.line, one.span.column, one.span.end_column) == (6, 58, 71)
    assert one.help == "docs/targets.md tells the forms that can be read"
    (promise,) = checked.plan.promises
    assert promise.target is None
    assert promise.text == "27% by 10 schools"


def test_an_unread_field_of_a_target_is_underlined(check: Check) -> None:
    text = "measures: {id: m1, title: a, targets: {value: 27%, change: much more}}\n"
    (one,) = found(check(HEAD + text))
    assert one.message.startswith("the target `much more` cannot be read")
    assert one.span.column == 60


def test_a_target_that_says_nothing_is_kept_unread(check: Check) -> None:
    promise = target(check, "{by: 2023}")
    assert promise.target is None
    assert promise.text == ""
    assert promise.due is not None
    assert promise.due.last_day == date(2023, 6, 30)


def test_a_long_unread_target_is_cut_short(check: Check) -> None:
    text = f"measures: {{id: m1, title: a, targets: about {'x' * 80} 5%}}\n"
    (one,) = found(check(HEAD + text))
    assert f"`about {'x' * 53}\u2026`" in one.message


def test_a_year_that_the_calendar_cannot_place_is_reported(check: Check) -> None:
    text = "measures: {id: m1, title: a, targets: 50% by year 1}\n"
    (one,) = found(check(HEAD + text))
    assert one.rule == "unread-date"
    assert "year_1" in one.help


def test_a_used_plan_s_targets_are_reported_there_only(
    write: Callable[[dict[str, str]], Path],
) -> None:
    files = {
        "school/plan.yaml": "plan: {id: school, title: School, uses: ../district}\n",
        "district/plan.yaml": "plan: {id: district, title: District}\n"
        "measures:\n  - {id: m1, title: a, targets: [about 5, 5 by year 1]}\n",
    }
    root = write(files)
    checked = check_plan(root / "school", AS_OF, surroundings=surround(root))
    assert told(checked) == []
    first, second = checked.plan.promises
    assert first.target is None
    assert second.due is not None
    assert second.due.windows == ()


BASELINES = {
    "the measure's": ("baseline: 22.1% in 2017-18", "+5 points", "22.1"),
    "its value alone": ("baseline: {value: 40}", "+5 points", "40"),
    "its own": ("baseline: 22.1%", "from 20% to 27%", "20"),
    "the group's": (
        "baseline: [40, {value: 30, group: EL}]",
        "{text: 45, group: EL}",
        "30",
    ),
    "the site's": (
        "baseline: [40, {value: 30, site: north}]",
        "{text: 45, site: north}",
        "30",
    ),
    "none of another's": ("baseline: 40", "{text: 45, group: EL}", None),
    "none where it is the value before": (
        "baseline: 40",
        "+3 a year from previous",
        None,
    ),
    "the period's": ("baseline: 40", "+3 from 2017-18", "40"),
}


@pytest.mark.parametrize("rule", BASELINES)
def test_a_target_starts_from(check: Check, rule: str) -> None:
    baseline, written, value = BASELINES[rule]
    (promise,) = promises(
        check,
        f"measures: {{id: m1, title: a, unit: percent, {baseline}, "
        f"targets: {written}}}\n",
    )
    assert promise.baseline == (None if value is None else Decimal(value))


def test_a_target_of_fields_is_worded(check: Check) -> None:
    promise = target(check, "{at_least: {site: north}, less_than: }")
    assert promise.text == "at least site: north"
    assert target(check, "{at_least: 40%, each: group}").text == (
        "at least 40% for every group"
    )
