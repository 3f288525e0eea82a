"""Reads what stands beside the goal of a target: its pace, its scope and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import is_ratio
from planctl.targets.leftovers import Heard
from planctl.targets.names import Names
from planctl.targets.said import Form, Said
from planctl.targets.telling import CHANGES
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor
    from planctl.targets.said import Start

_SECOND_DATE = "a second date; a ladder has `;` between its steps"
_LONG = frozenset({"year", "years", "month", "months", "semester", "semesters"})


class Beside:
    """What was heard of a target so far, and what may stand beside its goal."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.names = Names(cursor)
        self.each = ""
        self.start: Start | None = None
        self.per_year = False
        self.begin_step()

    def begin_step(self) -> None:
        """Forget what belongs to one step only."""
        self.said: Said | None = None
        self.due = ""
        self.way: Way | None = None
        self.first = self.cursor.at
        self.names.unsure = None
        self.heard = Heard()
        self.other_pace: tuple[int, int] | None = None

    def so_far(self) -> Heard:
        """What was heard of this step, for the words that are left over."""
        if self.said is not None and self.heard.amount is None:
            self.heard = Heard(self.cursor.at, self.heard.verb)
        elif self.way is not None and self.heard.verb is None:
            self.heard = Heard(verb=self.cursor.at)
        return self.heard

    def read_pace(self) -> bool:
        """Read `a year`, `annually`; keep what another pace says."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take(words.PACE) or self._yearly_change():
            self.per_year = True
            return True
        if cursor.take(words.OTHER_PACE):
            self.other_pace = (begin, cursor.at)
            cursor.at = begin
        return False

    def _yearly_change(self) -> bool:
        """`annual` of `an annual increase of 5%`, and of `3% annual growth`."""
        cursor = self.cursor
        begin = cursor.at
        if not cursor.take(words.YEARLY):
            return False
        is_number = cursor.token.kind is Kind.NUMBER
        if self.said is None and (is_number or cursor.token.text in CHANGES):
            return True
        is_plain = self.said is not None and self.said.form is Form.LEVEL
        way = cursor.take_meaning(words.AFTERWARDS) if is_plain else ""
        end = cursor.tokens[begin - 1].end
        if self.said is None or not way or self.said.amounts[-1].end != end:
            cursor.at = begin
            return False
        self.said = Said(Form.CHANGE, self.said.amounts, Way(way))
        return True

    def read_scope(self) -> bool:
        """`for every group`, `in all schools`, `each site`."""
        cursor = self.cursor
        begin = cursor.at
        place = cursor.take(words.PLACES)
        each = cursor.take(("every", "each", "all", "per"))
        found = cursor.take_meaning(words.EACH) if each else ""
        is_subject = found == "group" and self.said is None and self.way is None
        is_share = place == "of" or (each == "all" and not place and not is_subject)
        if not found or is_share or self.each not in {"", found}:
            cursor.at = begin
            return False
        self.each = found
        return True

    def read_bracketed_due(self) -> None:
        """`to 60% (2028-29)`, behind what it starts from."""
        if not self.due:
            self.due = self.cursor.take_bracketed_time()

    def read_due_in_parentheses(self) -> bool:
        """`61% (2022-23)`."""
        begin = self.cursor.at
        due = self.cursor.take_bracketed_time() if self.said is not None else ""
        if due and self.due:
            self.cursor.fail(_SECOND_DATE, begin)
        self.due = self.due or due
        return bool(due)

    def read_labelled_due(self) -> bool:
        """`2018-19: 30%`, `SY 24-25 = 68%`."""
        due = self.take_label(self.first)
        self.due = due or self.due
        return bool(due)

    def take_label(self, first: int) -> str:
        """Pass over a time that a step begins with, and the colon behind it."""
        cursor = self.cursor
        begin = cursor.at
        if begin != first or is_ratio(cursor, begin):
            return ""
        due = cursor.take_time()
        if due and cursor.take((":", "=")):
            return due
        cursor.at = begin
        return ""

    def read_due(self) -> bool:
        """Read `by 2029`, `in 2028-29`, `over five years`."""
        cursor = self.cursor
        begin = cursor.at
        word = cursor.take(words.DUE) or cursor.take(("over",))
        if not word:
            return False
        is_spoken = self.said is not None or self.way is not None
        has_length = word in words.BEFORE_A_LENGTH
        if has_length:
            cursor.take(words.NEXT)
        due = cursor.take_time(has_length=has_length)
        is_long = cursor.tokens[cursor.at - 1].text in _LONG
        if not is_long and (word == "over" or (word == "within" and not is_spoken)):
            due = ""
        if not due:
            cursor.at = begin
            return False
        if self.due:
            cursor.fail(_SECOND_DATE, begin, cursor.at)
        self.due = due
        return True
