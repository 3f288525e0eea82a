"""Whom a target is for, what was said of it, and what an item makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.progress.verdicts import Verdict, find_progress
from planctl.progress.verdicts.items import decide
from planctl.progress.verdicts.selection import select
from planctl.report.progress.view import view_progress
from tests.findings import told
from tests.progress.verdicts.plans import (
    HEAD,
    NAMES,
    asked,
    measure,
    observed,
    progress,
    row,
    verdict,
    yearly,
)

if TYPE_CHECKING:
    from planctl.progress.verdicts import Progress
    from tests.progress.verdicts.plans import Check

LAST = "period: 2025-26"
BY_GROUP = """baseline:
  - {value: 40%, period: 2021-22}
  - {value: 20%, period: 2021-22, group: English learners}
"""


def by_cell(found: Progress) -> dict[str, str]:
    """The verdict of each last step, by whom it is for."""
    return {
        "/".join(name for name in (one.cell.group, one.cell.site) if name): verdict(one)
        for one in found.rows
        if one.is_final
    }


def test_a_rule_for_every_group_is_for_each_that_is_no_reference(check: Check) -> None:
    targets = '"60% by 2026 for every group"'
    values = [
        f"{LAST}, value: 61%, group: EL",
        f"{LAST}, value: 59%, group: Homeless",
        f"{LAST}, value: 99%, group: Twins",
    ]
    found = progress(check, measure(targets, baseline=""), values)
    assert by_cell(found) == {"EL": "met", "Homeless": "not_met"}


def test_a_target_for_one_group_replaces_the_rule_for_it(check: Check) -> None:
    targets = '["60% by 2026 for every group", {text: 30% by 2026, group: EL}]'
    values = [f"{LAST}, value: 35%, group: {name}" for name in ("EL", "Homeless")]
    found = progress(check, measure(targets, baseline=""), values)
    assert [(one.cell.group, verdict(one)) for one in found.rows] == [
        ("Homeless", "not_met"),
        ("EL", "met"),
    ]


def test_a_rule_for_every_site(check: Check) -> None:
    targets = "{text: 60% by 2026, each: site}"
    values = [f"{LAST}, value: 61%, site: North"]
    found = progress(check, measure(targets, baseline=""), values)
    assert by_cell(found) == {"North": "met", "South": "no_data"}


def test_nothing_is_borrowed_for_a_group_without_a_baseline(check: Check) -> None:
    targets = (
        '["+5 points by 2026 for every group", "at least 24% by 2026 for every group"]'
    )
    values = [f"{LAST}, value: 25%, group: {name}" for name in ("EL", "Homeless")]
    found = progress(check, measure(targets, baseline="", more=BY_GROUP), values)
    assert [(one.cell.group, verdict(one)) for one in found.rows] == [
        ("EL", "met"),
        ("Homeless", "no_baseline"),
        ("EL", "met"),
        ("Homeless", "met"),
    ]
    assert found.rows[3].baseline is None


def test_of_two_baselines_the_first_holds_and_a_target_may_name_the_other(
    check: Check,
) -> None:
    more = """baseline:
  - {value: 40%, period: 2021-22}
  - {value: 30%, period: 2020-21}
"""
    targets = '["+5 points by 2026", {change: +5 points, by: 2026, from: 2020-21}]'
    found = progress(check, measure(targets, baseline="", more=more))
    assert [asked(one) for one in found.rows] == [45, 35]


def test_where_only_a_period_is_named_the_value_observed_then_is_the_baseline(
    check: Check,
) -> None:
    values = [
        "period: 2021-22, value: 40%, n: 50",
        "period: 2025-26, value: 46%, n: 50",
    ]
    target = "{change: +5 points, by: 2026, from: 2021-22}"
    found = row(check, target, values, baseline="")
    assert asked(found) == 45
    assert verdict(found) == "met"
    assert found.baseline is not None
    assert found.baseline.n == 50
    unknown = row(check, target, values[1:], baseline="")
    assert verdict(unknown) == "no_baseline"


def test_without_a_date_a_target_is_due_with_its_item_else_with_the_plan(
    check: Check,
) -> None:
    text = f"""
