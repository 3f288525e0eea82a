"""What shows that one thing is done does not stand under another, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.rules.rule import Review

_FEWEST = 3
_FEWEST_WORDS = 3
_PAIR = 2
_NAMES = {"questions": "questions", "success_criteria": "success criteria"}


class _Again(NamedTuple):
    """An entry of an item's list, and where it stands again."""

    item: LinkedItem
    place: int
    other: LinkedItem
    other_place: int

    @property
    def pair(self) -> tuple[int, int]:
        """The positions of both, in the order of the plan."""
        one, two = sorted((self.item.position, self.other.position))
        return one, two


@rule("structure", Severity.ADVICE)
def repeated_list(review: Review) -> Iterator[Finding]:
    """Questions or success criteria stand again under another item.

    ## What it finds
    Three or more questions or success criteria of an item, at least half of its list,
    that stand word for word under one other item, or under the parts of one. Passed
    over are entries of one or two words, what three items or more share, and lists of
    an item above or of the same title. One finding for two groups of items.
    ## Why it matters
    What shows that one was done shows nothing of the other. Either they are one piece
    of work, or a copy was never made to fit.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Train the coaches
        questions: ["Who is to come?", "What do they learn?", "How do we know?"]
      - id: T2
        title: Write the handbook
        questions: ["Who is to come?", "What do they learn?", "How do we know?"]
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Train the coaches
        questions: ["Who is to come?", "What do they learn?", "How do we know?"]
      - id: T2
        title: Write the handbook
        questions: ["Who is to read it?", "What is in it?", "How is it found?"]
    ```
    """
    plan = review.plan
    for field in _NAMES:
        lists = {
            item.position: _texts(item, field) for item in review.shared.having(field)
        }
        if not any(len(texts) >= _FEWEST for texts in lists.values()):
            continue
        again = _again(plan, lists, review.shared.titles)
        groups: dict[object, list[list[_Again]]] = {}
        for found in _lists(again, lists):
            item, _, other, _ = found[0]
            key = _beside(item), _beside(other)
            groups.setdefault(key, []).append(found)
        for several in groups.values():
            yield _finding(plan, field, several, lists)


def _texts(item: LinkedItem, field: str) -> tuple[str, ...]:
    if field == "questions":
        return item.record.questions
    return tuple(one.text for one in item.record.success_criteria)


def _again(
    plan: LinkedPlan, lists: dict[int, tuple[str, ...]], titles: list[str]
) -> dict[int, list[_Again]]:
    """The entries of each item that stand under exactly one other."""
    places: dict[str, dict[int, int]] = {}
    for position, texts in lists.items():
        for place, text in enumerate(texts):
            key = text.casefold().rstrip(".")
            places.setdefault(key, {}).setdefault(position, place)
    found: dict[int, list[_Again]] = {}
    for text, at in places.items():
        if len(at) != _PAIR or len(text.split()) < _FEWEST_WORDS:
            continue
        (first, one), (second, two) = at.items()
        if titles[first] == titles[second] or first in plan.above(second):
            continue
        ends = plan.items[first], one, plan.items[second], two
        found.setdefault(first, []).append(_Again(*ends))
        found.setdefault(second, []).append(_Again(*ends[2:], *ends[:2]))
    return found


def _lists(
    again: dict[int, list[_Again]], lists: dict[int, tuple[str, ...]]
) -> Iterator[list[_Again]]:
    """What stands again of each list of which most does; of two the later is told."""
    told: set[tuple[int, int]] = set()
    kept: list[list[_Again]] = []
    for position in sorted(again, reverse=True):
        found = _most(one for one in again[position] if one.pair not in told)
        if len(found) >= max(_FEWEST, len(lists[position]) / _PAIR):
            told.update(one.pair for one in found)
            kept.append(found)
    yield from reversed(kept)


def _most(again: Iterable[_Again]) -> list[_Again]:
    """The largest share that stands under one other item, or under one's parts."""
    found: dict[tuple[str, int], list[_Again]] = {}
    for one in again:
        found.setdefault(("item", one.other.position), []).append(one)
        above = one.other.parent
        if above is not None and above != one.item.parent:
            found.setdefault(("parts", above), []).append(one)
    most = max(found.values(), key=len, default=[])
    return sorted(most, key=lambda one: one.place)


def _beside(item: LinkedItem) -> int | str:
    """What is the same for items that stand beside each other below another."""
    return item.id if item.parent is None else item.parent


def _finding(
    plan: LinkedPlan,
    field: str,
    several: list[list[_Again]],
    lists: dict[int, tuple[str, ...]],
) -> Finding:
    """One finding for lists whose items stand beside each other, here and there."""
    found = several[0]
    item, place, other, other_place = found[0]
    number, of = len(found), len(lists[item.position])
    count = f"all {of} {_NAMES[field]}"
    if number < of:
        count = f"{number} of the {of} {_NAMES[field]}"
    others = {one.other.position for one in found}
    if len(others) > 1 and other.parent is not None:
        other = plan.items[other.parent]
    more = len(several) - 1
    also = f"; {more} more like it" if more else ""
    end = ("text",) if field == "success_criteria" else ()
    return Finding(
        item.record,
        (field, place, *end),
        f"{count} of {plan.name(item)} stand under {plan.name(other)}, too{also}",
        "keep them where they belong, and say here what shows that this one is done",
        related=(
            (found[0].other.record, (field, other_place, *end), "the same is here"),
        ),
    )
