"""Time as school districts print it: dates, school years, seasons, cycles."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that are read; anything else is a slip."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of days, from `start` to `end`, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def contains(self, other: Window) -> bool:
        """Whether another window lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def around(windows: tuple[Window, ...]) -> Window | None:
    """One window around several; none where there is none."""
    if len(windows) < 2:  # noqa: PLR2004 - nearly every time is one window
        return windows[0] if windows else None
    return Window(
        min(window.start for window in windows),
        max(window.end for window in windows),
    )


@dataclass(frozen=True)
class Timing:
    """What a printed time means, beside its text.

    `windows` are in printed order; `other_reading` holds the windows of a second
    reading where there is one (`end of 2023`). `recurs` is the printed word for how
    often it comes back. `lacks_year` is true where months or days are named and no
    single year fits. An `open_ended` time has no last day. Plans repeat the same few
    times, so that what they mean is worked out once.
    """

    text: str
    windows: tuple[Window, ...] = ()
    recurs: str | None = None
    open_ended: bool = False
    other_reading: tuple[Window, ...] = ()
    lacks_year: bool = False

    @cached_property
    def start(self) -> date | None:
        """The first day, by the earlier reading."""
        whole = self.whole
        return whole.start if whole else None

    @cached_property
    def end(self) -> date | None:
        """The last day, by the later reading; none where it is open-ended."""
        if self.open_ended:
            return None
        return self.last_day

    @cached_property
    def surely_by(self) -> date | None:
        """The last day, by the earlier reading; none where it is open-ended."""
        if self.open_ended or not self.windows:
            return None
        readings = filter(None, (around(self.windows), around(self.other_reading)))
        return min(reading.end for reading in readings)

    @cached_property
    def last_day(self) -> date | None:
        """The last day of the last window, whether or not it is open-ended."""
        whole = self.whole
        return whole.end if whole else None

    @cached_property
    def whole(self) -> Window | None:
        """One window around all of them."""
        return around(self.windows + self.other_reading)


@dataclass(frozen=True, slots=True)
class Unread:
    """A time that could not be read, and the part that stood in the way.

    Of one that `is_backwards` both ends can be read: the last is before the first.
    `help` is what to write instead, where that is known.
    """

    text: str
    part: str
    is_backwards: bool = False
    help: str = field(default="", compare=False)
