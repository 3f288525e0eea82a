"""The words that the language of targets knows."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property


class Phrases(dict[str, tuple[str, ...]]):
    """What a phrase stands for, and the phrases, each of words with spaces between."""

    @cached_property
    def by_first_word(self) -> FirstWords:
        """The phrases of several words and what they stand for, the longest first."""
        return first_words(
            tuple(
                (phrase, name) for name, several in self.items() for phrase in several
            )
        )


FirstWords = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by their first word, as the words behind it and what they stand for."""


def first_words(phrases: tuple[tuple[str, str], ...]) -> FirstWords:
    """Phrases with their meanings, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in phrases:
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), meaning))
    return {
        first: tuple(sorted(several, key=lambda one: -len(one[0])))
        for first, several in found.items()
    }


class Way(StrEnum):
    """Where a change goes; `BETTER` is for the measure's own direction to say."""

    UP = "up"
    DOWN = "down"
    BETTER = "better"


VERBS = Phrases(
    {
        "up": (
            *("increase", "increases", "increased", "increasing", "an increase"),
            *("raise", "raises", "raised", "raising", "rise", "grow", "grows", "boost"),
            *("lift", "expand", "gain", "up", "growth of", "increase of"),
        ),
        "down": (
            *("decrease", "decreases", "decreased", "decreasing", "a decrease"),
            *(
                "reduce",
                "reduces",
                "reduced",
                "reducing",
                "a reduction",
                "lower",
                "cut",
            ),
            *("narrow", "close the gap", "close the achievement gap"),
            *("drop", "lessen", "decline", "down", "shrink", "reduction of"),
        ),
        "better": (
            *("improve", "improves", "improved", "improving", "an improvement"),
            "improvement of",
        ),
    }
)
AFTERWARDS = Phrases(
    {
        "up": (
            *("more", "higher", "increase", "gain", "growth", "rise", "above baseline"),
            *("additional", "extra"),
            *("above the baseline", "over baseline", "over the baseline"),
        ),
        "down": (
            *("fewer", "less", "lower", "decrease", "reduction", "drop", "decline"),
            "cut",
            *("below baseline", "below the baseline", "under the baseline"),
        ),
        "better": ("improvement", "better"),
    }
)
"""Words behind an amount that make a change of it."""

KEEP = (
    *("maintain", "maintains", "maintained", "keep", "hold", "sustain"),
    *("remain at", "remains at", "stay at", "stays at", "continue at"),
    "maintain or improve",
)
FACTORS = Phrases(
    {
        "2": ("double", "doubled", "doubling"),
        "3": ("triple", "tripled", "treble"),
        "4": ("quadruple", "quadrupled"),
        "0.5": ("halve", "halved", "halving"),
    }
)
CLOSE = ("close", "narrow", "halve", "reduce", "decrease", "cut", "shrink", "eliminate")
GAPS = frozenset({"gap", "gaps"})
IN_HALF = ("in half", "by half")

FLOOR = "floor"
CEILING = "ceiling"
BEFORE = Phrases(
    {
        "floor": (
            *(
                "at least",
                "no less than",
                "no fewer than",
                "not less than",
                ">=",
                "\u2265",
            ),
            *("no lower than", "not below", "a minimum of", "minimum of", "minimum"),
            *(
                "at or above",
                "at or over",
                "at / above",
                "meet or exceed",
                "meets or exceeds",
                "maintain or exceed",
                "maintain or increase",
            ),
            *("greater than or equal to", "more than or equal to"),
            *("equal to or greater than", "equal to or more than"),
        ),
        "ceiling": (
            *(
                "at most",
                "no more than",
                "not more than",
                "no higher than",
                "up to",
                "<=",
            ),
            *("\u2264", "not above", "a maximum of", "maximum of", "maximum"),
            *("at or below", "at or under", "at / below"),
            *("less than or equal to", "fewer than or equal to"),
            *("equal to or less than", "equal to or fewer than"),
        ),
        "floor, strict": (
            "more than",
            "greater than",
            "higher than",
            "above",
            "over",
            ">",
            *("exceed", "exceeds", "exceeding", "surpass", "in excess of"),
        ),
        "ceiling, strict": (
            *("less than", "fewer than", "lower than", "below", "under", "<"),
        ),
    }
)
BEFORE_A_DAY = Phrases(
    {
        "floor": ("no earlier than", "not earlier than", "on or after", "not before"),
        "ceiling": ("no later than", "not later than", "on or before", "not after"),
        "floor, strict": ("later than", "after"),
        "ceiling, strict": ("earlier than", "before"),
    }
)
BEHIND = Phrases(
    {
        "floor": (
            *("or more", "or higher", "or above", "or greater", "or over", "and above"),
            *("and up", "and over", "or better", "minimum", "at minimum"),
            "at a minimum",
        ),
        "ceiling": (
            "or less",
            "or fewer",
            "or lower",
            "or below",
            "or under",
            "and below",
            "maximum",
        ),
    }
)
WITHIN = ("within", "to within")
MAJORITY = ("a majority", "the majority", "majority")

