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
_HAS_NOT = r"(?:\b(?:has|have)\s+not\s+(?:yet\s+)?|^not\s+yet\s+)"
_NOT_BEGUN = (
    rf"{_HAS_NOT}(?:been\s+)?(?:begun|happened|occurred|started|taken\s+place)\b"
)
# Not only at some place, or by somebody.
_NOWHERE = r"(?!\s+(?:at|by|each|every|for|in|with)\b)"
_DONE = rf"{_BE}(?:fully\s+|all\s+)?completed?\b{_NOWHERE}|^completed?$"
_UNDER_WAY = r"(?:in\s+progress(?!\s+(?:to|towards?)\b)|under\s?way)\b"
_UNDONE = r"(?:incomplete|not\s+(?:yet\s+)?completed?)\b"
_WILL_BE = r"\bwill\s+be\s+(?:completed?|finali[sz]ed|finished)\b"
_SAYS = {
    state: re.compile("|".join(forms), re.IGNORECASE)
    for state, forms in {
        State.COMPLETE: (
            rf"(?:{_BE}|^(?:still\s+)?)(?:{_UNDER_WAY}|{_UNDONE})",
            rf"{_HAS_NOT}been\s+completed\b",
            _NOT_BEGUN,
            _WILL_BE,
        ),
        State.IN_PROGRESS: (_NOT_BEGUN + _NOWHERE, _DONE),
        State.NOT_STARTED: (_DONE, rf"(?:{_BE}|^){_UNDER_WAY}"),
    }.items()
}
# One of these is in every note that does.
_WORDS = {
    State.COMPLETE: ("progress", "complet", "not ", "will be", "way"),
    State.IN_PROGRESS: ("not ", "complet"),
    State.NOT_STARTED: ("complet", "progress", "way"),
}
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
    item is in progress, incomplete, still to be completed or not begun; one that means
    in progress whose note says that it has not begun or is complete; one that means
    not started whose note says that it is under way or complete. Notes on parts, on
    what comes next and on something else are passed over.
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
    if state not in _SAYS:
        return ""
    # A cheap look first: most notes have none of these.
    small = note.lower()
    for word in _WORDS[state]:
        if word in small:
            break
    else:
        return ""
    clause = _ENDS.split(note.strip(), maxsplit=1)[0].strip()
    found = _SAYS[state].search(clause)
    if found is None:
        return ""
    # When it will be says nothing of another.
    is_promise = found[0].lower().startswith("will")
    if _OF_ANOTHER.search(clause[: found.end()] if is_promise else clause):
        return ""
    about = clause[: found.start()].strip()
    long = {word for word in words(about).split() if len(word) >= _FEWEST_LETTERS}
    is_item = bool(long) and long <= set(words(item.title).split())
    return found[0] if is_item or _ITSELF.fullmatch(about) else ""
