"""A target that is written as fields, or as a text with fields beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar.years import SchoolCalendar
from planctl.targets.amounts import read_amount
from planctl.targets.band_grammar import read_within
from planctl.targets.baseline import read_start
from planctl.targets.cursor import Cursor
from planctl.targets.goal_grammar import read_level
from planctl.targets.said import (
    Amount,
    Form,
    Mark,
    Peer,
    Said,
    Sentence,
    Start,
    Step,
    UnreadError,
)
from planctl.targets.target import Context, Target, Unread, mean, unread
from planctl.targets.words import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOUNDS = {
    "at_least": (Form.FLOOR, False),
    "more_than": (Form.FLOOR, True),
    "at_most": (Form.CEILING, False),
    "less_than": (Form.CEILING, True),
}
_BAND = (Form.FLOOR, Form.CEILING)
_CHANGES = frozenset({Form.CHANGE, Form.FACTOR, Form.GAP})


class Fields(NamedTuple):
    """The fields of a target as they are written; a `Peer` names another series."""

    text: str | None = None
    value: str | Peer | None = None
    change: str | None = None
    at_least: str | Peer | None = None
    at_most: str | Peer | None = None
    more_than: str | Peer | None = None
    less_than: str | Peer | None = None
    within: str | None = None
    by: str | None = None
    from_: str | None = None
    each: str | None = None
    reading: str | None = None
    tolerance: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether any of them says what is to be reached."""
        bounds = (self.at_least, self.at_most, self.more_than, self.less_than)
        said = (self.text, self.value, self.change, self.within, *bounds)
        return any(one is not None for one in said)


def read_fields(
    fields: Fields,
    unit: str | None = None,
    direction: str | None = None,
    *,
    values: tuple[str, ...] = (),
    calendar: SchoolCalendar | None = None,
) -> Target | Unread:
    """Read a target from its fields.

    What a field says holds before what the text says. `reading` settles a percent of
    a measure in percent: as points, or as percent of the baseline.
    """
    context = Context(unit, direction, values, calendar or SchoolCalendar())
    reader = _FieldReader(fields, context)

    def read(written: str) -> Target:
        name = "from_" if reader.name == "from" else reader.name
        return _FieldReader(fields._replace(**{name: written}), context).read()

    try:
        return reader.read()
    except UnreadError as error:
        return unread(reader.text, error, read, reader.name)


def read_tolerance(text: str, context: Context) -> Amount | Unread:
    """Read how near to a target is near enough: `1 point`, `2%`."""
    reader = _FieldReader(Fields(tolerance=text), context)
    try:
        return reader.amount("tolerance", text)
    except UnreadError as error:
        return Unread(text, error.start, error.end - error.start, error.why, "1 point")


