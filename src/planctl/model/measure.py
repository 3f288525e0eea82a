"""Measures, their targets and what was observed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from planctl.model.record import (
    Count,
    Day,
    Document,
    Identifier,
    Number,
    Record,
    Text,
    Was,
    When,
    Words,
    YesNo,
    read_word,
)

Unit = Annotated[
    Literal[
        "percent",
        "points",
        "count",
        "minutes",
        "hours",
        "days",
        "weeks",
        "ratio",
        "index",
        "score",
        "date",
        "yes_no",
        "USD",
        "EUR",
        "GBP",
        "CAD",
    ],
    BeforeValidator(
        lambda text: (
            text.strip()
            if isinstance(text, str) and text.strip().isupper()
            else read_word(text)
        )
    ),
]
Direction = Annotated[
    Literal["increase", "decrease", "maintain", "within"], BeforeValidator(read_word)
]
Aggregate = Annotated[Literal["sum", "weighted", "neither"], BeforeValidator(read_word)]


class Series(Record):
    """A value, or another series whose value of the same period stands for it."""

    shorthand: ClassVar[str] = "value"
    example: ClassVar[str] = """
        value: 60%
        measure: reading
        group: English learners
        site: State
    """

    value: Text | None = None
    """A number as written."""
    measure: Text | None = None
    """Another measure."""
    group: Text | None = None
    """A student group."""
    site: Text | None = None
    """A site: `state`."""


class Target(Record):
    """What a measure is to reach, as people write it or as fields."""

    shorthand: ClassVar[str] = "text"
    example: ClassVar[str] = """
        text: 60% by June 2029
        value: 60%
        change: +20 points
        at_least: 90%
        at_most: 4 weeks
        more_than: 50%
        less_than:
          site: State
        within: 0.9-1.1
        by: June 2029
        from: previous
        each: site
        group: English learners
        site: North School
        reading: points
        tolerance: 1 point
        number: 1.2
        note: Set by the School Board.
        was:
          - value: 55% by June 2029
            why: The first year went well.
    """

    text: Text | None = None
    """As written: `+22% by 2022`, `at least 90%`."""
    value: Series | None = None
    """A level to reach."""
    change: Text | None = None
    """A change from the baseline, with its sign."""
    at_least: Series | None = None
    """A floor."""
    at_most: Series | None = None
    """A ceiling."""
    more_than: Series | None = None
    """A floor that is not enough itself."""
    less_than: Series | None = None
    """A ceiling that is too much itself."""
    within: Text | None = None
    """A band: `0.9-1.1`."""
    by: When | None = None
    """When it is due."""
    from_: Annotated[Text | None, Field(alias="from")] = None
    """Its own baseline, or `previous`."""
    each: Literal["group", "site"] | None = None
    """Whether it holds for every group or site."""
    group: Words = ()
    """The student groups that it is for."""
    site: Words = ()
    """The sites that it is for."""
    reading: Literal["points", "relative"] | None = None
    """Which reading of a percent settles it."""
    tolerance: Text | None = None
    """How near is near enough."""
    number: Text | None = None
    """Its printed number."""
    note: Text | None = None
    """A remark."""
    was: tuple[Was, ...] = ()
    """What it was before."""


class Baseline(Record):
    """Where a measure stood at the start."""

    shorthand: ClassVar[str] = "text"
    example: ClassVar[str] = """
        text: 40% in 2025-26
        value: 40%
        period: 2025-26
        group: English learners
        site: North School
        n: 412
        source: State report card
        note: Grade 3 only.
        was:
          - value: 41%
            why: The state corrected it.
    """

    text: Text | None = None
    """As written: `22.1% in 2017-18`."""
    value: Text | None = None
    """The value alone."""
    period: When | None = None
    """When it was measured."""
    group: Text | None = None
    """The student group that it is of."""
    site: Text | None = None
    """The site that it is of."""
    n: Count | None = None
    """How many students it counts."""
    source: Document | None = None
    """Where it is printed."""
    note: Text | None = None
    """A remark."""
    was: tuple[Was, ...] = ()
    """What it was before."""


class Break(Record):
    """A point at which a measure's definition changed."""

    example: ClassVar[str] = """
        at: 2027-28
        why: The state changed the test.
    """

    at: Text
    """The first period of the new definition."""
    why: Text | None = None
    """What changed."""


class Derivation(Record):
    """How a measure is computed from others."""

    example: ClassVar[str] = """
        how: mean
        of:
          - reading
          - attendance
        group: English learners
    """

    how: Literal["difference", "ratio", "sum", "mean", "gap", "share_met"]
    """The computation: a `difference` (the first less the others), a `ratio` of two, a
    `sum`, a `mean` weighted by how many each counts, the `gap` of one measure to the
    lowest group, or `share_met`: of one measure, the share of its sites, else of its
    groups, that meet the last level it is to reach; of several, the share of them that
    meet their own."""
    of: Words
    """The measures it is made of, in order."""
    group: Text | None = None
    """The student group, where it is of one."""


