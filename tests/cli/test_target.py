"""`planctl target`: one target explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Run = Callable[..., Ran]

BOTH = """\
+22% grade 3 ELA by 2022

  measures   grade 3 ELA
  due        2022: by June 30, 2022
             a bare year is the school year that ends in it: 2021-22

It can be read in 2 ways, and the report shows each:

1. 22 percentage points more than the baseline
  target     at least 44.1%
  that is    22.1% + 22 points
  a year     +5.5 points for 4 years (June 30, 2018 to June 30, 2022)
  to settle  reading: points

2. 22 percent more than the baseline
  target     at least 26.962%
  that is    22.1% + 22% of 22.1%
  a year     +1.2155 points for 4 years (June 30, 2018 to June 30, 2022)
  to settle  reading: relative
"""


def test_both_readings_are_explained(run: Run) -> None:
    words = ["--baseline", "22.1", "--unit", "percent", "--from", "2017-18"]
    assert run("target", "+22% grade 3 ELA by 2022", *words).out == BOTH


def test_what_cannot_be_read_is_underlined(run: Run) -> None:
    ran = run("target", "27% by Jnue 2022", status=2)
    assert ran.out == ""
    assert ran.err == (
        "planctl: this target cannot be read: no date that can be read, and no amount\n"
        "  27% by Jnue 2022\n"
        "      ^^^^^^^^^^^^\n"
        "  a form that can: 27% by june 2022\n"
    )


def test_nothing_to_read_is_one_mark(run: Run) -> None:
    assert "\n  ^\n" in run("target", "", status=2).err


def test_control_characters_are_shown_and_not_obeyed(run: Run) -> None:
    ran = run("target", "\x1b[31m27% \x1b 30%", status=2)
    assert "\x1b" not in ran.err


SAYS = {
    "-$500,000 by 2019": "$500,000 less than the baseline",
    "-6 hours by 2019": "6 hours less than the baseline",
    "27%": "it names no date",
    "27% by end of 2023": "June 30, 2023, the end of the school year",
    "27% by year 1": "`calendar: year_1:` in the plan says which year that is",
    "27% by September 15th": "the dates of its item say when that is",
    "27% by June 2022": "June 2022: by June 30, 2022",
    "27% for every group": "every group that the plan declares",
    "+3 points a year": "3 percentage points more than the baseline, every year",
    "+3 points a year from previous": "the value before, each time",
    "27% from 2017-18": "that of 2017-18",
    "27% from the baseline": "the measure's",
    "from 20% in 2017-18 to 27% in 2018-19": "20% in 2017-18, its own",
    "27% no later than 2022": "27% by 2022",
    "50% by 2021; 75% by 2022": "Step 2",
    "improve by 5 points": "to settle  direction: decrease (on the measure)",
    "within 4 weeks": "to settle  targets: at most 4 weeks",
    "within 4 weeks of 8 weeks": "within 4 weeks of 8 weeks, on either side",
    "within 1%": "within 1 percent of the baseline, on either side",
    "within 1 point": "within 1 point of the baseline, on either side",
    "within 0.9-1.1": "0.9 to 1.1, edges inside",
    "at least 90%": "90% or more",
    "more than 90%": "more than 90%",
    "at most 4 weeks": "4 weeks or less",
    "<5%": "less than 5%",
    "5-10%": "a level between 5% and 10%",
    "27": "a level of 27",
    "maintain": "no worse than the baseline",
    "maintain 60%": "no worse than 60%",
    "maintain 60-70%": "kept between 60% and 70%",
    "increase": "higher than the last value; no amount is named",
    "decrease": "lower than the last value; no amount is named",
    "improve": "better than the last value; no amount is named",
    "more than double": "more than 2 times the baseline",
    "close the gap by half": "50 percent of what is missing to 100% closed",
    "more than +5 points": "more than 5 percentage points more than the baseline",
    "more than +5% of baseline": "more than 5 percent more than the baseline",
}


@pytest.mark.parametrize("text", SAYS)
def test_a_form_is_explained(run: Run, text: str) -> None:
    assert SAYS[text] in run("target", text).out


WITH = [
    ("+5-10 points", "40", "45% to 50%, met at the end nearer the baseline"),
    ("double", "40", "2 x 40"),
    ("close the gap by half", "40", "40 and 50% of the way from there to 100"),
    ("+10%", "0", "nothing can be said of a baseline of zero"),
    ("improve", "40", "which way is better decides: give it with --direction"),
    ("increase", "40", "more than 40"),
    ("decrease", "40", "less than 40"),
    ("27% by 2022", "22.1", "give the baseline's period with --from"),
    ("27%", "27", "target     27%"),
    ("+3 points a year", "40", "at least 43% after one year"),
    ("-5 points by 2022", "40", "40% - 5 points"),
    ("-5%", "40", "40% - 5% of 40%"),
    ("5-10%", "7", "5% to 10%, edges inside"),
]


@pytest.mark.parametrize(("text", "baseline", "says"), WITH)
def test_a_form_is_worked_out(run: Run, text: str, baseline: str, says: str) -> None:
    assert says in run("target", text, "--baseline", baseline).out


@pytest.mark.parametrize(
    ("time", "first", "second"),
    [
        (
            "end of 2023",
            "June 30, 2023, the end of the school year,",
            "and December 31, 2023, the end of the calendar year; the later one counts",
        ),
        (
            "early 2024",
            "March 31, 2024,",
            "and September 30, 2023; the later one counts",
        ),
    ],
)
def test_both_readings_of_a_time_are_told(
    run: Run, time: str, first: str, second: str
) -> None:
    said = run("target", f"80% by {time}").out
    assert f"{time} has two readings: {first}\n             {second}\n" in said


def test_without_a_baseline_it_is_asked_for(run: Run) -> None:
    assert "give it with --baseline" in run("target", "+5 points").out


def test_a_unit_that_is_not_said_is_not_guessed(run: Run) -> None:
    assert "unit" not in run("target", "27 by 2022").out


def test_part_of_a_year_is_counted_by_days(run: Run) -> None:
    words = ["--baseline", "20", "--from", "2021-22"]
    out = run("target", "30 by December 2023", *words).out
    assert "+6.653 for 1.5 years (June 30, 2022 to December 31, 2023)" in out


def test_one_year_is_one(run: Run) -> None:
    out = run("target", "from 20% in 2020-21 to 30% in 2021-22").out
    assert "+10 points for 1 year (June 30, 2021 to June 30, 2022)" in out


def test_a_date_before_the_baseline_takes_nothing(run: Run) -> None:
    words = ["--baseline", "20", "--from", "2021-22"]
    assert "nothing: it is due before" in run("target", "30 by 2020", *words).out


def test_a_target_in_money(run: Run) -> None:
    words = ["--baseline", "$3 million", "--unit", "usd", "--direction", "decrease"]
    assert "at most $2,500,000" in run("target", "-$500,000", *words).out


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--baseline", "many"),
        ("--baseline", "2017-18"),
        ("--from", "soon"),
        ("--from", "monthly"),
        ("--unit", "apples"),
        ("--direction", "sideways"),
    ],
)
def test_an_option_that_cannot_be_meant_is_refused(
    run: Run, option: str, value: str
) -> None:
    ran = run("target", "27%", option, value, status=2)
    assert f"{option} cannot be {value}" in ran.err
