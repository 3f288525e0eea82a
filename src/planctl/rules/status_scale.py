"""A status is one word of the plan's scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.diagnostics.suggest import nearest
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan, LinkedUpdate
    from planctl.rules.rule import Review


_BETWEEN = re.compile(r"\s*(?:/|,|;|\band\b|&)\s*")
_DECISION = re.compile(
    r"(?:(?:to )?be )?"
    r"(?:adopt|approve|cancel|continue|defer|discuss|drop|eliminate|expand|keep|merge"
    r"|modify|postpone|reconsider|repeat|replace|retain|revise|revisit|stop)(?:e?d)?\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}")


@rule("status", Severity.WARNING)
def status_scale(review: Review) -> Iterator[Finding]:
    """A status is not a word of the plan's scale.

    ## What it finds
    A status that is none of the words under `scale` (for its level and cycle) and
    not one of the five states; two words at once; dates where a status belongs; in
    English plans, a decision (`Continue`, `To be revised`).
    ## Why it matters
    The item counts as reported, but nobody can say how it stands.
    ## Bad
    ```yaml
    updates:
      cycle: as-published
      items:
        A1: Established/On hold
    ```
    ## Good
    ```yaml
    updates:
      cycle: as-published
      items:
        A1:
          entries:
            - site: pilot school
              status: Established
            - site: other schools
              status: On hold
    ```
    """
    plan = review.plan
    told: set[int] = set()
    for update in plan.updates:
        is_told = update.is_by_exception and id(update.report) in told
        if update.covered_by is not None or is_told:
            continue
        if update.status is not None and update.state is None:
            key = ("otherwise",) if update.is_by_exception else ()
            yield _finding(plan, update, update.status, (*key, "status"))
            if update.is_by_exception:
                told.add(id(update.report))
        for place, line in enumerate(update.lines):
            if line.record.status is not None and line.state is None:
                path = ("entries", place, "status")
                yield _finding(plan, update, line.record.status, path)


def _finding(
    plan: LinkedPlan, update: LinkedUpdate, word: str, path: tuple[str | int, ...]
) -> Finding:
    item = plan.items[update.item] if update.item is not None else None
    level = item.level if item else ""
    name = plan.name(item) if item else "the plan"
    if item and update.is_by_exception:
        name = f"each {plan.level(item).name} that is not named"
    words = plan.vocabulary.words(level, update.cycle.name)
    parts = [part for part in _BETWEEN.split(word) if part]
    known = [
        part
        for part in parts
        if plan.vocabulary.state(part, level, update.cycle.name) is not None
    ]
    listed = ", ".join(words)
    if len(known) > 1:
        message = f"{name} has two statuses at once: {_short(word)}"
        remedy = "report each under `entries:`, with the `site` or `scope` it is for"
    elif _DATE.search(word):
        message = f"{name} has dates where its status belongs: {_short(word)}"
        remedy = f"the words are {listed}; put the dates into `evidence` or `note`"
    elif _DECISION.match(word) and plan.is_english:
        message = f"{name} has a decision where its status belongs: {_short(word)}"
        remedy = f"the words are {listed}; put the decision into `note`"
    else:
        message = f"{name} has a status that is not in the scale: {_short(word)}"
        near = nearest(word, words)
        hint = f"did you mean {near}? " if near else ""
        remedy = f"{hint}the words of this plan are {listed}"
    return Finding(
        update.record or update.report,
        path,
        message,
        remedy,
        subject=item.id if item else plan.info.id,
        word=word,
    )


def _short(text: str, most: int = 60) -> str:
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"
