"""Time between two days, in years."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from fractions import Fraction


def add_years(day: date, years: int) -> date:
    """The same day so many years later; of 29 February, else 28 February."""
    year = day.year + years
    if (day.month, day.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def years_between(start: date, end: date) -> Fraction:
    """The years from one day to another, negative where `end` is earlier.

    Whole years count from a day to the same day; what remains, in days of the year
    that it lies in. So school years are whole years, leap day or not.
    """
    if end < start:
        return -years_between(end, start)
    whole = end.year - start.year
    if add_years(start, whole) > end:
        whole -= 1
    last, following = add_years(start, whole), add_years(start, whole + 1)
    return whole + Fraction((end - last).days, (following - last).days)
