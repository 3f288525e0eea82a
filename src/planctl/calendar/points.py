"""One printed time: a day, a month, a season or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from planctl.calendar import FIRST_YEAR, LAST_YEAR, Window
from planctl.calendar.printed_years import (
    DAYS_OF_YEAR,
    YearReader,
    is_labelled,
    may_be_years,
)
from planctl.calendar.tokens import NUMBERS, ORDINALS, THROUGH, UnreadError, four_digits
from planctl.calendar.years import MONTHS, months, year_of_month

if TYPE_CHECKING:
    from planctl.calendar.tokens import Tokens
    from planctl.calendar.years import SchoolCalendar

_DAYS = range(1, 32)
_AND = frozenset({"&", "and"})
_NAME = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+|-")
_SAME = {
    **{word: str(nth) for word, nth in (NUMBERS | ORDINALS).items()},
    "q": "quarter",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A time that may lack its year: then `month` (and `day`) or `season` wait.

    `bare_year` is the number of a year that is printed alone, without SY or FY.
    """

    window: Window | None = None
    other: Window | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    bare_year: int | None = None

    @property
    def spans_years(self) -> bool:
        """Whether it is longer than one year."""
        return self.window is not None and self.window.days > DAYS_OF_YEAR

    def in_year(self, calendar: SchoolCalendar, year: int) -> Window | None:
        """The window in a calendar year, if that day exists."""
        if self.season:
            return calendar.season(self.season, year)
        if self.month is None:
            return self.window
        if self.day:
            try:
                day = date(year, self.month, self.day)
            except ValueError:
                return None
            return Window(day, day)
        return months(year, self.month, year, self.month)


