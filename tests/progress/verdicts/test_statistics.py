"""Chance and forecasts against an established statistics library."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
)

from planctl.progress.verdicts.chance import Share, newcombe, wilson
from planctl.progress.verdicts.outlook import forecast
from planctl.progress.verdicts.road import Point

counts = st.integers(1, 5000).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.just(n))
)


@given(counts)
def test_an_interval_of_one_share_is_wilson_s(share: tuple[int, int]) -> None:
    k, n = share
    low, high = proportion_confint(k, n, method="wilson")
    ours = wilson(Share(k / n, n))
    assert ours.low == pytest.approx(low, abs=1e-9)
    assert ours.high == pytest.approx(high, abs=1e-9)


@given(counts, counts)
def test_an_interval_of_a_change_is_newcombe_s(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    low, high = confint_proportions_2indep(
        *after, *before, method="newcomb", compare="diff"
    )
    ours = newcombe(
        Share(before[0] / before[1], before[1]), Share(after[0] / after[1], after[1])
    )
    assert ours.low == pytest.approx(low, abs=1e-9)
    assert ours.high == pytest.approx(high, abs=1e-9)


@given(st.lists(st.integers(0, 1000), min_size=4, max_size=40), st.integers(1, 8))
def test_a_forecast_is_that_of_least_squares(values: list[int], ahead: int) -> None:
    points = [
        Point(date(1950 + year, 6, 30), Fraction(value, 10))
        for year, value in enumerate(values)
    ]
    at = len(values) - 1 + ahead
    ours = forecast(points, date(1950 + at, 6, 30))
    assert ours is not None
    years = np.arange(len(values), dtype=float)
    fit = sm.OLS(np.array(values) / 10, sm.add_constant(years)).fit()
    theirs = fit.get_prediction(np.array([[1.0, at]])).summary_frame(alpha=0.2)
    assert ours.value == pytest.approx(theirs["mean"].iloc[0], abs=1e-6)
    # Tables of Student's t have three decimals.
    width = theirs["obs_ci_upper"].iloc[0] - theirs["obs_ci_lower"].iloc[0]
    assert ours.high - ours.low == pytest.approx(width, rel=2e-2, abs=1e-6)
    assert ours.points == len(values)
