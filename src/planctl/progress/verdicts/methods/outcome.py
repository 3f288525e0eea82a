"""What a method says of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

    from planctl.progress.verdicts.words import Verdict


class Outcome(NamedTuple):
    """A method's own word, the verdict it stands for, and the figure it goes by.

    `figure_name` says what the figure is.
    """

    word: str
    verdict: Verdict
    figure_name: str
    figure: Fraction | float | None
