"""Reads what is named: the words of a target that belong to no other part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from planctl.targets import telling, words
from planctl.targets.amounts import read_amount
from planctl.targets.leftovers import Heard, objection
from planctl.targets.restated import Restated, read_restated
from planctl.targets.said import Mark, UnreadError
from planctl.targets.tokens import Kind

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_PAUSES = frozenset({",", ":", "-", ".", "=", "*"})
_LINKS = frozenset({"and", "then"})
_FILLERS = frozenset({"will", "shall"})
_JOINTS = frozenset({"&", "/", "#"})
_RANGE = ("-", ",", "and", "to", "through", "&", "/", "or", ", and", ", or", ", &")
_CLOSE = 3
_CHANGED = frozenset({Mark.PERCENT, Mark.POINTS, Mark.UNIT})
_PART_OF_A_YEAR = re.compile(r"q[1-4]$|quarter|semester|trimester|term$|marking")
_NO_NAME = "a number in parentheses would be lost: write it outside, or leave it out"


class Names:
    """The words that were named so far.

    `unsure` is the token at which words began that no colon or verb has closed: where
    a plain amount follows, they might be a misspelt part of the language.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.named: list[str] = []
        self.unsure: int | None = None
        self.restated: list[Restated] = []

    def read(self, heard: Heard) -> bool:
        """Read one word of what is measured, or a pause, behind what was heard."""
        is_behind = heard.amount is not None
        return (
            self._pause(is_behind=is_behind)
            or self._remark()
            or self._phrase()
            or self._word(heard)
        )

    def add(self, first: int, last: int, *, inner: bool = False) -> None:
        """Keep the text of the tokens from `first` to before `last`."""
        tokens = self.cursor.tokens
        text = self.cursor.text[tokens[first].start : tokens[last - 1].end]
        text = " ".join((text[1:-1] if inner else text).split())
        if text:
            self.named.append(text)

    def _pause(self, *, is_behind: bool) -> bool:
        cursor = self.cursor
        text = cursor.token.text
        following = cursor.ahead(1)
        is_article = text in {"a", "an"} and (
            following.kind is Kind.NUMBER or following.text in words.YEARLY
        )
        is_link = text in _LINKS and not is_behind
        if not (text in _PAUSES | _FILLERS or is_article or is_link):
            return False
        if text in {":", "="}:
            self.unsure = None
        cursor.at += 1
        return True

    def _remark(self) -> bool:
        """A text in parentheses, which says no more than a name may."""
        cursor = self.cursor
        token = cursor.token
        if token.kind is not Kind.NAMED:
            return False
        inner = Names(cursor.inside())
        restated = read_restated(inner.cursor.text, cursor.at)
        if restated:
            self.restated.append(restated)
            cursor.at += 1
            return True
        try:
            while not inner.cursor.is_done:
                if not inner.read(Heard()):
                    inner.cursor.fail(_NO_NAME, inner.cursor.at)
        except UnreadError as error:
            start = token.start + 1
            raise UnreadError(
                start + error.start, start + error.end, error.why
            ) from None
        cursor.at += 1
        self.add(cursor.at - 1, cursor.at, inner=True)
        return True

    def _phrase(self) -> bool:
        """A phrase whose words mean something else alone: `at or above` grade level."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take(telling.COHORTS) and cursor.token.kind is Kind.NUMBER:
            cursor.at += 1
        elif cursor.at == begin and self._scale():
            pass
        elif cursor.at > begin or not cursor.take(telling.NAMES):
            cursor.at = begin
            return False
        self._name(begin)
        return True

    def _scale(self) -> bool:
        """`on a 5-point scale`, whose number is a name."""
        cursor = self.cursor
        begin = cursor.at
        is_on = cursor.take(("on a", "on the", "using a", "of a"))
        is_number = cursor.token.kind is Kind.NUMBER
        cursor.at += is_number
        if is_on and is_number and cursor.take(telling.SCALES):
            return True
        cursor.at = begin
        return False

    def _name(self, begin: int) -> None:
        if self.unsure is None:
            self.unsure = begin
        self.add(begin, self.cursor.at)

    def _word(self, heard: Heard) -> bool:
        cursor = self.cursor
        token = cursor.token
        begin = cursor.at
        why = objection(cursor, heard)
        if why:
            cursor.fail(why, begin)
        is_word = (
            token.kind in {Kind.WORD, Kind.ORDINAL, Kind.YEARS} or token.text in _JOINTS
        )
        if not is_word:
            return False
        if token.text == "by":
            self._refuse_by()
        cursor.at += 1
        if cursor.stands("=") and token.text == "n":
            cursor.at += 1  # how many there were: `n=45`
        if token.text in words.NUMBERED | {"no", "n"}:
            self._numbers()
        self._name(begin)
        return True

    def _refuse_by(self) -> NoReturn:
        cursor = self.cursor
        begin = cursor.at
        end = min(begin + _CLOSE, len(cursor.tokens) - 1)
        cursor.at += 1
        if _PART_OF_A_YEAR.match(cursor.token.text):
            why = "`calendar: seasons:` in the plan says when that is, or write a month"
            cursor.fail(why, begin, end)
        amount = read_amount(cursor)
        if amount is not None and amount.mark in _CHANGED:
            near = f"improve {cursor.text[cursor.tokens[begin].start : amount.end]}"
            cursor.fail("which way it is to change", begin, cursor.at, near)
        cursor.fail("no date that can be read, and no amount", begin, end)

    def _numbers(self) -> None:
        """The numbers of `grades 3, 4 and 5`, `level 3 or above`."""
        cursor = self.cursor
        while cursor.token.kind in {Kind.NUMBER, Kind.ORDINAL}:
            if cursor.ahead(1).text in {"%", "percent", "x"}:
                return
            cursor.at += 1
            begin = cursor.at
            if not cursor.take(_RANGE):
                break
            if cursor.token.kind is not Kind.NUMBER or self._is_next_amount():
                cursor.at = begin
                break
        if not cursor.take((*words.BEHIND[words.FLOOR], *words.BEHIND[words.CEILING])):
            self._plus()

    def _plus(self) -> None:
        """The sign of `level 3+`, which belongs to the name."""
        cursor = self.cursor
        sign, number = cursor.token, cursor.tokens[cursor.at - 1]
        is_joined = sign.text == "+" and sign.start == number.end
        behind = cursor.ahead(1)
        if is_joined and (behind.start > sign.end or behind.kind is Kind.END):
            cursor.at += 1

    def _is_next_amount(self) -> bool:
        begin = self.cursor.at
        amount = read_amount(self.cursor)
        self.cursor.at = begin
        return amount is not None and bool(amount.mark)
