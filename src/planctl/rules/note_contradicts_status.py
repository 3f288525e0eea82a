"""A status and its note say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.wording import words
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem, LinkedUpdate
    from planctl.load.places import Path
    from planctl.rules.rule import Review

_BE = r"\b(?:is|are|remains?)\s+(?:still\s+|now\s+)?"
_SAYS = {
    State.COMPLETE: re.compile(
        rf"(?:{_BE}|^(?:still\s+)?)(?:in\s+progress(?!\s+(?:to|towards?)\b)|incomplete"
        r"|not\s+(?:yet\s+)?completed?)\b|\b(?:has|have)\s+not\s+(?:yet\s+)?been\s+completed\b",
        re.IGNORECASE,
    ),
    State.NOT_STARTED: re.compile(
        rf"{_BE}(?:fully\s+|all\s+)?completed?\b(?!\s+(?:at|by|each|every|in|with)\b)"
        r"|^completed?$",
        re.IGNORECASE,
    ),
}
_WORDS = ("progress", "complete")
# Where a first clause ends: what comes later may speak of something else.
_ENDS = re.compile(r"[.;:,!?\n\u2013\u2014(]")
# It is said of a part, of what comes later, or of what must be before.
_OF_ANOTHER = re.compile(
    r"\b(?:after|another|before|first|further|if|more|new|next|no\s+longer|once|other"
    r"|part|phase|remaining|rest|second|some|stage|step|that|third|unless|until|when"
    r"|which|while|who|years?)\b|\d",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"(?:it|this|these|they|everything|all(?: of it)?|(?:the|this) work)?",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 4


@rule("status", Severity.WARNING)
def note_contradicts_status(review: Review) -> Iterator[Finding]:
    """A note says otherwise than the status beside it.

    ## What it finds
    In English plans, a status that means complete whose note begins by saying that the
    item is in progress, incomplete or not yet completed, or one that means not started
    whose note begins by saying that it is complete. Notes on parts, on what comes next
    and on something else are passed over.
    ## Why it matters
    Two answers to one question stand in the report, and the figures count one of them.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Coaching handbook}
    updates:
      cycle: as-published
      items:
        T1:
          status: complete
          note: The handbook is in progress.
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Coaching handbook}
    updates:
      cycle: as-published
      items:
        T1:
          status: complete
          note: The handbook is in use in all schools.
    ```
    """
    plan = review.plan
    if not plan.is_english:
        return
    for position, own in sorted(review.standing.own.items()):
        item, source = plan.items[position], own.source
        if source.covered_by is not None:
            continue
        for path, status, state, note in _noted(source):
            said = _otherwise(item, state, note)
            if said:
                yield Finding(
                    source.record or source.report,
                    path,
                    f"{plan.name(item)} is reported “{status}”, "
                    f"and its note says “{said}”",
                    "change the one that is wrong, or say what else the note means",
                    part=said,
                    subject=item.id,
                )


def _noted(
    source: LinkedUpdate,
) -> Iterator[tuple[Path, str, State | None, str]]:
    """The notes of a report that stand beside a status: where, and what both say."""
    if source.status and source.note:
        yield ("note",), source.status, source.state, source.note
    for place, line in enumerate(source.lines):
        if line.record.status and line.record.note:
            path = ("entries", place, "note")
            yield path, line.record.status, line.state, line.record.note


def _otherwise(item: LinkedItem, state: State | None, note: str) -> str:
    """What a note says of an item that its state does not; empty where it agrees."""
    pattern = _SAYS.get(state) if state else None
    # A cheap look first: most notes have neither word.
    if pattern is None or not any(word in note.lower() for word in _WORDS):
        return ""
    clause = _ENDS.split(note.strip(), maxsplit=1)[0].strip()
    found = pattern.search(clause)
    if found is None or _OF_ANOTHER.search(clause):
        return ""
    about = clause[: found.start()].strip()
    long = {word for word in words(about).split() if len(word) >= _FEWEST_LETTERS}
    is_item = bool(long) and long <= set(words(item.title).split())
    return found[0] if is_item or _ITSELF.fullmatch(about) else ""
