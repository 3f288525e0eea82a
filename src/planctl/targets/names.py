"""Reads what is named: the words of a target that belong to no other part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.targets import words
from planctl.targets.amounts import read_amount
from planctl.targets.tokens import Kind

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_PAUSES = frozenset({",", ":", "-", ".", "=", "*"})
_LINKS = frozenset({"and", "then"})
_JOINTS = frozenset({"&", "/", "#"})
_RANGE = ("-", ",", "and", "to", "through", "&", "/", "or")
_CLOSE = 3


class Names:
    """The words that were named so far.

    `unsure` is the token at which words began that no colon or verb has closed: where
    a plain amount follows, they might be a misspelt part of the language.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.named: list[str] = []
        self.unsure: int | None = None

    def read(self, *, is_behind: bool) -> bool:
        """Read one word of what is measured, or a pause.

        With `is_behind`, what is to be reached was said already.
        """
        return self._pause(is_behind=is_behind) or self._remark() or self._word()

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
        is_article = text in {"a", "an"} and cursor.ahead(1).kind is Kind.NUMBER
        is_link = text in _LINKS and not is_behind
        if not (text in _PAUSES or is_article or is_link):
            return False
        if text == ":":
            self.unsure = None
        cursor.at += 1
        return True

    def _remark(self) -> bool:
        """A text in parentheses, whatever it says."""
        cursor = self.cursor
        if cursor.token.kind is not Kind.NAMED:
            return False
        cursor.at += 1
        self.add(cursor.at - 1, cursor.at, inner=True)
        return True

    def _word(self) -> bool:
        cursor = self.cursor
        token = cursor.token
        begin = cursor.at
        is_word = token.kind in {Kind.WORD, Kind.ORDINAL} or token.text in _JOINTS
        if not is_word or token.text in words.REFUSED:
            return False
        if token.text == "by":
            why = "no date that can be read, and no amount"
            cursor.fail(why, begin, min(begin + _CLOSE, len(cursor.tokens) - 1))
        cursor.at += 1
        if token.text in words.NUMBERED:
            self._numbers()
        if self.unsure is None:
            self.unsure = begin
        self.add(begin, cursor.at)
        return True

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
        cursor.take((*words.BEHIND[words.FLOOR], *words.BEHIND[words.CEILING]))

    def _is_next_amount(self) -> bool:
        begin = self.cursor.at
        amount = read_amount(self.cursor)
        self.cursor.at = begin
        return amount is not None and bool(amount.mark)
