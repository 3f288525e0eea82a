"""Whatever is written: printing and reading, case, dashes, mirrors, no crash."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from planctl.targets import Side, Target, goal, read_target, words, write_target
from planctl.targets.words import flat

UNITS = st.sampled_from(
    [None, "percent", "count", "USD", "days", "ratio", "index", "date"]
)
DIRECTIONS = st.sampled_from([None, "increase", "decrease", "within"])
NUMBERS = st.sampled_from(
    [
        *("5", "22.1", "1,200", "0", ".5", "half", "3 of 6", "two"),
        *("0.00000000000001", "999999999999999", "5.123456"),
    ]
)
MARKS = st.sampled_from(
    ["", "%", " points", " pp", "% of baseline", " days", " a week"]
)
PHRASES = sorted(
    {
        *flat(words.VERBS),
        *flat(words.AFTERWARDS),
        *flat(words.BEFORE),
        *flat(words.BEFORE_A_DAY),
        *flat(words.BEHIND),
        *flat(words.FACTORS),
        *(*words.KEEP, *words.CLOSE, *words.PACE, *words.DUE, *words.FROM),
        *("gap", "the", "to", "->", "+", "-", "\u2013", ";", ",", "and", "between"),
        *("within", "\u00b1", "for every group", "in each school", "grade 3", "ELA"),
        *(
            "(5.123456% gain)",
            "(7-point gain)",
            "(state test)",
            "2022",
            "2018-19",
            "June 2029",
            "year 1",
            "majority",
            "of",
        ),
        *("previous", "baseline", "not", "$", "5-10%", "2-3", "K-5", "by 2022"),
    }
)
DAYS = st.sampled_from(["2029-06-01", "June 1, 2029", "1 May 2028"])
AMOUNTS = st.builds("{}{}".format, NUMBERS, MARKS) | DAYS
TEXTS = st.lists(st.sampled_from(PHRASES) | AMOUNTS, max_size=9).map(" ".join)
VERBS = st.sampled_from(
    (
        *("+{}", "-{}", "{}", "at least {}", "<{}", "increase by {}", "reduce to {}"),
        *("to -{}", "{} more", "within {}", "maintain {}", "from 5 to {}", "{}-90%"),
        *("improve by {}", "more than +{}", "reduce by more than {}", "\u00b1 {}"),
        *("close the gap by {}", "maintain at most {}", "more than double", "{} of 9"),
        *("increase by {} to 90%", "reach {}", "no gap above {}", "+2 points to {}"),
    )
)
TAILS = st.sampled_from(
    (
        *("", " by 2022", " grade 3 ELA by 2022", " a year", " for every group"),
        *(" (5-point gain)", " (baseline 4)", ", up from 2 in 2021", " (from 3 to 90)"),
        *(" in one year", " from 4 in 2017-18 by 2022", " from previous", " (by 2022)"),
        *(
            "; 95 by 2023",
            " in 2021; 95% (low) in 2023",
            " over 2017-18 in each school",
        ),
    )
)
SENTENCES = st.builds(
    lambda verb, amount, tail: verb.format(amount) + tail, VERBS, AMOUNTS, TAILS
)


def same_again(text: str, unit: str | None, direction: str | None) -> None:
    target = read_target(text, unit, direction)
    if isinstance(target, Target):
        again = read_target(write_target(target), unit, direction)
        assert again == target, (write_target(target), target, again)


@settings(deadline=None)
@given(SENTENCES, UNITS, DIRECTIONS)
def test_a_printed_sentence_is_the_same_target(
    text: str, unit: str | None, direction: str | None
) -> None:
    same_again(text, unit, direction)


@settings(deadline=None)
@given(TEXTS, UNITS, DIRECTIONS)
@example("increase to between 1/3 and 1/2 (a) from 3 in 2017-18", None, None)
@example("+half", None, None)
def test_whatever_is_read_is_printed_as_the_same_target(
    text: str, unit: str | None, direction: str | None
) -> None:
    same_again(text, unit, direction)


@settings(deadline=None)
@given(st.text() | TEXTS, UNITS, DIRECTIONS)
@example("from 0.00000000000001 to 999999999999999 (5.123456% gain)", None, None)
def test_no_text_raises(text: str, unit: str | None, direction: str | None) -> None:
    read = read_target(text, unit, direction)
    if not isinstance(read, Target):
        assert 0 <= read.offset <= len(text)
        assert 0 <= read.length <= len(text) - read.offset
        return
    for rung in read.rungs:
        for reading in rung.readings:
            for baseline in (None, Decimal(0), Decimal(-3), Decimal(40)):
                goal(reading, baseline)


@settings(deadline=None)
@given(SENTENCES)
@example("to -5 points a year")
def test_case_and_dashes_make_no_difference(text: str) -> None:
    plain = read_target(text)
    for other in (
        text.upper(),
        text.replace("-", "\u2013"),
        text.replace("-", "\u2212"),
    ):
        read = read_target(other)
        assert isinstance(read, Target) == isinstance(plain, Target)
        if isinstance(read, Target) and isinstance(plain, Target):
            assert [rung.readings for rung in read.rungs] == [
                rung.readings for rung in plain.rungs
            ]
            assert read.named.lower() == plain.named.lower()


@settings(deadline=None)
@given(
    st.decimals(0, 1000, places=2),
    st.decimals(-1000, 1000, places=2),
    st.sampled_from(["{}", "{}%", "{} points", "{}-1001"]),
    st.sampled_from([1, 3]),
)
def test_an_increase_and_a_decrease_mirror_each_other(
    amount: Decimal, baseline: Decimal, form: str, years: int
) -> None:
    text = form.format(amount)
    up, down = read_target(f"+{text} a year"), read_target(f"-{text} a year")
    assert isinstance(up, Target)
    assert isinstance(down, Target)
    for one, other in zip(up.final.readings, down.final.readings, strict=True):
        if one.is_relative and years > 1:
            continue
        above, below = goal(one, baseline, years), goal(other, baseline, years)
        if above is None or below is None:
            assert above is below
            continue
        assert (above.side, below.side) == (Side.ABOVE, Side.BELOW)
        assert above.value is not None
        assert below.value is not None
        assert above.value - baseline == baseline - below.value
