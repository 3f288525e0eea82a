"""What cannot be read: the part that stands in the way, and the nearest form."""

from __future__ import annotations

import pytest

from planctl.targets import Target, read_target
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
    "+3 points a month": ("a month", "+3 points"),
    "27% by 2021 by 2022": ("by 2022", None),
    "50%; 75%": ("50%;", "50% by 2027; 75% by 2028"),
    "50% by 2027; 75%; 80% by 2029": ("75%;", None),
    "+3 points a year by 2027; 75% by 2028": (None, None),
    "": ("", None),
    ";": (";", None),
    "banana": ("banana", None),
    "at least": ("at least", None),
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
    "from 20% to be 27%": ("to be", None),
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
    assert isinstance(read_target(unread(text).near, "percent"), Target)


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
    assert isinstance(read_target(found.near, unit), Target)


def test_a_very_long_text_gets_a_form_all_the_same() -> None:
    assert unread("x " * 500).near
