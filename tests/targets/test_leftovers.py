"""Words that would change a target are read or refused, and never dropped."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.targets import Target, read_target, telling
from planctl.targets.tokens import Kind, tokenize
from tests.targets.reading import in_short, read, unread
from tests.targets.test_properties import SENTENCES, TEXTS

DENIED = [
    ("no student group greater than 5%", "ceiling <= 5", "group"),
    ("no student group below 60%", "floor >= 60", "group"),
    ("no school with fewer than 60%", "floor >= 60", "site"),
    ("no campus below 60%", "floor >= 60", "site"),
    ("no group at less than 60% by 2029", "floor >= 60", "group"),
    ("no group with at least 5%", "ceiling < 5", "group"),
    ("none above 5%", "ceiling <= 5", ""),
    ("cannot exceed 5%", "ceiling <= 5", ""),
    ("never below 60%", "floor >= 60", ""),
    ("does not fall below 60%", "floor >= 60", ""),
    ("not more than 5%", "ceiling <= 5", ""),
    ("no greater than 5%", "ceiling <= 5", ""),
    ("not to exceed 5%", "ceiling <= 5", ""),
]


@pytest.mark.parametrize(("text", "expected", "each"), DENIED)
def test_what_is_denied_is_the_opposite_bound(
    text: str, expected: str, each: str
) -> None:
    target = read(text)
    assert (in_short(target, "40"), target.each) == (expected, each)


REFUSED = {
    "no classrooms over 25%": "no",
    "no growth below 5%": "no",
    "no student below 60%": "no",
    "60% without exceptions": "without",
    "increase to 60%, not counting retakes": "not",
    "3% above the state average": "above",
    "state average +3%": "state",
    "90% of the state average": "state",
    "increase to the state average": "to",
    "5% of students fewer than last year": "fewer",
    "10% chronic absence reduction": "reduction",
    "increase reading and reduce absence by 5%": "reduce",
    "decrease by one point (or maintain below 1%)": "or",
    "60% (about 40 students)": "about",
    "60% (40 students)": "40",
    "60% (test of 2024)": "2024",
    "avoid dropping below 60%": "avoid",
    "keep from falling below 60%": "falling",
    "half as many students": "many",
    "half the rate": "the",
    "60% if the grant is renewed": "if",
    "all but 5% of students": "but",
    "minus 5 points": "minus",
    "60% in each grade": "each",
    "All teachers trained": "All teachers trained",
    "top 10% of the state": "top",
    "60%-ish": "ish",
    "60% of students w/o plans": "w",
    "60% by 2026, 65% thereafter": "thereafter",
    "61% (2022-23) by 2029": "by 2029",
    "increase at least 3% from Fall-to-Spring": "Fall-to-Spring",
    "increase 3% from Fall to Spring": "Spring",
    "60% EOY": "EOY",
    "60% SY25": "SY25",
    "60% as measured by the 2026 test": "2026",
    "within 5 years": "within 5 years",
    "close the achievement gap": "achievement gap",
    "close 7% of the gap by half": "gap by half",
    "close the gap between boys and girls": "gap between",
    "from 51% in 2023 to 48% in 2024 (5-point decrease)": "(5-point decrease)",
    "from 40% to 60% by 2029 (2-point annual gain)": "(2-point annual gain)",
    "10 percentage points": "10 percentage points",
    "60% words or more": "or",
    "by 5%": "by 5%",
    "60% by Q4 2025": "by Q4 2025",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_word_that_changes_the_meaning_is_marked(text: str) -> None:
    assert unread(text).part == REFUSED[text]


KEPT = [
    ("80% of students at or above grade level", "level >= 80"),
    ("80% of students will exceed expectations", "level >= 80"),
    ("80% of students with growth in reading", "level >= 80"),
    ("reduce students below grade level to 10%", "level <= 10"),
    ("Growth score: 60%", "level >= 60"),
    ("increase students scoring proficient or above to 60%", "level >= 60"),
    ("School No. 3: 60%", "level >= 60"),
    ("Class of 2025: 60%", "level >= 60"),
    ("Increase the 4-year graduation rate to 95%", "level >= 95"),
    ("60% (n=45)", "level >= 60"),
    ('70% "Agree" or "Strongly Agree"', "level >= 70"),
    ("maintain at or above 95%", "maintain >= 95"),
    ("remain at or above 95%", "maintain >= 95"),
    ("at/above 60%", "floor >= 60"),
    ("57% by 2022 (Class of 2021)", "level >= 57"),
    ("60% (30-point gain)", "level >= 60"),
    ("annual 5% increase", "points >= 35 or relative >= 31.5"),
    ("60% as measured by MAP", "level >= 60"),
    ("60% on the fall assessment", "level >= 60"),
    ("At least half of all third grade students", "floor >= 50"),
    ("from 34% in 2023 to 41% in 2024 (7-point gain)", "level >= 41"),
    ("from 37.0% in 2022 to 43.0% (2-point annual gain) in 2025", "level >= 43"),
]


@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_the_words_of_a_subject_are_kept(text: str, expected: str) -> None:
    assert in_short(read(text), "30") == expected


POINTS = ["count", "USD", "minutes", "ratio", "score", "index"]


@pytest.mark.parametrize("unit", POINTS)
def test_percentage_points_are_of_a_measure_in_percent(unit: str) -> None:
    assert "points" in unread("+12 percentage points", unit).why
    assert in_short(read("+12%", unit), "800") == "relative >= 896"


TELLING = sorted(
    telling.NEGATIONS
    | telling.ALTERNATIVES
    | telling.COMPARISONS
    | telling.ROUGH
    | telling.CHANGES
)
INSERTED = st.sampled_from([*TELLING, "7%", "19", "2031"])


def sense(target: Target) -> tuple[object, ...]:
    """All that a target asks for; the names aside."""
    rungs = tuple((rung.said, rung.due) for rung in target.rungs)
    return rungs, target.each, target.start, target.per_year


@settings(deadline=None, max_examples=400)
@given(SENTENCES, INSERTED, st.integers(0, 12), st.sampled_from([None, "percent"]))
def test_an_inserted_word_is_read_or_refused_and_never_a_name(
    text: str, word: str, place: int, unit: str | None
) -> None:
    plain = read_target(text, unit)
    words = text.split()
    words.insert(place, word)
    changed = read_target(" ".join(words), unit)
    if not isinstance(plain, Target) or not isinstance(changed, Target):
        return
    before, after = (Counter(one.named.lower().split()) for one in (plain, changed))
    named = {token.text for token in tokenize(" ".join((after - before).elements()))}
    assert word not in named or sense(changed) != sense(plain)
    assert not named & (telling.NEGATIONS - {"no"})
    if word[0].isdigit():
        assert sense(changed) != sense(plain) or word in named


@settings(deadline=None)
@given(SENTENCES | TEXTS, st.sampled_from([None, "percent", "count", "date"]))
def test_a_form_that_is_told_can_be_read_and_has_the_same_numbers(
    text: str, unit: str | None
) -> None:
    told = read_target(text, unit)
    if isinstance(told, Target) or not told.near:
        return
    assert isinstance(read_target(told.near, unit), Target)
    assert numbers(told.near) == numbers(text)


def numbers(text: str) -> Counter[str]:
    """The numbers that a text has in digits."""
    tokens = tokenize(text)
    return Counter(
        one.text.replace(",", "") for one in tokens if one.kind is Kind.NUMBER
    )
