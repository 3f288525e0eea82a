"""What items are shown from: the plan, its statuses, and what was worked out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.budgets import find_budgets
from planctl.progress.ratings import find_ratings
from planctl.report.packet.glossary import as_it_is
from planctl.report.progress.sentences import claim_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.budgets import Budget
    from planctl.progress.standing import Standing
    from planctl.report.packet.views import ChartLink, MeasureView


class Figures(NamedTuple):
    """What items are shown from: the plan, its statuses, and what was worked out.

    `ratings`, `budgets`, `targets`, `claims` and `charts` are by position, `measures`
    by anchor; `expand` writes abbreviations out; `told` are the items that are told of,
    none for all.
    """

    plan: LinkedPlan
    now: Standing
    ratings: dict[int, str]
    budgets: dict[int, Budget]
    targets: dict[int, list[str]]
    claims: dict[int, list[str]]
    expand: Callable[[str], str]
    told: frozenset[int] | None
    charts: Mapping[int, tuple[ChartLink, ...]]
    measures: Mapping[str, tuple[MeasureView, ...]]

    def tells(self, item: LinkedItem) -> bool:
        """Whether an item is told of."""
        return self.told is None or item.position in self.told


def find_figures(  # noqa: PLR0913 - all that items are shown from
    plan: LinkedPlan,
    now: Standing,
    expand: Callable[[str], str] = as_it_is,
    told: frozenset[int] | None = None,
    stands: Mapping[str, Sequence[str]] = MappingProxyType({}),
    charts: Mapping[int, tuple[ChartLink, ...]] = MappingProxyType({}),
    measures: Mapping[str, tuple[MeasureView, ...]] = MappingProxyType({}),
) -> Figures:
    """Work out what items are shown from.

    Args:
        plan: the plan.
        now: its statuses.
        expand: writes abbreviations out.
        told: the items that are told of, none for all.
        stands: how each target stands, in lines, by its id; else it is as printed.
        charts: where the measures of an item's targets are drawn, by its position.
        measures: those that are shown with an item, by its anchor.
    """
    targets: dict[int, list[str]] = {}
    for promise in plan.promises:
        if promise.item is not None:
            printed = f"{plan.measures[promise.measure].title}: {promise.text}"
            lines = stands.get(promise.id, (printed,))
            targets.setdefault(promise.item, []).extend(lines)
    ratings, budgets = find_ratings(now), find_budgets(plan)
    return Figures(
        plan,
        now,
        ratings,
        budgets,
        targets,
        _claims(plan),
        expand,
        told,
        charts,
        measures,
    )


def _claims(plan: LinkedPlan) -> dict[int, list[str]]:
    """What was said of items, by position, where no target tells it."""
    told: set[tuple[int | None, int | None]] = set()
    for promise in plan.promises:
        told |= {(promise.measure, promise.item), (None, promise.item)}
    found: dict[int, list[str]] = {}
    for claim in plan.claims:
        if claim.item is not None and (claim.measure, claim.item) not in told:
            found.setdefault(claim.item, []).append(claim_text(claim))
    return found
