"""Tables of baselines, targets and budgets: to what each row belongs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planctl.check import CheckedPlan, check_plan
from planctl.load import surround
from planctl.progress.budgets import find_budgets
from tests.conftest import AS_OF
from tests.findings import found, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Check = Callable[..., CheckedPlan]

PLAN = """\
plan: {id: lakeshore, title: Lakeshore Unified, period: 2022-2026}
levels: {goals: Goal}
groups: {name: English learners, id: EL}
measures:
  - {id: m1, title: Reading, unit: percent, baseline: 40% in 2021-22, targets: 50%}
  - {id: m2, title: Coaches, unit: count}
goals:
  - id: G1
    title: Every child reads
    measures: {measure: m1, targets: 60%}
    budget: {fund: Title I, planned: 100}
"""


def test_rows_of_targets_follow_those_of_the_measure_and_of_the_item(
    check: Check,
) -> None:
    rows = "m1,G1,70% by 2025,\nm1,,55%,EL\nm2,G1,9,\n"
    files = {"plan.yaml": PLAN, "targets/a.csv": f"measure,item,text,group\n{rows}"}
    checked = check(files)
    assert told(checked) == []
    assert [(one.id, one.text, one.groups) for one in checked.plan.promises] == [
        ("m1.1", "50%", ()),
        ("m1@G1.1", "60%", ()),
        ("m1@G1.2", "70% by 2025", ()),
        ("m1.2", "55%", ("EL",)),
        ("m2@G1.1", "9", ()),
    ]


def test_a_row_of_baselines_is_where_its_group_starts(check: Check) -> None:
    files = {
        "plan.yaml": PLAN,
        "targets/a.csv": "measure,text,group\nm1,55%,EL\n",
        "baselines/a.csv": "measure,value,period,group,n\nm1,30%,2021-22,EL,40\n",
    }
    checked = check(files)
    assert told(checked) == []
    start = checked.plan.promises[-1].start
    assert start is not None
    assert (checked.plan.promises[-1].baseline, start.n) == (Decimal(30), 40)


def test_rows_of_budgets_are_added_to_those_of_the_item(check: Check) -> None:
    rows = "G1,,150\nG1,Local,60\n"
    files = {"plan.yaml": PLAN, "budgets/a.csv": f"item,fund,planned\n{rows}"}
    checked = check(files, select="budget-mismatch")
    budget = find_budgets(checked.plan)[0]
    assert budget.own.planned == 150
    assert budget.partitions["fund"].planned == 160
    (one,) = checked.diagnostics
    assert (one.span.file, one.span.line, one.span.column) == ("budgets/a.csv", 2, 5)


WRONG = {
    "targets": ("measure,item,text\nm3,,5%\nm1,G9,5%\nm1,m2,5%\nm1,,about 5%\n", 4),
    "baselines": ("measure,text,value\nm3,5%,\nm1,some,\nm1,,lots\n", 3),
    "budgets": ("item,planned\nG9,5\nm1,5\nG1,lots\n", 3),
    "claims": ("measure,verdict\nm3,met\nm1,fine\n", 2),
}


@pytest.mark.parametrize("folder", WRONG)
def test_each_wrong_row_is_one_finding_in_its_line(check: Check, folder: str) -> None:
    table, count = WRONG[folder]
    checked = check({"plan.yaml": PLAN, f"{folder}/a.csv": table})
    places = [(one.span.file, one.span.line) for one in found(checked)]
    assert places == [(f"{folder}/a.csv", line) for line in range(2, count + 2)]


STARTS = {
    "of a use for a group": (
        "measures: {measure: m1, group: EL, targets: 60%}",
        "baseline: [40%, {value: 30%, group: EL}]",
        "30",
    ),
    "of all students": (
        "measures: {measure: m1, targets: {text: 60%, group: All students}}",
        "baseline: 40%",
        "40",
    ),
    "of the period that it names": (
        "measures: {measure: m1, targets: {text: 60%, from: 2022-23}}",
        "baseline: [40% in 2021-22, 42% in 2022-23]",
        "42",
    ),
    "with a bound": (
        "measures: {measure: m1, targets: 60%}",
        "baseline: {value: <5%}",
        None,
    ),
    "of none of several groups": (
        "measures: {measure: m1, targets: {text: 60%, group: [EL, Boys]}}",
        "baseline: [{value: 40%, group: EL}, {value: 30%, group: Boys}]",
        None,
    ),
}


@pytest.mark.parametrize("what", STARTS)
def test_a_target_starts_from_the_baseline(check: Check, what: str) -> None:
    use, baseline, value = STARTS[what]
    checked = check(
        "plan: {id: lakeshore, title: Lakeshore Unified}\nlevels: {goals: Goal}\n"
        f"measures: {{id: m1, title: Reading, unit: percent, {baseline}}}\n"
        f"goals: {{id: G1, title: Every child reads, {use}}}\n"
    )
    assert told(checked) == []
    (promise,) = checked.plan.promises
    assert promise.baseline == (None if value is None else Decimal(value))


def test_a_target_with_its_own_value_keeps_the_number_of_students(
    check: Check,
) -> None:
    checked = check(
        "plan: {id: lakeshore, title: Lakeshore Unified}\n"
        "measures: {id: m1, title: Reading, unit: percent, "
        "baseline: [{value: 40%, period: 2021-22, n: 400}], "
        "targets: from 40% in 2021-22 to 50%}\n"
    )
    start = checked.plan.promises[0].start
    assert start is not None
    assert start.n == 400


def test_of_two_baselines_of_one_year_both_are_kept(check: Check) -> None:
    baseline = "[40% in 2021-22, {value: 41%, period: 2021-22, source: State}]"
    checked = check(
        "plan: {id: lakeshore, title: Lakeshore Unified}\n"
        f"measures: {{id: m1, title: Reading, unit: percent, baseline: {baseline}}}\n"
    )
    exact = [one.value.exact for one in checked.plan.baselines if one.value]
    assert exact == [Decimal(40), Decimal(41)]


def test_what_is_wrong_with_a_used_plans_values_is_told_there_only(
    write: Callable[[dict[str, str]], Path],
) -> None:
    root = write(
        {
            "school/plan.yaml": "plan: {id: school, title: A, uses: ../district}\n",
            "district/plan.yaml": "plan: {id: district, title: District}\n"
            "groups: Girls\n"
            "measures:\n  - id: m1\n    title: Reading\n    breaks: {at: soonish}\n"
            "    baseline: {value: some, period: soonish, group: Boys}\n"
            "progress: {same: [1, -1]}\n",
            "district/baselines/a.csv": "measure,value,period\nm1,lots,soonish\n",
        }
    )
    around = surround(root)
    school = check_plan(root / "school", AS_OF, surroundings=around)
    district = check_plan(root / "district", AS_OF, surroundings=around)
    assert told(school) == []
    assert len(school.plan.baselines) == 2
    assert len(told(district)) == 7


def test_a_row_with_too_many_cells_lacks_no_value(check: Check) -> None:
    table = "measure,period,value,note\nm1,2022-23,,a,b\nm1,2023-24,,a\n"
    checked = check({"plan.yaml": PLAN, "observations/a.csv": table})
    rules = [
        (one.rule, one.span.line)
        for one in checked.diagnostics
        if one.span.file.endswith("csv")
    ]
    assert rules == [("bad-table", 2), ("missing-value", 3)]
