"""A programme is for the same grades everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


_SPAN = re.compile(r"K-(?P<last>\d{1,2})\b")
_NAME = re.compile(
    r"(?P<name>[A-Z]\w+(?: [A-Z]\w+)+),? (?:\(|in |for )?(?:grades? )?\Z"
)
_LONGEST = 60


@rule("wording", Severity.WARNING)
def grade_span(review: Review) -> Iterator[Finding]:
    """A programme is said to be for different grades.

    ## What it finds
    A name of two words or more with capitals, such as Guided Reading, with K-5 behind
    it in one place and K-6 in another. One finding for each name.
    ## Why it matters
    The teachers of one grade cannot tell whether they are meant.
    ## Bad
    ```yaml
    tasks:
      - {id: T1, title: Training in Guided Reading K-5}
      - {id: T2, title: Visits to see Guided Reading K-6}
    ```
    ## Good
    ```yaml
    tasks:
      - {id: T1, title: Training in Guided Reading K-5}
      - {id: T2, title: Visits to see Guided Reading K-5}
    ```
    """
    text = review.shared.prose.text
    first: dict[str, tuple[str, int]] = {}
    told: set[str] = set()
    for match in _SPAN.finditer(text):
        start = match.start()
        line = text.rfind("\n", 0, start) + 1
        before = _NAME.search(text[max(line, start - _LONGEST) : start])
        if before is None:
            continue
        name, last = before["name"], match["last"]
        other, place = first.setdefault(name, (last, start))
        if other != last and name not in told:
            told.add(name)
            record, path = review.shared.prose.place(start)
            yield Finding(
                record,
                path,
                f"{name} is for K-{last} here and for K-{other} elsewhere",
                "give the same grades in both places, or say why they differ",
                related=((*review.shared.prose.place(place), f"K-{other} is here"),),
                part=f"K-{last}",
                word=name,
            )
