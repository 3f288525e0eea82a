"""An outcome is what is better, and not what was done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedItem
    from planctl.rules.rule import Review

_OUTCOME = re.compile(r"\b(?:outcomes?|results?|impacts?)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:adopted|approved|attended|built|created|delivered?|developed|distributed"
    r"|drafted?|established|given|held|launched|provided|publish(?:ed|es)|recorded"
    r"|reviewed|scheduled|sent|trained|written)\b",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:achiev\w+|fewer|gaps?|gain\w*|grow\w*|higher|improv\w+|increas\w+|less"
    r"|lower|more|proficient|rates?|reduc\w+|rise|scores?|smaller)\b",
    re.IGNORECASE,
)


@rule("measures", Severity.ADVICE)
def output_as_outcome(review: Review) -> Iterator[Finding]:
    """What is called an outcome is work that was done.

    ## What it finds
    In English plans, items of a level called outcomes, results or impact whose titles
    say that something was written, held, adopted and the like, and nothing that is
    better for it; without measures of their own. One finding for each level.
    ## Why it matters
    All of it can be done while nothing changes for students. Plans with measurable
    goals were found to go with better results (Fernandez, Educational Policy 25(2)).
    ## Bad
    ```yaml
    levels: {outcomes: Measurable Outcome, tasks: Task}
    outcomes:
      - {id: O1, title: Climate survey developed and adopted}
    ```
    ## Good
    ```yaml
    levels: {outcomes: Measurable Outcome, tasks: Task}
    outcomes:
      - {id: O1, title: More students feel safe by the climate survey}
    ```
    """
    plan = review.plan
    if not plan.is_english:
        return
    claimed = {key for key, level in plan.levels.items() if _OUTCOME.search(level.name)}
    found: dict[str, list[LinkedItem]] = {}
    among: dict[str, int] = {}
    for item in plan.items:
        if item.level not in claimed:
            continue
        among[item.level] = among.get(item.level, 0) + 1
        is_done = _DONE.search(item.title) and not _BETTER.search(item.title)
        if is_done and not item.measures:
            found.setdefault(item.level, []).append(item)
    for key, items in found.items():
        first = items[0]
        match = _DONE.search(first.title)
        message = f"{plan.name(first)} says what is done, not what is better for it"
        if len(items) > 1:
            several = plan.levels[key].several
            message = (
                f"at least {len(items)} of the {among[key]} {several} say "
                "what is done, not what is better for it"
            )
        yield Finding(
            first.record,
            ("title",),
            message,
            "say what students will know, do or meet, and keep the work as a task",
            part=match[0] if match else "",
            related=tuple((item.record, ("title",), "and this") for item in items[1:4]),
        )
