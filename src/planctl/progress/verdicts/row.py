"""How one step of a target stands, with every figure that its verdict rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from fractions import Fraction

    from planctl.link.linked import LinkedClaim, Promise, Starting
    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.items import ItemVerdict
    from planctl.progress.verdicts.methods import Outcome
    from planctl.progress.verdicts.outlook import Forecast
    from planctl.progress.verdicts.series import Cell, Measured, Series
    from planctl.progress.verdicts.words import Flag, Trend, Verdict
    from planctl.targets import Goal


class Step(NamedTuple):
    """One step of a target: a rung of a ladder, or a year of a yearly change.

    `place` counts from 1, `years` from the baseline where it is a yearly change.
    """

    place: int
    rung: int
    years: int
    is_final: bool
    dues: tuple[datetime.date, ...]
    due_text: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What one reading of a step comes to.

    `name` is the reading, with its due day where that can be read in two ways.
    `verdict` is that of the method that was asked for; `reason` says in plain words
    why it cannot be judged, or on which value it rests where that is not of the due
    period. `last_verdict` is how it stood at the last value where it is due and has
    no value. `outcomes` holds what each method says, by name.
    """

    name: str
    due: datetime.date | None
    goal: Goal | None
    verdict: Verdict
    reason: str
    last_verdict: Verdict | None
    case: Case | None
    outcomes: Mapping[str, Outcome]
    flags: tuple[Flag, ...]
    needed_per_year: Fraction | None


class Original(NamedTuple):
    """How a target stands as it was first set: its text, readings and verdict.

    `baseline` is the former one, where that was replaced.
    """

    text: str
    baseline: Starting | None
    readings: tuple[ReadRow, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One step of a target for one group at one site.

    `trend` is against the baseline and against the value before. `needed_per_year`
    and `forecast` are those of the first reading; `best_per_year` is signed.
    """

    id: str
    promise: Promise
    cell: Cell
    step: Step
    baseline: Starting | None
    actual: Measured | None
    previous: Measured | None
    readings: tuple[ReadRow, ...]
    verdict: Verdict
    reason: str
    last_verdict: Verdict | None
    trend: tuple[Trend | None, Trend | None]
    flags: tuple[Flag, ...]
    methods: Mapping[str, Verdict]
    needed_per_year: Fraction | None
    best_per_year: Fraction | None
    forecast: Forecast | None
    series: Series
    original: Original | None
    claims: tuple[LinkedClaim, ...]

    @property
    def is_final(self) -> bool:
        """Whether it is the target's last step."""
        return self.step.is_final


@dataclass(frozen=True, slots=True)
class Progress:
    """How all targets of a plan stand on a day, in the order of the plan.

    `items` are the verdicts of the items that promise them.
    """

    as_of: datetime.date
    method: str
    rows: tuple[Row, ...]
    items: tuple[ItemVerdict, ...]
