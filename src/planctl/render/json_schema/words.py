"""The words of one plan that an editor may offer, and where it refuses others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.calendar.cycles import AS_PUBLISHED
from planctl.diagnostics import Check, Severity, declared
from planctl.load.surroundings import titles_of
from planctl.model.reporting import State
from planctl.render.json_schema.values import (
    EMPTY,
    TEXT,
    Schema,
    ignoring_case,
    offer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planctl.check import CheckedPlan
    from planctl.link import LinkedPlan
    from planctl.load.loaded import LoadedPlan
    from planctl.model.plan import Named

ANOTHER_PLANS = ":"
_YEAR = r"[0-9]{4}(-([0-9]{4}|[0-9]{2}))?"
_MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What an editor may offer in the files of one plan.

    `values` holds the schema of each kind of word that `FIELDS` names; `reported` the
    ids under which something can be reported, each with its title; `refuses_levels`
    and `refuses_ids` whether any other level or id is an error.
    """

    title: str
    levels: Mapping[str, str]
    values: Mapping[str, Schema]
    reported: Mapping[str, str]
    refuses_levels: bool
    refuses_ids: bool


def plan_words(checked: CheckedPlan) -> PlanWords:
    """Collect the words of a plan.

    What a finding speaks of that is ignored with a reason counts as a word, and where
    planctl reports no error no word is refused.
    """
    plan, loaded = checked.plan, checked.loaded
    refuses = _refuses(checked, declared.UNKNOWN_REFERENCE)
    lost = dict.fromkeys(sorted(loaded.ghosts), "")
    lost |= _ignored(checked, declared.UNKNOWN_REFERENCE)
    items = _items(plan)
    measures = {
        name: plan.measures[at].title for name, at in plan.measure_index.items()
    }
    any_id = items | measures | lost | _ids_of_used_plans(loaded)
    values = {
        "OwnerName": offer(_names(loaded.owners or plan.owners), TEXT),
        "GroupName": offer(_names(loaded.groups or plan.groups), TEXT),
        "SiteName": offer(_names(loaded.sites or plan.sites), TEXT),
        "StatusWord": offer(_statuses(plan), TEXT),
        "RatingWord": offer(_ratings(plan), TEXT),
        "ItemId": _ids(items | lost, refuses=refuses),
        "AnyId": _ids(any_id, refuses=refuses),
        "MeasureId": _ids(measures | lost, refuses=refuses),
        "ItemName": offer(items, TEXT),
        "MeasureName": offer(measures, TEXT),
        "LevelKey": _level_key(checked),
        "CycleName": _cycle_name(checked),
        "CycleOfYear": _cycle_of_year(checked),
    }
    levels = {key: one.description or one.several for key, one in plan.levels.items()}
    return PlanWords(
        plan.info.title, levels, values, items | lost, loaded.is_complete, refuses
    )


def _refuses(checked: CheckedPlan, check: Check) -> bool:
    """Whether planctl reports something unknown in this plan as an error."""
    chosen = checked.loaded.lint.severity.get(check.name, Severity.ERROR)
    loaded = checked.loaded
    return loaded.is_complete and loaded.is_named and chosen == Severity.ERROR


def _ignored(checked: CheckedPlan, check: Check) -> dict[str, str]:
    """The unknown words that are known to be so, and why they stay."""
    return {
        one.diagnostic.word: one.reason
        for one in checked.ignored
        if one.diagnostic.rule == check.name and one.diagnostic.word
    }


def _ids(ids: Mapping[str, str], *, refuses: bool) -> Schema:
    """Ids of the plan, and those of other plans."""
    if not refuses:
        return offer(ids, TEXT)
    said = "Nothing in this plan has this id."
    another = {"type": "string", "pattern": ANOTHER_PLANS, "errorMessage": said}
    schema = offer(ids, another, EMPTY)
    schema["anyOf"][0]["errorMessage"] = said
    return schema


def _items(plan: LinkedPlan) -> dict[str, str]:
    """Ids of items, now and formerly, with the items' titles."""
    former = {one.id: item.title for item in plan.items for one in item.record.formerly}
    return {**{name: plan.items[at].title for name, at in plan.index.items()}, **former}


def _ids_of_used_plans(loaded: LoadedPlan) -> dict[str, str]:
    """Ids of the plan that this one uses, and of the one that that one uses."""
    found: dict[str, str] = {}
    while (base := loaded.base) is not None:
        titles = titles_of(base).items()
        found |= {f"{base.info.id}:{name}": title for name, title in titles}
        loaded = base
    return found


def _names(named: Iterable[Named]) -> dict[str, str]:
    """Ids with the names that they stand for, and names."""
    found = {}
    for one in named:
        if one.id:
            found[one.id] = one.name
        found.setdefault(one.name, one.note or one.kind or "")
    return found


def _statuses(plan: LinkedPlan) -> dict[str, str]:
    """Every status word of the plan and, behind them, the five states."""
    scales = [scale.words for scale in plan.vocabulary.scales]
    scales += [cycle.scale for cycle in plan.cycles.values() if cycle.scale]
    found = {
        word: f"Counts as {state.replace('_', ' ')}."
        for words in scales
        for state in State
        for word in getattr(words, state)
    }
    return found | {str(state): "" for state in State if state not in found}


def _ratings(plan: LinkedPlan) -> dict[str, str]:
    ratings = plan.ratings
    if ratings is None:
        return {}
    return {level: ratings.names.get(level, "") for level in ratings.levels}


def _level_key(checked: CheckedPlan) -> Schema:
    levels = {key: level.several for key, level in checked.plan.levels.items()}
    refuses = _refuses(checked, declared.UNKNOWN_LEVEL)
    ignored = _ignored(checked, declared.UNKNOWN_LEVEL)
    return offer(levels | ignored, EMPTY if refuses and levels else TEXT)


def _cycle_name(checked: CheckedPlan) -> Schema:
    cycles = {name: one.title or "" for name, one in checked.plan.cycles.items()}
    refuses = _refuses(checked, declared.UNKNOWN_CYCLE)
    ignored = _ignored(checked, declared.UNKNOWN_CYCLE)
    return offer({**cycles, AS_PUBLISHED: "", **ignored}, EMPTY if refuses else TEXT)


def _cycle_of_year(checked: CheckedPlan) -> Schema:
    """The cycles of the plan's years; any other year will do as well."""
    plan = checked.plan
    offered = dict.fromkeys((AS_PUBLISHED, *_cycles_of_years(plan)), "")
    offered |= _ignored(checked, declared.UNKNOWN_CYCLE)
    if not _refuses(checked, declared.UNKNOWN_CYCLE):
        return offer(offered, TEXT)
    names = "|".join(ignoring_case(name) for name in plan.cycles)
    pattern = rf"^\s*({ignoring_case(AS_PUBLISHED)}|{_YEAR}/({names})(-[0-9]+)?)\s*$"
    return offer(offered, {"type": "string", "pattern": pattern}, EMPTY)


def _cycles_of_years(plan: LinkedPlan) -> Iterable[str]:
    whole = plan.period.whole if plan.period else None
    found = set(plan.reported_cycles)
    if whole is not None and whole.end.year - whole.start.year <= _MOST_YEARS:
        year = plan.calendar.year_of(whole.start)
        while year.start <= whole.end:
            found |= set(plan.cycle_calendar.in_year(year))
            year = plan.calendar.year_of(year.end + timedelta(days=1))
    return [cycle.id for cycle in sorted(found)]
