"""What several readings of one target have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.words import Flag, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.progress.verdicts.row import ReadRow


def agreed(readings: Sequence[ReadRow]) -> tuple[Verdict, str]:
    """The verdict that all readings lead to, and why; ambiguous where they differ."""
    if len({one.verdict for one in readings}) == 1:
        return readings[0].verdict, readings[0].reason
    return Verdict.AMBIGUOUS, "its readings lead to different verdicts"


def agreed_last(readings: Sequence[ReadRow]) -> Verdict | None:
    """How it stood at the last value, if that is all that is known."""
    lasts = {one.last_verdict for one in readings}
    return readings[0].last_verdict if len(lasts) == 1 else Verdict.AMBIGUOUS


def common_flags(readings: Sequence[ReadRow]) -> tuple[Flag, ...]:
    """The flags that hold under every reading."""
    return tuple(
        flag for flag in readings[0].flags if all(flag in one.flags for one in readings)
    )


def common_methods(readings: Sequence[ReadRow]) -> dict[str, Verdict]:
    """What each method comes to over all readings."""
    found = {}
    for name in readings[0].outcomes:
        verdicts = {
            one.outcomes[name].verdict for one in readings if name in one.outcomes
        }
        found[name] = verdicts.pop() if len(verdicts) == 1 else Verdict.AMBIGUOUS
    return found
