"""Where a packet shows its measures: with the items that promise something of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.render.environment import render_html
from planctl.report.packet import Packet, build_packet, find_focus
from tests.pages.reading import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.report.packet.views import SectionView

    Check = Callable[..., CheckedPlan]

DAY = date(2025, 9, 1)
PLAN = """\
plan:
  id: lakeshore
  title: Lakeshore plan
  period: 2022-2026
levels:
  goals: Goal
  actions: {name: Action, expects: [status]}
  principles: Principle
goals:
  - id: G1
    number: 1
    title: Read
    period: 2022-2026
    measures:
      - {measure: readers, targets: 60% by 2025-26}
    actions:
      - id: A1
        title: Coaches
        period: 2023-2024
        measures:
          - {measure: readers, targets: 55% by 2024-25}
          - {measure: coaches, targets: 12 by 2025-26}
principles:
  - id: P1
    title: Nobody is left out
    measures:
      - {measure: absent, targets: 10% by 2025-26}
measures:
  - {id: readers, title: Readers, unit: percent, baseline: 40% in 2021-22}
  - {id: coaches, title: Coaches at work, unit: count, baseline: 2 in 2021-22}
  - {id: absent, title: Absent, unit: percent, direction: decrease,
     baseline: 20% in 2021-22}
  - {id: welcome, title: Families who feel welcome, unit: percent}
observations:
  - {measure: readers, period: 2022-23, value: 46%}
  - {measure: coaches, period: 2022-23, value: 5}
  - {measure: absent, period: 2022-23, value: 17%}
  - {measure: welcome, period: 2022-23, value: 88%}
"""


def packet(check: Check) -> Packet:
    return build_packet(check(PLAN, as_of=DAY))


def section(found: Packet) -> SectionView:
    one = found.parts[0].section
    assert one is not None
    return one


def test_a_measure_is_shown_with_the_first_item_that_promises_it(check: Check) -> None:
    found = packet(check)
    goal = section(found)
    assert [(one.anchor, one.depth) for one in goal.measures] == [
        ("measure-readers", 3)
    ]
    table = goal.parts[0].table
    assert table is not None
    assert [one.anchor for one in table.measures] == ["measure-coaches"]
    homes = {one.title: one.home and one.home.title for one in found.measures}
    assert homes == {
        "Readers": "Goal 1",
        "Coaches at work": "Action A1",
        # What is listed, or promised by nothing, stands among the measures.
        "Absent": None,
        "Families who feel welcome": None,
    }


def test_no_measure_is_drawn_twice_and_all_are_linked(check: Check) -> None:
    page = read_page(render_html(packet(check)))
    anchors = ["measure-readers", "measure-coaches", "measure-absent"]
    assert [page.ids.count(one) for one in anchors] == [1, 1, 1]
    assert {f"#{one}" for one in anchors} <= set(page.links)


def test_a_goal_tells_its_targets_at_the_chart_and_rows_tell_theirs(
    check: Check,
) -> None:
    goal = section(packet(check))
    assert not any(fact.label == "Targets" for fact in goal.item.facts)
    assert goal.item.charts == ()
    assert [fact.label for fact in goal.measures[0].targets] == [
        "“60% by 2025-26” (Goal 1)",
        "“55% by 2024-25” (A1)",
    ]
    table = goal.parts[0].table
    assert table is not None
    labels = {fact.label: fact.texts for fact in table.rows[0].facts}
    assert len(labels["Targets"]) == 2
    assert [one.title for one in table.rows[0].charts] == ["Readers", "Coaches at work"]


def test_a_target_that_cannot_be_judged_stands_at_its_chart_too(check: Check) -> None:
    text = PLAN.replace("60% by 2025-26", "+10-15% by 2025-26")
    text = text.replace(", baseline: 40% in 2021-22", "")
    found = build_packet(check(text, as_of=DAY))
    first = section(found).measures[0].targets[0]
    assert first.label == "“+10-15% by 2025-26” (Goal 1)"
    assert first.texts == (
        "no baseline is known",
        "10 points to 15 points more: no baseline is known",
        "10 to 15 percent more: no baseline is known",
    )
    assert "Readers" not in {one.title for one in found.unmeasured}


def test_a_single_value_is_a_sentence_and_no_picture(check: Check) -> None:
    found = {one.title: one for one in packet(check).measures}
    alone, readers = found["Families who feel welcome"].charts[0], found["Readers"]
    assert alone.chart.finding == "88% in 2022-23."
    assert (alone.chart.has_picture, alone.needs_table) == (False, False)
    view = readers.charts[0]
    assert (view.chart.has_picture, view.needs_table) == (True, True)


def test_a_packet_on_one_measure_shows_it_among_the_measures(check: Check) -> None:
    checked = check(PLAN, as_of=DAY)
    focus = find_focus(checked.plan, measure="readers")
    found = build_packet(checked, focus=focus)
    assert [(one.anchor, one.home) for one in found.measures] == [
        ("measure-readers", None)
    ]


def test_an_item_has_a_period_where_it_is_another_than_the_plan_s(
    check: Check,
) -> None:
    goal = section(packet(check))
    assert "Period" not in {fact.label for fact in goal.item.facts}
    table = goal.parts[0].table
    assert table is not None
    assert ("2023-2024",) in {fact.texts for fact in table.rows[0].facts}


def test_what_was_said_of_an_item_without_a_target_is_told(check: Check) -> None:
    text = """
