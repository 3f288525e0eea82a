"""The target language: from a text such as `+22% by 2022` to its readings.

It knows nothing of plans or of observed values. `docs/targets.md` is its grammar.
"""

from planctl.targets.amount_words import MEASURED_IN as UNITS
from planctl.targets.baseline import StartingPoint, read_baseline, starting_point
from planctl.targets.fields import Fields, read_fields, read_tolerance
from planctl.targets.goals import Goal, Kind, Reading, Side, goal
from planctl.targets.said import Amount, Form, Mark, Peer, Said, Start
from planctl.targets.target import (
    Context,
    Rung,
    Target,
    Unread,
    read_target,
)
from planctl.targets.values import Value, read_value
from planctl.targets.words import Way
from planctl.targets.writing import write_amount, write_target

__all__ = [
    "UNITS",
    "Amount",
    "Context",
    "Fields",
    "Form",
    "Goal",
    "Kind",
    "Mark",
    "Peer",
    "Reading",
    "Rung",
    "Said",
    "Side",
    "Start",
    "StartingPoint",
    "Target",
    "Unread",
    "Value",
    "Way",
    "goal",
    "read_baseline",
    "read_fields",
    "read_target",
    "read_tolerance",
    "read_value",
    "starting_point",
    "write_amount",
    "write_target",
]
