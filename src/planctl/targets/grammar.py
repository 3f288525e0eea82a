"""The grammar of targets: a recursive descent over the tokens of a text.

`docs/targets.md` writes it down; each method here reads one line of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.cursor import Cursor
from planctl.targets.gap_grammar import read_gap
from planctl.targets.goal_grammar import (
    HALF,
    read_change,
    read_kept,
    read_level,
    read_past,
    read_plain,
    read_pointed,
)
from planctl.targets.negations import read_denied
from planctl.targets.own_baseline import OwnBaseline
from planctl.targets.restated import told_by, with_change
from planctl.targets.said import Form, Mark, Said, Sentence, Start, Step, UnreadError
from planctl.targets.slips import check_names_before, check_slip
from planctl.targets.starts import read_period
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.calendar.years import SchoolCalendar

_KEPT = Said(Form.MAINTAIN)
_LEVELS = frozenset({Form.LEVEL, Form.FLOOR, Form.CEILING})


def read_sentence(
    text: str,
    calendar: SchoolCalendar,
    values: tuple[str, ...] = (),
    *,
    has_days: bool = False,
) -> Sentence:
    """Read a whole target; with `has_days`, days are amounts.

    Raises:
        UnreadError: a part of it cannot be read.
    """
    return _Reader(Cursor(text, calendar, values, has_days=has_days)).read()


class _Reader(OwnBaseline):
    """Reads step after step, each of parts in any order."""

    def read(self) -> Sentence:
        """Read step after step to the end."""
        steps: list[Step] = []
        while not steps or not self.cursor.is_done:
            self.begin_step()
            steps.append(self._step())
            if len(steps) > 1 or not self.cursor.is_done:
                self._check_ladder(steps)
        named = " ".join(self.names.named)
        read = Sentence(tuple(steps), named, self.each, self.start, self.per_year)
        return with_change(read, self.names.restated, self.cursor)

    def _step(self) -> Step:
        cursor = self.cursor
        while not cursor.is_done and not self._ends():
            if not self._part():
                cursor.fail("nothing like this was expected here", cursor.at)
        if self.said is None and self.way is not None:
            self.said = Said(Form.DIRECTION, way=self.way)
        if self.said is None:
            last = max(cursor.at - (cursor.tokens[cursor.at - 1].text == ";"), 1)
            cursor.fail("it does not say what is to be reached", self.first, last)
        self.said = self._pointed(self.said)
        if self.other_pace and self.said.form is Form.CHANGE:
            cursor.fail("a change can be yearly, or by a date", *self.other_pace)
        return Step(self.said, self.due)

    def _pointed(self, said: Said) -> Said:
        """`10 percentage points each year` are a change; a level has no pace."""
        if said.form is not Form.LEVEL or said.amounts[0].mark is not Mark.POINTS:
            return said
        before = self.cursor.text[: said.amounts[0].start].casefold()
        is_reached = before.split()[-1:] == ["to"]
        if is_reached or not self.per_year or said.way or self.start:
            return said
        return Said(Form.CHANGE, said.amounts, Way.BETTER)

    def _ends(self) -> bool:
        """Pass over what ends a step: `;`, or `, and` before the next amount."""
        cursor = self.cursor
        if cursor.take((";",)):
            return self.said is not None or self.way is not None or self.start is None
        begin = cursor.at
        if self.said and self.due and cursor.take((", and", ", then", ",", "and")):
            middle = cursor.at
            if self.take_label(middle) or read_amount(cursor, signed=True):
                cursor.at = middle
                return True
        cursor.at = begin
        return False

    def _check_ladder(self, steps: list[Step]) -> None:
        at = self.first
        if self.per_year:
            why = "a ladder has dates and no yearly pace"
            self.cursor.fail(why, at, self.cursor.at)
        forms = {step.said.form for step in steps}
        last = steps[-1].said
        if Form.CHANGE in forms and last.form is Form.LEVEL and last.way is None:
            first = self.cursor.tokens[at].text
            if first != "to" and self.cursor.tokens[at - 1].text != "to":
                why = "a change or a level: write `+3%`, or `to 3%`"
                self.cursor.fail(why, at, self.cursor.at)
        if not all(step.due for step in steps[:-1]) or (
            not self.cursor.is_done and not steps[-1].due
        ):
            self.cursor.fail("each step of a ladder needs its date", at, self.cursor.at)

    def _part(self) -> bool:
        return (
            self.read_pace()
            or self.read_scope()
            or self.read_labelled_due()
            or self.read_own_baseline()
            # `no later than June 1, 2029` is a level, where the measure is a day.
            or (self.cursor.has_days and self._goal())
            or self.read_due()
            or self._goal()
            or self._verb()
            or self.read_due_in_parentheses()
            or self.read_in_parentheses()
            or self.names.read(self.so_far())
        )

    def _goal(self) -> bool:
        cursor = self.cursor
        begin = cursor.at
        said = self._new_goal()
        if said is None:
            return False
        if self.said is not None and self._leads_to(said, begin):
            return True
        if self.said is not None and self.said != _KEPT:
            self._refuse_missing_from(self.said, begin)
            cursor.fail("a second amount; only one can be the target", begin, cursor.at)
        self.said = said
        check_names_before(cursor, self.names.unsure, said, begin)
        check_slip(cursor)
        return True

    def _leads_to(self, level: Said, begin: int) -> bool:
        """Take `to 60%` behind `increase by 5 points` as where the change leads."""
        change, cursor = self.said, self.cursor
        is_to = cursor.tokens[begin].text == "to" and level.form in _LEVELS
        if change is None or change.form is not Form.CHANGE or not is_to:
            return False
        if len(change.amounts) + len(level.amounts) > 2 or change.is_strict:  # noqa: PLR2004 - one of each
            return False
        if self.per_year:
            why = "a level and a yearly change: write each as a target of its own"
            cursor.fail(why, begin, cursor.at)
        self.names.restated.append(told_by(change, cursor))
        is_level = level.form is Form.LEVEL
        self.said = replace(level, way=change.way) if is_level else level
        return True

    def _refuse_missing_from(self, said: Said, begin: int) -> None:
        """Refuse `40% in 2024-25 to 60% in 2028-29`, which does not say `from`."""
        cursor = self.cursor
        # The first date may have taken the word for the beginning of a range.
        joints = {cursor.tokens[at].text for at in (begin - 1, begin)}
        if self.due and said.amounts and not self.start and "to" in joints:
            first, end = said.amounts[0].start, cursor.tokens[cursor.at - 1].end
            why = "`from` goes before the amount at which it starts"
            raise UnreadError(first, end, why, f"from {cursor.text[first:end]}")

    def _new_goal(self) -> Said | None:
        cursor = self.cursor
        if self.said == _KEPT:
            return read_kept(cursor)
        said = self._gap() or self._arrow()
        if said is not None:
            return said
        if self.way is not None and self.said is None:
            return self._under_verb(self.way)
        begin = cursor.at
        if cursor.take(("to",)):
            level = read_level(cursor, None)
            cursor.at = cursor.at if level else begin
            return level
        return read_plain(cursor) or self._denied() or read_pointed(cursor)

    def _denied(self) -> Said | None:
        """`no student group above 5%`."""
        begin = self.cursor.at
        denied = read_denied(self.cursor)
        if denied is None:
            return None
        said, each, (first, last) = denied
        if each and self.each not in {"", each}:
            self.cursor.fail("for each of what is said twice", begin, self.cursor.at)
        self.each = each or self.each
        if first < last:
            self.names.add(first, last)
        return said

    def _verb(self) -> bool:
        """`increase`: what stands under it follows, at once or later."""
        cursor = self.cursor
        if self.said is not None or self.way is not None:
            return False
        way = cursor.take_meaning(words.VERBS)
        if not way:
            return False
        self.way = Way(way)
        self.names.unsure = None
        self.said = read_change(cursor, self.way, at_once=True)
        if self.said is not None:
            check_slip(cursor)
        return True

    def _under_verb(self, way: Way) -> Said | None:
        cursor = self.cursor
        begin = cursor.at
        said: Said | None = None
        if cursor.take(("in half",)):
            said = Said(Form.CHANGE, (cursor.placed(HALF, begin),), way)
        elif cursor.take(("to",)):
            said = read_level(cursor, way)
        elif cursor.take(("by", "of")):
            said = read_change(cursor, way)
        else:
            said = read_past(cursor)
        if said is None:
            cursor.at = begin
        return said

    def _gap(self) -> Said | None:
        cursor = self.cursor
        said, (first, last) = read_gap(cursor)
        if said is not None and first < last:
            self.names.add(first, last)
        return said

    def _arrow(self) -> Said | None:
        """`22.1% in 2017-18 -> 27%`."""
        cursor = self.cursor
        begin = cursor.at
        amount = read_amount(cursor, signed=True)
        if amount is not None and self.start is None:
            start = Start(amount, read_period(cursor))
            if cursor.token.kind is Kind.ARROW:
                cursor.at += 1
                said = read_level(cursor, self.way)
                if said is not None:
                    self.start = start
                    self.read_bracketed_due()
                    return said
        cursor.at = begin
        return None
