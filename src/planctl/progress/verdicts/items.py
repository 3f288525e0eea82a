"""How an item stands by its targets: as many of them as it names decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.progress.verdicts.words import JUDGED, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planctl.link import LinkedPlan
    from planctl.progress.verdicts.row import Row

_GOOD = frozenset({Verdict.MET, Verdict.ON_TRACK})


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """The verdict of an item's targets together.

    `needed` of `of` must be met; `counts` says how many have which verdict.
    """

    item: int
    met_when: str
    needed: int
    of: int
    verdict: Verdict
    counts: Mapping[Verdict, int]


def item_verdicts(plan: LinkedPlan, rows: Iterable[Row]) -> tuple[ItemVerdict, ...]:
    """The verdict of each item that promises targets, in document order.

    The last step of a target counts, once for each group and site.
    """
    by_item: dict[int, list[Row]] = {}
    for row in rows:
        if row.promise.item is not None and row.is_final:
            by_item.setdefault(row.promise.item, []).append(row)
    return tuple(
        _verdict(position, plan.items[position].record.met_when or "all", several)
        for position, several in sorted(by_item.items())
    )


def _verdict(position: int, met_when: str, rows: Sequence[Row]) -> ItemVerdict:
    verdicts = [row.verdict for row in rows]
    needed = how_many(met_when, len(verdicts))
    return ItemVerdict(
        position,
        met_when,
        needed,
        len(verdicts),
        decide(verdicts, needed),
        Counter(verdicts),
    )


def how_many(met_when: str, of: int) -> int:
    """How many of some targets must be met: all, any, a majority, or a number."""
    word = met_when.strip().lower()
    if word.isdigit():
        return min(max(int(word), 1), of)
    return {"any": 1, "majority": of // 2 + 1}.get(word, of)


def decide(verdicts: Iterable[Verdict], needed: int) -> Verdict:
    """The verdict that the `needed` best of some targets come to.

    Those that cannot be judged may turn out well or badly: a good verdict is given
    where it holds without them, a bad one where it holds even with them; otherwise the
    reason why one of them cannot be judged.
    """
    found = list(verdicts)
    known = sorted((one for one in found if one in JUDGED), key=JUDGED.index)
    unknown = [one for one in found if one not in JUDGED]
    if len(known) >= needed and (not unknown or known[needed - 1] in _GOOD):
        return known[needed - 1]
    at_best = needed - len(unknown) - 1
    if 0 <= at_best < len(known) and known[at_best] not in _GOOD:
        return known[at_best]
    return unknown[0]
