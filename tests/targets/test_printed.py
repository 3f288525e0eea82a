"""Targets as school improvement plans print them: read, or refused with a reason."""

from __future__ import annotations

import pytest

from planctl.targets import Target, Unread, read_target
from tests.targets.reading import in_short, read, unread

READ = [
    ("Increase grade 3 readers from 42% to 55% by June 2027", "level >= 55"),
    ("By June 2027, 65% of students in grades 3-5 will pass", "level >= 65"),
    ("95% in grades 6, 7, and 8", "level >= 95"),
    ("60% scoring 3 or higher on AP", "level >= 60"),
    ("60% at Level 3+", "level >= 60"),
    ("average daily attendance of 95%", "level >= 95"),
    ("our goal is to reach 95% by 2027", "level >= 95"),
    ("attendance will be at 95%", "level >= 95"),
    ("attain a 95% graduation rate", "level >= 95"),
    ("75% minimum", "floor >= 75"),
    ("less than or equal to 10%", "ceiling <= 10"),
    ("maintain or exceed 90%", "maintain >= 90"),
    ("maintain or increase 30%", "maintain >= 30"),
    ("maintain or improve", "maintain 40"),
    ("one hundred percent of teachers", "level >= 100"),
    ("increase twenty-five percent", "points >= 65 or relative >= 50"),
    ("two-point increase", "points >= 42"),
    ("a 5-percentage-point increase", "points >= 45"),
    ("increase 5% pts", "points >= 45"),
    ("increase by an average of 10 points", "points >= 50"),
    ("10+ point growth", "points >= 50"),
    ("5% or greater increase", "points >= 45 or relative >= 42"),
    ("5% + baseline", "points >= 45 or relative >= 42"),
    ("increase 1.5x", "factor >= 60"),
    ("50% in Year 1, 60% in Year 2", "level >= 50; level >= 60"),
    ("3 events each quarter", "level <= 3"),
    ("3.0 or higher on a 4-point scale", "floor >= 3"),
    ("reduce the gap in ELA by 5 points", "points >= 45 or points <= 35"),
    ("no achievement gap of more than 5 points", "ceiling <= 5"),
    ("close the gap in math by half", "gap >= 70"),
    ("Target = 60%", "level >= 60"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_printed_target_is_read(text: str, expected: str) -> None:
    assert in_short(read(text), "40") == expected


STARTS = {
    "increase by 5 points to 60%": ("55%", ""),
    "increase by 5 percentage points, from 55% to 60%": ("55%", ""),
    "decrease enrollment by 50 students to 400 by 2027": ("450", ""),
    "increase by 3% (60%-63%) by 2027": ("60%", ""),
    "70%, up from 62% in 2024-25": ("62%", "2024-25"),
    "20%, down from 25%": ("25%", ""),
    "70% (baseline: 62% in 2024-25)": ("62%", "2024-25"),
    "70% (was 62%)": ("62%", ""),
    "Baseline (2024-25): 62%; target: 70%": ("62%", "2024-25"),
    "from baseline 40% to 60%": ("40%", ""),
    "63% compared to 60% in 2024-25": ("60%", "2024-25"),
    "-20% from the 2024-25 baseline of 60": ("60", "the 2024-25"),
}


@pytest.mark.parametrize("text", STARTS)
def test_where_a_printed_target_starts(text: str) -> None:
    start = read(text).start
    assert start is not None
    assert start.amount is not None
    number, period = STARTS[text]
    assert f"{start.amount.number:f}" == number.rstrip("%")
    assert start.period == period


def test_a_change_between_two_times_is_due_at_the_later() -> None:
    target = read("increase by 10 points from 2024-25 to 2026-27")
    assert target.start is not None
    assert (target.start.period, target.final.due) == ("2024-25", "2026-27")


AGREEING = [
    "from 20% to 15% (25% reduction)",
    "from 18% to 12% (a 33% reduction)",
    "from 55% to 60% (+5)",
    "from 20% to 15% (5 percentage points)",
]
DISAGREEING = {
    "from 55% to 61% (+5)": "(+5)",
    "increase by 10 points (from 45% to 56%)": "10 points (from 45% to 56%)",
    "from 20% to 15% (30% reduction)": "(30% reduction)",
    "20%, up from 25%": "up from 25%",
    "20% (up from 25%)": "(up from 25%)",
}


@pytest.mark.parametrize("text", AGREEING)
def test_a_change_that_is_told_again_may_be_rounded(text: str) -> None:
    assert read(text).final.readings


@pytest.mark.parametrize("text", DISAGREEING)
def test_a_start_a_change_and_a_level_must_agree(text: str) -> None:
    assert unread(text).part == DISAGREEING[text]


# What was taken for something else before it was refused.
REFUSED = {
    "increase threefold": "threefold",
    "a two-fold increase": "two-fold",
    "increase from 40th to 50th percentile": "from",
    "increase by 2% in 2026-27, 4% in 2027-28": "4% in 2027-28",
    "at least 3 percentage points": "3 percentage points",
    "5 or more points": "5 or more points",
    "decrease by 5% to 15%": "5% to 15%",
    "grow from 20% to 30% to 40%": "30% to 40%",
    "more than 2024": "2024",
    "increase by one performance level": "one performance level",
    "increase by 2 points a year to 60%": "to 60%",
    "no group below 10 percentage points of the rate": "10 percentage points",
    "a change of 5%": "a change of",
    "a decrese of 5%": "a decrese of",
    "close the gap between boys and girls by half": "gap between",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_may_mean_something_else_is_refused(text: str) -> None:
    assert unread(text).part == REFUSED[text]


NEAR = {
    "60% May 2027": "60% by May 2027",
    "a decrese of 5%": "a decrease of 5%",
    "more than 2024": "more than 2,024",
}


@pytest.mark.parametrize("text", NEAR)
def test_the_form_that_is_told_says_the_same(text: str) -> None:
    assert unread(text).near == NEAR[text]


@pytest.mark.parametrize("text", ["1:250", "2:25"])
def test_a_ratio_has_its_larger_side_first(text: str) -> None:
    told = read_target(text, "ratio")
    assert isinstance(told, Unread)
    assert told.near == ":".join(reversed(text.split(":")))


def test_one_for_one_is_a_ratio() -> None:
    assert isinstance(read_target("1:1", "ratio"), Target)
