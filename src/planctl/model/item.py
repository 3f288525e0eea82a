"""Items: priorities, goals, actions, benchmarks: one kind of node for every level."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.measure import MeasureUse
from planctl.model.record import (
    Day,
    Document,
    Identifier,
    Link,
    Number,
    Record,
    Text,
    When,
    Words,
)

_MET_WHEN = "^(all|any|majority|[1-9][0-9]?)$"


class Responsibility(Record):
    """Who does something, or ensures that it is done."""

    shorthand: ClassVar[str] = "owner"
    example: ClassVar[str] = """
        owner:
          - Literacy Office
          - Principals
        role: Internal Champion
        duty: Choose the texts
    """

    owner: Words
    """One owner or several jointly: an id, a name or another spelling."""
    role: Text | None = None
    """The plan's own word: `Internal Champion`."""
    duty: Text | None = None
    """What exactly they do."""


class Citation(Record):
    """An id that an item serves, with the wording that the plan repeats."""

    shorthand: ClassVar[str] = "id"
    example: ClassVar[str] = """
        id: G1
        text: Every child reads by grade 3
    """

    id: Text
    """An id of this plan, or of another as `plan:id`."""
    text: Text | None = None
    """The wording printed beside it."""


class Criterion(Record):
    """How we will know, in words."""

    shorthand: ClassVar[str] = "text"
    example: ClassVar[str] = """
        text: Every class reads aloud each day
        heading: Adult measures
        due: June 2027
        measure: reading
    """

    text: Text
    """What will be seen."""
    heading: Text | None = None
    """A printed sub-heading: `Adult measures`."""
    due: When | None = None
    """By when."""
    measure: Text | None = None
    """The measure that it speaks of."""


class BudgetRow(Record):
    """Money planned and spent; a row without fund and category is the total."""

    example: ClassVar[str] = """
        period: 2026-27
        fund: Title I
        category: Staff
        planned: $120,000
        actual: $98,500
        note: One post was filled in January.
    """

    period: When | None = None
    """The year that it is for."""
    fund: Text | None = None
    """Where the money comes from."""
    category: Text | None = None
    """What it is spent on."""
    planned: Number | None = None
    """The amount planned, in the plan's currency."""
    actual: Number | None = None
    """The amount spent."""
    note: Text | None = None
    """A remark."""


class Former(Record):
    """An id that an item had before."""

    shorthand: ClassVar[str] = "id"
    example: ClassVar[str] = """
        id: A7
        until: 2025-26
    """

    id: Text
    """The former id."""
    until: Text | None = None
    """Until when it was used."""


class Item(Record):
    """An entry of any level."""

    example: ClassVar[str] = """
        id: G1.3
        title: Train the reading coaches
        number: 1a
        formerly: A7
        parent: G1
        description: Two days each fall, and a visit each month.
        note: The printed plan names nine coaches.
        responsible: Literacy Office
        accountable:
          - owner: Superintendent
            role: Sponsor
        period: 2026-2028
        due: June 2028
        aligns_to:
          - G2
          - id: G4
            text: Every family is welcome
        depends_on: G1.2
        measures:
          - reading
          - measure: coaches
            targets: 9 by June 2027
        success_criteria:
          - Every class reads aloud each day
          - Coaches visit each class once a month
        met_when: majority
        resources:
          - Nine coaches
          - Texts for grades K to 3
        budget:
          - period: 2026-27
            planned: 120,000
        heading: Staff
        group: English learners
        site:
          - North School
          - South School
        phase: Pilot
        scope: Grades K to 3
        weight: 2
        questions: Which classes gain most?
        links: https://lakeshore.example/reading
        tags:
          - reading
          - staff
        if:
          - Coaches know the texts
        then:
          - Teachers teach them well
        source: Strategic Plan 2026-2029
        tasks:
          - id: G1.3.a
            title: Choose the texts
    """

    id: Identifier
    """Unique in the plan and stable for life: `1.1`, `TL1.iv`."""
    title: Text
    """What it is, in one line."""
    number: Text | None = None
    """The printed number, where it differs from the id or repeats."""
    formerly: tuple[Former, ...] = ()
    """Ids that it had before."""
    parent: Text | None = None
    """The item under which it stands, for an item at the top of a file."""
    description: Text | None = None
    """More about it; Markdown."""
    note: Text | None = None
    """A remark that reports print."""
    responsible: tuple[Responsibility, ...] = ()
    """Who does it."""
    accountable: tuple[Responsibility, ...] = ()
    """Who ensures that it is done."""
    period: When | None = None
    """When it runs; holds for what is below, too."""
    due: When | None = None
    """By when it is done."""
    aligns_to: tuple[Citation, ...] = ()
    """Ids that it serves, here or in another plan."""
    depends_on: Words = ()
    """Ids that come first."""
    measures: tuple[MeasureUse, ...] = ()
    """How we will know, in numbers: ids of measures, or measures defined here."""
    success_criteria: tuple[Criterion, ...] = ()
    """How we will know, in words."""
    met_when: Annotated[
        Text | None, Field(pattern=_MET_WHEN, json_schema_extra={"pattern": _MET_WHEN})
    ] = None
    """How several targets decide: `all`, `any`, `majority` or a count."""
    resources: Words = ()
    """Materials, staff, training that it needs."""
    budget: tuple[BudgetRow, ...] = ()
    """Money planned and spent."""
    heading: Text | None = None
    """A printed sub-heading within its level."""
    group: Words = ()
    """The student groups that it is for."""
    site: Words = ()
    """Where: schools or other sites."""
    phase: Text | None = None
    """A phase, in the plan's words."""
    scope: Text | None = None
    """How far it reaches, in the plan's words."""
    weight: Number | None = None
    """Its weight in a weighted roll-up; 1 where nothing is said."""
    questions: Words = ()
    """Guiding questions."""
    links: tuple[Link, ...] = ()
    """Addresses."""
    tags: Words = ()
    """Words to find it by."""
    if_: Annotated[Words, Field(alias="if")] = ()
    """The conditions of a theory of action."""
    then: Words = ()
    """What follows from them."""
    source: Document | None = None
    """Where it is printed."""


class Statement(Record):
    """Something the plan says and never reports on: a vision, a value."""

    example: ClassVar[str] = """
        kind: Theory of Action
        title: Well taught, every child reads
        id: T1
        description: Adopted by the School Board.
        if:
          - We know every child well
        then:
          - Every child reads
        questions: What would we see in a class?
        links: https://lakeshore.example/vision
        date: 2026-05-12
        note: The wording is from 2021.
        source: Strategic Plan 2026-2029
    """

    kind: Text
    """What it is, in the plan's word: `Vision`, `Shared Value`."""
    title: Text
    """What it says, in one line."""
    id: Identifier | None = None
    """An id, where something refers to it."""
    description: Text | None = None
    """More about it; Markdown."""
    if_: Annotated[Words, Field(alias="if")] = ()
    """The conditions of a theory of action."""
    then: Words = ()
    """What follows from them."""
    questions: Words = ()
    """Guiding questions."""
    links: tuple[Link, ...] = ()
    """Addresses."""
    date: Day | None = None
    """The day it was adopted."""
    note: Text | None = None
    """A remark."""
    source: Document | None = None
    """Where it is printed."""
