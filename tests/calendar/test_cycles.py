"""Reporting cycles: which instances there are, and which one an id names."""

from __future__ import annotations

from datetime import date

import pytest

from planctl.calendar.cycles import AS_PUBLISHED, PUBLISHED, CycleCalendar
from planctl.calendar.years import SchoolCalendar
from tests.calendar.times import USUAL, window

YEAR = USUAL.school_year(2024)


def cycles(**when: str | tuple[str, ...]) -> CycleCalendar:
    """The cycles of a plan, by name."""
    texts = {
        name.replace("_", "-"): (text,) if isinstance(text, str) else text
        for name, text in when.items()
    }
    return CycleCalendar(texts, USUAL)


def ids(calendar: CycleCalendar) -> list[str]:
    """The ids of all instances of one school year."""
    return [one.id for one in calendar.in_year(YEAR)]


def test_an_instance_is_a_school_year_and_a_name() -> None:
    (one,) = cycles(mid_year="February").in_year(YEAR)
    assert one.id == "2024-25/mid-year"
    assert one.name == "mid-year"
    assert (one.start, one.end) == (date(2025, 2, 1), date(2025, 2, 28))


def test_several_a_year_are_numbered_in_order_of_time() -> None:
    found = cycles(meeting=("Spring", "Fall", "Winter")).in_year(YEAR)
    assert [one.id for one in found] == [
        "2024-25/meeting-1",
        "2024-25/meeting-2",
        "2024-25/meeting-3",
    ]
    assert [one.start for one in found] == [
        date(2024, 9, 1),
        date(2024, 12, 1),
        date(2025, 3, 1),
    ]


def test_the_windows_of_one_text_are_numbered_too() -> None:
    assert ids(cycles(walk="Oct-Nov, Jan-Feb, Mar-Apr")) == [
        "2024-25/walk-1",
        "2024-25/walk-2",
        "2024-25/walk-3",
    ]


def test_cycles_of_several_names_are_ordered_by_time() -> None:
    found = ids(cycles(end_of_year="June", mid_year="February", start="September"))
    assert found == ["2024-25/start", "2024-25/mid-year", "2024-25/end-of-year"]


def test_every_90_days_is_counted_from_the_first_day_of_the_year() -> None:
    found = cycles(check="every 90 days").in_year(YEAR)
    assert [(one.start, one.end) for one in found] == [
        (date(2024, 7, 1), date(2024, 9, 28)),
        (date(2024, 9, 29), date(2024, 12, 27)),
        (date(2024, 12, 28), date(2025, 3, 27)),
        (date(2025, 3, 28), date(2025, 6, 25)),
    ]
    assert found[-1].id == "2024-25/check-4"


@pytest.mark.parametrize("text", ["every nine weeks", "Every 9 weeks", "every 63 days"])
def test_weeks_are_counted_like_days(text: str) -> None:
    found = cycles(check=text).in_year(YEAR)
    assert len(found) == 5
    assert (found[0].end, found[1].start) == (date(2024, 9, 1), date(2024, 9, 2))


@pytest.mark.parametrize(
    ("days", "instances"), [("0", 365), ("1", 365), ("365", 1), ("400", 0)]
)
def test_any_number_of_days_gives_whole_stretches_only(
    days: str, instances: int
) -> None:
    assert len(ids(cycles(check=f"every {days} days"))) == instances


def test_monthly_and_quarterly_divide_the_year() -> None:
    months = cycles(check="monthly").in_year(YEAR)
    assert len(months) == 12
    assert months[0].end == date(2024, 7, 31)
    assert months[-1].end == YEAR.end
    quarters = cycles(check="quarterly").in_year(YEAR)
    assert [one.start for one in quarters] == [
        date(2024, 7, 1),
        date(2024, 10, 1),
        date(2025, 1, 1),
        date(2025, 4, 1),
    ]


def test_annually_is_the_whole_year() -> None:
    (one,) = cycles(check="annually").in_year(YEAR)
    assert (one.start, one.end) == (YEAR.start, YEAR.end)


def test_summer_is_the_one_that_begins_in_the_school_year() -> None:
    (one,) = cycles(retreat="Summer").in_year(YEAR)
    assert (one.start, one.end) == (date(2025, 6, 1), date(2025, 8, 31))


