"""The target language: a string to its readings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_LEVEL = re.compile(
    r"(?P<sign>[$€£])?(?P<number>\d{1,15}(?:,\d{3})*(?:\.\d{1,15})?)(?P<percent>%)?"
    r"(?:\s+(?:by|in)\s+(?P<due>.+))?",
    re.ASCII | re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|in)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a target string means: a level to reach."""

    kind: str
    value: Decimal


def read_level(text: str) -> Reading | None:
    """Read a plain level, such as `27% by 2018-19` or `100%`."""
    match = _LEVEL.fullmatch(text.strip())
    if not match:
        return None
    return Reading("level", Decimal(match["number"].replace(",", "")))


def due_text(text: str) -> str:
    """The part of a target behind its last `by` or `in` with a year; empty if none."""
    rung = text.rpartition(";")[2]
    parts = reversed(_BY.split(rung)[1:])
    return next((part.strip() for part in parts if _YEAR.search(part)), "")
