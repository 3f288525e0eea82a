"""One mistake, one finding: what is repeated is told once, what follows is not told."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from planctl.diagnostics import Diagnostic, Related, declared
from planctl.diagnostics.suggest import before_shortening, nearest
from planctl.link.scope import more_places
from planctl.rules.never_reported import never_reported
from planctl.rules.no_status import no_status
from planctl.rules.stale_status import stale_status
from planctl.rules.unserved_item import unserved_item
from planctl.rules.unused_measure import unused_measure

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNREPORTED = frozenset(
    rule.check.name for rule in (never_reported, no_status, stale_status)
)
# What they miss in an item or measure may stand under an id that is misspelt.
_LACKING = _UNREPORTED | {unserved_item.check.name, unused_measure.check.name}
# To look for near ids takes time with the number of ids.
_MOST_LOOKED_UP = 20
_MOST_SHOWN = 3
# A plan that prints a time or a target in its own way does so in many places.
_READ_ALIKE = (declared.UNREAD_DATE, declared.UNREAD_TARGET)


def without_echoes(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings without those that only follow from another.

    Where an id is unknown, used twice or reported twice because a spreadsheet shortened
    it, the item that was probably meant does not also lack what stands there; where a
    cycle is unknown, no item lacks its status.
    """
    unknown = {
        one.word: one.candidates
        for one in found
        if one.check is declared.UNKNOWN_REFERENCE
    }
    meant = {nearest(*pair) for pair in islice(unknown.items(), _MOST_LOOKED_UP)}
    meant |= {one.subject for one in found if one.check is declared.DUPLICATE_ID}
    meant |= {
        before_shortening(one.word, one.span.file)
        for one in found
        if one.check is declared.DUPLICATE_UPDATE
    }
    no_cycle = any(one.check is declared.UNKNOWN_CYCLE for one in found)
    return [
        one
        for one in found
        if not (one.rule in _LACKING and one.subject in meant)
        and not (one.rule in _UNREPORTED and no_cycle)
    ]


def gather_repeats(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, one for what is told again, with its other places.

    For readers only: each has a line of its own in a baseline.
    """
    alike: dict[tuple[str, ...], list[Diagnostic]] = {}
    kept: list[tuple[Diagnostic, list[Diagnostic]]] = []
    for one in found:
        key = _what_repeats(one)
        if key is None:
            kept.append((one, [one]))
        elif key in alike:
            alike[key].append(one)
        else:
            alike[key] = [one]
            kept.append((one, alike[key]))
    return tuple(
        one if len(several) == 1 else _gathered(one, several[1:])
        for one, several in kept
    )


def _what_repeats(one: Diagnostic) -> tuple[str, ...] | None:
    """What findings have in common that are one mistake: a word, or two files."""
    if one.check is declared.UNKNOWN_REFERENCE:
        return (one.rule, one.word) if one.candidates else None
    if one.check in _READ_ALIKE and one.word:
        return (one.rule, one.message, one.help)
    if one.check is declared.DUPLICATE_UPDATE:
        files = (one.span.file, *(place.span.file for place in one.related))
        return (one.rule, one.help, *files)
    return None


def _gathered(first: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    """The first of several findings, which also speaks of the others."""
    number = len(others)
    if first.check is declared.DUPLICATE_UPDATE:
        are = "is one more" if number == 1 else f"are {number} more"
        return replace(
            first,
            message=f"{first.message}; so {are} of this file",
            help="remove what is a copy, or put both as lines under `entries:`",
        )
    here = "printed" if first.check in _READ_ALIKE else "named"
    also = (Related(one.span, f"{here} here, too") for one in others[:_MOST_SHOWN])
    return replace(
        first,
        message=f"{first.message} (here and in {more_places(number)})",
        related=(*first.related, *also),
    )
