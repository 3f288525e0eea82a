"""Targets in short, for tests that compare them."""

from __future__ import annotations

from decimal import Decimal

from planctl.targets import (
    Goal,
    Reading,
    Side,
    Target,
    Unread,
    goal,
    read_target,
)


def read(
    text: str, unit: str | None = "percent", direction: str | None = None
) -> Target:
    """A target that can be read."""
    target = read_target(text, unit, direction)
    assert isinstance(target, Target), target
    return target


def unread(text: str, unit: str | None = "percent") -> Unread:
    """A target that cannot be read."""
    target = read_target(text, unit)
    assert isinstance(target, Unread), target
    return target


def in_short(target: Target, baseline: str | None) -> str:
    """Every reading and what it asks for, as `docs/targets.md` writes it."""
    start = None if baseline is None else Decimal(baseline)
    return "; ".join(
        " or ".join(_reading(reading, start) for reading in rung.readings)
        for rung in target.rungs
    )


def _reading(reading: Reading, baseline: Decimal | None) -> str:
    asked = goal(reading, baseline)
    return f"{reading.reading} {_goal(asked) if asked else '-'}"


def _goal(asked: Goal) -> str:
    ends = [_plain(end) for end in (asked.low, asked.high) if end is not None]
    if asked.side is Side.INSIDE:
        sign = "in "
    elif asked.side is None:
        sign = ""
    else:
        sign = ">" if asked.side is Side.ABOVE else "<"
        sign += " " if asked.is_strict else "= "
    return sign + " to ".join(dict.fromkeys(ends))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
