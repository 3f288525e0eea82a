"""From a plan to its charts: what each one shows, and what it never shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.check import check_plan
from planctl.progress.verdicts import find_progress
from planctl.report.chart.build import ChartBook
from planctl.report.chart.table import chart_table
from planctl.report.chart.views import Kind
from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planctl.check import CheckedPlan
    from planctl.report.chart.views import Chart
    from tests.conftest import Ran

    Check = Callable[..., CheckedPlan]

DAY = date(2025, 9, 1)
LAKESHORE = ROOT / "tests" / "lakeshore" / "district"
HEAD = """\
plan:
  id: lakeshore
  title: Lakeshore plan
  period: 2022-2027
groups:
  - {id: ell, name: English learners}
  - {id: swd, name: Students with disabilities}
  - {id: mig, name: Migrant students}
measures:
"""
READERS = """\
  - id: read
    title: Readers
    unit: percent
    direction: increase
    baseline: 22.1% in 2022-23
    targets: +22% by 2027
    breaks:
      - {at: 2024-25, why: A new test}
observations:
  - {measure: read, period: 2022-23, value: 22.1}
  - {measure: read, period: 2023-24, value: 24.8, kind: provisional}
  - {measure: read, period: 2024-25, missing: not_collected}
  - {measure: read, period: 2023-24, group: ell, value: 31.7, n: 60}
  - {measure: read, period: 2023-24, group: swd, value: 13.9, n: 4}
  - {measure: read, period: 2023-24, group: mig, value: 17.3, n: 30}
"""


def charts(checked: CheckedPlan, day: date = DAY) -> list[Chart]:
    book = ChartBook(checked.plan, find_progress(checked.plan, day))
    places = range(len(checked.plan.measures))
    return [chart for place in places for chart in book.charts(place)]


def test_both_readings_of_an_ambiguous_target_are_shown(check: Check) -> None:
    whole = charts(check(HEAD + READERS, as_of=DAY))[0]
    (panel,) = whole.panels
    assert [line.name for line in panel.targets] == [
        "Target “+22% by 2027”, read as 22 points more",
        "Target “+22% by 2027”, read as 22 percent more",
    ]
    assert [line.steps[-1].text for line in panel.targets] == ["44.1%", "26.96%"]
    assert all(line.has_road for line in panel.targets)
    assert whole.finding == (
        "24.8% in 2023-24, up from 22.1% in 2022-23; target: depends on the reading."
    )


def test_kinds_gaps_and_years_are_those_of_the_plan(check: Check) -> None:
    whole = charts(check(HEAD + READERS, as_of=DAY))[0]
    assert [(one.period, one.kind) for one in whole.panels[0].points] == [
        ("2022-23", Kind.FINAL),
        ("2023-24", Kind.PROVISIONAL),
        ("2024-25", Kind.MISSING),
    ]
    assert [year.name for year in whole.years] == [
        *("2022-23", "2023-24", "2024-25", "2025-26", "2026-27"),
    ]
    assert [(one.period, one.why) for one in whole.breaks] == [
        ("2024-25", "A new test")
    ]


def test_a_small_group_is_withheld_everywhere(check: Check) -> None:
    found = charts(check(HEAD + READERS, as_of=DAY))
    groups = found[1]
    by_name = {panel.name: panel for panel in groups.panels}
    assert by_name["Students with disabilities"].remark == "Values withheld"
    assert not any("13.9" in str(chart) for chart in found)
    rows = chart_table(groups).rows
    assert ("English learners", "2023-24", "Observed", "31.7%") in rows
    assert ("Students with disabilities", "2023-24", "Observed", "withheld") in rows


def test_a_part_of_a_year_is_not_taken_for_a_whole_one(check: Check) -> None:
    head, _, _ = READERS.partition("    baseline")
    partly = "kind: year_to_date}"
    values = (
        f"observations:\n  - {{measure: read, period: 2023-24, value: 9, {partly}\n"
    )
    (found,) = charts(check(HEAD + head + values, as_of=DAY))
    assert found.finding == "Nothing measured for a whole year yet."


def test_a_floor_has_no_road_and_says_at_least(check: Check) -> None:
    text = READERS.replace("+22% by 2027", "at least 40% by 2027")
    (line,) = charts(check(HEAD + text, as_of=DAY))[0].panels[0].targets
    assert not line.has_road
    assert [step.text for step in line.steps] == ["at least 40%"]


def test_what_several_items_promise_alike_is_one_line() -> None:
    plan = check_plan(EXAMPLES / "hartford", date(2022, 6, 30))
    readers = charts(plan, date(2022, 6, 30))[0]
    names = [line.name for line in readers.panels[0].targets]
    assert "Target “from 22.1% in 2017-18 to 27% in 2018-19” (B01.G1, B11.G1)" in names
    assert len(names) == len(set(names)) == 5


def test_findings_are_short_enough_to_be_read() -> None:
    for folder in (LAKESHORE, *(path.parent for path in EXAMPLES.glob("*/plan.yaml"))):
        for chart in charts(check_plan(folder, DAY)):
            assert len(chart.finding.split()) <= 20, chart.finding


def test_the_charts_of_markdown_are_files_beside_it(
    tmp_path: Path, run: Callable[..., Ran]
) -> None:
    page = tmp_path / "board.md"
    command = ("report", LAKESHORE, "--as-of", "2024-11-01", "--format", "md")
    run(*command, "--output", page)
    names = sorted(path.name for path in (tmp_path / "board-charts").iterdir())
    assert "chart-ela3.svg" in names
    for name in names:
        assert f"(<board-charts/{name}>)" in page.read_text("utf-8")
    run(*command, "--output", tmp_path / "plain.md", "--charts", "none")
    assert not (tmp_path / "plain-charts").exists()
    assert "| 2023-24 | Observed | 54.5% |" in (tmp_path / "plain.md").read_text(
        "utf-8"
    )
    assert ".svg" not in run(*command, "--output", "-").out


def test_html_has_its_charts_inside_unless_none_are_wanted(
    run: Callable[..., Ran],
) -> None:
    command = ("report", LAKESHORE, "--as-of", "2024-11-01", "--output", "-")
    assert 'aria-labelledby="chart-ela3-title' in run(*command).out
    without = run(*command, "--charts", "none").out
    assert "chart-ela3-title" not in without
    assert "54.5% in 2023-24" in without
    run(*command, "--charts", "png", status=2)


def test_the_ids_of_charts_never_meet(check: Check) -> None:
    text = HEAD + READERS.replace(
        "observations:",
        "  - {id: read-groups, title: A, baseline: 1 in 2022-23}\n"
        "  - {id: groups-read, title: B, baseline: 1 in 2022-23}\n"
        "observations:",
    )
    ids = [chart.id for chart in charts(check(text))]
    assert len(set(ids)) == len(ids) == 4
