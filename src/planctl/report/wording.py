"""Numbers, dates and sentences, worded once for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar.cycles import AS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from planctl.calendar.cycles import CycleInstance
    from planctl.model.reporting import Cycle

STATE_WORDS = {
    "complete": "complete",
    "in_progress": "in progress",
    "not_started": "not started",
    "on_hold": "on hold",
    "discontinued": "discontinued",
    "not_reported": "not reported",
    "not_enough_reported": "not enough reported",
    "no_state": "status unclear",
}
"""Our words for states, in the order in which a distribution is printed."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def count(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency: `$1,200`, `1,200.50 EUR`."""
    text = f"{abs(amount):,}"
    sign = "-" if amount < 0 else ""
    return f"{sign}${text}" if currency == "USD" else f"{sign}{text} {currency}"


def in_sentence(name: str) -> str:
    """A level's name inside a sentence: `Action Item` to `action item`, `SMART` not."""
    return " ".join(
        word.lower() if word[:1].isupper() and word[1:].islower() else word
        for word in name.split(" ")
    )


def listed(words: Sequence[str]) -> str:
    """Words in a row: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def day(when: date) -> str:
    """A day as it is read aloud: `June 30, 2026`."""
    return f"{_MONTHS[when.month - 1]} {when.day}, {when.year}"


def cycle_title(cycle: CycleInstance, cycles: Mapping[str, Cycle]) -> str:
    """What a report calls a cycle: `Mid-year 2024-25`, `As published`."""
    if cycle.id == AS_PUBLISHED:
        return "As published"
    year, _, instance = cycle.id.partition("/")
    named = cycles.get(cycle.name)
    title = (named.title if named else None) or cycle.name.replace("_", " ")
    nth = instance.removeprefix(cycle.name).lstrip("-")
    return " ".join(part for part in (title[:1].upper() + title[1:], nth, year) if part)


def unread_sentence(files: Sequence[str]) -> str:
    """One sentence on files that could not be read; empty where all could."""
    if not files:
        return ""
    return f"{listed(files)} could not be read; what is in there is missing here."


def standing_sentence(counts: dict[str, int], one: str, several: str) -> str:
    """One sentence on how many items stand where."""
    total = sum(counts.values())
    if not total:
        return ""
    if counts["not_reported"] == total:
        return "Nothing was reported yet: this is the plan as written."
    parts = []
    for state in ("complete", "in_progress", "not_started", "on_hold", "discontinued"):
        number = counts[state]
        if number:
            are = "is" if number == 1 else "are"
            parts.append(f"{number:,} {are} {STATE_WORDS[state]}")
    if parts:
        parts[0] = (
            f"{parts[0].split(' ', 1)[0]} of {count(total, one, several)} "
            + parts[0].split(" ", 1)[1]
        )
    if counts["no_state"]:
        number = counts["no_state"]
        have = "has a status" if number == 1 else "have statuses"
        parts.append(f"{number:,} {have} outside the scale")
    sentence = listed(parts)
    silent = counts["not_reported"]
    if silent:
        sentence += f"; nothing was reported for {silent:,}"
    return f"{sentence[:1].upper()}{sentence[1:]}."
