"""Published methods of judging progress, by name, each in a file of its own.

Each looks at a case and says its own word, the verdict of ours that the word stands
for, and the figure that it goes by. They grade a value before its due date; once it
is due, a target is met or not.
"""

from __future__ import annotations

from inspect import getdoc
from typing import TYPE_CHECKING

from planctl.progress.verdicts.methods.attainment import attainment
from planctl.progress.verdicts.methods.healthy_people import healthy_people
from planctl.progress.verdicts.methods.linear import linear
from planctl.progress.verdicts.methods.massachusetts import massachusetts
from planctl.progress.verdicts.methods.outcome import Outcome
from planctl.progress.verdicts.methods.pace import pace
from planctl.progress.verdicts.methods.statcan import statcan

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.progress.verdicts.case import Case

DEFAULT = "pace"
METHODS: dict[str, Callable[[Case], Outcome | None]] = {
    "pace": pace,
    "healthy-people": healthy_people,
    "statcan": statcan,
    "massachusetts": massachusetts,
    "linear": linear,
    "attainment": attainment,
}


def explain_method(name: str) -> str:
    """The text of a method: what it computes, its words, its source."""
    return getdoc(METHODS[name]) or ""


__all__ = ["DEFAULT", "METHODS", "Outcome", "explain_method"]
