"""The grammar of targets: a recursive descent over the tokens of a text.

`docs/targets.md` writes it down; each method here reads one line of it.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.cursor import Cursor
from planctl.targets.goal_grammar import (
    HALF,
    read_change,
    read_gap,
    read_kept,
    read_level,
    read_past,
    read_plain,
)
from planctl.targets.said import Form, Said, Sentence, Start, Step
from planctl.targets.tokens import Kind
from planctl.targets.words import Way

if TYPE_CHECKING:
    from planctl.calendar.years import SchoolCalendar

_LIKENESS = 0.85
_STOP_START = frozenset({"to"})
_PAUSES = frozenset({",", ":", "-", ".", "=", "*", "and", "then"})
_JOINTS = frozenset({"&", "/", "#"})
_KEPT = Said(Form.MAINTAIN)


def read_sentence(
    text: str, calendar: SchoolCalendar, values: tuple[str, ...] = ()
) -> Sentence:
    """Read a whole target.

    Raises:
        UnreadError: a part of it cannot be read.
    """
    return _Reader(Cursor(text, calendar, values)).read()


class _Reader:
    """What was heard of a target so far."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.named: list[str] = []
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
        self.unsure: int | None = None
        self.other_pace: tuple[int, int] | None = None

    def read(self) -> Sentence:
        """Read step after step to the end."""
        steps: list[Step] = []
        while not steps or not self.cursor.is_done:
            self.begin_step()
            steps.append(self._step())
            if len(steps) > 1 or not self.cursor.is_done:
                self._check_ladder(steps)
        named = " ".join(self.named)
        return Sentence(tuple(steps), named, self.each, self.start, self.per_year)

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
        if self.other_pace and self.said.form is Form.CHANGE:
            cursor.fail("a change can be yearly, or by a date", *self.other_pace)
        return Step(self.said, self.due)

    def _ends(self) -> bool:
        """Pass over what ends a step: `;`, or `, and` before the next amount."""
        cursor = self.cursor
        if cursor.take((";",)):
            return True
        begin = cursor.at
        if self.said and self.due and cursor.take((", and", ", then", ",", "and")):
            middle = cursor.at
            if read_amount(cursor, signed=True):
                cursor.at = middle
                return True
        cursor.at = begin
        return False

    def _check_ladder(self, steps: list[Step]) -> None:
        at = self.first
        if self.per_year:
            why = "a ladder has dates and no yearly pace"
            self.cursor.fail(why, at, self.cursor.at)
        if not all(step.due for step in steps[:-1]) or (
            not self.cursor.is_done and not steps[-1].due
        ):
            self.cursor.fail("each step of a ladder needs its date", at, self.cursor.at)

    def _part(self) -> bool:
        return (
            self._pace()
            or self._scope()
            or self._own_baseline()
            or self._due()
            or self._goal()
            or self._verb()
            or self._name()
        )

    # -- what stands beside the goal ----------------------------------------------

    def _pace(self) -> bool:
        cursor = self.cursor
        begin = cursor.at
        if cursor.take(words.PACE):
            self.per_year = True
            return True
        if cursor.take(words.OTHER_PACE):
            self.other_pace = (begin, cursor.at)
            cursor.at = begin
        return False

    def _scope(self) -> bool:
        """`for every group`, `in all schools`, `each site`."""
        cursor = self.cursor
        begin = cursor.at
        place = cursor.take(words.PLACES)
        each = cursor.take(("every", "each", "all", "per"))
        found = cursor.take_meaning(words.EACH) if each else ""
        is_share = place == "of" or (each == "all" and not place)
        if not found or is_share or self.each not in {"", found}:
            cursor.at = begin
            return False
        self.each = found
        return True

    def _own_baseline(self) -> bool:
        """`from 22.1% in 2017-18 [to]`, `from previous`, `over 2017-18`."""
        cursor = self.cursor
        begin = cursor.at
        word = cursor.take(words.FROM) if self.start is None else ""
        start = self._start(may_be_amount=word.startswith("from")) if word else None
        if start is None:
            cursor.at = begin
            return False
        self.start = start
        self._way_to()
        if self.said and start.period.isdigit() and start.amount is None:
            self._doubt_year(begin, start.period)
        return True

    def _start(self, *, may_be_amount: bool) -> Start | None:
        cursor = self.cursor
        cursor.take(("in",))
        if cursor.take(words.PREVIOUS):
            return Start(is_previous=True)
        if cursor.take(words.BASELINE):
            return Start()
        period = cursor.take_time(_STOP_START)
        if period:
            return Start(period=period)
        amount = read_amount(cursor, signed=True) if may_be_amount else None
        return Start(amount, self._start_period()) if amount else None

    def _doubt_year(self, begin: int, year: str) -> None:
        """`from 2000 to 2500`: of what looks like a year nobody can be sure."""
        cursor = self.cursor
        if cursor.tokens[begin + 2].text in {"to", "-"}:
            near = f"from {int(year):,}"
            cursor.fail("this may be a year or an amount", begin, begin + 2, near)

    def _start_period(self) -> str:
        cursor = self.cursor
        begin = cursor.at
        period = ""
        if cursor.take(("in", "at", "as of", "during")):
            period = cursor.take_time(_STOP_START)
        if not period:
            cursor.at = begin
        return period

    def _way_to(self) -> None:
        """What stands behind `from A`: `to B`, `-> B`; else nothing yet."""
        cursor = self.cursor
        begin = cursor.at
        has_arrow = cursor.token.kind is Kind.ARROW
        cursor.at += has_arrow
        if self.said is None and (has_arrow or cursor.take(("to", "-"))):
            self.said = read_level(cursor, self.way)
        if self.said is None:
            cursor.at = begin

    def _due(self) -> bool:
        cursor = self.cursor
        begin = cursor.at
        word = cursor.take(words.DUE)
        if not word:
            return False
        has_length = word == "in" or (word == "within" and self.said is not None)
        due = cursor.take_time(has_length=has_length)
        if not due:
            cursor.at = begin
            return False
        if self.due:
            why = "a second date; a ladder has `;` between its steps"
            cursor.fail(why, begin, cursor.at)
        self.due = due
        return True

    # -- the goal -----------------------------------------------------------------

    def _goal(self) -> bool:
        cursor = self.cursor
        begin = cursor.at
        said = self._new_goal()
        if said is None:
            return False
        if self.said is not None and self.said != _KEPT:
            cursor.fail("a second amount; only one can be the target", begin, cursor.at)
        self.said = said
        self._check_names_before(said, begin)
        self._check_slip()
        return True

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
        return read_plain(cursor)

    def _verb(self) -> bool:
        """`increase`: what stands under it follows, at once or later."""
        cursor = self.cursor
        if self.said is not None or self.way is not None:
            return False
        way = cursor.take_meaning(words.VERBS)
        if not way:
            return False
        self.way = Way(way)
        self.unsure = None
        self.said = read_change(cursor, self.way, at_once=True)
        if self.said is not None:
            self._check_slip()
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
            tokens = cursor.tokens
            self.named.append(cursor.text[tokens[first].start : tokens[last - 1].end])
        return said

    def _arrow(self) -> Said | None:
        """`22.1% in 2017-18 -> 27%`."""
        cursor = self.cursor
        begin = cursor.at
        amount = read_amount(cursor, signed=True)
        if amount is not None and self.start is None:
            start = Start(amount, self._start_period())
            if cursor.token.kind is Kind.ARROW:
                cursor.at += 1
                said = read_level(cursor, self.way)
                if said is not None:
                    self.start = start
                    return said
        cursor.at = begin
        return None

    # -- what is named --------------------------------------------------------------

    def _name(self) -> bool:
        """One word of what is measured, or a pause."""
        cursor = self.cursor
        token = cursor.token
        begin = cursor.at
        is_article = token.text in {"a", "an"} and cursor.ahead(1).kind is Kind.NUMBER
        is_pause = token.text in _PAUSES and not (
            self.said and token.text in {"and", "then"}
        )
        if is_pause or is_article:
            cursor.at += 1
            if token.text == ":":
                self.unsure = None
            return True
        if token.kind is Kind.NAMED:
            cursor.at += 1
            self._add(begin, inner=True)
            return True
        is_word = token.kind in {Kind.WORD, Kind.ORDINAL} or token.text in _JOINTS
        if not is_word or token.text in words.REFUSED:
            return False
        cursor.at += 1
        if token.text == "by":
            why = "no date that can be read, and no amount"
            cursor.fail(why, begin, min(begin + 3, len(cursor.tokens) - 1))
        if token.text in words.NUMBERED:
            self._numbers()
        if self.unsure is None:
            self.unsure = begin
        self._add(begin)
        return True

    def _numbers(self) -> None:
        """The numbers of `grades 3, 4 and 5`, `level 3 or above`."""
        cursor = self.cursor
        while cursor.token.kind in {Kind.NUMBER, Kind.ORDINAL}:
            if cursor.ahead(1).text in {"%", "percent", "x"}:
                return
            cursor.at += 1
            begin = cursor.at
            if not cursor.take(("-", ",", "and", "to", "through", "&", "/", "or")):
                break
            if cursor.token.kind is not Kind.NUMBER or self._is_next_amount():
                cursor.at = begin
                break
        cursor.take((*words.BEHIND[words.FLOOR], *words.BEHIND[words.CEILING]))

    def _is_next_amount(self) -> bool:
        begin = self.cursor.at
        amount = read_amount(self.cursor)
        self.cursor.at = begin
        return amount is not None and bool(amount.mark)

    def _add(self, begin: int, *, inner: bool = False) -> None:
        cursor = self.cursor
        start, end = cursor.tokens[begin].start, cursor.tokens[cursor.at - 1].end
        text = cursor.text[start:end]
        text = " ".join((text[1:-1] if inner else text).split())
        if text:
            self.named.append(text)

    def _check_names_before(self, said: Said, begin: int) -> None:
        """Words before a plain amount might be a misspelt part of the language."""
        if self.unsure is None or self.start is not None:
            return
        cursor = self.cursor
        first, second = cursor.tokens[begin], cursor.tokens[begin + 1]
        is_plain = said.form is Form.LEVEL and first.text != "to"
        is_dash = first.text == "-" and first.end != second.start
        if is_plain or is_dash:
            why = "words before an amount need a colon behind them"
            cursor.fail(why, self.unsure, begin + is_dash)

    def _check_slip(self) -> None:
        """A word right behind an amount that looks like one of the language."""
        cursor = self.cursor
        word = cursor.token.text
        if cursor.token.kind is not Kind.WORD or word in words.LOOK_ALIKE:
            return
        near = get_close_matches(word, words.LOOK_ALIKE, n=1, cutoff=_LIKENESS)
        if near:
            cursor.fail(f"this looks like `{near[0]}`", cursor.at)
