"""What to write where a time cannot be read."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from planctl.calendar.reading import FORMS

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_COUNT = r"[1-6]|one|two|three|four|five|six"
_NTH = r"[1-6](?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth"
_NAMED = (
    ("year_1", rf"(?:years?|yrs?\.?) ?(?:{_COUNT})(?!\d)"),
    (
        "quarter",
        r"q ?[1-4]|(?:quarter|qtr\.?) ?[1-4]|(?:marking|grading) period ?[1-4]",
    ),
    ("quarter", rf"(?:{_NTH}) (?:quarter|(?:marking|grading) period|(?:nine|9) weeks)"),
    ("semester", rf"(?:semester|sem\.?) ?[12]|(?:{_NTH}) semester"),
    ("trimester", rf"trimester ?[1-3]|(?:{_NTH}) trimester"),
    ("start", r"boy|(?:start|beginning) of (?:the )?(?:school )?year"),
    ("middle", r"moy|mid-?year|middle of (?:the )?(?:school )?year"),
    ("end", r"eoy|end of (?:the )?(?:school )?year"),
    ("winter", r"(?:winter|holiday|christmas) break"),
    ("spring", r"spring break"),
    ("before", r"pre-?planning|pre-?service(?: (?:days|week))?"),
)
_PATTERN = re.compile(
    "|".join(
        rf"(?P<n{place}>\b(?:{text})\b)" for place, (_, text) in enumerate(_NAMED)
    ),
    re.IGNORECASE | re.ASCII,
)
_MONTHS = {
    "quarter": (
        *("August to October", "November to January"),
        *("February to March", "April to June"),
    ),
    "semester": ("August to December", "January to June"),
    "trimester": ("August to November", "December to February", "March to June"),
    "start": ("August to September",),
    "middle": ("January to February",),
    "end": ("May to June",),
    "winter": ("December",),
    "spring": ("April",),
    "before": ("August",),
}
_NUMBERS = ("1 one first", "2 two second", "3 three third", "4 four fourth")


def plain_remedy(text: str) -> str:
    """A day before its month the other way round, else the forms that can be read."""
    return _as_iso(text) or "forms that can: " + ", ".join(FORMS)


def calendar_remedy(text: str, first_year: str, known: frozenset[str]) -> str:
    """The lines of `calendar:` that say when a quarter, a semester or year 1 is.

    Args:
        text: a time as printed.
        first_year: the school year that may be the plan's first; empty where the plan
            says which one is.
        known: the names of the plan's seasons, in lower case.
    """
    year: list[str] = []
    seasons: dict[str, str] = {}
    for match in _PATTERN.finditer(text):
        kind = _NAMED[int(str(match.lastgroup)[1:])][0]
        if kind == "year_1":
            year = [f"  year_1: {first_year}"] if first_year else []
        elif match[0].lower() not in known:
            seasons[match[0].lower()] = f"    {match[0]}: {_months(kind, match[0])}"
    if not (year or seasons):
        return ""
    what = (
        "which months that is (yours may differ)"
        if seasons
        else ("which school year is year 1")
    )
    lines = [
        "calendar:",
        *year,
        *(["  seasons:"] if seasons else []),
        *seasons.values(),
    ]
    return "\n".join([f"say once {what}:", *lines])


def _months(kind: str, name: str) -> str:
    """The months that a part of a year often has."""
    months = _MONTHS[kind]
    for nth, words in enumerate(_NUMBERS[: len(months)]):
        if any(word in name.lower() for word in words.split()):
            return months[nth]
    return months[0]


def _as_iso(text: str) -> str:
    """What to write for a day that is printed before its month."""
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        return ""
    day, month, year = (int(part) for part in match.groups())
    with suppress(ValueError):
        return f"write year, month and day: {date(year, month, day)}"
    return ""
