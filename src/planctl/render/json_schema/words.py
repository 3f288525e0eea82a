"""The words of one plan that an editor may offer, and where it refuses others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from planctl.calendar.cycles import AS_PUBLISHED
from planctl.diagnostics import Check, Severity, declared
from planctl.model.item import Citation, Criterion, Item, Responsibility
from planctl.model.measure import (
    Baseline,
    Claim,
    Derivation,
    MeasureUse,
    Observation,
    Series,
    Target,
)
from planctl.model.reporting import (
    ByException,
    Cycle,
    Entry,
    Line,
    Report,
    Scale,
    State,
)
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
    from planctl.model.plan import Named
    from planctl.model.record import Record

# Fields that hold a word of the plan, by the name of that word's schema.
FIELDS: dict[tuple[type[Record], str], str] = {
    (Responsibility, "owner"): "OwnerName",
    (Entry, "by"): "OwnerName",
    (Report, "by"): "OwnerName",
    (Entry, "status"): "StatusWord",
    (Line, "status"): "StatusWord",
    (ByException, "status"): "StatusWord",
    (Entry, "rating"): "RatingWord",
    **{
        (record, "group"): "GroupName"
        for record in (
            Item,
            MeasureUse,
            Target,
            Series,
            Baseline,
            Derivation,
            Observation,
        )
    },
    **{
        (record, "site"): "SiteName"
        for record in (
            Item,
            MeasureUse,
            Target,
            Series,
            Baseline,
            Observation,
            Entry,
            Line,
        )
    },
    (Item, "parent"): "ItemId",
    (Entry, "same_for"): "ItemId",
    (Citation, "id"): "AnyId",
    (Item, "depends_on"): "AnyId",
    (MeasureUse, "measure"): "MeasureId",
    (Criterion, "measure"): "MeasureId",
    (Observation, "measure"): "MeasureName",
    (Series, "measure"): "MeasureName",
    (Derivation, "of"): "MeasureName",
    (Claim, "measure"): "MeasureName",
    (Claim, "item"): "ItemName",
    (Scale, "levels"): "LevelKey",
    (Cycle, "reports"): "LevelKey",
    (ByException, "level"): "LevelKey",
    (Scale, "cycles"): "CycleName",
    (Report, "cycle"): "CycleOfYear",
}
ANOTHER_PLANS = ":"
_YEAR = r"[0-9]{4}(-([0-9]{4}|[0-9]{2}))?"
_MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What an editor may offer in the files of one plan.

    `values` holds the schema of each kind of word that `FIELDS` names; `reported` the
    ids under which something can be reported, each with its title; `refuses_ids`
    whether any other id is an error.
    """

    title: str
    levels: Mapping[str, str]
    values: Mapping[str, Schema]
    reported: Mapping[str, str]
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
    own = items | measures | lost
    values = {
        "OwnerName": offer(_names(loaded.owners or plan.owners), TEXT),
        "GroupName": offer(_names(loaded.groups or plan.groups), TEXT),
        "SiteName": offer(_names(loaded.sites or plan.sites), TEXT),
        "StatusWord": offer(_statuses(plan), TEXT),
        "RatingWord": offer(_ratings(plan), TEXT),
        "ItemId": _ids(items | lost, refuses=refuses),
        "AnyId": _ids(own, refuses=refuses),
        "MeasureId": _ids(measures | lost, refuses=refuses),
        "ItemName": offer(items, TEXT),
        "MeasureName": offer(measures, TEXT),
        "LevelKey": _level_key(checked),
        "CycleName": _cycle_name(checked),
        "CycleOfYear": _cycle_of_year(checked),
    }
    levels = {key: one.description or one.several for key, one in plan.levels.items()}
    return PlanWords(plan.info.title, levels, values, items | lost, refuses)


def _refuses(checked: CheckedPlan, check: Check) -> bool:
    """Whether planctl reports something unknown in this plan as an error."""
    chosen = checked.loaded.lint.severity.get(check.name, Severity.ERROR)
    return checked.plan.is_complete and chosen == Severity.ERROR


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
