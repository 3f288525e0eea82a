"""School years, months and seasons as windows of days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

from planctl.calendar import Window

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
SEASONS = {
    "fall": (9, 11),
    "autumn": (9, 11),
    "winter": (12, 2),
    "spring": (3, 5),
    "summer": (6, 8),
}


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """How a plan counts time.

    `starts` is the month and day on which a year begins; `seasons` maps lower-case
    names to the first and last month (1 to 12); `first_year` is the calendar year in
    which the plan's year 1 begins.
    """

    starts: tuple[int, int] = (7, 1)
    seasons: dict[str, tuple[int, int]] = field(
        default_factory=lambda: dict(SEASONS), hash=False
    )
    first_year: int | None = None

    def school_year(self, begins: int) -> Window:
        """The year that begins in the calendar year `begins`."""
        start = date(begins, *self.starts)
        return Window(start, date(begins + 1, *self.starts) - timedelta(days=1))

    def year_ending(self, ends: int) -> Window:
        """The school year that ends in the calendar year `ends`."""
        january_first = self.starts == (1, 1)
        return self.school_year(ends if january_first else ends - 1)

    def year_of(self, day: date) -> Window:
        """The school year that a day belongs to."""
        before = (day.month, day.day) < self.starts
        return self.school_year(day.year - 1 if before else day.year)

    def year_name(self, year: Window) -> str:
        """The name of a school year: `2024-25`, or `2024` where it is that year."""
        if year.start.year == year.end.year:
            return str(year.start.year)
        return f"{year.start.year}-{year.end.year % 100:02d}"

    def season(self, name: str, year: int) -> Window:
        """A season by its name; winter is named by its December."""
        first, last = self.seasons[name]
        return months(year, first, year + (last < first), last)

    def season_in(self, name: str, school_year: Window) -> Window:
        """The season of that name that begins in a school year."""
        first = self.seasons[name][0]
        return self.season(name, year_of_month(first, school_year))


def months(year: int, first: int, end_year: int, last: int) -> Window:
    """From the first day of one month to the last day of another."""
    return Window(
        date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
    )


def year_of_month(month: int, school_year: Window) -> int:
    """The calendar year in which a month of a school year lies."""
    start = school_year.start
    return start.year if month >= start.month else start.year + 1
