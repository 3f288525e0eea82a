"""Targets as fields, and fields beside a text."""

from __future__ import annotations

import pytest

from planctl.targets import (
    Context,
    Fields,
    Peer,
    Target,
    Unread,
    goal,
    read_baseline,
    read_fields,
    write_target,
)
from tests.targets.reading import in_short

STATE = Peer(site="State")

READ: list[tuple[Fields, str, str]] = [
    (Fields(value="60%"), "60%", "level >= 60"),
    (Fields(value="-0.5"), "to -0.5", "level <= -0.5"),
    (Fields(value="5-10%", by="June 2029"), "5-10% by June 2029", "range <= 5 to 10"),
    (Fields(change="+20 points"), "+20 points", "points >= 60"),
    (Fields(change="double"), "double", "factor >= 80"),
    (Fields(at_least="60%"), "at least 60%", "floor >= 60"),
    (Fields(more_than="60%"), "more than 60%", "floor > 60"),
    (Fields(at_most="60%"), "at most 60%", "ceiling <= 60"),
    (Fields(less_than="-5"), "to less than -5", "ceiling < -5"),
    (Fields(at_least="60%", at_most="70%"), "within 60-70%", "band in 60 to 70"),
    (Fields(within="30-50%"), "within 30-50%", "band in 30 to 50"),
    (Fields(value="60%", each="group"), "60% for every group", "level >= 60"),
    (Fields(value="60%", from_="previous"), "60% from previous", "level >= 60"),
    (
        Fields(value="60%", from_="40% in 2017-18"),
        "from 40% in 2017-18 to 60%",
        "level >= 60",
    ),
    (Fields("+22% by 2022", reading="points"), "+22 points by 2022", "points >= 62"),
    (
        Fields("+22% by 2022", reading="relative"),
        "+22% of baseline by 2022",
        "relative >= 48.8",
    ),
    (Fields("within 5%", reading="points"), "within 5 points", "band in 35 to 45"),
    (Fields("within 5-50%", reading="points"), "within 5-50%", "band in 5 to 50"),
    (Fields("+5 points", reading="relative"), "+5 points", "points >= 45"),
    (Fields("60%", reading="points"), "60%", "level >= 60"),
    (
        Fields("reduce the gap by 5%", reading="points"),
        "improve by 5 points",
        "points >= 45 or points <= 35",
    ),
    (
        Fields("reduce the gap by 5%", reading="relative"),
        "close the gap by 5/100",
        "gap >= 43",
    ),
    (
        Fields("50% by 2027; 75% by 2028", by="2029"),
        "50% by 2027; 75% by 2029",
        "level >= 50; level >= 75",
    ),
    (Fields("as printed", value="60%"), "60%", "level >= 60"),
    (Fields(at_least=STATE), "at least site: State", "floor -"),
    (Fields(value=STATE), "site: State", "level -"),
]


@pytest.mark.parametrize(("fields", "written", "expected"), READ)
def test_fields_are_read(fields: Fields, written: str, expected: str) -> None:
    target = read_fields(fields, "percent")
    assert isinstance(target, Target), target
    assert in_short(target, "40") == expected
    assert write_target(target) == written


def test_a_tolerance_is_an_amount() -> None:
    target = read_fields(Fields("60%", tolerance="1 point"), "percent")
    assert isinstance(target, Target)
    assert target.tolerance is not None
    assert target.tolerance.number == 1


def test_a_series_needs_no_baseline_and_has_no_number() -> None:
    target = read_fields(Fields(at_least=Peer(measure="m", group="EL")))
    assert isinstance(target, Target)
    (reading,) = target.final.readings
    assert not reading.needs_baseline
    assert goal(reading, None) is None
    assert write_target(target) == "at least measure: m, group: EL"


UNREAD: list[tuple[Fields, str, str]] = [
    (Fields(), "text", ""),
    (Fields("banana"), "text", "banana"),
    (Fields(value="much"), "value", "much"),
    (Fields(value="60% by 2029"), "value", "by"),
    (Fields(change="60%"), "change", "60%"),
    (Fields(at_least="60% or so"), "at_least", "or"),
    (Fields(within="bounds"), "within", "bounds"),
    (Fields(value="60%", from_="nowhere"), "from", "nowhere"),
    (Fields(value="60%", from_="40% 50%"), "from", "50%"),
    (Fields(value="60%", tolerance="some"), "tolerance", "some"),
    (Fields(value="60%", change="+5%"), "change", "+5%"),
    (Fields(at_least="60%", more_than="50%"), "more_than", "50%"),
    (Fields(at_least="70%", at_most="60%"), "at_most", "60%"),
    (Fields(more_than="50%", at_most="60%"), "at_most", "60%"),
    (Fields(at_least=STATE, at_most="60%"), "at_most", "60%"),
    (Fields(value="60%", change="+5%", at_least="5%"), "at_least", "5%"),
    (Fields(at_least="5%", at_most="50%", value="60%"), "at_most", "50%"),
    (Fields(at_most="5%", less_than="6%"), "less_than", "6%"),
]


@pytest.mark.parametrize(("fields", "name", "part"), UNREAD)
def test_the_field_in_the_way_is_named(fields: Fields, name: str, part: str) -> None:
    found = read_fields(fields, "percent")
    assert isinstance(found, Unread)
    assert (found.field_name, found.part) == (name, part)


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("22.1% in 2017-18", "22.1", "2017-18"),
        ("22.1%* in 2017-18:", "22.1", "2017-18"),
        ("40", "40", ""),
        ("3 of 6", "50", ""),
        ("2017-18", None, "2017-18"),
    ],
)
def test_a_baseline_is_a_value_a_period_or_both(
    text: str, value: str | None, period: str
) -> None:
    read = read_baseline(text, Context("percent"))
    assert not isinstance(read, Unread)
    assert (read.value and str(read.value), read.period) == (value, period)


@pytest.mark.parametrize("text", ["", "many", "40 by 2022", "40 (grade 3)", "$5"])
def test_what_is_no_baseline_is_unread(text: str) -> None:
    assert isinstance(read_baseline(text, Context("percent")), Unread)
