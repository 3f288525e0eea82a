"""Ratings that people give, apart from statuses.

By `rollup` of the plan's ratings, an item without a rating of its own has none
(`given`), the lowest of those below it, or their median (of two middles the lower).
A rating is never compared with a state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.link import LinkedPlan
    from planctl.progress.standing import Standing


def find_ratings(standing: Standing) -> dict[int, str]:
    """The ratings of items by position: those given, else those rolled up."""
    plan = standing.plan
    given = {
        position: own.rating
        for position, own in standing.own.items()
        if own.rating is not None
    }
    if plan.ratings is None or plan.ratings.rollup == "given":
        return given
    found: dict[int, str] = {}
    for item in reversed(plan.items):
        own = given.get(item.position)
        below = [found[child] for child in item.children if child in found]
        rating = own or rate(plan, below)
        if rating is not None:
            found[item.position] = rating
    return dict(sorted(found.items()))


def rate(plan: LinkedPlan, ratings: Sequence[str]) -> str | None:
    """One rating for several, by the plan's rule; unknown ratings do not count."""
    if plan.ratings is None or plan.ratings.rollup == "given":
        return None
    levels = plan.ratings.levels
    known = sorted((one for one in ratings if one in levels), key=levels.index)
    if not known:
        return None
    lowest = plan.ratings.rollup == "lowest"
    return known[0] if lowest else known[(len(known) - 1) // 2]


def plan_rating(standing: Standing) -> str | None:
    """The rating of the plan as a whole: given, else rolled up from its top."""
    plan = standing.plan
    given = [
        update.rating
        for update in plan.updates
        if update.item is None
        and update.rating is not None
        and update.cycle <= standing.cycle
        and update.known_on <= standing.as_of
    ]
    if given:
        return given[-1]
    ratings = find_ratings(standing)
    top = [ratings[item.position] for item in plan.top if item.position in ratings]
    return rate(plan, top)


def rating_name(plan: LinkedPlan, rating: str) -> str:
    """A rating with its name, where it has one: `2 (Developing)`."""
    name = plan.ratings.names.get(rating) if plan.ratings else None
    return f"{rating} ({name})" if name else rating
