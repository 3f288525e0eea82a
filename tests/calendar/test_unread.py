"""Times that cannot be read, and what stood in the way."""

from __future__ import annotations

import pytest

from planctl.calendar import Unread
from planctl.calendar.reading import FORMS, read_timing
from tests.calendar.times import USUAL, read

UNREAD = {
    "soonish": "soonish",
    "Fall 2018, weather permitting": "weather",
    "2018 ?": "?",
    "": "",
    "   ": "   ",
    "and": "and",
    "12-13": "12",
    "22-24": "22",
    "22-23 students": "22",
    "October 22-23": "-",
    "May 23, 24": "24",
    "August 12-10, 2022": "-",
    "Feb 28-29, 2023": "29, 2023",
    "early 2024-2026": "early",
    "Fall 2022-2025": "2022-2025",
    "Ongoing through June": "through",
    "Every August 2023": "every",
    "the Friday before Labor Day": "the",
    "First Friday": "first",
    "first Tuesday": "first",
    "first two Tuesdays of October": "first",
    "sixth week of October": "sixth",
    "fifth Monday of September 2018": "fifth monday of september 2018",
    "second half of the school year": "second",
    "week of October": "week",
    "first Tuesday of October 15": "first",
    "Tuesday, October 15, 2018": "tuesday",
    "October (Fall) 2018": "2018",
    "end of the year": "end",
    "2/30": "2/30",
    "31 June": "31 june",
    "15-Xyz-18": "15-xyz-18",
    "First 9 weeks": "first",
    "1st quarter": "1st",
    "after the May 2023 Board meeting": "after",
    "May 2023 Board meeting cancelled": "cancelled",
    "Board meeting": "board",
    "11111111111111 October": "0 october",
    "February 29, 2019": "29, 2019",
    "2019-02-29": "2019-02-29",
    "2018-13-45": "2018-13-45",
    "13/45/2018": "13/45/2018",
    "June 31, 2018": "31, 2018",
    "2018-2017": "2018-2017",
    "2018-17": "2018-17",
    "2018-10": "2018-10",
    "June 2019 - Sept 2018": "June 2019 - Sept 2018",
    "1018": "1018",
    "9999": "9999",
    "end of": "end",
    "year 2": "year",
    "13/2022": "13/2022",
    "32 October 2018": "32 october",
    "twelve": "twelve",
    "the": "the",
}

BACKWARDS = {"2018-2017", "June 2019 - Sept 2018"}


@pytest.mark.parametrize("text", UNREAD)
def test_what_cannot_be_read_names_the_part_in_the_way(text: str) -> None:
    assert read_timing(text, USUAL) == Unread(text, UNREAD[text], text in BACKWARDS)


def test_a_day_on_another_day_of_the_week_is_told() -> None:
    told = read_timing("Tuesday, October 15, 2018", USUAL)
    assert isinstance(told, Unread)
    assert told.help == "October 15, 2018 is a Monday: correct one of them"


def test_no_nesting_is_too_deep() -> None:
    assert isinstance(read_timing("week of " * 5000 + "Oct 5", USUAL), Unread)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_that_help_names_can_be_read(form: str) -> None:
    assert read(form)
