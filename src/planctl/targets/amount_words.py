"""The words of amounts: units, scales, number words, fractions."""

from __future__ import annotations

from decimal import Decimal

from planctl.targets.words import Phrases

PERCENTS = ("%", "percent", "per cent", "pct")
PERCENTAGE_POINTS = (
    *("percentage points", "percentage point", "percent points", "% points"),
    *("% point", "% pts", "% pt", "percentage pts", "pp", "p.p", "ppt", "ppts"),
)
POINTS = (*PERCENTAGE_POINTS, "points", "point", "pts", "pt")
OF_BASELINE = (
    *("of baseline", "of the baseline", "of the baseline value", "of its baseline"),
)
SIGNS = {"$": "USD", "\u20ac": "EUR", "\u00a3": "GBP"}
UNITS = Phrases(
    {
        "USD": ("dollars", "dollar", "usd"),
        "EUR": ("euros", "euro", "eur"),
        "GBP": ("pounds", "gbp"),
        "CAD": ("canadian dollars", "cad"),
        "minutes": ("minutes", "minute", "min"),
        "hours": ("hours", "hour", "hrs"),
        "days": ("days", "day"),
        "weeks": ("weeks", "week"),
        "months": ("months", "month"),
        "years": ("years", "year", "school years"),
        "levels": (
            *("levels", "level", "grade levels", "grade level"),
            *("performance levels", "performance level"),
            *("reading levels", "reading level", "proficiency levels"),
            "proficiency level",
        ),
    }
)
MEASURED_IN = (
    *("percent", "points", "count", "minutes", "hours", "days", "weeks", "ratio"),
    *("index", "score", "date", "yes_no", "USD", "EUR", "GBP", "CAD"),
)
"""The units that a measure may have."""
MONEY = frozenset({"USD", "EUR", "GBP", "CAD"})
SCALES = {
    "k": Decimal(1000),
    "m": Decimal(1_000_000),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
}
_TO_NINETEEN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = (
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
NUMBERS = {
    **{name: Decimal(number) for number, name in enumerate(_TO_NINETEEN)},
    **{name: Decimal(ten * 10) for ten, name in enumerate(_TENS, 2)},
    **{
        f"{tens}-{name}": Decimal(ten * 10 + one)
        for ten, tens in enumerate(_TENS, 2)
        for one, name in enumerate(_TO_NINETEEN[1:10], 1)
    },
}
"""The words of numbers, up to ninety-nine."""
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}
ORDINAL_OF = frozenset(
    {
        *("grade", "grades", "grader", "graders", "quarter", "semester", "trimester"),
        *("marking", "year", "term"),
    }
)
"""What a third may be the third of, and no share: `third grade`."""
PART_SIGNS = {
    "\u00bd": (1, 2),
    "\u2153": (1, 3),
    "\u2154": (2, 3),
    "\u00bc": (1, 4),
    "\u00be": (3, 4),
}