class _FieldReader:
    """Reads one field after the other; `name` and `text` are those of the last."""

    def __init__(self, fields: Fields, context: Context) -> None:
        self.fields = fields
        self.context = context
        self.name = "text"
        self.text = fields.text or ""

    def read(self) -> Target:
        """Read them all.

        Raises:
            UnreadError: one of them cannot be read.
        """
        fields = self.fields
        said = self._said()
        sentence = Sentence((Step(said),)) if said else self._sentence()
        if said and fields.change is not None:
            # A change may be one a year, or one by each of several dates.
            sentence = self.context.sentence(fields.change)
        if fields.each:
            sentence = replace(sentence, each=fields.each)
        if fields.by:
            last = replace(sentence.steps[-1], due=fields.by)
            sentence = replace(sentence, steps=(*sentence.steps[:-1], last))
        if fields.from_:
            sentence = replace(sentence, start=self._start(fields.from_))
        if fields.reading:
            sentence = _settle(sentence, fields.reading)
        tolerance = None
        if fields.tolerance is not None:
            tolerance = self.amount("tolerance", fields.tolerance)
        target = mean(fields.text or "", sentence, self.context)
        return replace(target, tolerance=tolerance)

    def _sentence(self) -> Sentence:
        self.name, self.text = "text", self.fields.text or ""
        return self.context.sentence(self.text)

    def _said(self) -> Said | None:
        found = tuple(self._several())
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        band = _band(found)
        if band is None:
            raise UnreadError(0, len(self.text), "fields that contradict each other")
        return band

    def _several(self) -> Iterator[Said]:
        """What each of the fields says that say what is to be reached."""
        fields = self.fields
        if fields.value is not None:
            yield self._level(fields.value)
        if fields.change is not None:
            yield self._change(fields.change)
        for name, (form, is_strict) in _BOUNDS.items():
            written = getattr(fields, name)
            if isinstance(written, Peer):
                yield Said(form, is_strict=is_strict, peer=written)
            elif written is not None:
                amount = self.amount(name, written)
                yield Said(form, (amount,), is_strict=is_strict)
        if fields.within is not None:
            yield self._within(fields.within)

    def _level(self, written: str | Peer) -> Said:
        if isinstance(written, Peer):
            return Said(Form.LEVEL, peer=written)
        cursor = self._cursor("value", written)
        said = read_level(cursor, None)
        if said is None or not cursor.is_done:
            cursor.fail("a level was expected", cursor.at)
        return said

    def _within(self, written: str) -> Said:
        cursor = self._cursor("within", written)
        said = read_within(cursor)
        if said is None or not cursor.is_done:
            cursor.fail("a band was expected, such as 0.9-1.1", cursor.at)
        return said

    def _change(self, written: str) -> Said:
        self.name, self.text = "change", written
        sentence = self.context.sentence(written)
        said = sentence.steps[0].said
        if said.form not in _CHANGES:
            near = f"+{written.strip()}"
            raise UnreadError(0, len(written), "a change has a sign", near)
        return said

    def _start(self, written: str) -> Start:
        self.name, self.text = "from", written
        return read_start(written, self.context)

    def amount(self, name: str, written: str) -> Amount:
        """Read a field that is one amount and nothing else.

        Raises:
            UnreadError: it is not.
        """
        cursor = self._cursor(name, written)
        amount = read_amount(cursor, signed=True)
        if amount is None or not cursor.is_done:
            cursor.fail("one amount was expected", cursor.at)
        return amount

    def _cursor(self, name: str, written: str) -> Cursor:
        self.name, self.text = name, written
        return Cursor(
            written,
            self.context.calendar,
            self.context.words,
            has_days=self.context.has_days,
        )


def _band(found: tuple[Said, ...]) -> Said | None:
    """A floor and a ceiling together."""
    by_form = {said.form: said for said in found}
    floor, ceiling = by_form.get(Form.FLOOR), by_form.get(Form.CEILING)
    if len(found) > len(by_form) or len(by_form) > len(_BAND) or not floor:
        return None
    if ceiling is None or floor.is_strict or ceiling.is_strict:
        return None
    if floor.peer or ceiling.peer:
        return None
    if not floor.amounts[0].share < ceiling.amounts[0].share:
        return None
    return Said(Form.WITHIN, (*floor.amounts, *ceiling.amounts))


def _settle(sentence: Sentence, reading: str) -> Sentence:
    """Say points, or percent of the baseline, where only a percent sign stands."""
    steps = tuple(
        replace(step, said=_settled(step.said, is_points=reading == "points"))
        for step in sentence.steps
    )
    return replace(sentence, steps=steps)


def _settled(said: Said, *, is_points: bool) -> Said:
    if said.form is Form.GAP and said.amounts[0].mark is Mark.PERCENT:
        (share,) = said.amounts
        if is_points:
            points = replace(share, mark=Mark.POINTS)
            return Said(Form.CHANGE, (points,), Way.BETTER)
        part = replace(share, mark=Mark.PART, of=Decimal(100))
        return replace(said, amounts=(part,))
    if said.form not in {Form.CHANGE, Form.WITHIN} or (
        said.form is Form.WITHIN and len(said.amounts) > 1
    ):
        return said
    mark = Mark.POINTS if is_points else Mark.OF_BASELINE
    amounts = tuple(
        replace(one, mark=mark) if one.mark is Mark.PERCENT else one
        for one in said.amounts
    )
    return replace(said, amounts=amounts)