plan: {{id: lakeshore, title: Lakeshore Unified, period: 2021-26}}
levels: {{goals: Goal}}
measures:
{measure("60%")}
goals:
  - id: G1
    title: Literacy
    due: June 2024
    measures: {{measure: readers, targets: 60%}}
"""
    checked = check(text)
    found = find_progress(checked.plan, checked.standing.as_of)
    assert [str(one.step.dues[0]) for one in found.rows] == ["2026-06-30", "2024-06-30"]


# -- items -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("met_when", "expected", "needed"),
    [
        ("", "not_met", 3),
        ("all", "not_met", 3),
        ("any", "met", 1),
        ("majority", "met", 2),
        ("2", "met", 2),
        ("3", "not_met", 3),
        ("9", "not_met", 3),
    ],
)
def test_an_item_s_targets_decide_as_it_says(
    check: Check, met_when: str, expected: str, needed: int
) -> None:
    text = f"""
plan: {{id: lakeshore, title: Lakeshore Unified, period: 2021-26}}
levels: {{goals: Goal}}
measures:
{measure()}
goals:
  id: G1
  title: Literacy
  {f"met_when: {met_when}" if met_when else ""}
  measures:
    measure: readers
    targets: [50% by 2026, 55% by 2026, 60% by 2026]
{observed(yearly("", "", "", "56%"))}
"""
    checked = check(text)
    (found,) = find_progress(checked.plan, checked.standing.as_of.replace(2027)).items
    assert (found.verdict.value, found.needed, found.of) == (expected, needed, 3)
    assert found.counts == {Verdict.MET: 2, Verdict.NOT_MET: 1}


M, ON, OFF, NOT, NO = (
    Verdict.MET,
    Verdict.ON_TRACK,
    Verdict.OFF_TRACK,
    Verdict.NOT_MET,
    Verdict.NO_DATA,
)


@pytest.mark.parametrize(
    ("verdicts", "needed", "expected"),
    [
        ((M, NO), 2, NO),
        ((NOT, NO), 2, NOT),
        ((M, NO), 1, M),
        ((NOT, NO), 1, NO),
        ((ON, M, NO), 2, ON),
        ((OFF, M, NO), 2, NO),
        ((OFF, OFF, NO), 2, OFF),
        ((NO, Verdict.SUPPRESSED), 2, NO),
    ],
)
def test_what_cannot_be_judged_may_turn_out_either_way(
    verdicts: tuple[Verdict, ...], needed: int, expected: Verdict
) -> None:
    assert decide(verdicts, needed) is expected


def test_a_narrowed_view_keeps_the_verdict_of_the_whole_item(check: Check) -> None:
    text = f"""
{HEAD}{NAMES}
levels: {{goals: Goal}}
measures:
{measure(baseline="")}
goals:
  id: G1
  title: Literacy
  measures:
    measure: readers
    targets: 60% by 2026 for every group
{observed([f"{LAST}, value: 61%, group: EL", f"{LAST}, value: 9%, group: Homeless"])}
"""
    checked = check(text)
    found = find_progress(checked.plan, checked.standing.as_of.replace(2027))
    chosen = select(checked.plan, found, [], ["english learners"], [])
    assert by_cell(chosen) == {"EL": "met"}
    (item,) = chosen.items
    assert (item.verdict, item.of) == (Verdict.NOT_MET, 2)


# -- claims ----------------------------------------------------------------------


def test_claims_stand_beside_the_verdict(check: Check) -> None:
    more = """
progress: {verdicts: {Green: met}}
claims:
  - {measure: readers, cycle: 2025-26/end-of-year, by: Literacy Office, verdict: Green}
