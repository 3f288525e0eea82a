"""What the records of measures have in common: value, time, group and site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.calendar import Timing, Window
from planctl.diagnostics import declared
from planctl.model.progress import MISSING
from planctl.model.record import read_name
from planctl.source.lines import quoted
from planctl.targets import Context, Unread, Value, read_value

if TYPE_CHECKING:
    from planctl.calendar.cycles import CycleInstance
    from planctl.diagnostics import Check
    from planctl.link.linker import Linker
    from planctl.load.places import Path
    from planctl.model.record import Record, When

_SHORT = 60
_PLAIN_KEY = re.compile(r"[A-Za-z][\w ./-]*")


class Missing(NamedTuple):
    """Why there is no value."""

    reason: str


class Period(NamedTuple):
    """When something was observed: its days, and the cycle where one was named."""

    window: Window
    cycle: CycleInstance | None


class _Mistake(NamedTuple):
    """A mistake, where it stands first and how often it was made."""

    times: int
    check: Check
    message: str
    record: Record
    path: Path
    more: dict[str, Any]


class ScopeReader:
    """Reads values, times, groups and sites, each spelling of them once.

    A mistake that many rows repeat is one finding, with their number; `tell` reports
    what was found.
    """

    def __init__(self, linker: Linker) -> None:
        self.linker = linker
        codes = linker.loaded.progress.missing
        self.missing = {_key(kind): kind for kind in MISSING}
        self.missing |= {_key(code): kind for code, kind in codes.items()}
        self._values: dict[tuple[str, int], Value | Missing | Unread] = {}
        self._contexts: dict[int, Context] = {}
        self._periods: dict[str, Period | str] = {}
        self._names: dict[tuple[str, str], str | None] = {}
        self._mistakes: dict[tuple[object, ...], _Mistake] = {}

    def measure(self, record: Record, path: Path, name: str) -> int | None:
        """The position of the measure with an id; reports if there is none."""
        linker = self.linker
        found = linker.references.measures.get(name)
        if found is None and linker.loaded.knows(name):
            message = f"nothing in this plan has the id `{name}`"
            if name in linker.references.index:
                message = f"`{name}` is an item, and no measure"
            self.add(
                declared.UNKNOWN_REFERENCE,
                message,
                record,
                path,
                word=name,
                part=name,
                candidates=linker.references.known_measures,
            )
        return found

    def context(self, measure: int) -> Context:
        """What is known of a measure."""
        found = self._contexts.get(measure)
        if found is None:
            of = self.linker.loaded.measures[measure].record
            found = Context(
                of.unit, of.direction, of.values, self.linker.times.calendar
            )
            self._contexts[measure] = found
        return found

    def value(
        self, record: Record, path: Path, text: str, measure: int
    ) -> Value | Missing | None:
        """Read a value, or one of the words for why there is none."""
        key = (text, measure)
        read = self._values.get(key)
        if read is None:
            reason = self.reason(text)
            context = self.context(measure)
            read = Missing(reason) if reason else read_value(text, context)
            self._values[key] = read
        if isinstance(read, Unread):
            self.unread(record, path, read, measure)
            return None
        return read

    def reason(self, text: str) -> str | None:
        """Why a value is missing, by our own words or the plan's codes."""
        return self.missing.get(_key(text))

    def unread(self, record: Record, path: Path, unread: Unread, measure: int) -> None:
        """Report a value that cannot be read."""
        of = self.linker.loaded.measures[measure].record
        self.add(
            declared.UNREAD_VALUE,
            f"the value `{_short(unread.text)}` of {of.id} cannot be read: "
            f"{unread.why}",
            record,
            path,
            part=unread.part if unread.part.strip() else "",
            word=unread.text,
            help=_remedy(unread),
        )

    def period(self, record: Record, path: Path, when: When) -> Period | None:
        """Read when something was observed; reports what cannot be placed."""
        text = when.text
        if text is None or when.start or when.end:
            timing = self.linker.times.timing(record, path, when, None)
            window = timing.whole if timing else None
            return Period(window, None) if window else None
        read = self._periods.get(text)
        if read is None:
            read = self._periods[text] = self._read_period(text)
        if isinstance(read, Period):
            return read
        self.add(
            declared.UNREAD_DATE,
            f"the period `{_short(text)}` cannot be placed in time",
            record,
            path,
            word=text,
            help=read,
        )
        return None

    def _read_period(self, text: str) -> Period | str:
        """A period, or what to write instead."""
        linker = self.linker
        cycle = linker.cycles.calendar.find(text)
        if cycle is not None and cycle.start and cycle.end:
            return Period(Window(cycle.start, cycle.end), cycle)
        if cycle is not None:
            return "when the document was published is not known; write a year"
        timing = linker.times.read(text, None)
        if isinstance(timing, Timing) and timing.whole:
            return Period(timing.whole, None)
        if isinstance(timing, Timing) and timing.lacks_year:
            return "write the year, too"
        return "forms that can: 2024-25, Fall 2024, March 2025, 2025-03-14"

    def group(self, record: Record, path: Path, name: str | None) -> str | None:
        """The student group with a name; none for all students."""
        return self._named(record, path, name, "group")

    def site(self, record: Record, path: Path, name: str | None) -> str | None:
        """The site with a name."""
        return self._named(record, path, name, "site")

    def _named(
        self, record: Record, path: Path, name: str | None, what: str
    ) -> str | None:
        if name is None:
            return None
        key = (what, name)
        if key not in self._names:
            found = self.linker.people.place(record, path, name, what)
            self._names[key] = found
        return self._names[key]

    # -- reporting --------------------------------------------------------------

    def add(
        self,
        check: Check,
        message: str,
        record: Record,
        path: Path = (),
        *,
        word: str = "",
        **more: Any,  # noqa: ANN401 - handed on to the linker's report
    ) -> None:
        """Add a mistake; one that was made before is counted."""
        if not self.linker.loaded.places.is_here(record):
            return
        key = (check.name, message, word)
        first = self._mistakes.get(key)
        if first is None:
            more["word"] = word
            first = _Mistake(0, check, message, record, path, more)
        self._mistakes[key] = first._replace(times=first.times + 1)

    def tell(self) -> None:
        """Report the mistakes, each where it was made first."""
        for one in self._mistakes.values():
            message = one.message
            if one.times > 1:
                message = f"{message} (here and in {more_places(one.times - 1)})"
            self.linker.report(one.check, message, one.record, one.path, **one.more)
        self._mistakes.clear()


def more_places(times: int) -> str:
    """How many other places there are, in words."""
    return "one more place" if times == 1 else f"{times:,} more places"


def _key(text: str) -> str:
    return str(read_name(text))


def _remedy(unread: Unread) -> str:
    """What to write: a value, or what a code for a missing one stands for."""
    code, near = " ".join(unread.text.split()), " ".join(unread.near.split())
    if any(sign.isdigit() for sign in code):
        return f"a form that can: `{near}`"
    if not code or len(code) > _SHORT:
        return f"write a value such as `{near}`"
    key = code if _PLAIN_KEY.fullmatch(code) else quoted(code)
    return (
        f"write a value such as `{near}`; if it says why there is none, write\n"
        f"progress:\n  missing:\n    {key}: suppressed"
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}\u2026"
