"""What a target's numbers are measured in, and whether they fit it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from planctl.targets import amount_words
from planctl.targets.goals import Side
from planctl.targets.said import Amount, Mark, UnreadError
from planctl.targets.words import Way

if TYPE_CHECKING:
    from decimal import Decimal

TIMES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_OPEN = frozenset({"count", "points", "index", "score", "ratio"})
"""Units in which an amount of time may be a number of something."""
_POINTED = frozenset({"percent", "points", "index", "score", None})
"""Units of which points are a part; of None, nothing is known."""
_SIDES = {
    Way.UP: Side.ABOVE,
    Way.DOWN: Side.BELOW,
    "increase": Side.ABOVE,
    "decrease": Side.BELOW,
    "within": Side.INSIDE,
}


@dataclass(frozen=True, slots=True)
class Scale:
    """What a target's numbers are measured in; none where that is not known."""

    unit: str | None = None
    direction: str | None = None

    @property
    def is_percent(self) -> bool:
        """Whether a percent sign may stand for points of this unit."""
        return self.unit in {None, "percent"}

    def side(self, way: Way | None) -> Side | None:
        """Where better values lie: by a verb, else by the measure's direction."""
        if way in _SIDES:
            return _SIDES[way]
        return _SIDES.get(self.direction or "")


def level_of(amount: Amount, scale: Scale) -> Decimal:
    """The value that an amount stands for on the measure's scale.

    Raises:
        UnreadError: it stands for none.
    """
    if scale.unit == "date" and amount.mark is not Mark.DAY:
        refuse(amount, "a day was expected: `2029-06-01`")
    if amount.mark is Mark.RATIO:
        return amount.share
    if amount.mark is Mark.PART or (amount.mark is Mark.OF and scale.unit):
        if scale.is_percent:
            return amount.hundredths
        if scale.unit == "ratio":
            return amount.share
    if amount.mark is Mark.PART:
        refuse(amount, f"half of what? The measure is in {scale.unit}")
    if amount.mark is Mark.PERCENT and not scale.is_percent:
        refuse(amount, f"a level in percent, and the measure is in {scale.unit}")
    return amount.number


def check_level(amount: Amount, scale: Scale) -> None:
    """See that an amount can be a value of the measure.

    Raises:
        UnreadError: it cannot.
    """
    check_unit(amount, scale)
    level_of(amount, scale)


def check_unit(amount: Amount, scale: Scale) -> None:
    """See that the unit is the measure's: money is no percent, weeks are not days.

    Raises:
        UnreadError: it is another.
    """
    if scale.unit == "date" and amount.mark not in {Mark.DAY, Mark.NONE}:
        if amount.unit != "days":
            refuse(amount, "the measure is a date: write a day, or `-10 days`")
        return
    if (
        amount.mark is Mark.UNIT
        and scale.unit is not None
        and amount.unit != scale.unit
    ):
        is_open = scale.unit in _OPEN
        if not is_open or amount.unit in amount_words.MONEY:
            refuse(amount, f"{amount.unit}, and the measure is in {scale.unit}")
    if amount.mark is Mark.POINTS and scale.unit not in _POINTED:
        refuse(amount, f"points, and the measure is in {scale.unit}")
    if amount.is_percentage and not scale.is_percent:
        refuse(amount, f"percentage points, and the measure is in {scale.unit}")
    if amount.mark is Mark.RATIO and scale.unit not in {"ratio", None}:
        refuse(amount, f"a ratio, and the measure is in {scale.unit}")


def refuse(amount: Amount, why: str) -> NoReturn:
    """Refuse an amount.

    Raises:
        UnreadError: always.
    """
    raise UnreadError(amount.start, amount.end, why, is_unit=True)
