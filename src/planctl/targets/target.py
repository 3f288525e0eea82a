"""A target: what was written, what it says, and what it may mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from planctl.calendar.years import SchoolCalendar
from planctl.targets.grammar import read_sentence
from planctl.targets.meaning import read_said
from planctl.targets.nearest import nearest_form
from planctl.targets.restated import start_of
from planctl.targets.said import Amount, Said, Sentence, Start, UnreadError
from planctl.targets.scale import Scale, check_level, check_unit
from planctl.targets.unset import check_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.targets.goals import Reading

_ANY_YEAR = 2000
_ADVICE = "docs/targets.md tells the forms that can be read"
Counted = tuple[tuple[int, int], tuple[tuple[str, tuple[int, int]], ...], int]
"""How a plan counts time: the start of a year, the seasons, the first year."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a target: what it says, when it is due, its readings.

    `due` is as printed, with one kind of dash; empty where nothing is said. There is
    more than one reading where it is ambiguous.
    """

    said: Said
    due: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A target: one rung, or those of a ladder in their order.

    `named` are the words between, which say what is measured. `each` is `group` or
    `site` where it is a rule for every one. `per_year` makes a yearly amount of what
    it says. `start` is its own baseline; with a `change` that is told beside the level,
    it may be worked out from the two. Two targets that say the same are equal
    whatever their text.
    """

    text: str = field(compare=False)
    rungs: tuple[Rung, ...]
    named: str = ""
    each: str = ""
    start: Start | None = None
    per_year: bool = False
    tolerance: Amount | None = None
    change: Said | None = None

    @property
    def is_ladder(self) -> bool:
        """Whether it has several steps."""
        return len(self.rungs) > 1

    @property
    def final(self) -> Rung:
        """Its last step."""
        return self.rungs[-1]


@dataclass(frozen=True, slots=True)
class Unread:
    """A target that cannot be read.

    `length` characters of the text from `offset` (from 0) stand in the way, for the
    reason `why`; `near` is the nearest form that can be read and has the same numbers,
    or empty; `advice` is what to do where no form says the same. `field_name` says
    where the text stands: in `text`, or in another field.
    """

    text: str
    offset: int
    length: int
    why: str
    near: str
    field_name: str = "text"
    advice: str = ""

    @property
    def help(self) -> str:
        """What to write instead, or where the forms are that can be read."""
        if self.near:
            return f"a form that can: `{self.near}`; see docs/targets.md"
        return self.advice or _ADVICE

    @property
    def part(self) -> str:
        """The part that stands in the way."""
        return self.text[self.offset : self.offset + self.length]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the measure, and how the plan counts time.

    `values` are the measure's ordered words, lowest first.
    """

    unit: str | None = None
    direction: str | None = None
    values: tuple[str, ...] = ()
    calendar: SchoolCalendar = field(default_factory=SchoolCalendar)

    @property
    def scale(self) -> Scale:
        """The unit and the direction."""
        return Scale(self.unit, self.direction)

    @property
    def words(self) -> tuple[str, ...]:
        """The measure's ordered words; those of yes and no are known."""
        return ("no", "yes") if self.unit == "yes_no" else self.values

    @property
    def has_days(self) -> bool:
        """Whether the values are days."""
        return self.unit == "date"

    def sentence(self, text: str) -> Sentence:
        """What a text says, whatever year 1 is.

        Raises:
            UnreadError: a part of it cannot be read.
        """
        calendar = self.calendar
        seasons = tuple(calendar.seasons.items())
        counted = (calendar.starts, seasons, calendar.first_year or _ANY_YEAR)
        read = _read_once(text, self.words, counted, has_days=self.has_days)
        if isinstance(read, Sentence):
            return read
        advice = read.advice
        if self.words and not advice:
            advice = f"a value of this measure is one of: {', '.join(self.words)}"
        raise UnreadError(read.start, read.end, read.why, read.near, advice=advice)


@lru_cache(maxsize=4096)
def _read_once(
    text: str, values: tuple[str, ...], counted: Counted, *, has_days: bool
) -> Sentence | UnreadError:
    """What a text says; plans, and the plans of a portfolio, repeat the same few."""
    try:
        starts, seasons, first_year = counted
        calendar = SchoolCalendar(starts, dict(seasons), first_year)
        check_set(text)
        return read_sentence(text, calendar, values, has_days=has_days)
    except UnreadError as error:
        return _why_unread(text, error).with_traceback(None)


def _why_unread(text: str, error: UnreadError) -> UnreadError:
    """The better reason: what cannot be read may say that nothing is set yet."""
    try:
        check_set(text, is_unread=True)
    except UnreadError as unset:
        return unset
    return error


def read_target(
    text: str,
    unit: str | None = None,
    direction: str | None = None,
    *,
    values: tuple[str, ...] = (),
    calendar: SchoolCalendar | None = None,
) -> Target | Unread:
    """Read a target as people write it.

    Args:
        text: as printed.
        unit: of the measure; where none is known, every unit is allowed.
        direction: which way is better.
        values: the measure's ordered words, lowest first.
        calendar: how the plan counts time.
    """
    context = Context(unit, direction, values, calendar or SchoolCalendar())

    def read(written: str) -> Target:
        return mean(written, context.sentence(written), context)

    try:
        return read(text)
    except UnreadError as error:
        return unread(text, error, read)


def mean(text: str, sentence: Sentence, context: Context) -> Target:
    """Give what was said its readings.

    Raises:
        UnreadError: an amount does not fit the measure's unit.
    """
    yearly = sentence.per_year
    if sentence.start is not None and sentence.start.amount is not None:
        check_level(sentence.start.amount, context.scale)
    rungs = (
        Rung(step.said, step.due, read_said(step.said, context.scale, per_year=yearly))
        for step in sentence.steps
    )
    return Target(
        text,
        tuple(rungs),
        sentence.named,
        sentence.each,
        _start(sentence, context.scale),
        yearly,
        change=sentence.change,
    )


def _start(sentence: Sentence, scale: Scale) -> Start | None:
    """What a target starts from, as it says or as its change and its level tell."""
    start = sentence.start
    if sentence.change is None:
        return start
    check_unit(sentence.change.amounts[0], scale)
    amount = start_of(sentence.change, sentence.steps[0].said.amounts[0])
    if amount is None or (start is not None and start.is_previous):
        return start
    return replace(start or Start(), amount=amount)


def unread(
    text: str,
    error: UnreadError,
    read: Callable[[str], object],
    field_name: str = "text",
) -> Unread:
    """What stands in the way, with the nearest form that `read` can read."""

    def is_read(candidate: str) -> bool:
        try:
            read(candidate)
        except UnreadError:
            return False
        return True

    length = max(error.end - error.start, 0)
    near = nearest_form(text, error, is_read)
    return Unread(text, error.start, length, error.why, near, field_name, error.advice)