"""
    found = row(check, "60% by 2026", yearly("", "", "", "50%"), plan=more)
    (claim,) = found.claims
    assert (claim.verdict, claim.record.verdict) == ("met", "Green")
    assert verdict(found) == "not_met"


# -- as it was first set ---------------------------------------------------------


def test_a_target_that_was_lowered_is_also_judged_as_it_was_first_set(
    check: Check,
) -> None:
    target = (
        "{text: 50% by 2026, was: [{value: 60% by 2025, until: June 2024},"
        " {value: 55% by 2025}]}"
    )
    found = row(check, target, yearly("", "", "52%", "52%"))
    assert verdict(found) == "met"
    assert found.original is not None
    assert found.original.text == "60% by 2025"
    assert found.original.verdict is Verdict.NOT_MET
    (reading,) = found.original.readings
    assert str(reading.due) == "2025-06-30"


def test_a_former_target_without_a_date_keeps_the_date(check: Check) -> None:
    target = "{value: 50%, by: 2026, was: [{value: 60%}]}"
    found = row(check, target, yearly("", "", "", "52%"))
    assert found.original is not None
    (reading,) = found.original.readings
    assert str(reading.due) == "2026-06-30"
    assert found.original.verdict is Verdict.NOT_MET


def test_a_baseline_that_was_corrected_is_also_judged_as_it_was(check: Check) -> None:
    more = """baseline:
  value: 40%
  period: 2021-22
  was: [{value: 45%, why: The state corrected it.}]
"""
    found = row(
        check, "+10 points by 2026", yearly("", "", "", "52%"), baseline="", more=more
    )
    assert verdict(found) == "met"
    assert asked(found) == 50
    assert found.original is not None
    assert found.original.verdict is Verdict.NOT_MET
    assert found.original.readings[0].goal is not None
    assert found.original.readings[0].goal.value == 55


def test_the_text_says_how_it_stands_as_it_was_first_set(check: Check) -> None:
    more = "baseline: {value: 40%, period: 2021-22, was: [{value: 45%}]}"
    target = "{text: +10 points by 2026, was: [{value: +20 points by 2026}]}"
    text = f"{HEAD}measures:\n{measure(target, baseline='', more=more)}"
    checked = check(text + observed(yearly("", "", "", "52%")))
    found = find_progress(checked.plan, checked.standing.as_of.replace(2027))
    (one,) = view_progress(checked.plan, found).measures[0].targets
    assert "as first set (“+20 points by 2026”, from 45%): not met" in one.outlook


def test_what_was_never_replaced_has_no_original(check: Check) -> None:
    assert row(check, "50% by 2026").original is None
    unread = "{text: 50% by 2026, was: [{value: something else}]}"
    assert row(check, unread).original is None


def test_a_tolerance_that_cannot_be_read_is_told(check: Check) -> None:
    text = f"{HEAD}measures:\n" + measure('"60% by 2026"', more="tolerance: roughly")
    (line,) = told(check(text))
    assert "unread-target: the tolerance `roughly` cannot be read" in line


def test_a_change_for_each_group_starts_where_the_group_was_then(check: Check) -> None:
    targets = "-1 point from 2021-22 for each group by 2025-26"
    values = [
        "period: 2021-22, value: 6.6%, group: EL",
        f"{LAST}, value: 5.6%, group: EL",
        f"{LAST}, value: 2%, group: Homeless",
    ]
    text = measure(targets, direction="decrease", baseline="3%")
    found = progress(check, text, values)
    assert by_cell(found) == {"EL": "met", "Homeless": "no_baseline"}


@pytest.mark.parametrize(
    ("period", "starts"), [("2021-22", "8"), ("2020-21", "6.6"), ("", "6.6")]
)
def test_a_group_starts_from_its_own_baseline_of_that_year(
    check: Check, period: str, starts: str
) -> None:
    of = f"{{value: 8%, group: EL{f', period: {period}' if period else ''}}}"
    targets = "-1 point from 2021-22 for each group by 2025-26"
    values = [
        "period: 2021-22, value: 6.6%, group: EL",
        f"{LAST}, value: 5%, group: EL",
    ]
    text = measure(targets, direction="decrease", baseline=of)
    found = progress(check, text, values)
    (row,) = (one for one in found.rows if one.cell.group == "EL")
    assert row.baseline is not None
    assert row.baseline.value is not None
    assert str(row.baseline.value.exact) == starts
