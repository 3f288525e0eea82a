"""How a plan has its targets judged."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field

from planctl.model.record import Count, Number, Record, read_name, read_word

Method = Annotated[
    Literal[
        "pace",
        "healthy-people",
        "statcan",
        "massachusetts",
        "linear",
        "attainment",
    ],
    BeforeValidator(read_word),
]
_Missing = Literal["suppressed", "not_released", "not_collected", "not_applicable"]
_Verdict = Literal[
    "met",
    "on_track",
    "behind",
    "off_track",
    "regressed",
    "not_met",
    "not_due",
    "no_data",
    "no_baseline",
    "ambiguous",
    "not_comparable",
    "suppressed",
]
MISSING: tuple[str, ...] = get_args(_Missing)
"""Why a value may be missing."""
VERDICTS: tuple[str, ...] = get_args(_Verdict)
"""What may be said of a target."""
Missing = Annotated[_Missing, BeforeValidator(read_name)]
Verdict = Annotated[_Verdict, BeforeValidator(read_name)]


class Bands(Record):
    """How near to the pace that it needs a target must be, in percent of it."""

    example: ClassVar[str] = """
        on_track: 90
        behind: 50
    """

    on_track: Annotated[Number, Field(ge=0, le=100)] = Decimal(95)
    """From here on it is on track; 95."""
    behind: Annotated[Number, Field(ge=0, le=100)] = Decimal(60)
    """From here on it is behind, and below it off track; 60."""


class ProgressSettings(Record):
    """How targets are judged."""

    example: ClassVar[str] = """
        method: pace
        bands:
          on_track: 90
          behind: 50
        same:
          - -0.5
          - 0.5
        missing:
          "*": suppressed
          DS: suppressed
          NR: not_released
        verdicts:
          Green: on_track
          Red: off_track
        minimum_group: 20
    """

    method: Method | None = None
    """How a target is judged; `pace`."""
    bands: Bands = Bands()
    """From which share of its pace a target is on track, and from which behind."""
    same: Annotated[tuple[Number, ...], Field(max_length=2)] = ()
    """Changes that count as none: from the first to the second, or up to one number."""
    missing: dict[str, Missing] = Field(default_factory=dict)
    """The plan's own codes for a value that is missing, and why it is."""
    verdicts: dict[str, Verdict] = Field(default_factory=dict)
    """The plan's own words of claims, and the verdict that each stands for."""
    minimum_group: Count | None = None
    """The smallest group whose values are shown; 10."""
