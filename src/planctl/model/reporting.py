"""Cycles, scales, ratings and updates: what was reported, and when."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from planctl.model.record import Count, Day, Number, Record, Text, Words


class State(StrEnum):
    """The five states that the arithmetic knows."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    ON_HOLD = "on_hold"
    DISCONTINUED = "discontinued"


class StatusWords(Record):
    """The plan's own words for the five states."""

    example: ClassVar[str] = """
        not_started: Planned
        in_progress:
          - Beginning
          - Ongoing
        complete: Done
        on_hold: Waiting
        discontinued: Dropped
    """

    not_started: Words = ()
    """Words for: nothing was done yet."""
    in_progress: Words = ()
    """Words for: it is under way."""
    complete: Words = ()
    """Words for: it is done."""
    on_hold: Words = ()
    """Words for: it waits."""
    discontinued: Words = ()
    """Words for: it was given up."""


class Scale(Record):
    """Status words, for the whole plan or for some levels and cycles."""

    wrapped: ClassVar[str] = "words"
    example: ClassVar[str] = """
        levels: goals
        cycles: mid-year
        words:
          in_progress: On track
          on_hold: Off track
    """

    levels: Words = ()
    """The levels it holds for; all where none is named."""
    cycles: Words = ()
    """The cycles it holds for; all where none is named."""
    words: StatusWords
    """The words."""


class Ratings(Record):
    """A scale of ratings given by people, apart from statuses."""

    example: ClassVar[str] = """
        levels:
          - 1
          - 2
          - 3
        names:
          1: Emerging
          2: Growing
          3: Strong
        rollup: lowest
    """

    levels: Words
    """The ratings, lowest first."""
    names: dict[str, Text] = Field(default_factory=dict)
    """What a rating is called."""
    rollup: Literal["given", "lowest", "median"] = "given"
    """How a rating of several is made: only given, the lowest, the median."""


class Cycle(Record):
    """A reporting cycle that comes back."""

    shorthand: ClassVar[str] = "when"
    example: ClassVar[str] = """
        when:
          - November
          - March
        title: Progress report
        audience: School Board
        tier: district
        reports: actions
        scale:
          in_progress: On track
          on_hold: Off track
    """

    when: Words
    """When it is, in each school year: `February`, `every 90 days`."""
    title: Text | None = None
    """What to call it in reports."""
    audience: Text | None = None
    """Who reads its report."""
    tier: Words = ()
    """Who reports: `district`, `school`."""
    reports: Words = ()
    """The levels that it reports on; those that expect status where none is named."""
    scale: StatusWords | None = None
    """Status words of its own."""

    def is_for(self, tier: str | None) -> bool:
        """Whether plans of a tier report in it; of no tier, in every one."""
        return not self.tier or tier is None or tier in self.tier


class Line(Record):
    """One of several lines reported under an item."""

    shorthand: ClassVar[str] = "status"
    example: ClassVar[str] = """
        number: 2
        site: North School
        scope: Grades K and 1
        status: In progress
        note: Two of four coaches are trained.
        date: 2027-02-04
        evidence: Sign-in sheets
    """

    number: Text | None = None
    """The number printed beside it."""
    site: Text | None = None
    """Where it holds."""
    scope: Text | None = None
    """For what it holds, in the plan's words."""
    status: Text | None = None
    """A status word."""
    note: Text | None = None
    """What was said; Markdown."""
    date: Day | None = None
    """When it was said, as year-month-day."""
    evidence: Words = ()
    """What shows it."""


class Entry(Record):
    """What was reported of one item in one cycle."""

    shorthand: ClassVar[str] = "status"
    example: ClassVar[str] = """
        status: In progress
        percent_complete: 40
        rating: 2
        note: Four of nine coaches are trained.
        date: 2027-02-04
        by: Literacy Office
        evidence:
          - Sign-in sheets
          - Notes of visits
        same_for: G1.2
        site: North School
        scope: Grades K to 3
        entries:
          - site: North School
            status: Complete
          - site: South School
            status: In progress
        expires: 2027-06-30
    """

    status: Text | None = None
    """A status word of the plan's scale."""
    percent_complete: Number | None = None
    """How much is done, 0 to 100; it never overrules the status."""
    rating: Text | None = None
    """A rating, where the plan has ratings."""
    note: Text | None = None
    """What was said; Markdown."""
    date: Day | None = None
    """When it was said, as year-month-day."""
    by: Text | None = None
    """Who said it."""
    evidence: Words = ()
    """What shows it."""
    same_for: Words = ()
    """Other items that the same report covers."""
    site: Text | None = None
    """The site that it is reported for."""
    scope: Text | None = None
    """For what it holds, in the plan's words."""
    entries: tuple[Line, ...] = ()
    """Several lines reported under the item."""
    expires: Day | None = None
    """The day from which it no longer holds."""


class ByException(Record):
    """A status for every item of a level that nobody reported otherwise."""

    example: ClassVar[str] = """
        level: actions
        status: In progress
    """

    level: Text
    """The level."""
    status: Text
    """The status word."""


class Report(Record):
    """What was reported in one cycle; several files may report one cycle."""

    example: ClassVar[str] = """
        cycle: 2027-28/mid-year
        by: Literacy Office
        date: 2028-02-04
        plan:
          rating: 2
          note: A good first half.
        otherwise:
          level: actions
          status: In progress
        number: 1
        items:
          G1.1: Complete
          G1.2:
            status: In progress
            note: Four of nine coaches are trained.
    """

    cycle: Text
    """`2024-25/mid-year`, or `as-published` for what a document itself reports."""
    by: Text | None = None
    """Who reports."""
    date: Day | None = None
    """When it was reported, for entries that do not say."""
    plan: Entry | None = None
    """What is said of the plan as a whole."""
    otherwise: ByException | None = None
    """A status for all items of a level that are not named."""
    number: Count | None = None
    """A number of the report, where it has one."""
