"""Observations, baselines and claims as they are exported."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planctl.report.export import build_export

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.report.export import ExportDocument

    Check = Callable[..., CheckedPlan]

PLAN = """\
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal}
goals: {id: G1, title: Every child reads}
groups: [{name: English learners, id: EL}, Newcomers]
measures:
  - id: m1
    title: Reading
    unit: percent
    baseline:
      - 40% in 2021-22
      - {value: 10%, period: 2021-22, group: Newcomers, n: 4}
progress:
  verdicts: {Green: on_track}
"""
FILES = {
    "plan.yaml": PLAN,
    "observations/state.csv": (
        "measure,period,group,value,n,kind,source\n"
        "m1,2022-23,,43%,412,,https://www.lakeshore.example/report?year=2023\n"
        "m1,2023-24,,<50%,,provisional,Survey\n"
        "m1,2022-23/mid-year,,12/40,,,\n"
        "m1,2022-23,Newcomers,2/7,,,Survey\n"
        "m1,2022-23,english learners,,,,Survey\n"
    ),
    "baselines/state.csv": "measure,group,value,period\nm1,EL,30%,2020-21\n",
    "claims/board.csv": "item,cycle,verdict,by\nG1,2022-23/mid-year,green,The board\n",
}


@pytest.fixture
def exported(check: Check) -> ExportDocument:
    """The export of a plan with values of every kind."""
    return build_export(check(FILES), "plan")


def test_a_value_is_exported_as_written_and_as_read(exported: ExportDocument) -> None:
    first, second, third, *_ = exported.observations
    assert (first.value, first.low, first.high) == ("43%", Decimal(43), Decimal(43))
    assert (first.start, first.end) == (date(2022, 7, 1), date(2023, 6, 30))
    assert (second.low, second.high, second.strict) == (None, Decimal(50), True)
    assert (third.cycle, third.partial, third.n) == ("2022-23/mid-year", True, 40)


def test_the_value_of_a_small_group_is_not_exported(exported: ExportDocument) -> None:
    small, none = exported.observations[3:]
    assert (small.group, small.missing) == ("Newcomers", "suppressed")
    assert (small.value, small.low, small.high, small.n) == (None, None, None, None)
    assert (none.group, none.value, none.missing) == ("EL", None, None)


def test_baselines_of_tables_are_exported_with_the_others(
    exported: ExportDocument,
) -> None:
    (measure,) = exported.measures
    found = [(one.group, one.value, one.low) for one in measure.baselines]
    assert found == [
        (None, None, Decimal(40)),
        ("Newcomers", None, None),
        ("EL", "30%", Decimal(30)),
    ]
    assert [one.text for one in measure.baselines] == ["40% in 2021-22", None, None]


def test_a_claim_is_exported_with_what_it_means(exported: ExportDocument) -> None:
    (claim,) = exported.claims
    assert (claim.item, claim.measure, claim.cycle) == ("G1", None, "2022-23/mid-year")
    assert (claim.verdict, claim.means, claim.by) == ("green", "on_track", "The board")
