"""What every record of the plan language shares, and the readers of its values."""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from planctl.calendar import FIRST_YEAR, LAST_YEAR
from planctl.model.docstrings import field_docstrings
from planctl.targets.words import NO, YES

_NUMBER = re.compile(r"[-+\u2212]?[$€£]?\d{1,15}(?:,\d{3})*(?:\.\d{1,15})?%?", re.ASCII)
_COUNT = re.compile(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}", re.ASCII)
_DIGITS = 15
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
_US_DAY = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})", re.ASCII)


class Record(BaseModel):
    """One mapping of a plan, frozen; keys that it does not know are refused.

    `shorthand` names the field that a bare text stands for: `responsible: Anna` is
    `responsible: [{owner: Anna}]`. `wrapped` names the field that a mapping with none
    of the record's own keys stands for. `example` has every field once, as it is
    written in a plan: for the documentation, since no entry would have them all.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=False,
        defer_build=True,
    )
    shorthand: ClassVar[str] = ""
    wrapped: ClassVar[str] = ""
    example: ClassVar[str] = ""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Make the docstring below each field its description."""
        file = getattr(sys.modules[cls.__module__], "__file__", None) or ""
        for name, text in field_docstrings(file).get(cls.__name__, {}).items():
            cls.model_fields[name].description = text


def read_number(text: object) -> object:
    """Read a decimal number: ASCII digits, 15 at most, thousands commas allowed.

    A currency sign in front and a percent sign behind are allowed and say nothing.

    Raises:
        ValueError: the text is no such number.
    """
    if not isinstance(text, str):
        return text
    plain = text.strip()
    digits = re.sub(r"[^\d.]", "", plain, flags=re.ASCII)
    if not _NUMBER.fullmatch(plain) or len(digits.replace(".", "")) > _DIGITS:
        raise ValueError("expected a number such as 12, -3.5 or 1,200")
    sign = "-" if plain[0] in "-\u2212" else ""
    return Decimal(sign + digits)


def read_count(text: object) -> object:
    """Read a whole number from 0; thousands commas are allowed.

    Raises:
        ValueError: the text is no such number.
    """
    if isinstance(text, str):
        if not _COUNT.fullmatch(text.strip()):
            raise ValueError("expected a whole number such as 3")
        return int(text.replace(",", ""))
    return text


def read_yes_no(text: object) -> object:
    """Read `yes` or `no` (also true, false, on, off), case aside.

    Raises:
        ValueError: the text is neither.
    """
    if isinstance(text, str):
        word = text.strip().lower()
        if word not in YES | NO:
            raise ValueError("expected `yes` or `no`")
        return word in YES
    return text


def read_day(text: object) -> object:
    """Read a day written as year-month-day, or month/day/year as spreadsheets do.

    Raises:
        ValueError: the text is no such day.
    """
    if not isinstance(text, str):
        return text
    match = _DAY.fullmatch(text.strip()) or _US_DAY.fullmatch(text.strip())
    if not match or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        raise ValueError("expected a day such as 2025-02-28 (year-month-day)")
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        read_as = "" if "-" in text else ", read as month/day/year"
        said = f"there is no day {text.strip()} in the calendar{read_as}"
        raise ValueError(said) from None


def read_word(text: object) -> object:
    """Read one of a few words, case and outer spaces aside."""
    return text.strip().lower() if isinstance(text, str) else text


def read_name(text: object) -> object:
    """Read one of our own words: `On track` is `on_track`."""
    if isinstance(text, str):
        return "_".join(text.lower().replace("_", " ").replace("-", " ").split())
    return text


ID_PATTERN = r"^[A-Za-z0-9._-]{1,64}$"
_TYPED_BY_LOOKS = ["string", "number", "boolean", "null"]


def _loose(**extra: object) -> WithJsonSchema:
    """Editors type plain text by its looks: `2022` is a number to them."""
    return WithJsonSchema({"type": _TYPED_BY_LOOKS, **extra}, mode="validation")


def _read_as(typed: str, pattern: str, expected: str) -> WithJsonSchema:
    """What a value looks like as text, where editors do not type it themselves."""
    types = dict.fromkeys((typed, "string", "null"))
    plain = re.sub(r"\\d", "[0-9]", re.sub(r"\?P<\w+>", "", pattern))
    return _loose(
        type=list(types),
        pattern=rf"^\s*({plain})\s*$",
        patternErrorMessage=expected,
    )


def _in_any_case(words: frozenset[str]) -> str:
    """A pattern of plain words; JSON Schema has no flag for case."""
    return "|".join(
        "".join(f"[{sign}{sign.upper()}]" for sign in word) for word in sorted(words)
    )


Text = Annotated[str, _loose()]
Identifier = Annotated[str, Field(pattern=ID_PATTERN), _loose(pattern=ID_PATTERN)]
Number = Annotated[
    Decimal,
    BeforeValidator(read_number),
    _read_as("number", _NUMBER.pattern, "expected a number such as 12 or -3.5"),
    WithJsonSchema({"type": "number"}, mode="serialization"),
]
Count = Annotated[
    int,
    BeforeValidator(read_count),
    _read_as("integer", _COUNT.pattern, "expected a whole number such as 3"),
]
YesNo = Annotated[
    bool,
    BeforeValidator(read_yes_no),
    _read_as("boolean", _in_any_case(YES | NO), "expected yes or no"),
]
Day = Annotated[
    date,
    BeforeValidator(read_day),
    _read_as(
        "string", f"{_DAY.pattern}|{_US_DAY.pattern}", "expected a day: 2025-02-28"
    ),
]
Words = tuple[Text, ...]


class When(Record):
    """A time as the plan prints it, or as fields where it cannot be read."""

    shorthand: ClassVar[str] = "text"
    example: ClassVar[str] = """
        text: Winter 2026-27
        start: 2026-12-01
        end: 2027-02-28
        recurs: yearly
        open_ended: yes
    """

    text: Text | None = None
    """As printed: `2024-2026`, `Fall 2018`, `Ongoing/monthly`."""
    start: Day | None = None
    """First day, as year-month-day."""
    end: Day | None = None
    """Last day, as year-month-day."""
    recurs: Text | None = None
    """How often it comes back: `monthly`."""
    open_ended: YesNo = False
    """Whether it has no end."""


class Document(Record):
    """Where something is printed or kept."""

    shorthand: ClassVar[str] = "document"
    example: ClassVar[str] = """
        document: Strategic Plan 2026-2029
        url: https://lakeshore.example/plan.pdf
        page: 12
        published: June 2026
        retrieved: 2026-09-01
        note: The tables are in the appendix.
    """

    document: Text | None = None
    """Its title."""
    url: Text | None = None
    """Its address."""
    page: Text | None = None
    """The page or section."""
    published: Text | None = None
    """When it was published, as printed."""
    retrieved: Day | None = None
    """The day it was read."""
    note: Text | None = None
    """What a reader should know of it."""


class Link(Record):
    """An address that a report may offer."""

    shorthand: ClassVar[str] = "url"
    example: ClassVar[str] = """
        url: https://lakeshore.example/reading
        title: How we teach reading
    """

    url: Text
    """An http, https or mailto address, or a file in the plan's folder."""
    title: Text | None = None
    """What to call it."""


class Was(Record):
    """What a value was before it was corrected or re-set."""

    example: ClassVar[str] = """
        value: 55% by June 2029
        until: June 2027
        why: The first year went well.
    """

    value: Text
    """The former value."""
    until: Text | None = None
    """Until when it held."""
    why: Text | None = None
    """Why it was changed."""
