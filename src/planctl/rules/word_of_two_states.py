"""A status word means one state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.model.reporting import State
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.model.reporting import StatusWords
    from planctl.rules.rule import Review


@rule("status", Severity.ERROR)
def word_of_two_states(review: Review) -> Iterator[Finding]:
    """One status word stands for two states.

    ## What it finds
    A word that stands under two states of one scale, or under another state than the
    one whose name it is. Case does not matter. Levels and cycles may have scales of
    their own, in which the word means something else.
    ## Why it matters
    Nobody can say whether an item with this status is done, and it is counted wrongly.
    ## Bad
    ```yaml
    scale:
      in_progress: [Started, On track]
      complete: [Done, On track]
    ```
    ## Good
    ```yaml
    scale:
      in_progress: [Started, On track]
      complete: Done
    ```
    """
    for record, path, words in _scales(review.plan):
        places = _places(words)
        names = {_folded(state.value): state for state in State}
        for (word, state), (written, place) in places.items():
            others = [other for other in State if (word, other) in places]
            named = names.get(word, state)
            if named is state and others[0] is state:
                continue
            other = others[0] if others[0] is not state else named
            first = places.get((word, other))
            yield Finding(
                record,
                (*path, state.value, place),
                f"“{written}” stands for two states, `{other}` and `{state}`",
                "keep it under one of them",
                related=((record, (*path, other.value, first[1]), "and here"),)
                if first
                else (),
                word=written,
            )


def _scales(plan: LinkedPlan) -> Iterator[tuple[Record, Path, StatusWords]]:
    """Each scale that the plan itself declares, and where its words stand."""
    for scale in plan.vocabulary.scales:
        if plan.places.is_here(scale):
            yield scale, ("words",), scale.words
    for cycle in plan.cycles.values():
        if cycle.scale is not None and plan.places.is_here(cycle):
            yield cycle, ("scale",), cycle.scale


def _places(words: StatusWords) -> dict[tuple[str, State], tuple[str, int]]:
    """Each word of each state, as written, and its position among them."""
    found: dict[tuple[str, State], tuple[str, int]] = {}
    for state in State:
        for place, word in enumerate(getattr(words, state)):
            found.setdefault((_folded(word), state), (word, place))
    return found


def _folded(word: str) -> str:
    return " ".join(word.replace("_", " ").split()).casefold()
