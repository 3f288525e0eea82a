"""Words that say too much to be left over as a name, and phrases that may be."""

from __future__ import annotations

from planctl.calendar.years import MONTHS, SEASONS
from planctl.targets import words
from planctl.targets.words import flat

NEGATIONS = frozenset(
    {
        *("no", "none", "not", "never", "cannot", "can't", "don't", "doesn't", "won't"),
        *("isn't", "aren't", "without", "nobody", "nothing", "neither", "nor"),
        *("hardly", "avoid", "avoids", "avoiding", "prevent", "prevents", "preventing"),
        *("stop", "stops", "stopping"),
    }
)
CONDITIONS = frozenset(
    {
        *("unless", "except", "excluding", "if", "provided", "assuming", "only", "but"),
        *("thereafter", "afterwards"),
    }
)
ALTERNATIVES = frozenset({"or", "either", "maybe", "possibly"})
ROUGH = frozenset(
    {
        *("about", "approximately", "approx", "roughly", "almost", "nearly", "around"),
        *("~", "ish"),
    }
)
COMPARISONS = frozenset(
    {
        *("than", "more", "less", "fewer", "greater", "higher", "lower", "least"),
        *("most", "better", "worse", "above", "below", "beyond", "over", "under", "up"),
        *("down", "exceed", "exceeds", "exceeding", "exceeded", "surpass", "minimum"),
        *("maximum", "additional", "extra", "another", "versus", "vs"),
        *("many", "much", "top", "bottom"),
    }
)
CHANGES = (
    frozenset(
        phrase
        for phrase in (*flat(words.VERBS), *flat(words.AFTERWARDS))
        if " " not in phrase
    )
    | frozenset({"reduction", "improvement", "decline", "gains", "increases"})
    | frozenset({"double", "triple", "halve", "plus", "minus", "lose", "loses", "loss"})
    | frozenset({"dropping", "falling", "slipping", "declining", "rising", "growing"})
) - COMPARISONS
MOVES = frozenset(
    {*("change", "changes", "difference", "jump", "shift", "swing", "bump", "dip")}
    | {*("surge", "uptick", "addition", "movement", "out", "one", "each", "most")}
)
"""Words behind which `of 5%` may be a change, or a part: `a change of 5%`."""
YEARLY = frozenset(words.YEARLY)
TIMES = (frozenset(MONTHS) | frozenset(SEASONS) | frozenset({"eoy", "moy", "boy"})) - {
    "may"
}
BEFORE_A_TIME = frozenset({"from", "to", "since", "between", "until", "through"})

EXCEEDS = frozenset({"exceed", "exceeds", "exceeding", "exceeded"})
STANDARDS = frozenset(
    {
        *("grade", "basic", "proficient", "proficiency", "mastery", "standard"),
        *("standards", "benchmark", "benchmarks", "expectation", "expectations"),
        *("level", "levels", "growth", "target", "targets", "goal", "goals"),
    }
)
"""What students are above or below in the name of a measure: `below grade level`."""
ARTICLES = ("the", "their", "its", "state", "national")
OF_A_CHANGE = frozenset(
    {
        *("score", "scores", "goal", "goals", "target", "targets", "percentile"),
        *("percentiles", "measure", "measures", "mindset", "index", "rate", "rates"),
        *("projection", "projections", "expectation", "expectations", "model", "plan"),
        *("plans", "team", "teams", "science", "lunch", "price", "meals", "out"),
    }
)
"""What a word of change may belong to in the name of a measure: `growth score`."""
PEERS = frozenset(
    {"state", "national", "county", "regional", "statewide", "nationwide", "peer"}
)
BENCHMARKS = frozenset({"average", "averages", "median", "mean", "norm", "norms"})
PAST = frozenset({"last", "previous", "prior"})

SHARED = frozenset({"rate", "number", "baseline", "level", "amount", "current"})
"""What half of is no share of all: `half the rate`."""
COHORTS = ("class of", "cohort of", "classes of")
"""Words whose year is a name: `Class of 2025`."""
SCALES = ("point scale", "points scale", "point rubric", "level rubric", "level scale")
"""Words whose number before them is a name: `on a 5-point scale`."""
NAMES = (
    *("at or above", "at or below", "at / or above", "meet or exceed"),
    *("meets or exceeds", "meeting or exceeding", "met or exceeded"),
    *("meets or masters", "free or reduced", "free and reduced"),
    *("higher education", "higher ed", "higher order", "lower school"),
    *("lower elementary", "lower grades", "least restrictive", "less restrictive"),
    *("more restrictive", "most restrictive", "most recent", "over time"),
    *("follow up", "up to date", "two or more races", "drop out", "drop outs"),
    *("proficient or above", "proficient or higher", "proficient or better"),
    *("proficient or advanced", "advanced or proficient", "level or above"),
    *("level or higher", "standard or above", "basic or below", "basic or above"),
    *("or strongly agree", "or very satisfied", "or excellent", "or always"),
    *("as measured by", "as evidenced by", "as determined by", "as shown by"),
    *("as indicated by", "as reported by", "as demonstrated by", "measured by"),
    *("determined by", "demonstrated by", "evidenced by", "by race / ethnicity"),
    *("each day", "each week", "each month", "each quarter", "each semester"),
    *("each term", "each trimester", "every day", "every week", "every month"),
    *("every quarter", "every semester", "every term", "every trimester"),
    *("per quarter", "a quarter"),
)
"""Phrases of a measure's name, whatever their words mean elsewhere."""
