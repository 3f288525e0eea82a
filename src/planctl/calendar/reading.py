"""Times as districts print them, read by a small grammar.

    time      = piece { ("," | ";" | "/" | "&" | "and") piece }
    piece     = rhythm | each | open | length | range | occasion
    range     = [ "by" | "before" | ... ] point [ ("-" | "to" | "through") point ]
              | "start" point "end" point | "starting" point
    point     = [ "end of" | "early" | "mid" | ... ] ( day | month | season | year )
    day       = [ Monday ] ( 2018-10-15 | 10/15/2018 | 10/15/18 | 10/15
              | 15-Oct-18 | October 15[th][, 2018] | 15[th of] October [2018] )
              | October 15-17, 2018 | October 15 & 16, 2018
    month     = [ part ] March [ of ] [ 2022 ] | 03/2022 | "week of" day
    part      = ( "first" | "last" | ... ) ( Tuesday | "week" | "half" ) "of"
    season    = Fall [ of ] [ 2018 | 18 ]  and the plan's own quarters
    year      = [ SY | FY ] ( 2018-19 | 18/19 | 2018-2019 | 2024-2026 | 2022 ) | 18-19
              | year 1 | years 1-3
    open      = ongoing | continuous | ...
    length    = one year
    rhythm    = monthly | annually | every month | first of every month | ...
    each      = every August | each fall
    occasion  = Board meeting | Work Session | ...

Parentheses and the words `and`, `of`, `the` say nothing of their own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from planctl.calendar import Timing, Unread, Window
from planctl.calendar.missing_years import MissingYears
from planctl.calendar.point import Point
from planctl.calendar.points import PointReader
from planctl.calendar.ranges import RangeReader
from planctl.calendar.rhythms import read_rhythm
from planctl.calendar.tokens import OPEN, THROUGH, UNITS, Tokens, UnreadError

if TYPE_CHECKING:
    from planctl.calendar.ranges import Range
    from planctl.calendar.years import SchoolCalendar

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

_UNSET = frozenset(
    [
        *("tbd", "tba", "n/a", "not applicable", "as needed", "when needed"),
        *("to be determined", "to be announced", "to be scheduled"),
    ]
)
_SKIPPED = (",", ";", "/", "&", "and", "(", ")", "or", "+", "then")
_BEFORE_A_RHYTHM = frozenset({"the", "by", "on", "at", "in"})
_OCCASIONS = frozenset({"meeting", "session", "workshop", "retreat", "plc"})
_WHOSE = frozenset(
    [
        *("the", "at", "of", "board", "boe", "education", "school", "committee"),
        *("council", "work", "study", "plc", "staff", "faculty", "team", "planning"),
        *("leadership", "department", "cabinet", "regular", "special", "district"),
        "data",
    ]
)


def is_unset(text: str) -> bool:
    """Whether words stand for a time that is not set: `TBD`, `as needed`."""
    return " ".join(text.lower().split()).strip(". ") in _UNSET


@lru_cache(maxsize=4096)
def read_timing(
    text: str, calendar: SchoolCalendar, within: Window | None = None
) -> Timing | Unread:
    """Read a printed time; the plans of a state print the same few.

    Args:
        text: as printed.
        calendar: how the plan counts time.
        within: the nearest period; a date without a year takes its year from there
            where only one fits.
    """
    if is_unset(text):
        return Timing(text)
    try:
        return _Reader(text, calendar, within).read()
    except UnreadError as error:
        return Unread(text, error.part, error.is_backwards, error.help)


class _Reader:
    def __init__(
        self, text: str, calendar: SchoolCalendar, within: Window | None
    ) -> None:
        self.text = text
        self.calendar = calendar
        self.within = within
        self.tokens = Tokens(text)
        self.printed = RangeReader(PointReader(self.tokens, calendar))
        self.open_ended = False
        self.recurs: list[str] = []
        self.is_length = False
        self.ranges: list[Range] = []

    def read(self) -> Timing:
        """Read every piece, then give the dates without a year theirs."""
        while not self.tokens.is_done:
            if not self.tokens.pass_one(*_SKIPPED) and not self._piece():
                raise UnreadError(self.tokens.text())
        if not (self.ranges or self.open_ended or self.recurs or self.is_length):
            raise UnreadError(self.text)
        return self._timing()

    def _timing(self) -> Timing:
        years = MissingYears(self.calendar, self.within, self.text)
        windows = years.windows(self.ranges)
        others = [
            last.other
            for window, (_, last) in zip(windows, self.ranges, strict=True)
            if window and last.other
        ]
        return Timing(
            self.text,
            tuple(dict.fromkeys(window for window in windows if window)),
            ", ".join(self.recurs) or None,
            self.open_ended or self.printed.open_ended,
            tuple(others),
            lacks_year=None in windows,
        )

    # -- pieces ---------------------------------------------------------------

    def _piece(self) -> bool:
        return (
            self._open()
            or self._rhythm()
            or self._each()
            or self._length()
            or self._range()
            or self._occasion()
        )

    def _open(self) -> bool:
        """`ongoing`; what it runs through, or the years it runs in, is its end."""
        if not self.tokens.pass_one(*OPEN):
            return False
        if len(self.ranges) == 1 and self.ranges[0][0] is self.ranges[0][1]:
            begins = self.printed.begins(self.ranges[0][0])
            self.ranges = [(begins, begins)]
        self.open_ended |= not self._bound()
        return True

    def _bound(self) -> bool:
        """`ongoing through 2025`, `ongoing 2022-2025`."""
        begin = self.tokens.at
        is_end = self.tokens.pass_one(*THROUGH, "until", "till")
        if not is_end:
            self.tokens.pass_one("(", ",")
        found = self.printed.read()
        if len(found) == 1 and not self.printed.open_ended:
            first, last = found[0]
            end = last.window
            if is_end and first is last and end is not None:
                start = min(self.within.start if self.within else end.end, end.end)
                first = Point(Window(start, start))
            if first is not last or (first.spans_years and not is_end):
                self.ranges.append((first, last))
                return True
        self.tokens.at = begin
        self.printed.open_ended = False
        return False

    def _rhythm(self) -> bool:
        begin = self.tokens.at
        rhythm = read_rhythm(self.tokens)
        if not rhythm and self.tokens.word() in _BEFORE_A_RHYTHM:
            self.tokens.at += 1
            self.tokens.pass_one("the")
            rhythm = read_rhythm(self.tokens)
        if rhythm:
            self.recurs.append(rhythm)
        else:
            self.tokens.at = begin
        return bool(rhythm)

    def _each(self) -> bool:
        """`every August`, `each fall`: as `annually in August`."""
        begin = self.tokens.at
        if self.tokens.pass_one("every", "each"):
            point = self.printed.point()
            if point is not None and point.window is None:
                self.ranges.append((point, point))
                self.recurs.append(self.tokens.printed(begin))
                return True
        self.tokens.at = begin
        return False

    def _range(self) -> bool:
        tokens = self.tokens
        is_apart = tokens.kind() == "year" and tokens.text(-1) == ")"
        if is_apart and self.ranges and self.ranges[-1][1].window is None:
            # Of `October (Fall) 2026` the year belongs to what is before it.
            raise UnreadError(tokens.text())
        found = self.printed.read()
        self.ranges += found
        return bool(found)

    def _length(self) -> bool:
        """`one year`, `2 years`: how long, not when."""
        is_unit = self.tokens.word(1).rstrip("s") in UNITS
        if not (self.tokens.number() and is_unit):
            return False
        self.tokens.at += 2
        self.is_length = True
        return True

    def _occasion(self) -> bool:
        """`Board meeting` behind a time: what happens then."""
        begin = self.tokens.at
        while self.tokens.word().rstrip("s") in _WHOSE | _OCCASIONS:
            self.tokens.at += 1
        last = self.tokens.word(-1).rstrip("s") if self.tokens.at > begin else ""
        if last not in _OCCASIONS or not (self.ranges or self.recurs):
            self.tokens.at = begin
            return False
        return True
