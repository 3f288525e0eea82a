"""Observations: what each is of, its value, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.findings import found, told
from tests.source.reading import place

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.link.linked import Observed

    Check = Callable[..., CheckedPlan]

PLAN = "plan: {id: lakeshore, title: Lakeshore Unified, period: 2022-2026}\n"
HEAD = f"""\
{PLAN}\
levels: {{goals: Goal}}
goals: {{id: G1, title: Every child reads}}
groups: [{{name: English learners, id: EL}}, Girls]
sites: {{name: North School, id: north}}
measures:
  - {{id: m1, title: Reading, unit: percent, data_source: [State, Survey]}}
  - {{id: m2, title: Climate, values: [low, high]}}
progress: {{missing: {{DS: suppressed}}}}
"""


def observed(check: Check, *rows: str) -> tuple[Observed, ...]:
    """The observations of a plan in which nothing may be wrong."""
    checked = check(HEAD + _listed(rows))
    assert told(checked) == []
    return checked.plan.observations


def wrong(check: Check, *rows: str) -> list[tuple[str, str]]:
    """What is told of some observations: the text it is about, and the message."""
    text = HEAD + _listed(rows)
    lines = text.split("\n")
    return [
        (
            lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1],
            one.message,
        )
        for one in found(check(text))
    ]


def _listed(rows: tuple[str, ...]) -> str:
    return "".join(["observations:\n", *(f"  - {{{row}}}\n" for row in rows)])


def test_an_observation_is_linked_to_all_that_it_names(check: Check) -> None:
    row = "measure: m1, period: 2022-23, value: 42%, group: english learners"
    (one,) = observed(check, f"{row}, site: North school, n: 12, source: survey")
    assert (one.measure, one.group, one.site, one.n) == (0, "EL", "north", 12)
    assert one.value is not None
    assert one.value.exact == Decimal(42)
    assert (one.period.start, one.period.end) == (date(2022, 7, 1), date(2023, 6, 30))
    assert (one.missing, one.cycle, one.is_partial, one.rank) == (None, None, False, 1)
    assert one.known_on == date(2023, 6, 30)


def test_students_in_two_groups_have_one_name(check: Check) -> None:
    first, second = observed(
        check,
        "measure: m1, period: 2022-23, value: 42%, group: girls & EL",
        "measure: m1, period: 2023-24, value: 43%, group: English Learners&Girls",
    )
    assert first.group == second.group == "EL & Girls"


@pytest.mark.parametrize("name", ["All students", "all", "ALL STUDENTS"])
def test_all_students_are_no_group(check: Check, name: str) -> None:
    row = "measure: m1, period: 2022-23, value: 42%"
    (one,) = observed(check, f"{row}, group: {name}")
    assert one.group is None


def test_a_cycle_is_a_period_of_its_own(check: Check) -> None:
    cycle, whole = observed(
        check,
        "measure: m1, period: 2022-23/mid-year, value: 42%",
        "measure: m1, period: 2023-24/mid-year, value: 42%, kind: final",
    )
    assert cycle.cycle is not None
    assert cycle.cycle.id == "2022-23/mid-year"
    assert (cycle.is_partial, whole.is_partial) == (True, False)
    assert cycle.known_on == date(2023, 2, 28)


def test_a_value_is_known_from_the_day_of_its_release(check: Check) -> None:
    row = "measure: m1, period: 2022-23, value: 42%, kind: year_to_date"
    (one,) = observed(check, f"{row}, released: 2023-09-15")
    assert (one.known_on, one.is_partial) == (date(2023, 9, 15), True)


MISSING = {
    "as a reason": "missing: not released",
    "as a code": "missing: ds",
    "as a code in the place of the value": "value: DS",
    "as a reason in the place of the value": "value: Not collected",
}


@pytest.mark.parametrize("how", MISSING)
def test_a_value_may_be_missing(check: Check, how: str) -> None:
    (one,) = observed(check, f"measure: m1, period: 2022-23, {MISSING[how]}")
    assert one.value is None
    assert one.missing in {"suppressed", "not_released", "not_collected"}


def test_a_share_says_how_many_it_counts(check: Check) -> None:
    (one,) = observed(check, "measure: m1, period: 2022-23, value: 12/40")
    assert one.n == 40


def test_sources_rank_as_the_measure_names_them_then_as_they_appear(
    check: Check,
) -> None:
    names = ("Newspaper", "Survey", "", "state", "Newspaper")
    row = "measure: m1, value: 42%"
    found = observed(
        check,
        *(
            f"{row}, period: {2020 + nth}" + (f", source: {name}" if name else "")
            for nth, name in enumerate(names)
        ),
    )
    assert [one.rank for one in found] == [2, 1, 3, 0, 2]


ROW = "measure: m1, period: 2022-23"
WRONG = {
    "a value that cannot be read": (
        f"{ROW}, value: about 42%",
        ("about", "the value `about 42%` of m1 cannot be read: no number stands here"),
    ),
    "another unit": (
        f"{ROW}, value: $2",
        (
            "$2",
            "the value `$2` of m1 cannot be read: USD, and the measure is in percent",
        ),
    ),
    "a word that is none of the measure's": (
        "measure: m2, period: 2022-23, value: medium",
        (
            "medium",
            "the value `medium` of m2 cannot be read: it is one of low, high",
        ),
    ),
    "an unknown measure": (
        "measure: m3, period: 2022-23, value: 42%",
        ("m3", "nothing in this plan has the id `m3`"),
    ),
    "an item": (
        "measure: G1, period: 2022-23, value: 42%",
        ("G1", "`G1` is an item, and no measure"),
    ),
    "an unknown group": (
        f"{ROW}, value: 42%, group: EL & Boys",
        ("Boys", "the student group `Boys` is not declared"),
    ),
    "an unknown site": (
        f"{ROW}, value: 42%, site: South School",
        ("South School", "the site `South School` is not declared"),
    ),
    "an unknown period": (
        "measure: m1, period: soonish, value: 42%",
        ("soonish", "the period `soonish` cannot be placed in time"),
    ),
    "a period without a year": (
        "measure: m1, period: May, value: 42%",
        ("May", "the period `May` cannot be placed in time"),
    ),
    "a period of unknown age": (
        "measure: m1, period: as-published, value: 42%",
        ("as-published", "the period `as-published` cannot be placed in time"),
    ),
    "a period that ends before it starts": (
        "measure: m1, period: {start: 2023-06-30, end: 2022-07-01}, value: 42%",
        ("2022-07-01", "a time ends before it starts"),
    ),
    "a reason that is none": (
        f"{ROW}, missing: supressed",
        ("supressed", "`missing` cannot be `supressed`"),
    ),
    "a value that is missing": (
        f"{ROW}, value: 42%, missing: suppressed",
        ("suppressed", "a value that is missing is given, too"),
    ),
    "two counts": (
        f"{ROW}, value: 12/40, n: 41",
        ("41", "`n` is 41, and the value `12/40` is of 40"),
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_one_mistake_is_one_finding(check: Check, what: str) -> None:
    row, expected = WRONG[what]
    assert wrong(check, row) == [expected]


def test_a_mistake_of_many_rows_is_one_finding(check: Check) -> None:
    rows = [f"measure: m3, period: {year}, value: x" for year in range(2010, 2020)]
    assert wrong(check, *rows) == [
        ("m3", "nothing in this plan has the id `m3` (here and in 9 more places)")
    ]


def test_two_values_in_one_cell_need_different_sources(check: Check) -> None:
    row = "measure: m1, period: 2022-23, value: 4"
    kept = [f"{row}0%", f"{row}1%, source: State", f"{row}2%, kind: projected"]
    checked = check(HEAD + _listed((*kept, f"{row}3%, source: state, kind: final")))
    (one,) = found(checked)
    assert one.message == "m1 has two values for 2022-23 from state"
    assert [related.span.line for related in one.related] == [12]
    values = [str(o.value.exact) for o in checked.plan.observations if o.value]
    assert values == ["40", "41", "42"]


def test_a_break_that_cannot_be_placed_is_told(check: Check) -> None:
    text = "measures: {id: m1, title: a, breaks: {at: later}}\n"
    (one,) = found(check(f"{PLAN}{text}"))
    assert (one.rule, one.field_name) == ("unread-date", "breaks.0.at")


def test_the_eras_of_a_measure_are_counted_from_its_breaks(check: Check) -> None:
    breaks = "breaks: [{at: 2023-24}, {at: Spring 2022}]"
    plan = check(f"{PLAN}measures: {{id: m1, title: a, {breaks}}}\n").plan
    years = (plan.calendar.school_year(year) for year in (2020, 2022, 2023))
    assert [plan.era(0, year) for year in years] == [0, 1, 2]


TABLE = """\
Period;MEASURE;Value;Group;n
2022-23;m1;42%;EL;120
2023-24;m1;DS;;
2024-25;m1;lots;;
"""


def test_rows_of_a_table_are_observations_with_places(check: Check) -> None:
    checked = check({"plan.yaml": HEAD, "observations/state.csv": TABLE})
    first, second, third = checked.plan.observations
    assert (first.group, first.n, second.missing) == ("EL", 120, "suppressed")
    assert third.value is None
    (one,) = found(checked)
    assert (one.rule, one.span.file) == ("unread-value", "observations/state.csv")
    assert place(one.span) == "4:12-16"


def test_a_row_without_a_measure_says_which_column_to_fill_in(check: Check) -> None:
    table = "measure,period,value\n,2022-23,42%\nm1,,43%\n"
    checked = check({"plan.yaml": HEAD, "observations/a.csv": table})
    assert [(one.span.line, one.message) for one in found(checked)] == [
        (2, "the row has no `measure`"),
        (3, "the row has no `period`"),
    ]


@pytest.mark.parametrize("code", ["*", "N <", "&", "see note", "--", 'a "b"', "NA"])
def test_the_lines_that_explain_a_code_are_printed(check: Check, code: str) -> None:
    plan = f"{PLAN}measures: {{id: m1, title: Reading, unit: percent}}\n"
    rows = f"observations:\n  - measure: m1\n    period: 2023-24\n    value: '{code}'\n"
    (one,) = [one for one in found(check(plan + rows)) if one.rule == "unread-value"]
    _, _, lines = one.help.partition("\n")
    assert lines.startswith("progress:\n  missing:\n    ")
    told_of = {one.rule for one in found(check(f"{plan}{rows}{lines}\n"))}
    assert not told_of & {"unread-value", "yaml-syntax", "invalid-value"}


def test_a_baseline_may_say_why_there_is_none(check: Check) -> None:
    text = f"{PLAN}progress: {{missing: {{N/A: not_collected}}}}\n"
    measure = "measures: {id: m1, title: Reading, unit: percent, baseline: N/A}\n"
    plan = check(f"{text}{measure}").plan
    assert [one.value for one in plan.baselines] == [None]
    assert told(check(f"{text}{measure}")) == []
