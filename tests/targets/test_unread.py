"""What cannot be read: the part that stands in the way, and the nearest form."""

from __future__ import annotations

import pytest

from planctl.targets import Context, Target, Unread, read_baseline, read_target
from tests.targets.reading import unread

# text: the part in the way, and the nearest form that can be read
UNREAD = {
    "at lest 90%": ("at lest", "at least 90%"),
    "5% fewr": ("fewr", "5% fewer"),
    "27% 2022": ("2022", "27% by 2022"),
    "27% by Jnue 2022": ("by Jnue 2022", "27% by june 2022"),
    "27% by 10 schools": ("by 10 schools", None),
    "22.1% to 27%": ("22.1% to 27%", "from 22.1% to 27%"),
    "increase 22.1% to 27%": ("22.1% to 27%", "increase from 22.1% to 27%"),
    "40% in 2024-25 to 60% in 2028-29": (
        "40% in 2024-25 to 60%",
        "from 40% in 2024-25 to 60% in 2028-29",
    ),
    "readers: 40% in 2024-25 to 60% in 2028-29": (
        "40% in 2024-25 to 60%",
        "readers: from 40% in 2024-25 to 60% in 2028-29",
    ),
    "increase attendance 5%": ("5", "increase attendance by 5%"),
    "ELA - 27%": ("ELA -", "ELA: 27%"),
    "about 27%": ("about", "27%"),
    "not 27%": ("not", None),
    "27% 30%": ("30%", None),
    "10-5%": ("10-5%", "5%-10"),
    "5-5%": ("5-5%", None),
    "5 days - 10%": ("5 days - 10%", None),
    "increase -5%": ("-", "increase 5%"),
    "no more than +5 points": ("no more than +5 points", None),
    "at most 5 points more": ("at most 5 points more", None),
    "increase by at most 5%": ("at most 5%", None),
    "from 2000 to 2500": ("from 2000", "from 2,000 to 2500"),
    "+3 points a month": ("a month", ""),
    "27% by 2021 by 2022": ("by 2022", None),
    "50%; 75%": ("50%;", ""),
    "50% by 2027; 75%; 80% by 2029": ("75%;", None),
    "+3 points a year by 2027; 75% by 2028": (None, None),
    "": ("", None),
    ";": (";", None),
    "banana": ("banana", None),
    "at least": ("least", ""),
    "by 2022": ("by 2022", None),
    "+": ("+", None),
    "$": ("$", None),
    "from": ("from", None),
    "1234567890123456": ("1234567890123456", None),
    "999999999 billion": ("999999999 billion", None),
    "3/0": ("3/0", None),
    "0 of 0": ("0 of 0", None),
    "+3 of 6": ("3 of 6", None),
    "at least 90% of baseline": ("90% of baseline", None),
    "within -5%": ("-5%", None),
    "50% \u00b1": ("50% \u00b1", None),
    "5-10% \u00b1 1%": ("5-10% \u00b1 1%", None),
    "5-10% or more": ("or more", None),
    "$500 by 2029": ("$500", None),
    "4 weeks": ("4 weeks", None),
    "from $5 to 27%": ("$5", None),
    "\u0662\u0667%": ("\u0662", None),
    "close the gap by 2022 by 2023": ("by 2023", None),
    "reduce the gap by all means": ("by all means", None),
    "from 20% to by 27%": ("by 27%", None),
    "from 20% tp 27%": ("tp", None),
    "22% -> grade": ("->", None),
    "27% (open": ("(", None),
    "100% from nowhere 5": ("5", None),
    "grade 3%": ("grade", None),
}


@pytest.mark.parametrize("text", UNREAD)
def test_the_part_in_the_way_is_found(text: str) -> None:
    part, near = UNREAD[text]
    found = unread(text)
    assert part is None or found.part == part
    assert near is None or found.near == near
    assert found.why


@pytest.mark.parametrize("text", UNREAD)
def test_the_nearest_form_can_be_read(text: str) -> None:
    near = unread(text).near
    assert not near or isinstance(read_target(near, "percent"), Target)


OTHER_UNITS = [
    ("27%", "count", "27%"),
    ("majority", "count", "majority"),
    ("half", "USD", "half"),
    ("+5 points", "days", "5 points"),
    ("4 weeks", "days", "4 weeks"),
    ("$500", "count", "$500"),
    ("close the gap by half", "count", "gap by half"),
    ("halve the gap", "count", "gap"),
]


@pytest.mark.parametrize(("text", "unit", "part"), OTHER_UNITS)
def test_an_amount_of_another_unit_is_refused(text: str, unit: str, part: str) -> None:
    found = unread(text, unit)
    assert found.part == part
    assert not found.near


NOTHING_NEAR = ["banana", "$500 by 2029", "no schools", "Top quartile", "x " * 500]


@pytest.mark.parametrize("text", NOTHING_NEAR)
def test_where_no_form_is_near_the_page_is_named(text: str) -> None:
    assert unread(text).help == "docs/targets.md tells the forms that can be read"


NOT_SET = ["TBD", "[TBD]", "to be determined", "from X% to Y%", "___%", "60% (TBD)"]
NOT_SET += ["N/A", "Baseline year", "Establishing a baseline"]


@pytest.mark.parametrize("text", NOT_SET)
def test_what_is_not_set_yet_is_to_be_left_out(text: str) -> None:
    found = unread(text)
    assert found.why == "it is not set yet"
    assert found.help == "leave `targets:` out until the target is set"


def test_a_word_that_is_no_value_is_told_with_the_values() -> None:
    told = read_target("Met", "yes_no")
    assert isinstance(told, Unread)
    assert told.help == "a value of this measure is one of: no, yes"


@pytest.mark.parametrize("text", ["about 55%", "55% in 2020 or so", "55% in 20200"])
def test_a_baseline_is_mended_as_a_baseline(text: str) -> None:
    context = Context("percent")
    told = read_baseline(text, context)
    assert isinstance(told, Unread)
    assert not told.near or not isinstance(read_baseline(told.near, context), Unread)
