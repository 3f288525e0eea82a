"""Words that stand where nothing is decided yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar.reading import is_unset

if TYPE_CHECKING:
    from planctl.calendar import Timing

_NOBODY = frozenset(
    [
        *("tbd", "tba", "tbh", "n/a", "na", "none", "nobody", "not applicable"),
        *("to be determined", "to be announced", "to be hired", "to be named"),
        *("to be assigned", "unassigned", "not assigned", "vacant", "vacancy"),
        *("vacant position", "open position"),
    ]
)


def is_nobody(name: str) -> bool:
    """Whether an owner's name says that there is none yet: `TBD`, `to be hired`."""
    return " ".join(name.lower().split()).strip(". ()") in _NOBODY


def is_no_date(timing: Timing) -> bool:
    """Whether a time says that it is not set: `TBD`, `as needed`."""
    has_more = timing.windows or timing.recurs or timing.open_ended
    return not has_more and is_unset(timing.text)
