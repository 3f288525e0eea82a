"""Which fields of plan files hold words of the plan itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from planctl.model.reporting import ByException, Cycle, Entry, Line, Report, Scale

if TYPE_CHECKING:
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
