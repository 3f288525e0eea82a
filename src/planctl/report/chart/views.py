"""What a chart of one measure says, whatever draws it.

Every text is worded; every value is exact. Days are the ends of the periods that
values are of.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from planctl.targets import Side


class Kind(StrEnum):
    """How sure an observed value is."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    DISPUTED = "disputed"
    YEAR_TO_DATE = "year_to_date"
    """Of a part of a year: it stands beside the series, not in it."""
    PROJECTED = "projected"
    MISSING = "missing"
    """There is none; the text says why."""


APART = frozenset({Kind.YEAR_TO_DATE, Kind.PROJECTED, Kind.MISSING})
"""What stands beside a series, not in it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value and the period that it is of.

    `low` and `high` are equal where it is exact; one that is none has no limit, and
    both are where it is missing. `text` is the value, or why there is none.
    """

    day: date
    period: str
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    kind: Kind = Kind.FINAL

    @property
    def exact(self) -> Decimal | None:
        """The value itself, where it is known."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where a series started; `day` is none where nobody says when."""

    text: str
    value: Decimal
    day: date | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way of a target: one of its steps, or what is expected by then.

    `low` and `high` are the limits of what meets it, equal where it is one value; one
    that is none has no limit.
    """

    day: date
    period: str
    text: str
    low: Decimal | None
    high: Decimal | None
    is_step: bool = True


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One reading of one target.

    `has_road` says that a line leads from the baseline through its stops; without,
    each step holds as a level up to its day. `side` is where better values lie.
    """

    name: str
    stops: tuple[Stop, ...]
    side: Side | None = None
    has_road: bool = True

    @property
    def steps(self) -> tuple[Stop, ...]:
        """The steps that the target names."""
        return tuple(stop for stop in self.stops if stop.is_step)


@dataclass(frozen=True, slots=True)
class Panel:
    """One series: of everybody, of one student group, of one site.

    `points` are in the order of their days. `forecast` is the value, or the range of
    values, that the series leads to. `remark` says why nothing is shown, where nothing
    may be.
    """

    name: str = ""
    baseline: Baseline | None = None
    points: tuple[Point, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    forecast: Point | None = None
    remark: str = ""

    @property
    def last(self) -> Point | None:
        """The last value of the series that is known."""
        known = (point for point in reversed(self.points) if has_value(point))
        return next((point for point in known if point.kind not in APART), None)

    @property
    def has_values(self) -> bool:
        """Whether more is known than what is asked for."""
        return self.baseline is not None or any(map(has_value, self.points))

    def shown(self) -> Iterator[Baseline | Point | Stop]:
        """What has a place of its own: values, and the steps of targets."""
        start = self.baseline
        if start is not None and start.day not in {one.day for one in self.points}:
            yield start
        yield from filter(has_value, self.points)
        for target in self.targets:
            yield from target.steps

    def days(self) -> Iterator[date]:
        """Every day on which it says something."""
        if self.baseline is not None and self.baseline.day is not None:
            yield self.baseline.day
        for point in self.points:
            yield point.day
        for target in self.targets:
            for stop in target.stops:
                yield stop.day
        if self.forecast is not None:
            yield self.forecast.day

    def values(self) -> Iterator[Decimal]:
        """Every value that it shows."""
        spans: list[Point | Stop] = [*self.points]
        for target in self.targets:
            spans += target.stops
        if self.forecast is not None:
            spans.append(self.forecast)
        for span in spans:
            yield from (end for end in (span.low, span.high) if end is not None)
        if self.baseline is not None:
            yield self.baseline.value


@dataclass(frozen=True, slots=True)
class Year:
    """A school year on the time axis, at its last day."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Break:
    """From which day on values are not compared with those before, and why."""

    day: date
    period: str
    why: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One measure in a picture: one panel, or several small ones on one scale.

    `id` is unique in a report. `finding` says in one sentence what the picture shows.
    `unit` and `direction` are the measure's; `words` are its ordered words, lowest
    first, whose places from 0 are then the values. `years` cover every day shown.
    """

    id: str
    title: str
    finding: str
    unit: str | None
    direction: str | None
    years: tuple[Year, ...]
    panels: tuple[Panel, ...]
    breaks: tuple[Break, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def has_values(self) -> bool:
        """Whether more is known than what is asked for."""
        return any(panel.has_values for panel in self.panels)

    @property
    def has_picture(self) -> bool:
        """Whether a picture shows more than a number does: two things to compare."""
        return any(
            panel.has_values and len(list(panel.shown())) > 1 for panel in self.panels
        )


def has_value(point: Point) -> bool:
    """Whether anything is known of the value."""
    return point.low is not None or point.high is not None
