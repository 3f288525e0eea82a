"""Values as they are observed: exact, bounded, shares, ordered words, days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.targets import UNITS, Context, Unread, Value, read_value

LEVELS = ("low", "medium", "very high")

EXACT = [
    ("percent", "42.3%", "42.3"),
    ("percent", "42.3 %", "42.3"),
    ("percent", " 42.3 percent ", "42.3"),
    (None, "45.0", "45.0"),
    ("count", "1,204", "1204"),
    ("USD", "$1,200", "1200"),
    ("USD", "$1.5 million", "1500000.0"),
    ("index", "-0.3", "-0.3"),
    ("index", "\u22120.3", "-0.3"),
    ("days", "12 days", "12"),
    ("ratio", "3/4", "0.75"),
    ("yes_no", "Yes", "1"),
    ("yes_no", "FALSE", "0"),
    ("date", "March 1, 2027", str(date(2027, 3, 1).toordinal())),
]


@pytest.mark.parametrize(("unit", "text", "number"), EXACT)
def test_an_exact_value_is_read(unit: str | None, text: str, number: str) -> None:
    read = read_value(text, Context(unit))
    assert isinstance(read, Value)
    assert str(read.exact) == number


BOUNDED = [
    ("<5", None, "5", True),
    ("fewer than 10", None, "10", True),
    ("<= 5", None, "5", False),
    ("5% or less", None, "5", False),
    (">95", "95", None, True),
    (">=95%", "95", None, False),
    ("95%+", "95", None, False),
    ("5-9%", "5", "9", False),
    ("between 5 and 9", "5", "9", False),
]


@pytest.mark.parametrize(("text", "low", "high", "is_strict"), BOUNDED)
def test_a_value_that_is_known_in_part_has_two_ends(
    text: str, low: str | None, high: str | None, *, is_strict: bool
) -> None:
    read = read_value(text, Context("percent"))
    assert isinstance(read, Value)
    ends = [None if end is None else str(end) for end in (read.low, read.high)]
    assert (ends, read.is_strict, read.exact) == ([low, high], is_strict, None)


@pytest.mark.parametrize("text", ["12/40", "12 of 40", "12 out of 40"])
def test_a_share_is_a_percent_and_says_of_how_many(text: str) -> None:
    thirty = Decimal(30)
    assert read_value(text, Context("percent")) == Value(thirty, thirty, count=40)


def test_half_is_of_nobody_knows_how_many() -> None:
    fifty = Decimal(50)
    assert read_value("half", Context("percent")) == Value(fifty, fifty)


@pytest.mark.parametrize(("text", "place"), [("Low", 0), (" very  HIGH", 2)])
def test_an_ordered_word_is_its_place(text: str, place: int) -> None:
    number = Decimal(place)
    assert read_value(text, Context(values=LEVELS)) == Value(number, number)


def test_a_month_is_any_of_its_days() -> None:
    read = read_value("March 2027", Context("date"))
    first, last = (Decimal(date(2027, 3, day).toordinal()) for day in (1, 31))
    assert read == Value(first, last)


UNREAD = [
    ("percent", "about 40", "about", "40"),
    ("percent", "42,3%", ",", "42.3%"),
    ("percent", "5 fewer", "5 fewer", "42.3%"),
    ("percent", "40% in 2019", "in", None),
    ("percent", "1/0", "1/0", None),
    ("percent", "", "", None),
    ("count", "5%", "5%", "1,204"),
    ("count", "12/40", "12/40", None),
    ("days", "3 weeks", "3 weeks", "1,204"),
    ("date", "soon", "soon", "2027-03-01"),
    ("yes_no", "perhaps", "perhaps", "yes"),
]


@pytest.mark.parametrize(("unit", "text", "part", "near"), UNREAD)
def test_what_cannot_be_read_is_told_with_the_nearest_form(
    unit: str, text: str, part: str, near: str | None
) -> None:
    read = read_value(text, Context(unit))
    assert isinstance(read, Unread)
    assert read.part == part
    assert near is None or read.near == near
    assert isinstance(read_value(read.near, Context(unit)), Value)


@pytest.mark.parametrize("unit", [*UNITS, None])
def test_every_unit_has_a_form_to_suggest(unit: str | None) -> None:
    context = Context(unit)
    read = read_value("?", context)
    assert isinstance(read, Unread)
    assert isinstance(read_value(read.near, context), Value)


@given(st.text(max_size=40), st.sampled_from([*UNITS, None]))
def test_any_text_is_a_value_or_is_told(text: str, unit: str | None) -> None:
    read = read_value(text, Context(unit))
    if isinstance(read, Unread):
        assert text[read.offset : read.offset + read.length] == read.part
    elif read.low is not None and read.high is not None:
        assert read.low <= read.high


@given(st.decimals(-(10**9), 10**9, places=4))
def test_every_number_is_read_as_it_is(number: Decimal) -> None:
    assert read_value(f"{number:,}", Context("index")) == Value(number, number)
