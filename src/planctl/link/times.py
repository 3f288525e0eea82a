"""Times of a plan: its calendar, and every printed time read by it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from planctl.calendar import Timing, Unread, Window
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SEASONS, SchoolCalendar
from planctl.diagnostics import declared
from planctl.link.remedies import calendar_remedy, plain_remedy

if TYPE_CHECKING:
    from planctl.link.reporter import Reporter
    from planctl.load.places import Path
    from planctl.model.record import Record, When

_MONTH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)
_LAST_SAFE_DAY = 28


class Times:
    """Reads the times of one plan by its own school year, seasons and year 1."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        self.calendar = self._calendar()
        self._timings: dict[tuple[str, Window | None], Timing | Unread] = {}

    def timing(
        self, record: Record, path: Path, when: When | None, within: Window | None
    ) -> Timing | None:
        """Read a time; its text alone, and a problem, where it cannot be read."""
        if when is None:
            return None
        if when.start or when.end:
            return self._timing_of_fields(record, path, when)
        if when.text is None:
            return None
        read = self.read(when.text, within)
        if isinstance(read, Timing):
            return read
        if when.recurs or when.open_ended:
            return Timing(when.text, (), when.recurs, when.open_ended)
        self.unread(record, path, read)
        return Timing(when.text)

    def read(self, text: str, within: Window | None) -> Timing | Unread:
        """Read a printed time; plans repeat the same few."""
        key = (text, within)
        read = self._timings.get(key)
        if read is None:
            read = self._timings[key] = read_timing(text, self.calendar, within)
        return read

    def breaks(self) -> dict[int, tuple[date, ...]]:
        """The days on which the definition of each measure changed."""
        found = {}
        for position, (record, _) in enumerate(self.reporter.loaded.measures):
            days = []
            for place, one in enumerate(record.breaks):
                read = self.read(one.at, None)
                start = read.start if isinstance(read, Timing) else None
                if start is not None:
                    days.append(start)
                else:
                    unread = read if isinstance(read, Unread) else Unread(one.at, "")
                    self.unread(record, ("breaks", place, "at"), unread)
            if days:
                found[position] = tuple(sorted(days))
        return found

    def endings(self) -> dict[int, date]:
        """The first day on which each retired measure is no longer measured.

        `retired:` may be any text; what is no time is passed over.
        """
        found = {}
        for position, (record, _) in enumerate(self.reporter.loaded.measures):
            if record.retired is not None:
                read = self.read(record.retired, None)
                if isinstance(read, Timing) and read.start is not None:
                    found[position] = read.start
        return found

    def unread(self, record: Record, path: Path, unread: Unread) -> None:
        """Report a time that cannot be read."""
        message = f"the time `{_short(unread.text)}` cannot be read"
        what = unread.help or plain_remedy(unread.text)
        if record is not self.reporter.loaded.calendar:
            what = self._calendar_remedy(unread.text) or what
        if unread.is_backwards:
            message = f"the time `{_short(unread.text)}` ends before it begins"
            what = "correct one of its ends, or swap the two"
        self.reporter.report(
            declared.UNREAD_DATE,
            message,
            record,
            path,
            part=unread.part if unread.part != unread.text else "",
            help=what,
            word=unread.text,
        )

    def _calendar_remedy(self, text: str) -> str:
        """The lines of `calendar:` that say when a time is, such as year 1."""
        first_year = ""
        if self.calendar.first_year is None:
            period = self.reporter.loaded.info.period
            read = self.read(period.text, None) if period and period.text else None
            start = read.start if isinstance(read, Timing) else None
            year = self.calendar.year_of(start or date(2024, 7, 1))
            first_year = self.calendar.year_name(year)
        return calendar_remedy(text, first_year, frozenset(self.calendar.seasons))

    def _timing_of_fields(
        self, record: Record, path: Path, when: When
    ) -> Timing | None:
        days = [day for day in (when.start, when.end) if day is not None]
        start, end = days[0], days[-1]
        if end < start:
            self.reporter.report(
                declared.INVALID_VALUE,
                "a time ends before it starts",
                record,
                (*path, "end"),
                help=f"it starts on {start}",
            )
            return None
        is_open = when.open_ended or when.end is None
        text = when.text or (f"{start} to {end}" if start != end else str(start))
        return Timing(text, (Window(start, end),), when.recurs, is_open)

    def _calendar(self) -> SchoolCalendar:
        written = self.reporter.loaded.calendar
        starts = self._year_starts(written.year_starts)
        seasons = dict(SEASONS)
        plain = SchoolCalendar(starts)
        for name, text in written.seasons.items():
            timing = read_timing(text, plain, plain.school_year(2000))
            if isinstance(timing, Unread) or timing.whole is None:
                self.unread(written, ("seasons", name), Unread(text, text))
            else:
                whole = timing.whole
                seasons[name.lower()] = (whole.start.month, whole.end.month)
        first = None
        if written.year_1 and written.year_1.text:
            timing = read_timing(written.year_1.text, plain)
            if isinstance(timing, Timing) and timing.start:
                first = timing.start.year
            else:
                text = written.year_1.text
                self.unread(written, ("year_1",), Unread(text, text))
        return SchoolCalendar(starts, seasons, first)

    def _year_starts(self, text: str) -> tuple[int, int]:
        match = _MONTH_DAY.fullmatch(text.strip())
        if match:
            month, day = int(match[1]), int(match[2])
            if 1 <= month <= 12 and 1 <= day <= _LAST_SAFE_DAY:  # noqa: PLR2004
                return month, day
        self.reporter.report(
            declared.INVALID_VALUE,
            f"`year_starts` cannot be `{text}`",
            self.reporter.loaded.calendar,
            ("year_starts",),
            help="write month and day, such as 07-01; the day is 28 at most",
        )
        return 7, 1


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
