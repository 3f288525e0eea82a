"""A measure's words are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.link.wording import words
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.rules.rule import Review


@rule("references", Severity.WARNING)
def measure_wording(review: Review) -> Iterator[Finding]:
    """A measure is named with the words of another measure.

    ## What it finds
    A measure under an item whose `text` is the title of a measure other than the one
    that is named. Words that are no measure's title are passed over: an item may say it
    in its own way. `citation-of-another` tells of items.
    ## Why it matters
    The item is judged by figures that are not those that it speaks of.
    ## Bad
    ```yaml
    measures:
      - {id: readers, title: Children who read}
      - {id: absence, title: Children who are absent}
    goals:
      - id: G1
        title: Every child is at school
        measures:
          - measure: readers
            text: Children who are absent
    ```
    ## Good
    ```yaml
    measures:
      - {id: readers, title: Children who read}
      - {id: absence, title: Children who are absent}
    goals:
      - id: G1
        title: Every child is at school
        measures:
          - measure: absence
            text: Children who are absent
    ```
    """
    plan = review.plan
    titles: dict[str, list[int]] = {}
    for item in review.shared.having("measures"):
        for place, use in enumerate(item.record.measures):
            named = plan.measure_index.get(use.measure)
            if use.text is None or named is None:
                continue
            if not titles:
                for position, measure in enumerate(plan.measures):
                    titles.setdefault(words(measure.title), []).append(position)
            others = titles.get(words(use.text), [])
            if not others or named in others:
                continue
            other = plan.measures[others[0]]
            yield Finding(
                item.record,
                ("measures", place, "text"),
                f"the measure {use.measure} is named with the words of {other.id}",
                f"name {other.id}, or give the words of {use.measure}",
                related=((other, ("title",), f"the words are those of {other.id}"),),
                word=use.text,
            )