def test_a_leap_day_comes_in_leap_years_only() -> None:
    calendar = cycles(leap="Feb 29")
    assert ids(calendar) == []
    assert calendar.find("2023-24/leap") is not None


def test_a_printed_year_is_the_only_one() -> None:
    calendar = cycles(audit="Fall 2024")
    assert ids(calendar) == ["2024-25/audit"]
    assert calendar.in_year(USUAL.school_year(2025)) == ()


def test_a_time_that_cannot_be_read_gives_no_instance() -> None:
    assert ids(cycles(someday="soonish", mid_year="February")) == ["2024-25/mid-year"]


def test_where_years_are_calendar_years_an_instance_has_that_year() -> None:
    calendar = CycleCalendar({"mid-year": ("July",)}, SchoolCalendar(starts=(1, 1)))
    found = calendar.find("2024/mid-year")
    assert found is not None
    assert found.id == "2024/mid-year"
    assert found.start == date(2024, 7, 1)


KNOWN = {
    "2024-25/mid-year": "2024-25/mid-year",
    " 2024-25/mid-year ": "2024-25/mid-year",
    "2024-2025/mid-year": "2024-25/mid-year",
    "2025/mid-year": "2024-25/mid-year",
    "2024-25/Mid-Year": "2024-25/mid-year",
    "2024-25/meeting-2": "2024-25/meeting-2",
    "1999-00/mid-year": "1999-00/mid-year",
    "as-published": AS_PUBLISHED,
    "As-Published": AS_PUBLISHED,
}


@pytest.mark.parametrize("text", KNOWN)
def test_an_id_names_its_instance(text: str) -> None:
    found = cycles(mid_year="February", meeting=("Fall", "Spring")).find(text)
    assert found is not None
    assert found.id == KNOWN[text]


@pytest.mark.parametrize(
    "text",
    [
        "mid-year",
        "2024-25",
        "2024-25/",
        "2024-25/end-of-year",
        "2024-25/mid-year-1",
        "2024-25/mid-year-3",
        "2024-25/meeting",
        "2024-25/meeting-3",
        "2024-26/mid-year",
        "2024-99/mid-year",
        "24-25/mid-year",
        "0024-25/mid-year",
        "9999/mid-year",
        "٢٠٢٤/mid-year",
        "",
    ],
)
def test_what_is_no_instance_is_not_found(text: str) -> None:
    calendar = cycles(mid_year="February", meeting=("Fall", "Spring"))
    assert calendar.find(text) is None


def test_as_published_precedes_every_dated_cycle_and_has_no_age() -> None:
    found = cycles(mid_year="February").find("1900-01/mid-year")
    assert found is not None
    assert found > PUBLISHED
    assert PUBLISHED.start is None
    assert PUBLISHED.end is None


@pytest.mark.parametrize(
    ("day", "latest"),
    [
        ("2025-01-31", "2023-24/mid-year"),
        ("2025-02-01", "2024-25/mid-year"),
        ("2025-12-31", "2024-25/mid-year"),
    ],
)
def test_the_latest_begun_has_begun_and_may_be_of_the_year_before(
    day: str, latest: str
) -> None:
    found = cycles(mid_year="February", end_of_year="June").begun(
        "mid-year", date.fromisoformat(day)
    )
    assert found is not None
    assert found.id == latest


def test_a_cycle_that_is_never_has_not_begun() -> None:
    assert cycles(audit="Fall 2024").begun("audit", date(2030, 1, 1)) is None


def test_instances_compare_by_time_alone_across_years() -> None:
    calendar = cycles(mid_year="February", meeting=("Fall", "Spring"))
    years = [USUAL.school_year(2024), USUAL.school_year(2023)]
    every = [one for year in years for one in calendar.in_year(year)]
    assert [one.id for one in sorted(every)] == [
        "2023-24/meeting-1",
        "2023-24/mid-year",
        "2023-24/meeting-2",
        "2024-25/meeting-1",
        "2024-25/mid-year",
        "2024-25/meeting-2",
    ]
    assert window("2024-09-01") < window("2024-09-02")
