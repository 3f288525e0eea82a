"""The parts of a target: what is named, its scope, pace, baseline and dates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SchoolCalendar
from planctl.targets import (
    Context,
    Mark,
    Target,
    goal,
    read_target,
    starting_point,
    write_amount,
    write_target,
)
from tests.targets.reading import in_short, read

NAMED = {
    "+22% grade 3 ELA by 2022": "grade 3 ELA",
    "+22% by 2022 in grades 3, 4 and 5": "in grades 3, 4 and 5",
    "+5% K-5 ELA & math": "K-5 ELA & math",
    "27% of students at level 3 or above by 2022": "of students at level 3 or above",
    "Grade 3 ELA: 27%": "Grade 3 ELA",
    "increase the share of 3rd-grade readers by 5%": "the share of 3rd-grade readers",
    "+22% (state test, level 3) by 2022": "state test, level 3",
    "+22% () by 2022": "",
    "a 5% increase in attendance": "in attendance",
    "halve the achievement gap": "achievement",
    "maintain attendance at 95%": "attendance",
    "by 2022, 27% of students": "of students",
    "27% of grade 3-5": "of grade 3-5",
    "27% - grade 3": "grade 3",
    "27% within reach": "within reach",
    "27% between schools": "between schools",
    "increase attendance to all within reach by 5%": ("attendance to all within reach"),
    "at least 3 of them": "of them",
    "27 k": "k",
    "27% to be reached": "to be reached",
    "at least 30 minutes of reading a day": "of reading a day",
    "27% of all schools": "of all schools",
    "27% from families": "from families",
    "27% for every group for every site": "for every site",
}


@pytest.mark.parametrize("text", NAMED)
def test_the_words_between_are_kept(text: str) -> None:
    unit = None if "minutes" in text else "percent"
    assert read(text, unit).named == NAMED[text]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("at least 60% for every group", "group"),
        ("at least 60% for each student subgroup by 2025", "group"),
        ("each site at least 60%", "site"),
        ("60% in all schools", "site"),
        ("60%", ""),
    ],
)
def test_a_rule_holds_for_each(text: str, each: str) -> None:
    assert read(text).each == each


@pytest.mark.parametrize(
    "text", ["+3 points a year", "+3 points / year", "+3 points year over year by 2029"]
)
def test_a_pace_is_yearly(text: str) -> None:
    (reading,) = read(text).final.readings
    assert reading.per_year
    asked = goal(reading, Decimal(40), years=3)
    assert asked is not None
    assert asked.low == 49


def test_a_yearly_percent_compounds() -> None:
    _, relative = read("+10% a year").final.readings
    asked = goal(relative, Decimal(100), years=2)
    assert asked is not None
    assert asked.low == Decimal(121)


STARTS = {
    "from 22.1% in 2017-18 to 27% in 2018-19": ("22.1%", "2017-18", False),
    "22.1% in 2017-18 -> 27%": ("22.1%", "2017-18", False),
    "from 22.1% \u2192 27%": ("22.1%", "", False),
    "27% from 22.1%": ("22.1%", "", False),
    "+5 points from a baseline of 40%": ("40%", "", False),
    "+5 points over 2017-18": (None, "2017-18", False),
    "5% more than in 2017-18": (None, "2017-18", False),
    "+3 points from previous": (None, "", True),
    "5% more than last year": (None, "", True),
    "+5 points from the baseline": (None, "", False),
    "reduce suspensions from 60 to 40": ("60", "", False),
    "from 2017 -> 27%": (None, "2017", False),
    "increase from -5 to +3": ("-5", "", False),
}


@pytest.mark.parametrize("text", STARTS)
def test_a_target_may_have_its_own_baseline(text: str) -> None:
    start = read(text).start
    assert start is not None
    amount = write_amount(start.amount) if start.amount else None
    assert (amount, start.period, start.is_previous) == STARTS[text]


DUES = {
    "27% by 2018-19": "2018-19",
    "27% in 2018-19": "2018-19",
    "27% no later than June 30, 2022": "June 30, 2022",
    "27% by Sept 2018 to June 2019": "Sept 2018 to June 2019",
    "27% at the end of 2023": "the end of 2023",
    "+22% by 2022 grade 3 ELA": "2022",
    "+3 points by 2022 in every school": "2022",
    "+5 points by 2022, and ELA": "2022",
    "100% by September 15th": "September 15th",
    "27% in one year": "one year",
    "+5 points within two years": "two years",
    "increase by 2018-2019": "2018-2019",
    "50% by year 1": "year 1",
    "maintain": "",
}


@pytest.mark.parametrize("text", DUES)
def test_the_date_is_cut_out_as_printed(text: str) -> None:
    assert read(text).final.due == DUES[text]


LADDERS = [
    "50% by 2021; 75% by 2022; 100% by 2023",
    "50% by 2021, 75% by 2022 and 100% by 2023",
    "50% by 2021, then 75% by 2022; 100% by 2023;",
]


@pytest.mark.parametrize("text", LADDERS)
def test_the_steps_of_a_ladder(text: str) -> None:
    target = read(text)
    assert target.is_ladder
    assert [rung.due for rung in target.rungs] == ["2021", "2022", "2023"]
    assert in_short(target, "20") == "level >= 50; level >= 75; level >= 100"


READINGS = [
    ("improve by 5 points", None, "40", "points >= 45 or points <= 35"),
    ("improve by 5 points", "decrease", "40", "points <= 35"),
    ("improve by 5 points", "increase", "40", "points >= 45"),
    ("improve", None, "40", "direction -"),
    ("improve", "decrease", "40", "direction < 40"),
    ("improve to 60%", None, "40", "level >= 60"),
    ("increase by at least 5 points", None, "40", "points >= 45"),
    ("increase +5 points or more", None, "40", "points >= 45"),
    ("increase by more than 5 points", None, "40", "points > 45"),
    ("increase between 5 and 10 points", None, "40", "points >= 45 to 50"),
    ("at least 5 points more", None, "40", "points >= 45"),
    ("at least double", None, "40", "factor >= 80"),
    ("more than double", None, "40", "factor > 80"),
    ("increase to at least 90%", None, "40", "floor >= 90"),
    ("to at most -0.5", None, "0", "ceiling <= -0.5"),
    ("to -0.5", None, "0", "level <= -0.5"),
    ("to between -3 and -1", None, "0", "range <= -3 to -1"),
    ("rise above 90%", None, "40", "floor > 90"),
    ("reduce absence below 10%", None, "40", "ceiling < 10"),
    ("cut suspensions in half", None, "40", "relative <= 20"),
    ("+5% to +10%", None, "40", "points >= 45 to 50 or relative >= 42 to 44"),
    ("+1/4-1/2", None, "40", "relative >= 50 to 60"),
    ("5 points above the baseline", None, "40", "points >= 45"),
    ("90% of baseline", None, "40", "factor <= 36"),
    ("80-90% of baseline", None, "40", "factor <= 32 to 36"),
    ("5-10%", None, "7", "range in 5 to 10"),
    ("5-10%", None, "12", "range <= 5 to 10"),
    ("5-10%", "within", "12", "band in 5 to 10"),
    ("5-10%", None, None, "range 5 to 10"),
    ("40%", None, "40", "level 40"),
    ("\u00bd", None, "40", "level >= 50"),
    ("two-thirds", None, "0", "level >= 66.66666666666666666666666667"),
    ("maintain 60-70%", None, "40", "maintain in 60 to 70"),
    ("maintain", "increase", "40", "maintain >= 40"),
    ("maintain", "increase", None, "maintain -"),
    ("maintain at most 5%", None, "40", "maintain <= 5"),
    ("hold at 60%", None, "40", "maintain >= 60"),
    ("maintain within 2 points", None, "40", "band in 38 to 42"),
    ("maintain 5 points more", None, "40", "points >= 45"),
    ("maintain attendance of at least 95%", None, "40", "maintain >= 95"),
    ("\u00b1 2 points", None, "40", "band in 38 to 42"),
    ("within 1%", None, None, "band - or band -"),
    ("within half", None, "40", "band in 20 to 60"),
    ("within 2 points of", None, "40", "band in 38 to 42"),
    ("close the gap", None, "40", "gap >= 100"),
    ("close the gap", "decrease", "40", "gap <= 0"),
    ("close half of the gap", None, "40", "gap >= 70"),
    ("cut the gap in half", None, "40", "gap >= 70"),
    ("narrow the gap", "increase", "40", "direction > 40"),
    ("narrow the gap by 2029", "increase", "40", "direction > 40"),
    ("reduce the gap by 5%", None, "40", "gap >= 43 or points >= 45"),
    ("reduce the gap by 5%", "decrease", "40", "gap <= 38 or points <= 35"),
    ("reduce the gap by 5 points", "decrease", "40", "points <= 35"),
    ("+22% by 2022", None, "0", "points >= 22 or relative -"),
    ("+10% by 2022", None, "-50", "points >= -40 or relative >= -45"),
    ("double", None, "-5", "factor >= 0"),
    ("double", None, "0", "factor -"),
    ("double", None, None, "factor -"),
]


@pytest.mark.parametrize(
    ("text", "direction", "baseline", "expected"),
    READINGS,
)
def test_a_form_is_read(
    text: str, direction: str | None, baseline: str | None, expected: str
) -> None:
    assert in_short(read(text, "percent", direction), baseline) == expected


OTHER_UNITS = [
    ("within 4 weeks", "weeks", "10", "band in 6 to 14 or ceiling <= 4"),
    ("within 1 week of 4 weeks", "weeks", "10", "band in 3 to 5"),
    ("$1-2 million", "USD", "0", "range >= 1000000 to 2000000"),
    ("$1-$2 million", "USD", "0", "range >= 1000000 to 2000000"),
    ("1-2 million dollars", "USD", "0", "range >= 1000000 to 2000000"),
    ("-$500k", "USD", "1000000", "points <= 500000"),
    ("$5-10", None, "0", "range >= 5 to 10"),
    ("5 canadian dollars", "CAD", "0", "level >= 5"),
    ("at least 3 of 4", "ratio", None, "floor >= 0.75"),
    ("half", "ratio", "0", "level >= 0.5"),
    ("at least 3 workshops a year", "count", None, "floor >= 3"),
    ("no", "yes_no", None, "level 0"),
    ("twelve", "count", "0", "level >= 12"),
    ("ten days", "count", "0", "level >= 10"),
    ("+5%", "index", "100", "relative >= 105"),
    ("+5%", None, "100", "points >= 105 or relative >= 105"),
]


@pytest.mark.parametrize(("text", "unit", "baseline", "expected"), OTHER_UNITS)
def test_a_form_is_read_in_another_unit(
    text: str, unit: str | None, baseline: str | None, expected: str
) -> None:
    assert in_short(read(text, unit), baseline) == expected


def test_a_gap_of_another_unit_ends_at_zero_where_lower_is_better() -> None:
    assert in_short(read("halve the gap", "points", "decrease"), "12") == "gap <= 6"


def test_ordered_words_are_levels() -> None:
    values = ("Low", "Medium", "Very high")
    target = read_target("at least very high by 2029", values=values)
    assert isinstance(target, Target)
    (amount,) = target.final.said.amounts
    assert amount.number == 2
    assert (amount.mark, amount.unit) == (Mark.WORD, "Very high")


def test_the_value_of_a_goal_is_its_nearest() -> None:
    def value(text: str, baseline: str) -> Decimal | None:
        asked = goal(read(text).final.readings[0], Decimal(baseline))
        assert asked is not None
        return asked.value

    assert value("5-10%", "2") == 5
    assert value("5-10%", "12") == 10
    assert value("within 5-10%", "2") is None


def test_the_ends_of_a_range_may_change_places() -> None:
    _, relative = read("-150-250% a year").final.readings
    asked = goal(relative, Decimal(100), years=2)
    assert asked is not None
    assert [asked.low, asked.high] == [25, 225]


def test_a_target_without_its_own_baseline_starts_nowhere() -> None:
    point = starting_point(None, Context())
    assert (point.value, point.period, point.is_previous) == (None, "", False)


WRITTEN = {
    "maintain": "maintain",
    "keep at 60%": "maintain 60%",
    "close the gap": "close the gap",
    "50% \u00b1 1%": "within 1% of 50%",
    "at least one point more": "+1 point",
    "yes": "yes",
    "5 canadian dollars": "5 CAD",
    "one week": "1 week",
    "maintain more than 3 weeks": "maintain more than 3 weeks",
    "from 60 to 40 each school year by 2022 (late)": (
        "from 60 to 40 late a year by 2022"
    ),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_the_canonical_form(text: str) -> None:
    target = read_target(text, "yes_no" if text == "yes" else None)
    assert isinstance(target, Target)
    context = Context("yes_no") if text == "yes" else None
    assert write_target(target, context) == WRITTEN[text]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (
            "from 40% (2024-25) to 60% (2028-29)",
            "from 40% in 2024-25 to 60% in 2028-29",
        ),
        ("40% (2024-25) -> 60% (2028-29)", "from 40% in 2024-25 to 60% in 2028-29"),
        ("from 40% (2024-25) to 60%", "from 40% in 2024-25 to 60%"),
        ("80% through 2028", "80% by 2028"),
        ("increase 5 points per year through 2028", "+5 points a year by 2028"),
    ],
)
def test_other_ways_to_write_a_date_say_the_same(text: str, same: str) -> None:
    assert read(text) == read(same)


def test_a_text_in_parentheses_that_is_no_date_stays_a_name() -> None:
    target = read("from 40% (K-5) to 60% (grade 3)")
    assert (target.named, target.final.due) == ("K-5 grade 3", "")


@pytest.mark.parametrize(
    ("when", "same"),
    [
        ("end of year 2028", "end of 2028"),
        ("the end of the year 2028", "end of 2028"),
        ("end of the school year 2028", "end of 2027-28"),
    ],
)
def test_the_word_year_may_stand_before_a_year(when: str, same: str) -> None:
    assert read(f"80% by {when}").final.due == when
    times = [read_timing(text, SchoolCalendar()) for text in (when, same)]
    first, second = (one for one in times if isinstance(one, Timing))
    assert first.windows == second.windows
    assert first.other_reading == second.other_reading
