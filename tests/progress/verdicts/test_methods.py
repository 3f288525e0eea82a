"""Each method against figures that were worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from planctl.progress.verdicts.methods import METHODS, explain_method
from tests.progress.verdicts.plans import (
    case_of,
    measure,
    only,
    progress,
    row,
    verdict,
)

if TYPE_CHECKING:
    from tests.progress.verdicts.plans import Check


class Printed(NamedTuple):
    """Figures of one case, in percent, and what each method makes of it."""

    achieved: int
    expected: str
    pace: int
    growth: float
    verdicts: dict[str, str]


def verdicts(*words: str) -> dict[str, str]:
    """Verdicts by method, in the order of the methods."""
    return dict(zip(METHODS, words, strict=True))


CASES = {
    "A": (
        ("62% by 2026", "2023-24 46%", "40% in 2021-22", "increase"),
        Printed(
            27,
            "51.0",
            55,
            62.5,
            verdicts("off_track", "on_track", "behind", "behind", "behind", "behind"),
        ),
    ),
    "B": (
        ("48.8% by 2026", "2023-24 46%", "40% in 2021-22", "increase"),
        Printed(
            68,
            "44.4",
            136,
            142.0,
            verdicts(*["on_track"] * 6),
        ),
    ),
    "C": (
        ("9% by 2026", "2023-24 15%", "18% in 2021-22", "decrease"),
        Printed(
            33,
            "13.5",
            67,
            54.8,
            verdicts("behind", "on_track", "off_track", "behind", "behind", "behind"),
        ),
    ),
    "D": (
        ("62% by 2026", "2023-24 39%", "40% in 2021-22", "increase"),
        Printed(
            -5,
            "51.0",
            -9,
            -10.9,
            verdicts(
                "regressed",
                "off_track",
                "regressed",
                "off_track",
                "regressed",
                "off_track",
            ),
        ),
    ),
    "E": (
        ("62% by 2026", "2022-23 44%", "40% in 2021-22", "increase"),
        Printed(
            18,
            "45.5",
            73,
            86.4,
            verdicts("behind", "on_track", "behind", "behind", "behind", "behind"),
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_same_data_has_these_figures_and_verdicts(check: Check, name: str) -> None:
    (target, value, baseline, direction), printed = CASES[name]
    found = row(
        check,
        target,
        [value],
        baseline=baseline,
        direction=direction,
        as_of="2024-12-01",
    )
    case = case_of(found)
    assert case.achieved is not None
    assert case.pace is not None
    assert round(float(100 * case.achieved)) == printed.achieved
    assert case.expected == pytest.approx(float(printed.expected))
    assert round(float(100 * case.pace)) == printed.pace
    growth = only(found).outcomes["statcan"].figure
    assert growth is not None
    assert float(growth) * 100 == pytest.approx(printed.growth, abs=0.05)
    assert {name: one.value for name, one in found.methods.items()} == printed.verdicts


def outcome(check: Check, method: str, target: str, *values: str, **fields: str) -> str:
    """A method's own word for the last step of a target, in the middle of its time."""
    found = row(check, target, values, as_of="2024-12-01", **fields)
    said = only(found).outcomes.get(method)
    return said.word if said else ""


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("60%", "target met or exceeded"),
        ("42%", "improving"),
        ("41.9%", "little or no detectable change"),
        ("40%", "little or no detectable change"),
        ("36.1%", "little or no detectable change"),
        ("36%", "getting worse"),
    ],
)
def test_healthy_people_sees_a_tenth_of_the_change_and_of_the_baseline(
    check: Check, value: str, word: str
) -> None:
    said = outcome(check, "healthy-people", "60% by 2026", f"2023-24 {value}")
    assert said == word


