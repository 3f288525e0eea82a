"""Numbers, dates and sentences, worded once for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar.cycles import AS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from planctl.calendar.cycles import CycleInstance
    from planctl.link import LinkedItem, LinkedPlan
    from planctl.model.plan import PlanInfo
    from planctl.model.record import Document
    from planctl.model.reporting import Cycle

UNREAD = "Part of the plan could not be read: what is in it is missing here."
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


_MOST_PARTS = 3


def count(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency: `$1,200`, `1,200.50 EUR`."""
    text = f"{abs(amount):,}"
    sign = "-" if amount < 0 else ""
    return f"{sign}${text}" if currency == "USD" else f"{sign}{text} {currency}"


def scope_text(plan: LinkedPlan, group: str | None, site: str | None) -> str:
    """Whose values: the names of a student group and a site; empty for everybody's."""
    names = {one.id: one.name for one in (*plan.groups, *plan.sites) if one.id}
    parts = [
        " & ".join(names.get(part, part) for part in key.split(" & "))
        for key in (group, site)
        if key
    ]
    return ", ".join(parts)


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


def short_day(when: date) -> str:
    """A day where there is little room: `Jun 30, 2026`."""
    return f"{_MONTHS[when.month - 1][:3]} {when.day}, {when.year}"


def cycle_title(cycle: CycleInstance, cycles: Mapping[str, Cycle]) -> str:
    """What a report calls a cycle: `Mid-year 2024-25`, `As published`."""
    if cycle.id == AS_PUBLISHED:
        return "As published"
    year, _, instance = cycle.id.partition("/")
    named = cycles.get(cycle.name)
    title = (named.title if named else None) or cycle.name.replace("_", " ")
    nth = instance.removeprefix(cycle.name).lstrip("-")
    return " ".join(part for part in (title[:1].upper() + title[1:], nth, year) if part)


def item_name(plan: LinkedPlan, item: LinkedItem) -> str:
    """An item by its number; with its level where that is a number and no more."""
    number = item.number
    return f"{plan.level(item).name} {number}" if number.isdigit() else number


def document_text(source: Document) -> str:
    """Where something is printed: `Strategic Plan 2026, page 12, published June 2026`.

    An address follows in brackets.
    """
    page = source.page and (
        f"page {source.page}" if source.page[:1].isdigit() else source.page
    )
    published = source.published and f"published {source.published}"
    retrieved = source.retrieved and f"read on {day(source.retrieved)}"
    parts = [source.document, page, published, retrieved, source.note]
    text = ", ".join(part for part in parts if part)
    if not source.url:
        return text
    return f"{text} ({source.url})" if text else source.url


def plan_name(info: PlanInfo) -> str:
    """A plan by its organization and title, or by a title that names both."""
    organization = info.organization or ""
    if organization.casefold() in info.title.casefold():
        return info.title
    return f"{organization}, {info.title}"


def unread_sentence(files: Sequence[str]) -> str:
    """One sentence on files that could not be read; empty where all could."""
    if not files:
        return ""
    return f"{listed(files)} could not be read; what is in there is missing here."


def standing_sentence(
    counts: Mapping[str, int],
    one: str,
    several: str,
    *,
    has_reports: bool = False,
    has_values: bool = False,
) -> str:
    """How many items stand where: one sentence, or two where there is much to say.

    Args:
        counts: items by state, `not_reported` and `no_state`.
        one: what one item is called.
        several: what several are called.
        has_reports: whether anything was reported of the plan at all.
        has_values: whether a value is known that targets are compared with.
    """
    total = sum(counts.values())
    if not total:
        return ""
    silent = counts["not_reported"]
    if silent == total and has_reports:
        return f"Nothing was reported for {count(total, one, several)}."
    if silent == total and has_values:
        return "No status was reported yet; what was measured is told with the targets."
    if silent == total:
        return "Nothing was reported yet: this is the plan as written."
    parts = []
    for state, words in STATE_WORDS.items():
        number = counts.get(state)
        if number and state == "no_state":
            have = "has a status" if number == 1 else "have statuses"
            parts.append(f"{number:,} {have} outside the scale")
        elif number and state != "not_reported":
            parts.append(f"{number:,} {'is' if number == 1 else 'are'} {words}")
    head, _, rest = parts[0].partition(" ")
    parts[0] = f"{head} of {count(total, one, several)} {rest}"
    tail = f"; nothing was reported for {silent:,}" if silent else ""
    first, second = parts[:_MOST_PARTS], parts[_MOST_PARTS:]
    if not second:
        return f"{listed(first)}{tail}."
    return f"{listed(first)}. A further {listed(second)}{tail}."
