"""Reads what a target says of its own baseline, and of where it leads from there."""

from __future__ import annotations

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.beside import Beside
from planctl.targets.goal_grammar import read_level
from planctl.targets.restated import told_by
from planctl.targets.said import Form, Said, Start
from planctl.targets.starts import (
    doubt_year,
    read_before_sign,
    read_from,
    read_in_parentheses,
    read_labelled,
)
from planctl.targets.tokens import Kind


class OwnBaseline(Beside):
    """Keeps what a target starts from, and its level where the two stand together."""

    def read_own_baseline(self) -> bool:
        """`from 22.1% in 2017-18 [to]`, `from previous`, `baseline + 3%`."""
        begin = self.cursor.at
        start = None
        if self.start is None:
            start = (
                self._up_from()
                or read_from(self.cursor)
                or read_labelled(self.cursor)
                or read_before_sign(self.cursor)
            )
        if start is None:
            return False
        self.start = start
        if self._until(start):
            return True
        self._way_to()
        if self.said:
            doubt_year(self.cursor, begin, start)
        return True

    def _up_from(self) -> Start | None:
        """Read `up from 62%` behind `70%`."""
        cursor = self.cursor
        begin = cursor.at
        if self.said is None or not cursor.take(words.MOVED_FROM):
            return None
        cursor.at -= 1  # `from` itself
        start = read_from(cursor)
        if start is None:
            cursor.at = begin
            return None
        self._check_side(start, begin)
        return start

    def _check_side(self, start: Start, begin: int) -> None:
        """See that what is `up from 62%`, which begins at a token, is above it."""
        cursor, said = self.cursor, self.said
        if said is None or not said.amounts or start.amount is None:
            return
        inner = cursor.tokens[begin].text.lstrip("(").split(" ")[0]
        moved = said.amounts[0].share - start.amount.share
        if (inner == "up" and moved < 0) or (inner == "down" and moved > 0):
            cursor.fail("the level does not lie on that side of it", begin, cursor.at)

    def _until(self, start: Start) -> bool:
        """Read `to 2026-27` behind `increase by 10% from 2024-25`: when it is due."""
        cursor = self.cursor
        begin = cursor.at
        is_change = self.said is not None and self.said.form is Form.CHANGE
        if start.amount or not start.period or not is_change or self.due:
            return False
        due = cursor.take_time() if cursor.take(("to", "-")) else ""
        if not any(sign.isdigit() for sign in due):
            cursor.at = begin
            return False
        self.due = due
        return True

    def read_in_parentheses(self) -> bool:
        """Read `(baseline 62%)`, and `(from 60% to 63%)` behind `increase by 3%`."""
        cursor = self.cursor
        begin = cursor.at
        if self.start is not None or self.said is None:
            return False
        self.start = read_in_parentheses(cursor)
        if self.start is not None:
            self._check_side(self.start, begin)
        elif self.said.form is Form.CHANGE:
            self._inner_way(self.said)
        return cursor.at > begin

    def _inner_way(self, change: Said) -> None:
        """Where a change starts and leads: `(from 60% to 63%)`, `(60%-63%)`."""
        cursor = self.cursor
        if cursor.token.kind is not Kind.NAMED or self.per_year:
            return
        inner = cursor.inside()
        inner.take(("from",))
        first = read_amount(inner, signed=True)
        is_way = inner.token.kind is Kind.ARROW or inner.token.text in {"to", "-"}
        inner.at += is_way
        last = read_level(inner, change.way) if first and is_way else None
        if first is None or last is None or last.form is not Form.LEVEL:
            return
        if not inner.is_done or len(last.amounts) > 1:
            return
        cursor.at += 1
        self.start = Start(first)
        self.names.restated.append(told_by(change, cursor))
        self.said = last

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
        else:
            self.read_bracketed_due()