@pytest.mark.parametrize(
    ("n", "word"), [(5000, "improving"), (50, "little or no detectable change")]
)
def test_healthy_people_goes_by_chance_where_it_is_known(
    check: Check, n: int, word: str
) -> None:
    values = [
        f"period: {year}, value: {value}%, n: {n}"
        for year, value in (
            ("2021-22", 40),
            ("2023-24", 44),
        )
    ]
    assert outcome(check, "healthy-people", "60% by 2026", *values) == word


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("60%", "target achieved"),
        ("51%", "on track"),
        ("47%", "progress made but acceleration needed"),
        ("41%", "limited progress"),
        ("39%", "deterioration"),
    ],
)
def test_statcan_compares_growth(check: Check, value: str, word: str) -> None:
    assert outcome(check, "statcan", "60% by 2026", f"2023-24 {value}") == word


def test_statcan_takes_zero_for_nearly_nothing_and_judges_no_change_of_sign(
    check: Check,
) -> None:
    fields = {"unit": "score", "baseline": "0 in 2021-22"}
    # Half of the way in half of the time is by far the larger part of the growth.
    assert outcome(check, "statcan", "10 by 2026", "2023-24 5", **fields) == "on track"
    fields["baseline"] = "-5 in 2021-22"
    assert outcome(check, "statcan", "10 by 2026", "2023-24 5", **fields) == ""
    fields["baseline"] = "-50 in 2021-22"
    below = '{value: "-10", by: 2026}'
    assert outcome(check, "statcan", below, "2023-24 -20", **fields) == ("on track")
    assert outcome(check, "statcan", below, "2023-24 -60", **fields) == (
        "deterioration"
    )


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("60%", "at the target"),
        ("54%", "within a tenth of the target"),
        ("53%", "off the target, no worse than before"),
        ("44%", "off the target and worse"),
    ],
)
def test_attainment_is_actual_over_target(check: Check, value: str, word: str) -> None:
    values = ("2022-23 45%", f"2023-24 {value}")
    assert outcome(check, "attainment", "60% by 2026", *values) == word


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("60%", "at the target"),
        ("50%", "ahead of the line"),
        ("49.9%", "short of the line"),
        ("40%", "short of the line"),
        ("39%", "worse than the baseline"),
    ],
)
def test_linear_says_how_far_from_the_line(check: Check, value: str, word: str) -> None:
    assert outcome(check, "linear", "60% by 2026", f"2023-24 {value}") == word


@pytest.mark.parametrize(
    ("pace", "expected"),
    [
        ("49.5%", "on_track"),
        ("49.4%", "behind"),
        ("46%", "behind"),
        ("45.9%", "off_track"),
    ],
)
def test_the_bands_hold_at_their_edges(check: Check, pace: str, expected: str) -> None:
    found = row(check, "60% by 2026", [f"2023-24 {pace}"], as_of="2024-12-01")
    assert verdict(found) == expected


def test_the_plan_may_set_other_bands(check: Check) -> None:
    plan = "progress: {bands: {on_track: 90, behind: 50}}\n"
    for value, expected in (
        ("49%", "on_track"),
        ("45%", "behind"),
        ("44%", "off_track"),
    ):
        found = row(
            check, "60% by 2026", [f"2023-24 {value}"], as_of="2024-12-01", plan=plan
        )
        assert verdict(found) == expected


@pytest.mark.parametrize("method", METHODS)
def test_the_method_that_is_asked_for_judges_and_is_explained(
    check: Check, method: str
) -> None:
    (target, value, baseline, _), printed = CASES["A"]
    found = progress(
        check,
        measure(f'"{target}"', baseline=baseline),
        [value],
        as_of="2024-12-01",
        method=method,
    )
    assert found.method == method
    assert verdict(found.rows[0]) == printed.verdicts[method]
    text = explain_method(method)
    assert "Source" in text
    assert "`" in text or "points" in text


def test_where_a_method_does_not_judge_pace_does_and_says_so(check: Check) -> None:
    found = progress(
        check,
        measure('"60 by 2026"', unit="count", baseline="40 in 2021-22"),
        ["2022-23 45"],
        as_of="2024-01-01",
        method="massachusetts",
    )
    (one,) = found.rows
    assert verdict(one) == "on_track"
    assert one.reason == "massachusetts does not judge this: judged by pace"
