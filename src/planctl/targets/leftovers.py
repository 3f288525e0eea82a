"""Which words may be left over as the name of what is measured, and which never.

The subject of a target and its fillers change nothing. A word that would change what
is asked for may not be dropped: a negation, an alternative, a comparison, a second
change, a time. One that no other part has read makes the target unread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planctl.targets import telling, words
from planctl.targets.amount_words import NUMBERS, PARTS
from planctl.targets.tokens import Kind
from planctl.targets.words import flat

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor

_SITES = frozenset(flat(words.EACH))
_SPANS = frozenset(phrase.split()[-1] for phrase in words.OTHER_PACE)
_BEHIND = tuple(flat(words.BEHIND))
_WHY = {
    **{
        word: f"`{word}` makes a condition, which no value can meet: keep it in a note"
        for word in telling.CONDITIONS
    },
    **dict.fromkeys(
        telling.ALTERNATIVES, "this says two things: write each as a target of its own"
    ),
    **dict.fromkeys(
        telling.ROUGH,
        "nothing says how far off it may be: write the number, or a band",
    ),
}
"""Words that may not be left over wherever they stand, and why."""
_LABELLED_YEAR = re.compile(r"(?:sy|fy|ay)-?[0-9]|class-of-[0-9]")


class Heard(NamedTuple):
    """Where the parts ended that a word may stand behind; none where none was heard.

    `amount` is the token behind what is to be reached, `verb` the one behind a verb
    such as `increase`.
    """

    amount: int | None = None
    verb: int | None = None


def objection(cursor: Cursor, heard: Heard) -> str:
    """Why the word that comes next may not be left over; empty where it may."""
    word = cursor.token.text
    if _is_negation(cursor):
        return f"`{word}` may turn the meaning round: write `at most` or `at least`"
    if any(cursor.stands(phrase) for phrase in _BEHIND):
        return "this goes right behind the number: `at least` can go before it"
    return (
        _WHY.get(word, "")
        or _multiple(cursor)
        or _comparison(cursor, heard)
        or _change(cursor, heard)
        or _time(cursor)
        or _each(cursor)
        or _end(cursor, heard)
    )


def _is_negation(cursor: Cursor) -> bool:
    token = cursor.token
    is_number = cursor.ahead(1).kind is Kind.NUMBER
    if token.text == "no" and cursor.text[token.end - 1] == "." and is_number:
        return False  # `School No. 3`
    return token.text in telling.NEGATIONS or cursor.stands("w / o")


def _multiple(cursor: Cursor) -> str:
    """`increase by 2x`, `increase threefold`, `a ten-fold increase`."""
    token, before = cursor.token, cursor.tokens[max(cursor.at - 1, 0)]
    is_times = token.text == "x" and before.kind is Kind.NUMBER
    count = token.text.removesuffix("fold").rstrip("-")
    is_fold = token.text.endswith("fold") and (count in NUMBERS or not count)
    if not is_fold and not (is_times and before.end == token.start):
        return ""
    return "how many times, and of what: write `double`, `triple` or a percent"


def _comparison(cursor: Cursor, heard: Heard) -> str:
    """`3% above the state average`; not `students below grade level`."""
    word = cursor.token.text
    following = cursor.ahead(1).text
    why = f"what `{word}` compares with is not a number here"
    if word in telling.PEERS and following in telling.BENCHMARKS:
        return (
            "no number: the fields can name a series, as in `at_least: {site: State}`"
        )
    if word in telling.PAST and following == "year":
        return "what it compares with needs `from`: `from previous`"
    if word not in telling.COMPARISONS:
        return ""
    by = 2 if following in telling.ARTICLES else 1
    is_standard = cursor.ahead(by).text in telling.STANDARDS
    is_behind = cursor.at in {heard.amount, heard.verb}
    is_exceeding = word in telling.EXCEEDS
    may_compare = is_exceeding or (word in {"above", "below"} and not is_behind)
    return "" if is_standard and may_compare else why


def _change(cursor: Cursor, heard: Heard) -> str:
    """`10% chronic absence reduction`; not `10% of students with improvement`."""
    word = cursor.token.text
    is_share = heard.amount is not None and _is_share(cursor, heard.amount)
    following = cursor.ahead(1).text
    if word in telling.YEARLY and heard.amount is not None and not is_share:
        return f"`{word}` may make it yearly: write `a year`"
    if word not in telling.CHANGES or is_share or following in telling.OF_A_CHANGE:
        return ""
    return f"`{word}` may make a change of the number, or is a second one"


def _is_share(cursor: Cursor, amount: int) -> bool:
    """Whether what stands behind the amount is whose share it is: `80% of students`."""
    return cursor.tokens[amount].text == "of" and cursor.at > amount


def _time(cursor: Cursor) -> str:
    """`60% EOY`, `60% May 2027`; not `on the fall assessment`."""
    word = cursor.token.text
    parts = word.split("-")
    is_way = "to" in parts and bool(telling.TIMES.intersection(parts))
    before = cursor.tokens[cursor.at - 1].text if cursor.at else ""
    is_may = word == "may" and cursor.ahead(1).text[:2] in {"19", "20"}
    is_time = word in telling.TIMES
    is_last = cursor.ahead(1).kind is not Kind.WORD
    is_named = before in telling.BEFORE_A_TIME
    if (
        _LABELLED_YEAR.match(word)
        or is_way
        or is_may
        or (is_time and (is_last or is_named))
    ):
        return "a time stands behind `by`; `from` and `to` take amounts"
    return ""


def _each(cursor: Cursor) -> str:
    """`60% in each grade`; not `for every site`, behind another rule for each."""
    following = cursor.ahead(1).text
    is_each = cursor.token.text in {"each", "every"}
    if not is_each or following in _SITES or following in _SPANS:
        return ""
    return "each of what is no group or school: write a target for every one"


def _end(cursor: Cursor, heard: Heard) -> str:
    """`increase to proficiency`, without a number; `half the rate`, of another one."""
    if cursor.token.text == "to" and cursor.at == heard.verb:
        return "what it is to reach is no number"
    if cursor.token.text in {"to", "from"} and heard.amount is None:
        by = 2 if cursor.ahead(1).text in telling.ARTICLES else 1
        nth, behind = cursor.ahead(by), cursor.ahead(by + 1).text
        if nth.kind is Kind.ORDINAL and behind in {"percentile", "to", "-"}:
            return "a percentile is written as a number: `from 40 to 50`"
    is_part = cursor.at == heard.amount and cursor.ahead(-1).text in PARTS
    if is_part and cursor.stands("the") and cursor.ahead(1).text in telling.SHARED:
        return "half of what? For half of the baseline write `halve`"
    return ""
