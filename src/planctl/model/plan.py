"""The plan as such: its name, levels, people, calendar and settings."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from planctl.model.record import (
    Document,
    Identifier,
    Number,
    Record,
    Text,
    When,
    Words,
    YesNo,
    read_word,
)

FORMAT = "1"
Rollup = Annotated[
    Literal["standard", "lowest", "majority", "mean", "weighted"],
    BeforeValidator(read_word),
]
Expected = Literal[
    "status",
    "period",
    "due",
    "responsible",
    "accountable",
    "measures",
    "success_criteria",
    "aligns_to",
    "cited",
    "resources",
    "description",
]


class PlanInfo(Record):
    """The plan itself."""

    example: ClassVar[str] = """
        id: north-school
        title: North School Improvement Plan
        organization: Lakeshore Unified
        tier: school
        period: 2026-2029
        uses: ../district
        format: 1
        language: en
        currency: USD
        description: Written by the school council after a year of visits.
        note: Goal 4 was added in May 2027.
        source: Minutes of the School Board, May 2026
        exclude:
          - drafts
          - notes-*.yaml
        rollup: lowest
        coverage: 60
    """

    id: Identifier
    """Its prefix in references from other plans."""
    title: Text
    """Its title."""
    organization: Text | None = None
    """Whose plan it is."""
    tier: Text | None = None
    """district, school, department, team: the author's word."""
    period: When | None = None
    """The years that it is for."""
    uses: Text | None = None
    """Another plan's folder, whose levels, words, people and measures hold here."""
    format: Text = FORMAT
    """The version of the plan language: 1."""
    language: Text = "en"
    """The language of its texts, as a BCP 47 tag."""
    currency: Text = "USD"
    """The currency of its budgets, as an ISO 4217 code."""
    description: Text | None = None
    """More about it; Markdown."""
    note: Text | None = None
    """A remark that reports print."""
    source: Document | None = None
    """Where it is published."""
    exclude: Words = ()
    """Files and folders that are not part of it."""
    rollup: Rollup = "standard"
    """How statuses add up, unless a level says otherwise."""
    coverage: Annotated[Number | None, Field(ge=0, le=100)] = None
    """Percent of items that must have reported before a state is given; 50."""


class Level(Record):
    """A level of the plan, in the district's own words."""

    shorthand: ClassVar[str] = "name"
    example: ClassVar[str] = """
        name: Strategic Goal
        plural: Strategic Goals
        expects:
          - period
          - responsible
        description: What the district wants to reach in three years.
        rollup: weighted
        coverage: 75
    """

    name: Text
    """What one item of it is called: `Strategic Objective`."""
    plural: Text | None = None
    """What several are called."""
    expects: tuple[Expected, ...] = ()
    """What every item of it should have; `cited`: another item that aligns to it."""
    description: Text | None = None
    """What belongs to it."""
    rollup: Rollup | None = None
    """How statuses add up on it."""
    coverage: Annotated[Number | None, Field(ge=0, le=100)] = None
    """Percent of items that must have reported before a state is given."""

    @property
    def several(self) -> str:
        """What several of its items are called."""
        if self.plural:
            return self.plural
        if re.search(r"[^aeiou]y$", self.name, re.IGNORECASE):
            return f"{self.name[:-1]}ies"
        return self.name if self.name.endswith("s") else f"{self.name}s"


class Named(Record):
    """An owner, a student group or a site."""

    shorthand: ClassVar[str] = "name"
    example: ClassVar[str] = """
        name: Arts Office
        id: arts
        kind: department
        also:
          - Office of the Arts
          - AO
        note: It was the Music Office until 2024.
    """

    name: Text
    """The name that reports print."""
    id: Text | None = None
    """A short name to refer to it by."""
    kind: Text | None = None
    """What it is, in the plan's word; `reference` is compared with only."""
    also: Words = ()
    """Other spellings of the name."""
    note: Text | None = None
    """A remark."""


class Calendar(Record):
    """How the plan counts time."""

    example: ClassVar[str] = """
        year_starts: 08-01
        seasons:
          Fall: August to October
          first quarter: August to October
        year_1: 2026-27
    """

    year_starts: Text = "07-01"
    """The first day of a year, as month-day."""
    seasons: dict[str, Text] = Field(default_factory=dict)
    """Seasons, quarters and marking periods: a name and its months or days."""
    year_1: When | None = None
    """The school year that the plan calls year 1."""


class IgnoredFinding(Record):
    """A finding that is known and has a reason."""

    example: ClassVar[str] = """
        rule: numbering-skips
        reason: The printed plan has no Goal 3.
        item: G4
        file: goals.yaml
    """

    rule: Text
    """The rule's name."""
    reason: Text
    """Why it stays."""
    item: Text | None = None
    """The item that it is about."""
    file: Text | None = None
    """The file that it is in."""


class Lint(Record):
    """Which rules hold for this plan."""

    example: ClassVar[str] = """
        ignore:
          - rule: numbering-skips
            reason: The printed plan has no Goal 3.
            item: G4
        severity:
          numbering-restarts: off
          outside-period: error
        limits:
          too-many-goals: 7
        strict: yes
    """

    ignore: tuple[IgnoredFinding, ...] = ()
    """Findings that are known."""
    severity: dict[str, Literal["error", "warning", "advice", "off"]] = Field(
        default_factory=dict
    )
    """Another severity for a rule, or `off`."""
    limits: dict[str, Number] = Field(default_factory=dict)
    """Another number for a rule that compares with one."""
    strict: YesNo = False
    """Whether warnings count as errors."""
