"""Words that planctl itself uses, explained: states, verdicts, flags and others."""

from __future__ import annotations

import inspect
from functools import cache
from typing import TYPE_CHECKING

from planctl.model.docstrings import field_docstrings
from planctl.model.reporting import State
from planctl.progress.state import RolledState
from planctl.progress.verdicts.methods import METHODS, explain_method
from planctl.progress.verdicts.words import Flag, Trend, Verdict

if TYPE_CHECKING:
    from enum import StrEnum

_STATES = {
    State.NOT_STARTED: "Nothing was done yet.",
    State.IN_PROGRESS: "It is under way. Several are so where no other state fits.",
    State.COMPLETE: "It is done. Several items are so only if all of them are.",
    State.ON_HOLD: "It waits. Several items are so if all that is not complete is.",
    State.DISCONTINUED: "It was given up; from then on it counts in nothing.",
    RolledState.NOT_REPORTED: "Nothing was reported.",
    RolledState.NOT_ENOUGH_REPORTED: "Fewer were reported than `coverage` asks for: "
    "half of those due, where the plan says nothing.",
}
_WORDS = {
    "stale": "A status that is too old to count: since it was given, the item should "
    "have reported again, and that cycle is over. `complete` and `discontinued` hold "
    "for good. A stale status is shown, and does not count as reported.",
    "overdue": "The last day of the item's own `due`, else of its own `period`, is "
    "past, and the item is still open, though it is reported on. A period taken "
    "from above makes nothing overdue, and neither does one without an end.",
    "as-published": "The cycle of what a published document reports itself. It comes "
    "before every cycle with a date, and its age is not known.",
    "mid-year": "A cycle that every plan without `cycles:` has; it is due in February.",
    "end-of-year": "A cycle that every plan without `cycles:` has; it is due in June.",
    "own": "What people said of the item itself, beside what its parts add up to.",
    "adds-up": "What the parts of an item add up to: complete only if all of them are.",
    "unreported": "Nothing was reported for the item, or nothing that still counts.",
    "baseline": "Where a measure stood at the start. Changes and the pace of a target "
    "are counted from there. A target may have its own: `from 40% in 2024-25`.",
    "floor": "A target that is the least that is good enough: `at least 90%`.",
    "ceiling": "A target that is the most that is good enough: `at most 4 weeks`.",
    "ladder": "A target in several steps, each with its date: "
    "`50% by 2027; 75% by 2028`.",
    "interim": "A step of a ladder before the last one. It is judged by its own date; "
    "the last step says what is to be reached in the end.",
    "error": "The plan contradicts itself, or cannot be read or worked out.",
    "warning": "A reader would be misled, or left without an answer.",
    "advice": "The plan is sound; it would be a better one.",
}


@cache
def terms() -> dict[str, dict[str, str]]:
    """Each kind of word, and what each word of it means."""
    return {
        "state": {str(state): text for state, text in _STATES.items()},
        "verdict": _documented(Verdict),
        "flag": _documented(Flag),
        "trend": _documented(Trend),
        "method": {name: explain_method(name) for name in METHODS},
        "word": _WORDS,
    }


def _documented(words: type[StrEnum]) -> dict[str, str]:
    """The words of a list by what stands below each of them."""
    texts = field_docstrings(inspect.getfile(words)).get(words.__name__, {})
    return {str(word): " ".join(texts.get(word.name, "").split()) for word in words}
