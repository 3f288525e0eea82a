"""Reporting cycles: which instances a plan has, and which one a name means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planctl.calendar import FIRST_YEAR, LAST_YEAR, Timing, Window
from planctl.calendar.reading import read_timing
from planctl.calendar.tokens import NUMBERS

if TYPE_CHECKING:
    from planctl.calendar.years import SchoolCalendar

AS_PUBLISHED = "as-published"
_INSTANCE = re.compile(r"(?P<year>\d{4}(?:-(?:\d{4}|\d{2}))?)/(?P<name>.+)", re.ASCII)
_EVERY = re.compile(rf"every (\d{{1,3}}|{'|'.join(NUMBERS)}) (day|week)s", re.ASCII)
# Summer begins in one school year and ends in the next.
_OVERHANG = timedelta(days=62)


@dataclass(frozen=True, slots=True, order=True)
class CycleInstance:
    """One reporting of a cycle, ordered by time; `as-published` comes first.

    `start` and `end` are the first and last day of the cycle's window; both are
    `None` for `as-published`, whose age is unknown. `year_start` is the first day of
    the school year that it belongs to.
    """

    order: tuple[date, date, str]
    id: str = field(compare=False)
    name: str = field(compare=False)
    start: date | None = field(compare=False)
    end: date | None = field(compare=False)
    year_start: date = field(default=date.min, compare=False)


PUBLISHED = CycleInstance(
    (date.min, date.min, ""), AS_PUBLISHED, AS_PUBLISHED, None, None
)


@dataclass(frozen=True, slots=True)
class CycleCalendar:
    """The cycles of a plan: a name and when it is, as printed, in each year."""

    when: dict[str, tuple[str, ...]]
    calendar: SchoolCalendar
    _years: dict[Window, tuple[CycleInstance, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def find(self, text: str) -> CycleInstance | None:
        """The instance with an id such as `2024-25/mid-year`, if there is one."""
        wanted = text.strip()
        if wanted.lower() == AS_PUBLISHED:
            return PUBLISHED
        match = _INSTANCE.fullmatch(wanted)
        year = self._year(match["year"]) if match else None
        if match is None or year is None:
            return None
        name = match["name"].lower()
        for instance in self.in_year(year):
            if instance.id.partition("/")[2].lower() == name:
                return instance
        return None

    def in_year(self, year: Window) -> tuple[CycleInstance, ...]:
        """Every instance in one school year, in order of time."""
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = self._in_year(year)
        return found

    def _in_year(self, year: Window) -> tuple[CycleInstance, ...]:
        label = self.calendar.year_name(year)
        found = []
        for name, texts in self.when.items():
            windows = sorted(self._windows(texts, year))
            for nth, window in enumerate(windows, 1):
                suffix = f"-{nth}" if len(windows) > 1 else ""
                cycle_id = f"{label}/{name}{suffix}"
                order = (window.start, window.end, cycle_id)
                found.append(
                    CycleInstance(
                        order, cycle_id, name, window.start, window.end, year.start
                    )
                )
        return tuple(sorted(found))

    def begun(self, name: str, as_of: date) -> CycleInstance | None:
        """The latest instance of a name that has begun by a day."""
        this_year = self.calendar.year_of(as_of)
        last_year = self.calendar.year_of(this_year.start - timedelta(days=1))
        instances = [*self.in_year(last_year), *self.in_year(this_year)]
        return max(
            (i for i in instances if i.name == name and i.order[0] <= as_of),
            default=None,
        )

    def _year(self, text: str) -> Window | None:
        """The school year that `2024-25`, `2024-2025` or `2025` names."""
        first, last = int(text[:4]), text[5:]
        if not FIRST_YEAR <= first <= LAST_YEAR:
            return None
        if not last:
            return self.calendar.year_ending(first)
        follows = str(first + 1).endswith(last)
        return self.calendar.school_year(first) if follows else None

    def _windows(self, texts: tuple[str, ...], year: Window) -> list[Window]:
        found: list[Window] = []
        for text in texts:
            every = _EVERY.fullmatch(text.strip().lower())
            if every:
                number = NUMBERS.get(every[1]) or int(every[1])
                found += _every(number * (7 if every[2] == "week" else 1), year)
                continue
            timing = read_timing(text, self.calendar, year)
            if isinstance(timing, Timing) and timing.lacks_year:
                wider = Window(year.start, year.end + _OVERHANG)
                timing = read_timing(text, self.calendar, wider)
            if isinstance(timing, Timing):
                found += _in_year(timing, year)
        return found


def _in_year(timing: Timing, year: Window) -> list[Window]:
    """The windows that begin in a year; those of a rhythm where none is printed."""
    if timing.windows or timing.lacks_year:
        return [w for w in timing.windows if year.start <= w.start <= year.end]
    return _recurring(timing, year)


def _every(days: int, year: Window) -> list[Window]:
    """Stretches of so many days, from the first day of a year."""
    length = timedelta(days=max(days, 1))
    found = []
    start = year.start
    while start + length - timedelta(days=1) <= year.end:
        found.append(Window(start, start + length - timedelta(days=1)))
        start += length
    return found


def _recurring(timing: Timing, year: Window) -> list[Window]:
    """`monthly` and `quarterly` as windows of a year; anything else is the year."""
    word = timing.recurs or ""
    parts = 12 if "month" in word else 4 if "quarter" in word else 1
    begin = year.start
    found = []
    for part in range(1, parts + 1):
        months = 12 // parts * part
        carry, month = divmod(year.start.month - 1 + months, 12)
        following = date(year.start.year + carry, month + 1, year.start.day)
        found.append(Window(begin, following - timedelta(days=1)))
        begin = following
    return found
