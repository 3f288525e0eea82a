"""One printed time: a day, a month, a season or a year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.calendar.month_parts import Kind, read_month_part
from planctl.calendar.numbered import on_weekday, pass_weekday, read_numbered
from planctl.calendar.point import Point, one_day
from planctl.calendar.printed_years import (
    YearReader,
    is_labelled,
    may_be_years,
)
from planctl.calendar.tokens import NUMBERS, ORDINALS, THROUGH, UnreadError, four_digits
from planctl.calendar.years import MONTHS, year_of_month

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

    def read(self) -> Point | None:
        """The point that begins here, passed over; none where there is none.

        Raises:
            UnreadError: where it names a day or a year that is none.
        """
        was_counting, self.years.is_counting = self.years.is_counting, False
        dated = self._dated()
        if dated is not None:
            return dated
        season = self.season_name()
        if season:
            return self._season(season)
        part = self._part_of_month()
        if part is not None:
            return part
        window = self.years.short() or self.years.counted(is_next=was_counting)
        return Point(window) if window else None

    def _dated(self) -> Point | None:
        """A day, a month or a year, in numbers or by its name."""
        tokens = self.tokens
        weekday = pass_weekday(tokens)
        kind, text = tokens.kind(), tokens.text()
        if kind in {"years", "year"}:
            return self._year(kind, text)
        if kind == "word":
            month = MONTHS.get(tokens.word())
            return on_weekday(weekday, self._month(month)) if month else None
        if kind not in {"number", "ordinal"}:
            return on_weekday(weekday, read_numbered(tokens))
        is_month = tokens.word(self._month_ahead()) in MONTHS
        return self._day_first(tokens.day()) if is_month else None

    def _part_of_month(self) -> Point | None:
        """`first Tuesday of October 2026`, `week of Oct 5`."""
        tokens = self.tokens
        begin = tokens.at
        part = read_month_part(tokens)
        point = self._dated() if part is not None else None
        has_day = point is not None and bool(point.day)
        if part is None or point is None or not point.month:
            tokens.at = begin
            return None
        if has_day is not (part.kind is Kind.WEEK_OF):
            tokens.at = begin
            return None
        point = replace(point, part=part)
        if point.window is not None:
            window = point.in_year(self.calendar, point.window.start.year)
            if window is None:
                raise UnreadError(tokens.printed(begin))
            point = replace(point, window=window)
        return point

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
        self._pass_of()
        school_year = self.years.behind() if tokens.text(-1) != "-" else None
        if school_year is not None:
            tokens.pass_year_words()
            return self._day(month, day, year_of_month(month, school_year))
        if tokens.kind() != "year":
            return Point(month=month, day=day or None)
        tokens.at += 1
        return self._day(month, day, four_digits(tokens.text(-1)))

    def _month_ahead(self) -> int:
        """How far ahead a month may be: `30 June`, `30th of June`."""
        is_of = self.tokens.kind() == "ordinal" and self.tokens.word(1) == "of"
        return 1 + is_of

    def _day_first(self, day: int) -> Point:
        """`30 June 2026`, `30th of June`: the day before its month."""
        tokens = self.tokens
        ahead = self._month_ahead()
        name = tokens.text(ahead)
        if one_day(2000, MONTHS[tokens.word(ahead)], day) is None:
            raise UnreadError(f"{day} {name}")
        tokens.at += ahead
        point = self._month(MONTHS[tokens.word()])
        if point.day:
            raise UnreadError(f"{day} {name}")
        if point.window is None:
            return replace(point, day=day)
        return self._day(point.month or 1, day, point.window.start.year)

    def _pass_of(self) -> None:
        """Pass over `of`, and over `of the` before a year."""
        tokens = self.tokens
        is_the = tokens.word() == "of" and tokens.word(1) == "the"
        if is_the and tokens.kind(2) in {"years", "year"}:
            tokens.at += 2
        else:
            tokens.pass_one("of")

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
        self._pass_of()
        school_year = self.years.behind() or self.years.short()
        if school_year is None and tokens.kind() == "years":
            school_year = self.years.one()
        if school_year is not None:
            tokens.pass_year_words()
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
