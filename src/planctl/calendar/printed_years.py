"""Years as they are printed: `2018-19`, `FY19`, `22-23`, `year 1`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.calendar import FIRST_YEAR, LAST_YEAR, Window
from planctl.calendar.tokens import UnreadError, four_digits

if TYPE_CHECKING:
    from planctl.calendar.tokens import Tokens
    from planctl.calendar.years import SchoolCalendar

DAYS_OF_YEAR = 366
# `2018-10` is no plan of 92 years.
_MOST_YEARS = 50
# Lower numbers of two digits can be months; higher ones can be of the last century.
_SHORT_YEARS = range(13, 60)
_SCHOOL_YEAR = re.compile(r"\d{4}-\d{2}")
_LABELLED = re.compile(r"(?:fy|sy|ay)[^a-z\d]*\d", re.ASCII)


class YearReader:
    """Reads the years of one text by a plan's calendar.

    `is_counting` is whether the last time was a numbered year, so that a number
    behind it is another.
    """

    def __init__(self, tokens: Tokens, calendar: SchoolCalendar) -> None:
        self.tokens = tokens
        self.calendar = calendar
        self.is_counting = False

    def named(self, text: str) -> Window:
        """The years from the first that a text names to the last.

        Raises:
            UnreadError: where the last is before the first, or far behind it.
        """
        parts = re.findall(r"\d+", text)
        first = four_digits(parts[0])
        if len(parts) == 1:
            return self.calendar.year_ending(first)
        short = len(parts[1]) == 2  # noqa: PLR2004 - 19 in 2018-19
        last = int(parts[1]) + (first // 100 * 100 if short else 0)
        if short and last < first:
            last += 100
        if not first <= last <= min(first + _MOST_YEARS, LAST_YEAR):
            is_backwards = FIRST_YEAR <= last < first
            raise UnreadError(text, is_backwards=is_backwards)
        if last <= first + 1:
            return self.calendar.school_year(first)
        return Window(
            self.calendar.school_year(first).start, self.calendar.year_ending(last).end
        )

    def one(self) -> Window:
        """The one year that is printed here, passed over.

        Raises:
            UnreadError: where there are several.
        """
        text = self.tokens.text()
        window = self.named(text)
        if window.days > DAYS_OF_YEAR:
            raise UnreadError(text)
        self.tokens.at += 1
        return window

    def behind(self) -> Window | None:
        """The school year that is printed behind a month or a season, if one is.

        It is one that cannot be the end of a range: `2018-19`, `FY2019`, `year 1`.
        """
        text = self.tokens.text()
        if is_labelled(text) or _SCHOOL_YEAR.fullmatch(text):
            return self.one()
        return self.counted(is_next=False)

    def short(self) -> Window | None:
        """`22-23`: a school year where it can be neither days nor a month and a day."""
        tokens = self.tokens
        pair = [tokens.number(), tokens.number(2)]
        are_short = [len(tokens.text(place)) for place in (0, 2)] == [2, 2]
        is_whole = tokens.stands_alone(2) or tokens.word(3) in {"school", "academic"}
        if tokens.text(1) != "-" or not (are_short and is_whole and may_be_years(pair)):
            return None
        tokens.at += 3
        tokens.pass_year_words()
        return self.calendar.school_year(2000 + pair[0])

    def short_number(self) -> int:
        """The year behind a season of which two digits are printed: `Fall 23`."""
        tokens = self.tokens
        number = tokens.number()
        is_year = number in _SHORT_YEARS and len(tokens.text()) == 2  # noqa: PLR2004
        if not (is_year and tokens.stands_alone()):
            return 0
        tokens.at += 1
        return 2000 + number

    def counted(self, *, is_next: bool) -> Window | None:
        """`year 1`, and each further number behind it: `years 1-3`, `years 1, 2`."""
        tokens = self.tokens
        if self.calendar.first_year is None:
            return None
        is_named = tokens.word() in {"year", "years", "yr", "yrs", "y"}
        may_be = is_named or (is_next and tokens.stands_alone())
        number = tokens.number(is_named) if may_be else 0
        if not number:
            return None
        if number > 99:  # noqa: PLR2004 - a plan has few
            raise UnreadError(f"year {tokens.text(is_named)}")
        tokens.at += 1 + is_named
        self.is_counting = True
        return self.calendar.school_year(self.calendar.first_year + number - 1)


def may_be_years(pair: list[int]) -> bool:
    """Whether two numbers can be the ends of a school year: `22-23`."""
    return len(pair) == 2 and pair[0] in _SHORT_YEARS and pair[1] == pair[0] + 1  # noqa: PLR2004


def is_labelled(text: str) -> bool:
    """Whether a year is printed as a fiscal or school year: `FY2025`."""
    return _LABELLED.match(text) is not None
