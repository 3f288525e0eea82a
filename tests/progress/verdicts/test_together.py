"""Values that are put together: over sites, from other measures, of other series."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planctl.progress.verdicts import Flag, find_progress
from planctl.report.progress.view import view_progress
from tests.findings import told
from tests.progress.verdicts.plans import (
    HEAD,
    NAMES,
    asked,
    has,
    measure,
    observed,
    progress,
    row,
    verdict,
    yearly,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.progress.verdicts import Row
    from tests.progress.verdicts.plans import Check

LAST = "period: 2025-26"


def value(found: Row) -> Decimal | float | None:
    """The exact value that judges."""
    return found.actual.value.exact if found.actual and found.actual.value else None


# -- over the sites --------------------------------------------------------------

SITES = [
    f"{LAST}, value: 50%, n: 100, site: North",
    f"{LAST}, value: 80%, n: 50, site: South",
    f"{LAST}, value: 99%, n: 9999, site: State",
]


def test_percents_of_sites_are_combined_by_n(check: Check) -> None:
    found = row(check, "60% by 2026", SITES, more="aggregate: weighted")
    assert (verdict(found), value(found)) == ("met", 60)
    assert found.actual is not None
    assert found.actual.n == 150
    assert has(found, Flag.ADDED_UP)


def test_counts_of_sites_are_added(check: Check) -> None:
    values = [
        f"{LAST}, value: {n}, site: {site}" for n, site in ((5, "North"), (7, "South"))
    ]
    fields = {"unit": "count", "baseline": "10 in 2021-22", "more": "aggregate: sum"}
    found = row(check, "12 by 2026", values, **fields)
    assert (verdict(found), value(found)) == ("met", 12)


@pytest.mark.parametrize("more", ["aggregate: neither", ""])
def test_what_may_not_be_added_is_not(check: Check, more: str) -> None:
    assert verdict(row(check, "60% by 2026", SITES, more=more)) == "no_data"


def test_percents_without_n_are_not_combined(check: Check) -> None:
    values = [row.replace("n: 50, ", "") for row in SITES]
    found = row(check, "60% by 2026", values, more="aggregate: weighted")
    assert verdict(found) == "no_data"


def test_what_was_observed_goes_before_what_is_added_up(check: Check) -> None:
    values = [*SITES, "2025-26 59%"]
    found = row(check, "60% by 2026", values, more="aggregate: weighted")
    assert (verdict(found), value(found)) == ("not_met", 59)


def test_with_a_site_withheld_the_whole_is_withheld(check: Check) -> None:
    values = [SITES[0], f"{LAST}, value: 80%, n: 9, site: South"]
    found = row(check, "60% by 2026", values, more="aggregate: weighted")
    assert verdict(found) == "suppressed"


# -- derived ---------------------------------------------------------------------


def derived(  # noqa: PLR0913 - what a derived measure needs
    check: Check,
    derive: str,
    values: Iterable[str],
    *,
    unit: str = "percent",
    target: str = '"60% by 2026"',
    parts: str = "",
) -> Row:
    """How a measure stands that is derived from `a` and `b`."""
    of = parts or measure(name="a", baseline="") + measure(name="b", baseline="")
    made = measure(
        target,
        name="made",
        unit=unit,
        baseline="",
        more=f"derive: {{{derive}}}",
    )
    return progress(check, of + made, values).rows[-1]


A_AND_B = [
    f"measure: a, {LAST}, value: 70%, n: 30",
    f"measure: b, {LAST}, value: 40%, n: 10",
]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("difference", "30"),
        ("sum", "110"),
        ("mean", "62.5"),
        ("ratio", "175"),
    ],
)
def test_a_measure_is_computed_from_others(
    check: Check, how: str, expected: str
) -> None:
    found = derived(check, f"how: {how}, of: [a, b]", A_AND_B)
    assert value(found) == Decimal(expected)
    assert has(found, Flag.DERIVED)


def test_a_ratio_is_no_percent_unless_it_says_so(check: Check) -> None:
    found = derived(
        check, "how: ratio, of: [a, b]", A_AND_B, unit="ratio", target='"1 by 2026"'
    )
    assert value(found) == Decimal("1.75")


def test_a_mean_without_every_n_is_a_plain_one(check: Check) -> None:
    values = [A_AND_B[0], f"measure: b, {LAST}, value: 40%"]
    assert value(derived(check, "how: mean, of: [a, b]", values)) == 55


def test_derived_from_a_suppressed_part_is_suppressed(check: Check) -> None:
    values = [A_AND_B[0], f"measure: b, {LAST}, value: 40%, n: 9"]
    assert verdict(derived(check, "how: mean, of: [a, b]", values)) == "suppressed"


def test_a_part_that_nobody_measured_makes_no_value(check: Check) -> None:
    assert verdict(derived(check, "how: sum, of: [a, b]", A_AND_B[:1])) == "no_data"


def test_the_gap_is_to_the_lowest_group_and_says_of_how_many(check: Check) -> None:
    values = [
        f"measure: a, {LAST}, value: 70%",
        f"measure: a, {LAST}, value: 40%, group: EL",
        f"measure: a, {LAST}, missing: not_collected, group: Homeless",
        f"measure: a, {LAST}, value: 1%, group: Twins",
    ]
    found = derived(
        check, "how: gap, of: a", values, target='"at most 30 points by 2026"'
    )
    assert (value(found), verdict(found)) == (30, "met")
    assert found.actual is not None
    assert found.actual.counted == (1, 2)


def test_the_gap_of_one_group(check: Check) -> None:
    values = [
        f"measure: a, {LAST}, value: 35%, group: Homeless",
        f"measure: a, {LAST}, value: 40%, group: EL",
    ]
    found = derived(check, "how: gap, of: a, group: English learners", values)
    assert value(found) == 5


MET = [
    f"measure: a, {LAST}, value: 70%, site: North",
    f"measure: a, {LAST}, value: 40%, site: South",
    f"measure: a, {LAST}, value: 99%, site: State",
]


@pytest.mark.parametrize(
    ("unit", "expected"), [("percent", Decimal(50)), ("ratio", Decimal("0.5"))]
)
def test_the_share_of_sites_that_met_the_last_level(
    check: Check, unit: str, expected: Decimal
) -> None:
    part = measure('["90% by 2024", "60% by 2026", "+1 point by 2027"]', name="a")
    found = derived(
        check,
        "how: share_met, of: a",
        MET,
        unit=unit,
        target='"1 by 2026"',
        parts=part,
    )
    assert value(found) == expected
    assert found.actual is not None
    assert found.actual.counted == (2, 2)


def test_the_share_of_groups_that_met_where_there_are_no_sites(check: Check) -> None:
    values = [
        f"measure: a, {LAST}, value: 70%, group: EL",
        f"measure: a, {LAST}, value: 60%, group: Homeless",
    ]
    part = measure('"at least 60% by 2026"', name="a")
    assert value(derived(check, "how: share_met, of: a", values, parts=part)) == 100


def test_the_share_of_several_measures_that_met(check: Check) -> None:
    parts = measure('"60% by 2026"', name="a") + measure('"50% by 2026"', name="b")
    how = "how: share_met, of: [a, b]"
    assert value(derived(check, how, A_AND_B, parts=parts)) == 50
    hidden = [A_AND_B[0], f"measure: b, {LAST}, value: 40%, n: 3"]
    assert verdict(derived(check, how, hidden, parts=parts)) == "suppressed"


def test_without_a_level_there_is_no_share_that_met(check: Check) -> None:
    part = measure('"+5 points by 2026"', name="a")
    found = derived(check, "how: share_met, of: a", MET, parts=part)
    assert verdict(found) == "no_data"


@pytest.mark.parametrize(
    ("derive", "why"),
    [
        ("how: sum, of: [a, b]", "a is in percent, and b in days"),
        ("how: mean, of: [a, b]", "a is in percent, and b in days"),
        (
            "how: difference, of: a",
            "a difference is of 2 measures or more, and 1 is named",
        ),
        ("how: ratio, of: [a, b, a]", "a ratio is of 2 measures, and 3 are named"),
        ("how: gap, of: [a, b]", "a gap is of one measure, and 2 are named"),
        ("how: sum, of: [b]", "made is in percent, and b in days"),
        ("how: mean, of: c", "c has no numbers to make a mean of"),
        ("how: sum, of: made", "made is derived from itself: made from made"),
    ],
)
def test_what_cannot_be_derived_is_told(check: Check, derive: str, why: str) -> None:
    text = f"{HEAD}measures:\n" + measure(name="a", baseline="")
    text += measure(name="b", unit="days", baseline="")
    text += measure(name="c", unit="", baseline="", more="values: [low, high]")
    text += measure(name="made", baseline="", more=f"derive: {{{derive}}}")
    (line,) = told(check(text))
    assert line.endswith(f"bad-derivation: {why}")


def test_a_longer_circle_is_told_and_ends(check: Check) -> None:
    text = f"{HEAD}measures:\n"
    for name, of in (("a", "b"), ("b", "c"), ("c", "a")):
        more = f"derive: {{how: sum, of: {of}}}"
        text += measure('"60% by 2026"', name=name, baseline="", more=more)
    checked = check(text + observed([f"measure: c, {LAST}, value: 50%"]))
    (line,) = told(checked)
    assert line.endswith("a is derived from itself: a from b from c from a")


# -- other series ----------------------------------------------------------------


def test_a_target_may_be_another_series_of_the_same_period(check: Check) -> None:
    state = f"{LAST}, value: 58%, site: State"
    target = "{at_least: {site: state}, by: 2026}"
    assert verdict(row(check, target, ["2025-26 58%", state])) == "met"
    assert verdict(row(check, target, ["2025-26 57%", state])) == "not_met"
    found = row(check, target, ["2025-26 58%"])
    assert (verdict(found), found.reason) == ("no_data", "no value to compare with")
    older = "period: 2024-25, value: 10%, site: State"
    assert verdict(row(check, target, ["2025-26 58%", older])) == "no_data"


def test_a_series_may_be_of_another_measure(check: Check) -> None:
    other = measure(name="writers")
    own = measure("{at_most: {measure: writers}, by: 2026}", direction="decrease")
    values = ["2025-26 50%", f"measure: writers, {LAST}, value: 50%"]
    found = progress(check, own + other, values).rows[0]
    assert verdict(found) == "met"
    assert asked(found) == 50


def test_unknown_names_in_a_series_are_told(check: Check) -> None:
    text = f"{HEAD}{NAMES}measures:\n" + measure(
        "[{at_least: {measure: writers}, by: 2026}, {at_least: {site: Stat}, by: 2026}]"
    )
    assert [line.split(": ", 1)[0].split(" ")[1] for line in told(check(text))] == [
        "unknown-reference",
        "unknown-name",
    ]


# -- running values --------------------------------------------------------------


def remarks(check: Check, values: Iterable[str]) -> tuple[str, ...]:
    """What is remarked of a measure where fewer are better."""
    text = f"{HEAD}measures:\n" + measure(
        '"10 by 2026"', unit="count", direction="decrease", baseline="20 in 2021-22"
    )
    plan = check(text + observed(values)).plan
    view = view_progress(plan, find_progress(plan, date(2024, 6, 1)))
    return view.measures[0].remarks


def test_a_running_value_is_compared_with_the_same_part_of_other_years(
    check: Check,
) -> None:
    values = [
        *yearly("18"),
        "period: 2022-23/mid-year, value: 9",
        "period: 2023-24/mid-year, value: 7",
    ]
    assert remarks(check, values) == (
        "2023-24/mid-year: 7, part of a year; 9 2022-23/mid-year (better)",
    )
    assert remarks(check, [*yearly("18"), values[-1]]) == (
        "2023-24/mid-year: 7, part of a year, not compared",
    )
