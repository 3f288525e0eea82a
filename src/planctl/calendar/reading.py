"""Times as districts print them, read by a small grammar.

    time      = piece { ("," | ";" | "/" | "&" | "and") piece }
    piece     = recurrence | open | length | range
    range     = [ "by" | "from" | ... ] point [ ("-" | "to" | "through") point ]
    point     = [ "end of" | "start of" ] ( day | month | season | year )
    day       = 2018-10-15 | 10/15/2018 | 10/15/18 | October 15[th][, 2018]
              | 15 October 2018
    month     = March [ of ] [ 2022 ] | 03/2022
    season    = Fall [ of ] [ 2018 ]       and the plan's own quarters
    year      = [ SY | FY ] ( 2018-19 | 18/19 | 2018-2019 | 2024-2026 | 2022 ) | year 1
    open      = ongoing | continuous | ...
    length    = one year
    recurrence= monthly | annually | every month | first of every month | ...

Parentheses and the words `and`, `of`, `the` say nothing of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from planctl.calendar import FIRST_YEAR, LAST_YEAR, Timing, Unread, Window
from planctl.calendar.years import MONTHS, SchoolCalendar, months

FORMS = (
    "2024-25",
    "2024-2026",
    "Fall 2024",
    "Oct 2024",
    "October 15, 2024",
    "2024-10-15",
    "Sept 2024 - June 2025",
    "end of 2024-25",
    "ongoing",
    "monthly",
)

_DASHES = str.maketrans("–—‑−‒", "-----")  # noqa: RUF001 - the dashes that are printed
_GLUED = re.compile(r"(?<=[a-z.])(?=\d{4})|(?<=\d{4})(?=[a-z])")
_SHORT_YEAR = re.compile(r"(?<=\s)['\u2019](?=\d{2}\b)")
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?!\d))"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<monthly>\d{1,2}/\d{4}(?!\d))"
    r"|(?P<years>(?:(?:sy|fy|ay)\s?)?\d{4}\s?[-/]\s?(?:\d{4}|\d{2})(?![\d/-])"
    r"|(?:sy|fy|ay)\s?\d{2}\s?[-/]\s?\d{2}(?!\d))"
    r"|(?P<year>(?:(?:sy|fy|ay)\s?)?\d{4}(?!\d)|(?:sy|fy|ay)\s?\d{2}(?!\d))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+\.?)"
    r"|(?P<sign>[-/,;&()+])"
)
# `2018-10` is no plan of 92 years.
_MOST_YEARS = 50
_OPEN = frozenset({"ongoing", "continuous", "continuously", "continuing", "onward"})
_OFTEN = frozenset(
    [
        "daily",
        "weekly",
        "biweekly",
        "monthly",
        "bimonthly",
        "quarterly",
        "annually",
        "annual",
        "yearly",
        "recurring",
        "biannually",
        "semiannually",
        "termly",
    ]
)
_UNITS = frozenset({"day", "week", "month", "quarter", "year", "semester", "term"})
_NUMBERS = dict(
    zip(["one", "two", "three", "four", "five", "six"], range(1, 7), strict=True)
)
_NAME = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+")
_FILLERS = frozenset({"of", "the", "in", "by", "before", "during", "from", "on"})
_UNTIL = frozenset({"until", "till", "no", "later", "than"})
_UNSET = frozenset(
    {"tbd", "tba", "n/a", "as needed", "when needed", "to be determined"}
)
_TO = frozenset({"to", "through", "thru"})
_ENDS = frozenset({"end", "ending"})
_STARTS = frozenset({"start", "beginning", "starting", "early"})


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Point:
    """A time that may lack its year: then `month` (and `day`) or `season` wait."""

    window: Window | None = None
    other: Window | None = None
    month: int | None = None
    last_month: int | None = None
    day: int | None = None
    season: str | None = None

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
        last = self.last_month or self.month
        return months(year, self.month, year + (last < self.month), last)


def read_timing(
    text: str, calendar: SchoolCalendar, within: Window | None = None
) -> Timing | Unread:
    """Read a printed time.

    Args:
        text: as printed.
        calendar: how the plan counts time.
        within: the nearest period; a date without a year takes its year from there
            where only one fits.
    """
    if " ".join(text.lower().split()).strip(". ") in _UNSET:
        return Timing(text)
    try:
        return _Reader(text, calendar, within).read()
    except _UnreadError as error:
        return Unread(text, error.part, error.is_backwards)


class _UnreadError(Exception):
    def __init__(self, part: str, *, is_backwards: bool = False) -> None:
        super().__init__(part)
        self.part = part
        self.is_backwards = is_backwards


class _Reader:
    def __init__(
        self, text: str, calendar: SchoolCalendar, within: Window | None
    ) -> None:
        self.text = text
        self.calendar = calendar
        self.within = within
        self.tokens = _tokens(text)
        self.at = 0
        self.open_ended = False
        self.recurs: list[str] = []
        self.is_length = False
        self.ranges: list[tuple[_Point, _Point]] = []

    def read(self) -> Timing:
        """Read every piece, then give the dates without a year theirs."""
        while self.at < len(self.tokens):
            if not self._skip() and not self._piece():
                raise _UnreadError(self.tokens[self.at].text)
        if not (self.ranges or self.open_ended or self.recurs or self.is_length):
            raise _UnreadError(self.text)
        return self._timing()

    # -- pieces ---------------------------------------------------------------

    def _skip(self) -> bool:
        token = self.tokens[self.at]
        skipped = token.text in {",", ";", "/", "&", "and", "(", ")", "or", "+", "then"}
        self.at += skipped
        return skipped

    def _piece(self) -> bool:
        return self._open() or self._recurrence() or self._length() or self._range()

    def _open(self) -> bool:
        if self._word() not in _OPEN:
            return False
        self.at += 1
        self.open_ended = True
        return True

    def _recurrence(self) -> bool:
        """`monthly`, `every month`, `first of every month`, `3rd week of month`."""
        begin = self.at
        if self._word() in _OFTEN:
            self.at += 1
        else:
            if self._kind() == "ordinal" or self._word() in {"first", "last", "second"}:
                self.at += 1
            while self._is_rhythm():
                self.at += 1
            words = [token.text for token in self.tokens[begin : self.at]]
            ends_well = bool(words) and words[-1].rstrip("s") in _UNITS
            comes_back = {"every", "each"} & set(words) or {"of", "month"} <= set(words)
            if not (ends_well and comes_back):
                self.at = begin
                return self._twice()
        self.recurs.append(self._printed(begin))
        return True

    def _is_rhythm(self) -> bool:
        word = self._word()
        every = self.at > 0 and self.tokens[self.at - 1].text in {"every", "each"}
        return (
            word.rstrip("s") in _UNITS
            or word in _FILLERS | {"each", "every", "other", "a", "per"}
            or (every and (self._kind() == "number" or word in _NUMBERS))
        )

    def _twice(self) -> bool:
        """`twice a year`, `3 times per year`."""
        begin = self.at
        if self._word() in {"once", "twice"}:
            self.at += 1
        elif self._kind() == "number" and self._word(1) == "times":
            self.at += 2
        else:
            return False
        while self._is_rhythm():
            self.at += 1
        self.recurs.append(self._printed(begin))
        return True

    def _length(self) -> bool:
        """`one year`, `2 years`: how long, not when."""
        is_number = self._word() in _NUMBERS or self._kind() == "number"
        if not (is_number and self._word(1).rstrip("s") in _UNITS):
            return False
        self.at += 2
        self.is_length = True
        return True

    def _range(self) -> bool:
        begin = self.at
        until = self._fillers()
        first = self._point()
        if first is None:
            self.at = begin
            return False
        last = self._range_end(first)
        if last is None:
            last = first
        elif first.window is None and last.window is not None:
            first = self._year_from(first, last.window)
        self.ranges.append((first, last))
        if until and first is last:
            self._cut_start()
        return True

    def _range_end(self, first: _Point) -> _Point | None:
        """The second point of a range; the dash may be lost (`Sept 2018 June 2019`)."""
        begin = self.at
        if self._text() == "-" or self._word() in _TO:
            self.at += 1
            at_end = self.at == len(self.tokens)
            if at_end or self._word() in _OPEN or self._word() == "present":
                self.at += 1
                self.open_ended = True
                return None
        elif self._text() == "/" and first.month and not first.window:
            self.at += 1
        elif not (first.month and first.window) or self._word() not in MONTHS:
            return None
        last = self._point()
        if last is None:
            self.at = begin
        return last

    def _cut_start(self) -> None:
        point, _ = self.ranges.pop()
        if point.window is not None:
            end = point.window.end
            point = replace(point, window=Window(end, end))
        self.ranges.append((point, point))

    # -- points ---------------------------------------------------------------

    def _point(self) -> _Point | None:
        part = self._word()
        if part in _ENDS | _STARTS:
            begin = self.at
            self.at += 1
            self._fillers()
            is_school = any(
                one.text == "school" for one in self.tokens[begin : self.at]
            )
            last = self.tokens[self.at] if self.at < len(self.tokens) else None
            point = self._plain_point()
            if point is not None and last is not None:
                if part in _STARTS:
                    return self._start_of(point)
                end = self._end_of(point, last)
                return replace(end, other=None) if is_school else end
            self.at = begin
            return None
        return self._plain_point()

    def _plain_point(self) -> _Point | None:  # noqa: PLR0911 - one for each form
        kind, text = self._kind(), self._text()
        if kind == "iso":
            return self._exact(text, *(int(part) for part in text.split("-")))
        if kind == "slashed":
            month, day, year = text.split("/")
            return self._exact(text, _four_digits(year), int(month), int(day))
        if kind == "monthly":
            return self._numbered_month(text)
        if kind in {"years", "year"}:
            self.at += 1
            point = _Point(self._years(text))
            self._pass_over({"school", "year"})
            return point
        if kind == "number" and self._word(1) in MONTHS:
            return self._day_first(int(text))
        word = self._word()
        if word in MONTHS:
            return self._month(MONTHS[word])
        season = self._season_name()
        if season:
            return self._season(season)
        if word == "year" and self._kind(1) == "number" and self.calendar.first_year:
            number = self._text(1)
            if len(number) > 2 or not int(number):  # noqa: PLR2004 - a plan has few
                raise _UnreadError(f"year {number}")
            self.at += 2
            begins = self.calendar.first_year + int(number) - 1
            return _Point(self.calendar.school_year(begins))
        return None

    def _month(self, month: int) -> _Point:
        self.at += 1
        day = 0
        if self._kind() in {"ordinal", "number"} and len(self._text()) <= 4:  # noqa: PLR2004
            day = int(re.sub(r"\D", "", self._text()))
            self.at += 1
        if self._text() in {",", "-"} and self._kind(1) == "year":
            self.at += 1
        if self._word() == "of":
            self.at += 1
        if self._kind() != "year":
            return _Point(month=month, day=day or None)
        year = _four_digits(self._text())
        window = _Point(month=month, day=day or None).in_year(self.calendar, year)
        if window is None:
            raise _UnreadError(f"{day}, {year}")
        self.at += 1
        return _Point(window, month=month, day=day or None)

    def _numbered_month(self, text: str) -> _Point:
        """`06/2026`: a month and its year."""
        month, year = (int(part) for part in text.split("/"))
        if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:  # noqa: PLR2004
            raise _UnreadError(text)
        self.at += 1
        return _Point(months(year, month, year, month), month=month)

    def _day_first(self, day: int) -> _Point:
        """`30 June 2026`: the day before its month."""
        month, kind, year = MONTHS[self._word(1)], self._kind(2), self._text(2)
        if kind != "year" or not 1 <= day <= 31:  # noqa: PLR2004
            raise _UnreadError(f"{day} {self._text(1)}")
        self.at += 2
        return self._exact(
            f"{day} {self._text(-1)} {year}", _four_digits(year), month, day
        )

    def _season_name(self) -> str:
        """The longest name of a season, in words or numbers, that begins here."""
        for name in sorted(self.calendar.seasons, key=len, reverse=True):
            parts = _NAME.findall(name)
            if parts and parts == [self._text(ahead) for ahead in range(len(parts))]:
                return name
        return ""

    def _season(self, name: str) -> _Point:
        self.at += len(_NAME.findall(name))
        if self._word() == "of":
            self.at += 1
        if self._kind() == "years" or self._is_labelled(self._text()):
            year = self._years(self._text())
            self.at += 1
            return _Point(self.calendar.season_in(name, year))
        if self._kind() != "year":
            return _Point(season=name)
        year_number = _four_digits(self._text())
        self.at += 1
        return _Point(self.calendar.season(name, year_number), season=name)

    @staticmethod
    def _is_labelled(text: str) -> bool:
        """Whether a year is printed as a fiscal or school year: `FY2025`."""
        return text.startswith(("fy", "sy", "ay"))

    def _exact(self, text: str, year: int, month: int, day: int) -> _Point:
        try:
            exact = date(_four_digits(f"{year:04}"), month, day)
        except ValueError:
            raise _UnreadError(text) from None
        self.at += 1
        return _Point(Window(exact, exact), month=month, day=day)

    def _years(self, text: str) -> Window:
        parts = re.findall(r"\d+", text)
        first = _four_digits(parts[0])
        if len(parts) == 1:
            return self.calendar.year_ending(first)
        short = len(parts[1]) == 2  # noqa: PLR2004 - 19 in 2018-19
        last = int(parts[1]) + (first // 100 * 100 if short else 0)
        if short and last < first:
            last += 100
        if not first <= last <= min(first + _MOST_YEARS, LAST_YEAR):
            is_backwards = FIRST_YEAR <= last < first
            raise _UnreadError(text, is_backwards=is_backwards)
        if last <= first + 1:
            return self.calendar.school_year(first)
        return Window(
            self.calendar.school_year(first).start, self.calendar.year_ending(last).end
        )

    def _end_of(self, point: _Point, token: _Token) -> _Point:
        """The last month of a time; `end of 2023` has two readings."""
        if point.window is None:
            return point
        other = None
        if token.kind == "year" and point.month is None and point.season is None:
            year = _four_digits(token.text)
            calendar_end = months(year, 12, year, 12)
            if self._is_labelled(token.text):
                calendar_end = point.window
            other = calendar_end if calendar_end.end != point.window.end else None
        end = point.window.end
        first = end if point.month else end.replace(day=1)
        return _Point(Window(max(first, point.window.start), end), other)

    def _start_of(self, point: _Point) -> _Point:
        if point.window is None or point.month:
            return point
        start = point.window.start
        return _Point(months(start.year, start.month, start.year, start.month))

    # -- years that are not printed -------------------------------------------

    def _year_from(self, first: _Point, last: Window) -> _Point:
        """`May-Sept 2018`: the first month takes the latest year before the last."""
        for year in (last.end.year, last.end.year - 1):
            window = first.in_year(self.calendar, year)
            if window is not None and window.start <= last.end:
                return replace(first, window=window)
        return first

    def _timing(self) -> Timing:
        windows: list[Window] = []
        others: list[Window] = []
        lacks_year = False
        for place, (printed, last) in enumerate(self.ranges):
            first = self._settled(place, printed)
            window = self._window(first, first if last is printed else last)
            if window is None:
                lacks_year = True
                continue
            windows.append(window)
            if last.other:
                others.append(last.other)
        return Timing(
            self.text,
            tuple(windows),
            ", ".join(self.recurs) or None,
            self.open_ended,
            tuple(others),
            lacks_year,
        )

    def _settled(self, place: int, point: _Point) -> _Point:
        """A winter named by its January, where only that one fits.

        It fits into the nearest period, or in front of what is printed behind it.
        """
        window = point.window
        if window is None or point.season is None:
            return point
        earlier = self.calendar.season(point.season, window.start.year - 1)
        if earlier.start.year == earlier.end.year:
            return point
        behind = [last.window for _, last in self.ranges[place : place + 2]]
        is_late = any(one is not None and one.end < window.start for one in behind)
        around = self.within if len(self.ranges) == 1 else None
        if around is not None and not around.contains(window):
            is_late |= around.contains(earlier)
        return replace(point, window=earlier) if is_late else point

    def _window(self, first: _Point, last: _Point) -> Window | None:
        if first.window and last.window:
            if last.window.end < first.window.start:
                raise _UnreadError(self.text, is_backwards=True)
            return Window(first.window.start, last.window.end)
        if first.window and last.window is None:
            year = first.window.start.year
            for candidate in (year, year + 1):
                window = last.in_year(self.calendar, candidate)
                if window and window.end >= first.window.start:
                    return Window(first.window.start, window.end)
        if self.within is None:
            return None
        fitting = self._fitting(first, last)
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, first: _Point, last: _Point) -> list[Window]:
        """The windows inside the nearest period, one for each year that fits."""
        assert self.within is not None  # noqa: S101 - the caller has looked
        found = []
        for year in range(self.within.start.year - 1, self.within.end.year + 1):
            begin = first.in_year(self.calendar, year)
            ends = [last.in_year(self.calendar, y) for y in (year, year + 1)]
            end = next((e for e in ends if begin and e and e.end >= begin.start), None)
            if begin and end and self.within.contains(Window(begin.start, end.end)):
                found.append(Window(begin.start, end.end))
        return found

    # -- tokens ---------------------------------------------------------------

    def _kind(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def _text(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _word(self, ahead: int = 0) -> str:
        is_word = self._kind(ahead) == "word"
        return self._text(ahead).rstrip(".") if is_word else ""

    def _fillers(self) -> bool:
        """Pass over small words; whether one of them says `until`."""
        until = False
        while True:
            word = self._word()
            if word == "school" and self._word(1) == "year":
                self.at += 2
            elif word in _FILLERS | _UNTIL or (
                word == "year" and self._kind(1) == "year"
            ):
                until = until or word in _UNTIL | {"by", "before"}
                self.at += 1
            else:
                return until

    def _pass_over(self, words: set[str]) -> None:
        while self._word() in words:
            self.at += 1

    def _printed(self, begin: int) -> str:
        tokens = self.tokens[begin : self.at]
        return " ".join(token.text for token in tokens)


def _tokens(text: str) -> list[_Token]:
    plain = _SHORT_YEAR.sub("20", _GLUED.sub(" ", text.translate(_DASHES).lower()))
    found: list[_Token] = []
    at = 0
    for match in _TOKEN.finditer(plain):
        between = plain[at : match.start()].strip(" .:*\t\r\n")
        if between:
            raise _UnreadError(between)
        kind = str(match.lastgroup)
        found.append(_Token(kind, match.group().strip(), match.start(), match.end()))
        at = match.end()
    rest = plain[at:].strip(" .:*\t\r\n")
    if rest or not found:
        raise _UnreadError(rest or text)
    return found


def _four_digits(text: str) -> int:
    digits = re.sub(r"\D", "", text)
    year = int(digits) + (2000 if len(digits) == 2 else 0)  # noqa: PLR2004
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _UnreadError(text)
    return year