DUE = (
    *("by", "in", "at", "on", "during", "until", "within", "for"),
    *("through", "no later than", "not later than", "as of"),
)
BEFORE_A_LENGTH = frozenset({"in", "within", "over", "for", "during"})
NEXT = ("the next", "the following", "next")
_EACH = ("a", "per", "each", "every", "/")
_YEAR = ("year", "school year", "academic year", "yr")
PACE = (
    *(f"{each} {year}" for each in _EACH for year in _YEAR),
    *(
        "annually",
        "yearly",
        "per annum",
        "year over year",
        "year-over-year",
        "year to year",
    ),
    *("year-to-year", "on a year-to-year basis", "on a year to year basis"),
    *("on a yearly basis", "on an annual basis"),
)
YEARLY = ("annual", "yearly")
"""Words that make a pace of the change behind them: `3% annual growth`."""
OTHER_PACE = tuple(
    f"{each} {time}"
    for each in _EACH
    for time in ("day", "week", "month", "quarter", "semester", "term", "trimester")
)
PLACES = ("for", "in", "at", "across", "of", "within")
EACH = Phrases(
    {
        "group": (
            *("group", "student group", "subgroup", "student subgroup"),
            *("groups", "student groups", "subgroups", "student subgroups"),
        ),
        "site": (
            *("site", "school", "building", "sites", "schools", "buildings"),
            *("campus", "campuses"),
        ),
    }
)
FROM = (
    *("from", "over", "than", "compared to", "compared with", "relative to"),
    *("from a baseline of", "from the baseline of", "from baseline of"),
)
MOVED_FROM = ("up from", "down from")
WAS = (*MOVED_FROM, "was", "currently")
JOINTS = frozenset(
    {*("of", "at", "be", "is", "are", "equal", "equals", "reach", "reaches", "meet")}
    | {*("reaching", "achieve", "achieves", "achieving", "attain", "attains")}
)
"""Words that join a plain amount to its name: `a graduation rate of 92%`."""
PREVIOUS = (
    *("previous", "the previous", "previous year", "the previous year", "last year"),
    *("the year before", "the previous value", "the prior year", "prior year"),
)
BASELINE = ("baseline", "the baseline")
YES = frozenset({"yes", "true", "on", "y"})
NO = frozenset({"no", "false", "off", "n"})

NUMBERED = frozenset(
    {
        *("grade", "grades", "gr", "level", "levels", "tier", "tiers", "age", "ages"),
        *("goal", "phase", "algebra", "step", "stage", "class", "cohort", "title"),
        *("quarter", "section", "chapter", "unit", "course", "period", "room", "ward"),
        *("number", "district", "zone", "priority", "objective", "strategy"),
        "scoring",
    }
)
"""Words whose number is a name and no amount: `grade 3`."""

LOOK_ALIKE = (
    *("fewer", "higher", "more", "increase", "decrease", "reduction", "annually"),
    *("points", "percent", "percentage", "improvement"),
)
"""Words behind an amount that a slip of the pen must not turn into a name."""


def flat(phrases: Phrases) -> dict[str, str]:
    """What each phrase stands for."""
    return {phrase: name for name, several in phrases.items() for phrase in several}
