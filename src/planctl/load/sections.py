"""The keys of a plan file: what each holds, and how often it may stand.

This one table drives loading and the JSON Schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planctl.model.item import Item, Statement
from planctl.model.measure import Claim, Measure, Observation
from planctl.model.plan import Calendar, Level, Lint, Named, PlanInfo
from planctl.model.progress import ProgressSettings
from planctl.model.record import Record
from planctl.model.reporting import Cycle, Ratings, Report, Scale


class Form(Enum):
    """How a section is written: one record, names with records, or a list."""

    RECORD = "record"
    MAPPING = "mapping"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Section:
    """A key at the top of a file.

    `attribute` is the name under which a loaded plan holds it.
    """

    key: str
    record: type[Record]
    form: Form
    description: str
    attribute: str

    @property
    def is_once(self) -> bool:
        """Whether it may stand in one file of a plan only."""
        return self.key in _ONCE


_ONCE = frozenset(
    {"plan", "levels", "scale", "ratings", "cycles", "calendar", "progress", "lint"}
)


def _section(
    key: str, record: type[Record], form: Form, description: str, attribute: str = ""
) -> Section:
    return Section(key, record, form, description, attribute or key)


SECTIONS: dict[str, Section] = {
    section.key: section
    for section in (
        _section("plan", PlanInfo, Form.RECORD, "The plan itself."),
        _section("levels", Level, Form.MAPPING, "The plan's levels, top first."),
        _section(
            "scale", Scale, Form.LIST, "The plan's words for the five states.", "scales"
        ),
        _section("ratings", Ratings, Form.RECORD, "Ratings that people give."),
        _section("cycles", Cycle, Form.MAPPING, "When progress is reported."),
        _section("calendar", Calendar, Form.RECORD, "How the plan counts time."),
        _section("progress", ProgressSettings, Form.RECORD, "How targets are judged."),
        _section("lint", Lint, Form.RECORD, "Which rules hold for this plan."),
        _section("glossary", Record, Form.MAPPING, "Abbreviations and their words."),
        _section(
            "statements", Statement, Form.LIST, "What is said and never reported on."
        ),
        _section("owners", Named, Form.LIST, "Who is responsible for something."),
        _section("groups", Named, Form.LIST, "Student groups."),
        _section("sites", Named, Form.LIST, "Schools and other sites."),
        _section("measures", Measure, Form.LIST, "What is measured."),
        _section("observations", Observation, Form.LIST, "Values of measures."),
        _section("claims", Claim, Form.LIST, "What somebody said of a target."),
        _section("updates", Report, Form.LIST, "What was reported.", "reports"),
    )
}
ITEM_KEYS = frozenset(field.alias or name for name, field in Item.model_fields.items())
RESERVED = (
    ITEM_KEYS
    | frozenset(SECTIONS)
    | frozenset({"status", "rating", "percent_complete", "items", "entries"})
)
