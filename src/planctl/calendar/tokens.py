"""The words, numbers and signs of a printed time, and a place among them."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.calendar import FIRST_YEAR, LAST_YEAR

UNITS = frozenset(
    {"day", "week", "month", "quarter", "year", "semester", "term", "trimester"}
)
NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            *("one", "two", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ],
        1,
    )
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
FILLERS = frozenset({"of", "the", "in", "by", "during", "from", "on", "throughout"})
THROUGH = ("-", "to", "through", "thru")
OPEN = (
    *("ongoing", "continuous", "continuously", "continuing", "onward", "onwards"),
    *("beyond", "thereafter"),
)
UNTIL = frozenset({"until", "till", "no", "not", "later", "than"})
_BEFORE = frozenset({"before", "prior"})
_MOST_DIGITS = 9
_WHOSE_YEAR = frozenset({"school", "academic", "fiscal"})

_DASHES = str.maketrans("–—‑−‒", "-----")  # noqa: RUF001 - the dashes that are printed
_GLUED = re.compile(r"(?<=[a-z.])(?=\d{4})|(?<=\d{4})(?=[a-z])")
_SHORT_YEAR = re.compile(r"(?<!\w)['\u2019](?=\d{2}\b)")
_JOINED = str.maketrans("", "", " -")
_TOKEN = re.compile(
    r"(?P<iso>\d{4}([/-])\d{2}\2\d{2}(?!\d))"
    r"|(?P<slashed>\d{1,2}([/-])\d{1,2}\4(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<dayfirst>\d{1,2}-[a-z]{3,9}-(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<monthly>\d{1,2}/\d{4}(?!\d))"
    r"|(?P<monthday>(?<![\d/])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?![\d/]))"
    r"|(?P<years>(?:(?:sy|fy|ay)\s?)?\d{4}\s?[-/]\s?(?:\d{4}|\d{2})(?![\d/-])"
    r"|(?:sy|fy|ay)\s?\d{2}\s?[-/]\s?\d{2}(?!\d))"
    r"|(?P<year>(?:(?:sy|fy|ay)\s?)?\d{4}(?!\d)|(?:sy|fy|ay)\s?\d{2}(?!\d))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decimal>\d+\.\d+)"
    r"|(?P<number>\d+)"
    r"|(?P<word>(?:on[ -](?=going)|year[ -](?=round|long)|(?:bi|semi)-)?[^\W\d_]+\.?)"
    r"|(?P<sign>[-/,;&()+])"
)


class UnreadError(Exception):
    """A time that cannot be read; `part` is what stood in the way.

    `help` is what to write instead, where that is known.
    """

    def __init__(
        self, part: str, help_: str = "", *, is_backwards: bool = False
    ) -> None:
        super().__init__(part)
        self.part = part
        self.help = help_
        self.is_backwards = is_backwards


class Token(NamedTuple):
    """A word, number or sign, in lower case, and its kind."""

    kind: str
    text: str


class Tokens:
    """A place among the tokens of a text, and looking ahead from it."""

    def __init__(self, text: str) -> None:
        self.all = tokenize(text)
        self.at = 0

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.all)

    def kind(self, ahead: int = 0) -> str:
        """The kind of a token; empty behind the last."""
        at = self.at + ahead
        return self.all[at].kind if at < len(self.all) else ""

    def text(self, ahead: int = 0) -> str:
        """The text of a token; empty behind the last."""
        at = self.at + ahead
        return self.all[at].text if at < len(self.all) else ""

    def word(self, ahead: int = 0) -> str:
        """A word without its full stop and hyphen; empty where there is none."""
        is_word = self.kind(ahead) == "word"
        return self.text(ahead).rstrip(".").translate(_JOINED) if is_word else ""

    def number(self, ahead: int = 0) -> int:
        """A number in digits or as a word up to twelve; 0 where there is none."""
        is_number = self.kind(ahead) == "number"
        return self.day(ahead) if is_number else NUMBERS.get(self.word(ahead), 0)

    def day(self, ahead: int = 0) -> int:
        """The number of `15` or `15th`; 0 where there is none."""
        if self.kind(ahead) not in {"number", "ordinal"}:
            return 0
        digits = re.sub(r"\D", "", self.text(ahead))
        return int(digits) if len(digits) <= _MOST_DIGITS else 0

    def stands_alone(self, ahead: int = 0) -> bool:
        """Whether a number is one of nothing: no `10 October`, no `2 weeks`."""
        joins = {"", "and", "or", "to", "through", "thru", "of"}
        return self.kind(ahead + 1) != "word" or self.word(ahead + 1) in joins

    def pass_one(self, *texts: str) -> bool:
        """Pass over one token that is one of some texts."""
        passed = not self.is_done and (self.text() in texts or self.word() in texts)
        self.at += passed
        return passed

    def fillers(self) -> str:
        """Pass over small words; `until` or `before` where one of them says so."""
        said = ""
        while True:
            word = self.word()
            if word in _WHOSE_YEAR and self.word(1) == "year":
                self.at += 2
            elif word == "or" and said and self.word(1) == "before":
                self.at += 2
                said = "until"
            elif word in _BEFORE:
                said = said or "before"
                self.at += 1 + (word == "prior" and self.word(1) == "to")
            elif word in FILLERS | UNTIL or (
                word == "year" and self.kind(1) in {"year", "years"}
            ):
                if word in UNTIL or word in {"by", "on"}:
                    said = said or ("until" if word != "on" else "on")
                self.at += 1
            else:
                return "" if said == "on" else said

    def names_school_year(self, begin: int) -> bool:
        """Whether the tokens from a place to here say `school year` or the like."""
        return any(token.text in _WHOSE_YEAR for token in self.all[begin : self.at])

    def pass_year_words(self) -> None:
        """Pass over `school year` behind its numbers."""
        while self.word() in _WHOSE_YEAR | {"year", "sy"}:
            self.at += 1

    def printed(self, begin: int) -> str:
        """The tokens from a place to here, as text."""
        return " ".join(token.text for token in self.all[begin : self.at])


def tokenize(text: str) -> list[Token]:
    """The tokens of a text.

    Raises:
        UnreadError: where something else stands between them.
    """
    plain = _SHORT_YEAR.sub("20", _GLUED.sub(" ", text.translate(_DASHES).lower()))
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(plain):
        between = plain[at : match.start()].strip(" .:*\t\r\n")
        if between:
            raise UnreadError(between)
        found.append(Token(str(match.lastgroup), match.group().strip()))
        at = match.end()
    rest = plain[at:].strip(" .:*\t\r\n")
    if rest or not found:
        raise UnreadError(rest or text)
    return found


def four_digits(text: str) -> int:
    """The year that a text names; two digits are of this century.

    Raises:
        UnreadError: where that is outside of what is read.
    """
    digits = re.sub(r"\D", "", text)
    year = int(digits) + (2000 if len(digits) == 2 else 0)  # noqa: PLR2004
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadError(text)
    return year
