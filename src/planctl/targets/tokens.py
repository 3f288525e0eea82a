"""Words, numbers and signs of a target, each with its place in the text."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

# Every replacement is one character long, so that places stay what they are.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        "\u2192": "\u21d2",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
    }
)
_TOKEN = re.compile(
    r"(?P<space>[\s\"\u200b\ufeff]+)"
    r"|(?P<arrow>\u21d2|[-=]+>)"
    r"|(?P<bound><=|>=|[<>\u2264\u2265])"
    r"|(?P<around>\u00b1|\+/-)"
    r"|(?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)\b(?:-\w+)*)"
    r"|(?P<years>[0-9]-year(?=\s+(?:adjusted|extended|cohort|graduat|college|univers)))"
    r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
    r"|(?P<part>[\u00bd\u2153\u2154\u00bc\u00be])"
    r"|(?P<named>\([^()]*\))"
    r"|(?P<word>[^\W\d_](?:[\w'.&]*\w)?(?:-\w+)*\.?)"
    r"|(?P<sign>.)",
    re.IGNORECASE | re.DOTALL,
)


# The dash of `5-point increase` and of `percentage-point`, which is a space.
_JOINED = re.compile(
    r"(?<=[0-9a-z])-(?=(?:percent|percentage|point)s?\b)", re.IGNORECASE
)


class Kind(StrEnum):
    """What a token is; anything unforeseen is a `SIGN` of one character."""

    ARROW = "arrow"
    BOUND = "bound"
    AROUND = "around"
    ORDINAL = "ordinal"
    YEARS = "years"
    """How long an education takes, which is a name: `4-year graduation rate`."""
    NUMBER = "number"
    PART = "part"
    NAMED = "named"
    WORD = "word"
    SIGN = "sign"
    END = "end"


class Token(NamedTuple):
    """A token in lower case; `start` and `end` are places in the text."""

    kind: Kind
    text: str
    start: int
    end: int


def same_dashes(text: str) -> str:
    """The text with one kind of dash, arrow and quotation mark, as long as before."""
    return text.translate(_SAME)


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens; a last one of no length stands for its end."""
    plain = same_dashes(text)
    if "-p" in plain or "-P" in plain:
        plain = _JOINED.sub(" ", plain)
    found = [
        Token(Kind(str(match.lastgroup)), _folded(match.group()), *match.span())
        for match in _TOKEN.finditer(plain)
        if match.lastgroup != "space"
    ]
    return (*found, Token(Kind.END, "", len(plain), len(plain)))


def _folded(text: str) -> str:
    return text.casefold().rstrip(".") or text
