"""Writes a target as a text that reads as the same target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.targets.said import Amount, Form, Mark, Said, Sentence, Step, UnreadError
from planctl.targets.target import Context, Target
from planctl.targets.words import MONEY, NUMBERS, SIGNS, Way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.targets.said import Peer, Start

_VERBS = {Way.UP: "increase", Way.DOWN: "reduce", Way.BETTER: "improve"}
_SIGNS = {Way.UP: "+", Way.DOWN: "-"}
_FACTORS = {"2": "double", "3": "triple", "4": "quadruple", "0.5": "halve"}
_PARTS = {
    (1, 2): "half",
    (1, 3): "a third",
    (2, 3): "two thirds",
    (1, 4): "a quarter",
    (3, 4): "three quarters",
}
_UNSIGNED = frozenset({Mark.NONE, Mark.PERCENT, Mark.POINTS, Mark.OF_BASELINE})
_CURRENCIES = {unit: sign for sign, unit in SIGNS.items()}
assert NUMBERS  # noqa: S101


def write_target(target: Target, context: Context | None = None) -> str:
    """Write a target in the canonical form, its tolerance aside.

    Read with the same unit, direction, words and calendar it is the same target
    again. A target that is another series has no such text; it is described.
    """
    steps = tuple(Step(rung.said, rung.due) for rung in target.rungs)
    wanted = Sentence(
        steps, target.named, target.each, target.start, per_year=target.per_year
    )
    known = context or Context()
    texts = list(_forms(wanted))
    return next((text for text in texts if _says(text, wanted, known)), texts[0])


def write_amount(amount: Amount) -> str:
    """Write an amount: `5%`, `$1,200`, `3 of 6`, `a third`."""
    number = _number(amount)
    if amount.mark is Mark.WORD:
        return amount.unit
    if amount.of is not None:
        pair = (amount.number, amount.of)
        joint = " of " if amount.mark is Mark.OF else "/"
        return _PARTS.get(pair, "") if pair in _PARTS and joint == "/" else (  # type: ignore[call-overload, no-any-return]
            f"{number}{joint}{amount.of:,f}"
        )
    return f"{number}{_behind(amount)}"
