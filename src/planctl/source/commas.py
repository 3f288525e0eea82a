"""Decimal commas, as spreadsheets of other countries write them: `42,3` for 42.3.

A table whose cells are not parted by commas may have them. Where one cell can be
nothing else, the others are read so, too, except those that may be thousands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3}(?P<groups>(?:[. \u00a0\u202f]\d{3})+)|\d+)"
    r",(?P<part>\d+)(?![\d.,])",
    re.ASCII,
)
_THOUSANDS = 3
_MAYBE_THOUSANDS = re.compile(
    r"(?<![\d.,])(?!0)\d{1,3}(?:[.,]\d{3})(?![\d.,])", re.ASCII
)


def has_decimal_commas(cells: Iterable[str]) -> bool:
    """Whether one of some cells holds a comma that can only be a decimal one."""
    return any("," in cell and _is_decimal(_NUMBER.search(cell)) for cell in cells)


def may_be_thousands(cell: str) -> bool:
    """Whether `1,204` or `1.204` may be thousands where decimals have commas."""
    return bool(_MAYBE_THOUSANDS.search(cell))


def with_points(cell: str) -> str:
    """A cell with its decimal commas as points, and thousands without a sign."""
    return _NUMBER.sub(_with_point, cell)


def _is_decimal(found: re.Match[str] | None) -> bool:
    if found is None:
        return False
    whole, part = found["whole"], found["part"]
    is_short = len(whole) <= _THOUSANDS and not whole.startswith("0")
    return bool(found["groups"]) or len(part) != _THOUSANDS or not is_short


def _with_point(found: re.Match[str]) -> str:
    return f"{re.sub(r'[^0-9]', '', found['whole'])}.{found['part']}"
