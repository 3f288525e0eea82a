"""Plain levels, and the date that a target names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planctl.targets import Reading, due_text, read_level

LEVELS = {
    "100%": "100",
    "27% by 2018-19": "27",
    "27% in 2018-19": "27",
    " 22.1% ": "22.1",
    "$500,000 by 2019": "500000",
    "1,250": "1250",
    "350": "350",
}


@pytest.mark.parametrize("text", LEVELS)
def test_a_plain_number_is_a_level(text: str) -> None:
    assert read_level(text) == Reading("level", Decimal(LEVELS[text]))


@pytest.mark.parametrize(
    "text",
    [
        "+22% by 2022",
        "-60 days by 2019-02-28",
        "at least 90%",
        "90%+",
        "<5%",
        "5-10%",
        "from 22.1% in 2017-18 to 27% in 2018-19",
        "27% grade 3 ELA by 2022",
        "increase",
        "٢٧%",
        "",
    ],
)
def test_what_is_no_plain_number_is_kept_as_text(text: str) -> None:
    assert read_level(text) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("27% by 2018-19", "2018-19"),
        ("27% in 2018-19", "2018-19"),
        ("+22% grade 3 ELA by 2022", "2022"),
        ("-60 days by 2019-02-28", "2019-02-28"),
        ("from 22.1% in 2017-18 to 27% in 2018-19", "2018-19"),
        ("+3 points by 2022 in every school", "2022"),
        ("50% by 2021; 75% by 2022", "2022"),
        ("100%", ""),
        ("+3 points by all means", ""),
        ("50% by year 1; 75% by year 2", ""),
    ],
)
def test_the_date_is_behind_the_last_by_or_in_with_a_year(text: str, due: str) -> None:
    assert due_text(text) == due
