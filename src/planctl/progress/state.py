"""The states that a roll-up gives: the five of the language, and two for silence."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from planctl.model.reporting import State


class RolledState(StrEnum):
    """What the parts of an item add up to."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    ON_HOLD = "on_hold"
    DISCONTINUED = "discontinued"
    NOT_REPORTED = "not_reported"
    NOT_ENOUGH_REPORTED = "not_enough_reported"


LOWEST_FIRST = (State.ON_HOLD, State.NOT_STARTED, State.IN_PROGRESS, State.COMPLETE)
"""The order in which one item is lower than another."""

FIXED_PERCENT = {State.NOT_STARTED: Decimal(0), State.COMPLETE: Decimal(100)}
"""How much is done where the state alone says it."""
