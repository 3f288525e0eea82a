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


class Responsibility(Record):
    """Who does something, or ensures that it is done."""

    shorthand: ClassVar[str] = "owner"

    owner: Words
    """One owner or several jointly: an id, a name or another spelling."""
    role: Text | None = None
    """The plan's own word: `Internal Champion`."""
    duty: Text | None = None
    """What exactly they do."""


class Citation(Record):
    """An id that an item serves, with the wording that the plan repeats."""

    shorthand: ClassVar[str] = "id"

    id: Text
    """An id of this plan, or of another as `plan:id`."""
    text: Text | None = None
    """The wording printed beside it."""


class Criterion(Record):
    """How we will know, in words."""

    shorthand: ClassVar[str] = "text"

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

    id: Text
    """The former id."""
    until: Text | None = None
    """Until when it was used."""


class Item(Record):
    """An entry of any level."""

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
    """How we will know, in numbers."""
    success_criteria: tuple[Criterion, ...] = ()
    """How we will know, in words."""
    met_when: Annotated[
        Text | None, Field(pattern=r"^(all|any|majority|[1-9][0-9]?)$")
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