class PointReader:
    """Reads the points of one text by a plan's calendar."""

    def __init__(self, tokens: Tokens, calendar: SchoolCalendar) -> None:
        self.tokens = tokens
        self.calendar = calendar
        self.years = YearReader(tokens, calendar)
        self._seasons = sorted(
            ((_canonical(_NAME.findall(name)), name) for name in calendar.seasons),
            key=lambda one: -len(one[1]),
        )

    def read(self) -> Point | None:  # noqa: PLR0911 - one for each form
        """The point that begins here, passed over; none where there is none.

        Raises:
            UnreadError: where it names a day or a year that is none.
        """
        tokens = self.tokens
        was_counting, self.years.is_counting = self.years.is_counting, False
        kind, text = tokens.kind(), tokens.text()
        if kind == "iso":
            return self._exact(text, *(int(part) for part in text.split("-")))
        if kind == "slashed":
            month, day, year = text.split("/")
            return self._exact(text, four_digits(year), int(month), int(day))
        if kind == "monthly":
            return self._numbered_month(text)
        if kind in {"years", "year"}:
            return self._year(kind, text)
        if kind == "number" and tokens.word(1) in MONTHS:
            return self._day_first(tokens.number())
        word = tokens.word()
        if word in MONTHS:
            return self._month(MONTHS[word])
        season = self.season_name()
        if season:
            return self._season(season)
        window = self.years.short() or self.years.counted(is_next=was_counting)
        return Point(window) if window else None

    def _year(self, kind: str, text: str) -> Point:
        self.tokens.at += 1
        is_bare = kind == "year" and not is_labelled(text)
        self.tokens.pass_year_words()
        return Point(
            self.years.named(text), bare_year=four_digits(text) if is_bare else None
        )

    def days_of_month(self) -> list[tuple[Point, Point]]:
        """`August 10-12, 2022` and `August 10 & 11, 2022`: each stretch of days.

        Without a year `22-23` may be a school year, and `23, 24` a day and a year.
        """
        tokens = self.tokens
        begin = tokens.at
        month = MONTHS.get(tokens.word(), 0)
        days: list[list[int]] = []
        signs = ""
        ahead = 1
        while month and self._is_later_day(days, ahead):
            if signs and signs in THROUGH and len(days[-1]) == 1:
                days[-1].append(tokens.day(ahead))
            else:
                days.append([tokens.day(ahead)])
            tokens.at += ahead + 1
            signs = tokens.text()
            ahead = 1 + (signs == "," and tokens.text(1) in _AND)
            if signs not in {",", *_AND, *THROUGH}:
                break
        has_year = tokens.kind(tokens.text() == ",") == "year"
        is_clear = not any(may_be_years(stretch) for stretch in days)
        commas = any(token.text == "," for token in tokens.all[begin : tokens.at])
        if sum(map(len, days)) < 2 or not (has_year or (is_clear and not commas)):  # noqa: PLR2004
            tokens.at = begin
            return []
        if has_year:
            tokens.pass_one(",")
        year = four_digits(tokens.text()) if has_year else 0
        tokens.at += has_year
        return [
            (self._day(month, one[0], year), self._day(month, one[-1], year))
            for one in days
        ]

    def _is_later_day(self, days: list[list[int]], ahead: int) -> bool:
        tokens = self.tokens
        day = tokens.day(ahead)
        is_later = not days or day > days[-1][-1]
        return day in _DAYS and is_later and tokens.stands_alone(ahead)

    def _day(self, month: int, day: int, year: int) -> Point:
        point = Point(month=month, day=day or None)
        if not year:
            return point
        window = point.in_year(self.calendar, year)
        if window is None:
            raise UnreadError(f"{day}, {year}")
        return replace(point, window=window)

    def _month(self, month: int) -> Point:
        tokens = self.tokens
        tokens.at += 1
        day = 0
        if tokens.kind() in {"ordinal", "number"} and len(tokens.text()) <= 4:  # noqa: PLR2004
            day = tokens.day()
            tokens.at += 1
        if tokens.text() in {",", "-"} and tokens.kind(1) == "year":
            tokens.at += 1
        tokens.pass_one("of")
        school_year = self.years.behind() if tokens.text(-1) != "-" else None
        if school_year is not None:
            return self._day(month, day, year_of_month(month, school_year))
        if tokens.kind() != "year":
            return Point(month=month, day=day or None)
        tokens.at += 1
        return self._day(month, day, four_digits(tokens.text(-1)))

    def _numbered_month(self, text: str) -> Point:
        """`06/2026`: a month and its year."""
        month, year = (int(part) for part in text.split("/"))
        if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:  # noqa: PLR2004
            raise UnreadError(text)
        self.tokens.at += 1
        return Point(months(year, month, year, month), month=month)

    def _day_first(self, day: int) -> Point:
        """`30 June 2026`: the day before its month."""
        tokens = self.tokens
        month, kind, year = MONTHS[tokens.word(1)], tokens.kind(2), tokens.text(2)
        if kind != "year" or day not in _DAYS:
            raise UnreadError(f"{day} {tokens.text(1)}")
        tokens.at += 2
        return self._exact(
            f"{day} {tokens.text(-1)} {year}", four_digits(year), month, day
        )

    def _exact(self, text: str, year: int, month: int, day: int) -> Point:
        try:
            exact = date(four_digits(f"{year:04}"), month, day)
        except ValueError:
            raise UnreadError(text) from None
        self.tokens.at += 1
        return Point(Window(exact, exact), month=month, day=day)

    # -- seasons --------------------------------------------------------------

    def season_name(self) -> str:
        """The longest name of a season, in words or numbers, that begins here.

        `1st quarter` and `quarter 1` are the same.
        """
        for canonical, name in self._seasons:
            ahead = [self.tokens.text(place) for place in range(len(canonical))]
            if canonical and canonical == _canonical(ahead):
                return name
        return ""

    def _season(self, name: str) -> Point:
        tokens = self.tokens
        tokens.at += len(_NAME.findall(name))
        tokens.pass_one("of")
        school_year = self.years.behind() or self.years.short()
        if school_year is None and tokens.kind() == "years":
            school_year = self.years.one()
        if school_year is not None:
            return Point(self.calendar.season_in(name, school_year))
        year = self.years.short_number()
        if tokens.kind() == "year":
            year = four_digits(tokens.text())
            tokens.at += 1
        if not year:
            return Point(season=name)
        return Point(self.calendar.season(name, year), season=name)


def _canonical(parts: list[str]) -> list[str]:
    """The parts of a name alike however it is counted: `Q1`, `first quarter`."""
    plain = [part.rstrip(".") for part in parts]
    same = [re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", _SAME.get(p, p)) for p in plain]
    is_counted = len(same) == 2 and same[0].isdigit()  # noqa: PLR2004 - 1st quarter
    return same[::-1] if is_counted else same