plan: {id: a, title: A plan, period: 2009-10}
levels: {indicators: Indicator}
progress: {verdicts: {Not met: not_met}}
indicators: {id: I1, title: Three quarterly reports}
claims: {item: I1, cycle: 2009-10/end-of-year, by: The Board, verdict: Not met}
"""
    packet = build_packet(check(text, as_of=date(2010, 9, 1)))
    rows = [row for part in packet.parts if part.table for row in part.table.rows]
    (fact,) = (fact for row in rows for fact in row.facts if fact.label == "Claimed")
    assert fact.texts == ("The Board said “Not met” (2009-10/end-of-year)",)


def test_a_plan_with_values_and_dated_targets_is_more_than_written(
    check: Check,
) -> None:
    text = """
plan: {id: a, title: A plan, period: 2021-26}
levels: {goals: Goal}
measures:
  id: ela
  title: Reading
  unit: percent
  targets: from 50% in 2021-22 to 60% by 2025-26
goals: {id: G1, title: Read, measures: ela}
observations: {measure: ela, period: 2023-24, value: 54}
"""
    packet = build_packet(check(text, as_of=date(2025, 3, 1)))
    assert packet.sentence.startswith("No status was reported yet; what was measured")
    assert packet.said == ("It holds 1 goal.", "It names no owner.")
    before = build_packet(check(text, as_of=date(2022, 3, 1)))
    assert before.sentence.startswith("Nothing was reported yet")


@pytest.mark.parametrize(
    ("value", "said"),
    [("95.1%", "off track (95.2% expected"), ("95.2%", "behind (a little over 95.2%")],
)
def test_what_was_expected_is_not_told_as_the_value_that_missed_it(
    check: Check, value: str, said: str
) -> None:
    text = f"""
plan: {{id: a, title: A plan, period: 2021-26}}
levels: {{goals: Goal}}
measures:
  id: here
  title: Attendance
  unit: percent
  targets: from 95% in 2021-22 to 95.3% by 2025-26
goals: {{id: G1, title: Come, measures: here}}
observations: {{measure: here, period: 2024-25, value: {value}}}
"""
    packet = build_packet(check(text, as_of=date(2025, 9, 1)))
    told = [
        text for one in packet.measures for fact in one.targets for text in fact.texts
    ]
    assert any(said in text for text in told)
