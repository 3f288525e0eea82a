"""Charts as they are drawn: safe, whole, the same each time, nothing on each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.render.chart import draw_beside, draw_chart
from planctl.render.chart.palette import MEANINGFUL, TARGETS
from planctl.report.chart.views import (
    Baseline,
    Break,
    Chart,
    Kind,
    Panel,
    Point,
    Stop,
    TargetLine,
    Year,
)
from planctl.targets import Side
from tests.charts.cases import AMBIGUOUS, CASES, GROUPS, MANY_GROUPS, chart, point
from tests.charts.reading import DRAWN, SVG, places, read, size, texts
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOLDEN = ROOT / "tests" / "charts" / "golden"

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
VALUES = st.decimals(-(10**9), 10**9, places=2) | st.sampled_from(
    [Decimal(0), Decimal(100), Decimal("22.1"), Decimal("22.2"), Decimal(10) ** 30]
)
WORDS = st.text(max_size=30) | st.sampled_from(
    ["22.1%", "<5%", "at least 60%", "W" * 99]
)


@st.composite
def points(draw: st.DrawFn) -> Point:
    """Draw a value: exact, between limits, open, or missing."""
    ends = sorted((draw(VALUES), draw(VALUES)))
    low, high = draw(
        st.sampled_from(
            [(ends[0], ends[0]), (ends[0], ends[1]), (None, ends[0]), (None, None)]
        )
    )
    kind = Kind.MISSING if high is None else draw(st.sampled_from(list(Kind)[:-1]))
    return Point(draw(DAYS), draw(WORDS), draw(WORDS), low, high, kind)


STOPS = st.builds(
    lambda day, text, low, more, is_step: Stop(
        day, text, text, low, None if more is None else low + more, is_step
    ),
    DAYS,
    WORDS,
    VALUES,
    st.sampled_from([None, Decimal(0), Decimal(10)]),
    st.booleans(),
)
LINES = st.builds(
    TargetLine,
    WORDS,
    st.lists(STOPS, max_size=4).map(tuple),
    st.sampled_from([None, *Side]),
    st.booleans(),
)
PANELS = st.builds(
    Panel,
    WORDS,
    st.none() | st.builds(Baseline, WORDS, VALUES, st.none() | DAYS, WORDS),
    st.lists(points(), max_size=12).map(
        lambda found: tuple(sorted(found, key=lambda one: one.day))
    ),
    st.lists(LINES, max_size=4).map(tuple),
    st.none() | points(),
    st.just("") | WORDS,
)
CHARTS = st.builds(
    Chart,
    st.just("chart"),
    WORDS,
    WORDS,
    st.sampled_from([None, "percent", "count", "USD", "ratio", "weeks"]),
    st.sampled_from([None, "increase", "within"]),
    st.lists(st.builds(Year, WORDS, DAYS), max_size=30).map(
        lambda found: tuple(sorted(found, key=lambda one: one.day))
    ),
    st.lists(PANELS, min_size=1, max_size=4).map(tuple),
    st.lists(st.builds(Break, DAYS, WORDS, WORDS), max_size=2).map(tuple),
    st.just(()) | st.lists(WORDS, min_size=1, max_size=20).map(tuple),
)


def check_layout(svg: str) -> None:
    """See that all lies on the sheet, and no text on another."""
    picture = read(svg)
    sheet = size(picture)
    drawn = texts(picture)
    for text in drawn:
        assert sheet.holds(text.box), text
    for one, other in combinations(drawn, 2):
        assert not one.box.meets(other.box), (one, other)
    for x, y in places(picture):
        assert sheet.left <= x <= sheet.right
        assert sheet.top <= y <= sheet.bottom


@given(CHARTS)
def test_whatever_it_says_no_text_lies_on_another(wanted: Chart) -> None:
    check_layout(draw_chart(wanted))


@pytest.mark.parametrize("name", CASES)
def test_each_case_is_whole(name: str) -> None:
    svg = draw_chart(CASES[name])
    check_layout(svg)
    assert svg == draw_chart(CASES[name])
    picture = read(svg)
    assert {one.tag.removeprefix(SVG) for one in picture} <= DRAWN
    for one in picture.iter():
        assert not any(key.startswith(("on", "style", "href")) for key in one.attrib)
    named = picture.attrib["aria-labelledby"].split()
    ids = [one.attrib["id"] for one in picture.iter() if "id" in one.attrib]
    assert ids == named or name == "hostile"
    assert len(svg) < 30_000


@pytest.mark.parametrize("name", ["ambiguous", "ladder", "groups", "breaks", "words"])
def test_golden(name: str, snapshot: Callable[[Path, str], None]) -> None:
    snapshot(GOLDEN / f"{name}.svg", draw_chart(CASES[name]))


def test_the_title_says_the_finding_and_the_description_the_values() -> None:
    picture = read(draw_chart(AMBIGUOUS))
    title, described = picture[0].text or "", picture[1].text or ""
    assert title == f"{AMBIGUOUS.title}: {AMBIGUOUS.finding}"
    for value in ("22.1%", "24.8%", "44.1%", "26.96%"):
        assert value in described


def test_both_readings_are_drawn_with_marks_and_dashes_of_their_own() -> None:
    picture = read(draw_chart(AMBIGUOUS))
    roads = [
        one.attrib.get("stroke-dasharray", "")
        for one in picture.iter(f"{SVG}polyline")
        if one.attrib["stroke"] == TARGETS[0].colour
    ]
    assert roads == [TARGETS[0].dash, TARGETS[1].dash]
    assert len({(style.mark, style.dash) for style in TARGETS}) == len(TARGETS)


def test_panels_share_one_scale() -> None:
    drawn = [text.text for text in texts(read(draw_chart(GROUPS)))]
    assert drawn.count("60%") == len(GROUPS.panels)


def test_what_is_not_drawn_is_said() -> None:
    drawn = [text.text for text in texts(read(draw_chart(MANY_GROUPS)))]
    assert "288 more are in the table." in drawn
    targets = [text.text for text in texts(read(draw_chart(CASES["many-targets"])))]
    assert "2 more targets are in the table." in targets


def test_panels_on_two_sheets_are_all_drawn_once_on_one_axis() -> None:
    whole, sheets = draw_chart(MANY_GROUPS), draw_beside(MANY_GROUPS)
    assert len(sheets) == 2
    drawn = [[text.text for text in texts(read(one))] for one in (whole, *sheets)]
    panels = [len(read(one).findall(f"{SVG}polyline")) for one in (whole, *sheets)]
    assert panels[0] == panels[1] + panels[2] > 0
    caption = drawn[0][0]
    assert [part[0] for part in drawn] == [caption] * 3
    assert ("Observed" in drawn[1], "Observed" in drawn[2]) == (False, True)
    ids = [
        one.get("id")
        for part in sheets
        for one in read(part).iter()
        if "id" in one.attrib
    ]
    assert len(set(ids)) == len(ids) == 4


def test_one_panel_or_two_are_one_sheet() -> None:
    assert draw_beside(AMBIGUOUS) == (draw_chart(AMBIGUOUS),)


def test_days_have_an_axis_of_days() -> None:
    def days(begins: int, day: date) -> Point:
        return point(begins, str(day.toordinal()), unit="date")

    both = (days(2022, date(2023, 5, 20)), days(2023, date(2024, 5, 30)))
    told = chart(Panel(points=both), unit="date", direction="decrease")
    drawn = [text.text for text in texts(read(draw_chart(told)))]
    assert drawn[0] == "Date; earlier is better"
    assert {"May 20, 2023", "May 30, 2024"} <= set(drawn)
    assert any(text.endswith(", 2023") and "." not in text for text in drawn[1:3])


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    cut = chart(Panel(points=(point(2022, "54"), point(2023, "58"))))
    whole = chart(Panel(points=(point(2022, "14"), point(2023, "58"))))
    assert any("not 0" in text.text for text in texts(read(draw_chart(cut))))
    assert not any("not 0" in text.text for text in texts(read(draw_chart(whole))))


def test_a_small_change_does_not_look_large() -> None:
    small = chart(Panel(points=(point(2022, "22.1"), point(2023, "22.2"))))
    lines = [
        [float(pair.split(",")[1]) for pair in one.attrib["points"].split()]
        for one in read(draw_chart(small)).iter(f"{SVG}polyline")
    ]
    assert len(lines) == 1
    assert abs(lines[0][0] - lines[0][1]) < 5


def test_the_line_is_cut_where_values_are_missing_or_not_compared() -> None:
    runs = [
        len(one.attrib["points"].split())
        for one in read(draw_chart(CASES["breaks"])).iter(f"{SVG}polyline")
        if one.attrib["stroke"] == MEANINGFUL[0]
    ]
    assert runs == [3, 5]


def test_many_charts_stand_in_one_page() -> None:
    ids = [
        one.attrib["id"]
        for name in CASES
        for one in read(draw_chart(replace(CASES[name], id=name))).iter()
        if "id" in one.attrib
    ]
    assert len(ids) == len(set(ids)) == 2 * len(CASES)