class Measure(Record):
    """A number, or an ordered word, that tells how things stand."""

    example: ClassVar[str] = """
        id: readers
        title: Third graders who read at grade level
        number: M1
        description: The state test of grade 3, given each May.
        unit: percent
        values:
          - low
          - medium
          - high
        direction: increase
        data_source:
          - State report card
          - District test
        aggregate: weighted
        baseline: 40% in 2025-26
        targets:
          - 45% by June 2027
          - 60% by June 2029
        tolerance: 1 point
        derive:
          how: mean
          of:
            - reading
            - attendance
        breaks:
          - at: 2027-28
            why: The state changed the test.
        retired: 2028-29
        note: The printed plan calls it literacy.
        source: Strategic Plan 2026-2029
    """

    id: Identifier
    """Unique among items and measures."""
    title: Text
    """What is measured, in one line."""
    number: Text | None = None
    """Its printed number."""
    description: Text | None = None
    """How it is measured; Markdown."""
    unit: Unit | None = None
    """percent, points, count, days, a currency and so on."""
    values: Words = ()
    """Ordered words instead of numbers, lowest first."""
    direction: Direction | None = None
    """Which way is better."""
    data_source: Words = ()
    """Where the values come from; the first one counts."""
    aggregate: Aggregate | None = None
    """Whether values of sites may be added up."""
    baseline: tuple[Baseline, ...] = ()
    """Where it stood; the first one holds."""
    targets: tuple[Target, ...] = ()
    """What it is to reach."""
    tolerance: Text | None = None
    """How near to a target is near enough."""
    derive: Derivation | None = None
    """How it is computed from other measures."""
    breaks: tuple[Break, ...] = ()
    """Where its definition changed."""
    retired: Text | None = None
    """Since when it is no longer measured."""
    note: Text | None = None
    """A remark."""
    source: Document | None = None
    """Where it is printed."""


class MeasureUse(Record):
    """A measure that an item is judged by, and what is promised of it there."""

    shorthand: ClassVar[str] = "measure"
    example: ClassVar[str] = """
        measure: reading
        text: More children read at grade level
        number: 1.2
        group: English learners
        site: North School
        targets: 60% by June 2029
    """

    measure: Text
    """The id of the measure."""
    text: Text | None = None
    """The wording that the plan repeats here."""
    number: Text | None = None
    """The number printed here."""
    group: Words = ()
    """The student groups that are meant."""
    site: Words = ()
    """The sites that are meant."""
    targets: tuple[Target, ...] = ()
    """What is promised here."""


class Observation(Record):
    """One value of a measure."""

    example: ClassVar[str] = """
        measure: reading
        period: 2027-28
        value: 43.5%
        missing: suppressed
        group: English learners
        site: North School
        n: 398
        kind: provisional
        source: State report card
        released: 2028-09-15
        se: 1.2
        note: Grade 3 only.
        was:
          - value: 43%
            until: 2028-10-01
    """

    measure: Text
    """The id of the measure."""
    period: When
    """When it was measured."""
    value: Text | None = None
    """The value as printed; `12/40` and `<5` are values, too."""
    missing: Text | None = None
    """Why there is none: suppressed, not_released, not_collected, not_applicable."""
    group: Text | None = None
    """The student group."""
    site: Text | None = None
    """The site."""
    n: Count | None = None
    """How many it counts."""
    kind: (
        Literal["final", "provisional", "year_to_date", "projected", "disputed"] | None
    ) = None
    """How sure it is; final where nothing is said."""
    source: Text | None = None
    """Where it comes from."""
    released: Day | None = None
    """The day it became known."""
    se: Number | None = None
    """Its standard error."""
    note: Text | None = None
    """A remark."""
    was: tuple[Was, ...] = ()
    """What it was before a correction."""


class Claim(Record):
    """What somebody said of a target; it stands beside the computed verdict."""

    example: ClassVar[str] = """
        measure: reading
        item: G1
        cycle: 2026-27/mid-year
        by: Literacy Office
        verdict: On track
        note: The coaches began in October.
        disputed: yes
    """

    measure: Text | None = None
    """The measure it speaks of."""
    item: Text | None = None
    """The item it speaks of."""
    cycle: Text | None = None
    """The cycle it was said in."""
    by: Text | None = None
    """Who said it."""
    verdict: Text
    """What they said."""
    note: Text | None = None
    """A remark."""
    disputed: YesNo = False
    """Whether it is contested."""
