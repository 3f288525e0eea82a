"""What one step of a target says, before any measure gives it a meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.targets.words import Way


class Mark(StrEnum):
    """What stands beside a number, and so what it is a number of."""

    NONE = ""
    PERCENT = "percent"
    POINTS = "points"
    OF_BASELINE = "percent of baseline"
    PART = "part"
    """A fraction: `half`, `2/3`."""
    RATIO = "ratio"
    """So many for each of so many: `15:1`."""
    OF = "of"
    """So many of so many: `3 of 6`."""
    UNIT = "unit"
    """Money or time."""
    WORD = "word"
    """One of a measure's ordered words; the number is its place, from 0."""
    DAY = "day"
    """A day, of a measure that is one; the number counts days from January 1, 1."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its mark.

    `of` is the lower half of a fraction or ratio, or the whole of so many; `unit` a
    currency, a time, a word or a day. `start` and `end` are places in the text, `scale`
    is what `million` multiplied it by, and `is_percentage` tells percentage points from
    points; none of them makes a difference.
    """

    number: Decimal
    mark: Mark = Mark.NONE
    of: Decimal | None = None
    unit: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    scale: Decimal = field(default=Decimal(1), compare=False)
    is_percentage: bool = field(default=False, compare=False)

    @property
    def share(self) -> Decimal:
        """The number, or the value of the fraction, to 28 digits."""
        return self.number if self.of is None else self.number / self.of

    @property
    def hundredths(self) -> Decimal:
        """The fraction in percent, to 28 digits."""
        return self.number * 100 / self.of if self.of is not None else self.number


class Form(StrEnum):
    """The forms of a step."""

    LEVEL = "level"
    CHANGE = "change"
    FLOOR = "floor"
    CEILING = "ceiling"
    WITHIN = "within"
    MAINTAIN = "maintain"
    DIRECTION = "direction"
    FACTOR = "factor"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another series whose value of the same period stands for a number."""

    measure: str | None = None
    group: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One step.

    `amounts` are one, two of a range (the smaller first), or none. `way` is that of a
    change; of a level, the verb's before it; of `maintain at least`, up.
    """

    form: Form
    amounts: tuple[Amount, ...] = ()
    way: Way | None = None
    is_strict: bool = False
    around: Amount | None = None
    peer: Peer | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """A target's own baseline: a value, a period, or the value before."""

    amount: Amount | None = None
    period: str = ""
    is_previous: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What one step says, and when it is due, as printed; empty where not said."""

    said: Said
    due: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole target as it was said.

    `each` is `group` or `site` where it holds for every one of them. `change` is what
    is told beside a level to which it leads, where nothing says from where.
    """

    steps: tuple[Step, ...]
    named: str = ""
    each: str = ""
    start: Start | None = None
    per_year: bool = False
    change: Said | None = None


class UnreadError(Exception):
    """A part of a text cannot be read; `near` is what could be in its place.

    `is_unit` is true where it could be, for a measure in another unit. `advice` is what
    to do where no other form says the same.
    """

    def __init__(  # noqa: PLR0913 - each says one thing
        self,
        start: int,
        end: int,
        why: str,
        near: str = "",
        *,
        is_unit: bool = False,
        advice: str = "",
    ) -> None:
        super().__init__(why)
        self.start = start
        self.end = end
        self.why = why
        self.near = near
        self.is_unit = is_unit
        self.advice = advice
