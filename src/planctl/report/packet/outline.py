"""What a plan holds: in a sentence, item by item, and as a table of contents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planctl.report.packet.attention import who
from planctl.report.packet.standing import anchor
from planctl.report.packet.views import ContentsView, OutlineView
from planctl.report.wording import count, in_sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.report.packet.views import ItemView, PartView

_DEPTH_OF_CONTENTS = 3
_MOST_KINDS = 3


def holds_sentences(plan: LinkedPlan) -> tuple[str, ...]:
    """What a plan holds, level by level, and what it says nowhere."""
    if not plan.items:
        return ("The plan holds no items yet.",)
    kinds = _counted(plan, plan.items)
    sentences = [f"It holds {listed(kinds[:_MOST_KINDS])}."]
    if kinds[_MOST_KINDS:]:
        sentences.append(f"Below these are {listed(kinds[_MOST_KINDS:])}.")
    lacking = [
        f"no {word}"
        for word, is_there in (
            ("owner", any(i.responsible or i.accountable for i in plan.items)),
            ("date", _has_date(plan)),
            ("target", bool(plan.promises)),
        )
        if not is_there
    ]
    if lacking:
        sentences.append(f"It names {listed(lacking)}.")
    return tuple(sentences)


def _has_date(plan: LinkedPlan) -> bool:
    """Whether work or a target has a date."""
    work = any(item.due or item.period for item in plan.items)
    return work or any(promise.is_dated for promise in plan.promises)


def outline(plan: LinkedPlan) -> tuple[OutlineView, ...]:
    """The items at the top of a plan that have parts: how many of what, and who."""
    has_owners = any(plan.who(item) for item in plan.top if item.children)
    return tuple(
        OutlineView(
            anchor(item),
            item.number,
            item.title,
            listed(_counted(plan, (plan.items[p] for p in plan.below(item.position)))),
            who(plan, item) if has_owners else "",
        )
        for item in plan.top
        if item.children
    )


def contents(parts: Sequence[PartView]) -> tuple[ContentsView, ...]:
    """The table of contents: what stands at the top, and the parts that sections have.

    Tables below are named only where they stand beside sections.
    """
    return tuple(_line(part) for part in parts)


def _line(part: PartView) -> ContentsView:
    if part.table is not None:
        first, *others = part.table.rows
        title = part.table.caption if others else _title(first)
        return ContentsView(first.anchor, title, ())
    section = part.section
    assert section is not None  # noqa: S101 - one of the two is there
    is_deep = section.depth >= _DEPTH_OF_CONTENTS
    has_sections = any(one.section for one in section.parts)
    below = contents(section.parts) if has_sections and not is_deep else ()
    return ContentsView(section.item.anchor, _title(section.item), below)


def _title(item: ItemView) -> str:
    return f"{item.level} {item.number}: {item.title}"


def _counted(plan: LinkedPlan, items: Iterable[LinkedItem]) -> list[str]:
    """How many items there are of each level: `4 goals`, `12 actions`."""
    counted = Counter(item.level for item in items)
    found = []
    for key, number in counted.items():
        level = plan.levels[key]
        found.append(count(number, in_sentence(level.name), in_sentence(level.several)))
    return found
