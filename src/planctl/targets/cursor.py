"""A place among the tokens of a text, and looking ahead from it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.targets.said import UnreadError
from planctl.targets.tokens import Kind, Token, same_dashes, tokenize
from planctl.targets.words import FirstWords, Phrases, first_words

if TYPE_CHECKING:
    from datetime import date

    from planctl.calendar.years import SchoolCalendar
    from planctl.targets.said import Amount

_LONGEST_TIME = 14
# As `6/30` without a year, which a target may mean as a share.
_FRACTION = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")
# In tokens: `2029 - 06 - 01`.
_LONGEST_DAY = 5
_NO_DAY = frozenset({"to", "in", "on", "end"})
_ENDS_TIME = frozenset(
    {"by", "from", "until", "within", "for", "at", "each", "every", "per", "annually"}
    | {"yearly", ";", "over", "=", ":"}
)
_BEHIND_AN_AMOUNT = frozenset({"%", "percent", "point", "points", "pp"})
_NO_END = frozenset({",", "and", "or", "&", "(", ")", "+", "-", "/", "then", "the"})


class Cursor:
    """Reads tokens from left to right; what does not fit leaves it where it was."""

    def __init__(
        self,
        text: str,
        calendar: SchoolCalendar,
        values: tuple[str, ...] = (),
        *,
        has_days: bool = False,
    ) -> None:
        self.text = same_dashes(text)
        self.calendar = calendar
        self.values = values
        self.has_days = has_days
        self.tokens = tokenize(text)
        self.at = 0

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self.ahead(0)

    def ahead(self, by: int) -> Token:
        """A token further on; the end of the text where there is none."""
        return self.tokens[min(self.at + by, len(self.tokens) - 1)]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.token.kind is Kind.END

    def stands(self, phrase: str, by: int = 0) -> bool:
        """Whether these words come next."""
        return all(
            self.ahead(by + place).text == word
            for place, word in enumerate(phrase.split())
        )

    def take(self, phrases: tuple[str, ...]) -> str:
        """Pass over the longest of some phrases; which one it was, if any."""
        return self._take(_by_first_word(phrases))

    def take_meaning(self, phrases: Phrases) -> str:
        """Pass over the longest of some phrases; what it stands for, if any."""
        return self._take(phrases.by_first_word)

    def _take(self, phrases: FirstWords) -> str:
        for rest, meaning in phrases.get(self.tokens[self.at].text, ()):
            if all(
                self.ahead(place).text == word for place, word in enumerate(rest, 1)
            ):
                self.at += len(rest) + 1
                return meaning
        return ""

    def take_time(
        self, stop: frozenset[str] = frozenset(), *, has_length: bool = False
    ) -> str:
        """Pass over the longest text from here that the calendar can read.

        With `has_length`, `one year` is a time, too.
        """
        end = self.at
        limit = min(self.at + _LONGEST_TIME, len(self.tokens) - 1)
        while end < limit and not self._ends_time(self.tokens[end], stop):
            end += 1
        while end > self.at:
            text = self.text[self.token.start : self.tokens[end - 1].end]
            is_amount = self.tokens[end].text in _BEHIND_AN_AMOUNT
            is_end = self.tokens[end - 1].text not in _NO_END and not is_amount
            if is_end and self._is_time(text, has_length=has_length):
                self.at = end
                return " ".join(text.split())
            end -= 1
        return ""

    def take_day(self) -> date | None:
        """Pass over a day, `2029-06-01` or `June 1, 2029`, and give it back."""
        limit = min(self.at + _LONGEST_DAY, len(self.tokens) - 1)
        for end in range(limit, self.at, -1):
            part = self.tokens[self.at : end]
            if any(self._ends_time(token, _NO_DAY) for token in part):
                continue
            read = read_timing(self.text[part[0].start : part[-1].end], self.calendar)
            windows = read.windows if isinstance(read, Timing) else ()
            if len(windows) == 1 and windows[0].start == windows[0].end:
                self.at = end
                return windows[0].start
        return None

    def take_bracketed_time(self) -> str:
        """Pass over a text in parentheses that is a time and nothing else."""
        token = self.token
        inner = self.text[token.start + 1 : token.end - 1]
        if token.kind is not Kind.NAMED:
            return ""
        inner = inner.strip().removeprefix("by ")
        read = read_timing(inner, self.calendar)
        if not isinstance(read, Timing) or read.recurs or not read.windows:
            return ""
        self.at += 1
        return " ".join(inner.split())

    def inside(self) -> Cursor:
        """A cursor over what stands in the parentheses that come next."""
        inner = self.text[self.token.start + 1 : self.token.end - 1]
        return Cursor(inner, self.calendar, self.values, has_days=self.has_days)

    def placed(self, amount: Amount, begin: int) -> Amount:
        """An amount that words stand for, from the token `begin` to here."""
        start, end = self.tokens[begin].start, self.tokens[self.at - 1].end
        return replace(amount, start=start, end=end)

    def fail(self, why: str, begin: int, end: int = 0, near: str = "") -> NoReturn:
        """Give up at the tokens from `begin` to before `end`, else to the next one.

        Raises:
            UnreadError: always.
        """
        last = self.tokens[max(end - 1, begin)]
        raise UnreadError(self.tokens[begin].start, last.end, why, near)

    @staticmethod
    def _ends_time(token: Token, stop: frozenset[str]) -> bool:
        return (
            token.text in _ENDS_TIME | stop
            or token.kind in {Kind.ARROW, Kind.BOUND}
            or token.text in {"%", "$"}
        )

    def _is_time(self, text: str, *, has_length: bool) -> bool:
        if "/" in text and _FRACTION.search(text):
            return False
        read = read_timing(text, self.calendar)
        if not isinstance(read, Timing) or read.recurs:
            return False
        return bool(read.windows or read.lacks_year or read.open_ended or has_length)


@cache
def _by_first_word(phrases: tuple[str, ...]) -> FirstWords:
    return first_words(tuple((phrase, phrase) for phrase in phrases))
