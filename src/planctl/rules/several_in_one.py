"""An item that is reported on is one thing to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.evidence.gather import gather
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


# Verbs with which tasks begin, without those that are nouns as well (plan, support).
_VERBS = (
    "adopt|align|analyze|assess|assign|build|buy|collect|communicate|conduct|convene|"
    "create|define|develop|distribute|establish|evaluate|expand|facilitate|form|hire|"
    "identify|implement|improve|monitor|organize|prepare|provide|publish|recruit|"
    "reduce|revise|select|send|train|write"
)
# A first verb with something between it and the second, and a second with an object of
# its own: not “develop and implement a plan”, nor “develop a plan and implement it”.
_TWO_VERBS = re.compile(
    rf"(?:{_VERBS}) (?!and )[^;]*? (?P<second>and (?:{_VERBS})) "
    r"(?!it\b|them\b|this\b|these\b|and\b|or\b|for\b|of\b|in\b|to\b|with\b|on\b|by\b)",
    re.IGNORECASE,
)
_TWO_AIMS = re.compile(
    r"(?:more|fewer|less|higher|lower|better|increased?|decreased?|reduced?|improved?) "
    r"[^;]*?(?P<second>(?:, and|,| and) "
    r"(?:fewer|less|higher|lower|increased?|decreased?|reduced?|improved?)) "
    r"(?!and\b|or\b)\w",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r"\w\s*(?P<second>;)\s*\w")


@rule("quality", Severity.ADVICE)
def several_in_one(review: Review) -> Iterator[Finding]:
    """An item that is reported on is several.

    ## What it finds
    A title with a semicolon, with two verbs that have something of their own to do
    (“Hire a coach and train all teachers”), or with two directions (“Lower absence,
    higher attendance”), of an item that is reported on. One finding where most items
    under one item are so. For plans in English.
    ## Why it matters
    One status cannot say that the first half is done and the second is not. Goals that
    are specific were found to go with better results (Fernandez, Educational Policy
    25(2), on school improvement plans).
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach and train all teachers
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
      - id: T2
        title: Train all teachers
    ```
    """
    plan = review.plan
    if not plan.is_english:
        return
    among = [item for item in plan.items if item.is_reported_on]
    parts = {item.position: _second(item.title) for item in among}
    double = [item for item in among if parts[item.position]]
    for group in gather(plan, double, among):
        first = plan.items[group.items[0]]
        level = plan.level(first)
        message = f"{level.name} {first.number} is several in one"
        if len(group.items) > 1:
            message = (
                f"{len(group.items)} of the {group.of} items are several in one each"
            )
        yield Finding(
            first.record,
            ("title",),
            message,
            "make an item of each, so that each can have its own status",
            part=parts[first.position],
        )


def _second(title: str) -> str:
    """Where the second thing to do begins in a title; empty where there is one."""
    if " and " not in title and "," not in title and ";" not in title:
        return ""
    match = (
        _TWO_VERBS.match(title) or _TWO_AIMS.match(title) or _SEMICOLON.search(title)
    )
    return match["second"] if match else ""
