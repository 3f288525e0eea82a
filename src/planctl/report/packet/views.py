"""What templates see. Every text is worded; `narrative` texts are Markdown.

Version 1: a template may rely on these names; adding one keeps the version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.report.chart.table import ChartTable
    from planctl.report.chart.views import Chart

VIEWS_VERSION = 1


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status: the word that was reported, and our word for its state.

    `state` is one of the five states, `not_reported` or `no_state`, for marks and
    colours; `meaning` is empty where it would repeat `word`. `remark` says when it
    is old or overdue.
    """

    state: str
    word: str
    meaning: str
    remark: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a distribution: `start` and `share` are percent of the whole."""

    state: str
    word: str
    number: int
    start: float
    share: float


@dataclass(frozen=True, slots=True)
class StandingView:
    """One line of "where it stands"; `sentence` says all of it in words."""

    anchor: str
    number: str
    title: str
    state: str
    state_word: str
    was: str
    segments: tuple[Segment, ...]
    numbers: tuple[int, ...]
    reported: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StandingTable:
    """Lines of "where it stands"; `columns` are the words for the `states` in it."""

    caption: str
    states: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[StandingView, ...]


@dataclass(frozen=True, slots=True)
class AttentionView:
    """An item that needs the board's attention, why, and who ensures it.

    `rule` names the rule that chose it; `why` begins with it. `anchor`, `number` and
    `who` are empty where the row speaks of items all over the plan.
    """

    anchor: str
    number: str
    title: str
    state: str
    rule: str
    why: str
    who: str


@dataclass(frozen=True, slots=True)
class TargetsView:
    """How the targets stand: in a sentence, and in shares of all of them.

    `segments` are empty where none can be judged.
    """

    sentence: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target that stood otherwise in an earlier cycle."""

    anchor: str
    number: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class OwedView:
    """An item that is still to be reported; `due` is as printed, `status` the last."""

    anchor: str
    number: str
    title: str
    due: str
    status: StatusView | None


@dataclass(frozen=True, slots=True)
class OutlineView:
    """An item at the top of a plan: `holds` counts what is below it, by level."""

    anchor: str
    number: str
    title: str
    holds: str
    who: str


@dataclass(frozen=True, slots=True)
class ContentsView:
    """A line of the table of contents, and what is below it."""

    anchor: str
    title: str
    below: tuple[ContentsView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed of an item since an earlier cycle.

    `direction` is `forward`, `back`, `discontinued`, `taken up again`, `new`,
    `first reported`, `no longer reported`, `unclear` or `newly overdue`.
    """

    anchor: str
    number: str
    title: str
    before: str
    after: StatusView
    direction: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said of an item: a label and one text or several.

    `is_short` says that the texts are names, which read well in one line.
    """

    label: str
    texts: tuple[str, ...]
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """One of several lines reported under an item; `narrative` is Markdown."""

    number: str
    where: str
    status: StatusView | None
    narrative: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartLink:
    """Where in the packet a measure is drawn, or the item stands that it serves."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item: what it is, what was reported of it, what is said of it.

    `description` and `narrative` are Markdown; `evidence` shows what was reported.
    `charts` are of the measures that it names.
    """

    anchor: str
    level: str
    number: str
    title: str
    heading: str
    description: str
    status: StatusView | None
    narrative: str
    evidence: tuple[str, ...]
    lines: tuple[LineView, ...]
    facts: tuple[Fact, ...]
    charts: tuple[ChartLink, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemTable:
    """Items that have no parts, beside each other.

    `depth` is that of its heading: 0 where it follows the heading that it belongs to.
    `columns` are labels of facts that have a column each, in the `cells` of the rows.
    `measures` are shown after it: those of which its items promise something.
    """

    caption: str
    depth: int
    level: str
    has_status: bool
    has_notes: bool
    columns: tuple[str, ...]
    rows: tuple[ItemView, ...]
    measures: tuple[MeasureView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a plan: a table of items without parts, or the section of one with.

    Exactly one of `table` and `section` is there.
    """

    table: ItemTable | None
    section: SectionView | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """An item with its parts in document order; `depth` is 2 at the top of a plan.

    `measures` are shown before the parts: those that it names first.
    """

    depth: int
    item: ItemView
    standing: StandingTable | None
    parts: tuple[PartView, ...]
    measures: tuple[MeasureView, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementView:
    """What the plan says and never reports on."""

    title: str
    description: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements of one kind that stand together."""

    kind: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """An item whose own status says something else than its parts."""

    anchor: str
    number: str
    title: str
    own: str
    computed: str


@dataclass(frozen=True, slots=True)
class KnownView:
    """A finding that is known, where it stands, and why it stays."""

    place: str
    finding: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A file that statuses come from: what it gave, and on which line each stands."""

    file: str
    gave: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotesView:
    """How to read the report: everything that its figures rest on.

    `chosen` says how what needs attention was chosen.
    """

    sentences: tuple[str, ...]
    chosen: tuple[str, ...]
    scale: tuple[WordRow, ...]
    differences: tuple[DifferenceView, ...]
    known: tuple[KnownView, ...]
    sources: tuple[SourceView, ...]
    findings: str
    made_with: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart and its facts as a table; `part` is what it shows other than all.

    `needs_table` is false where the chart's finding says all that the table has.
    """

    part: str
    chart: Chart
    table: ChartTable
    needs_table: bool = True


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure: what is known of it in charts, and how each of its targets stands.

    `home` is the item with which it is shown, none where that is the section of
    measures; `depth` is that of its heading.
    """

    anchor: str
    title: str
    description: str
    charts: tuple[ChartView, ...]
    targets: tuple[Fact, ...]
    home: ChartLink | None = None
    depth: int = 3


@dataclass(frozen=True, slots=True)
class UnmeasuredView:
    """A target of a measure of which no value is known, and what promises it."""

    title: str
    text: str
    item: str
    why: str


@dataclass(frozen=True, slots=True)
class Packet:
    """A board packet for one plan and cycle.

    `scope` says what it is narrowed to, empty for the whole plan. `sentence` says how
    it stands; `said` are further sentences; `narrative` is what was reported of the
    plan as a whole, in Markdown. `outline` is there where nothing was
    reported. `owed` is what is still to be reported, `owed_sentence` sums it up; both
    are told to owners only. `measures` are all of them, also those with a home among
    the `parts`. `parts` to `glossary` are empty in a one-page summary.
    """

    language: str
    organization: str
    title: str
    scope: str
    cycle: str
    date: str
    audience: str
    sentence: str
    said: tuple[str, ...]
    narrative: str
    warning: str
    standing: StandingTable | None
    served: StandingTable | None
    outline: tuple[OutlineView, ...]
    owed_sentence: str
    owed: tuple[OwedView, ...]
    targets: TargetsView | None
    attention: tuple[AttentionView, ...]
    more_sentence: str
    more_attention: tuple[AttentionView, ...]
    changes_sentences: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    moved_targets: tuple[TargetChange, ...]
    contents: tuple[ContentsView, ...]
    parts: tuple[PartView, ...]
    measures: tuple[MeasureView, ...]
    unmeasured: tuple[UnmeasuredView, ...]
    about: tuple[Fact, ...]
    listed: tuple[ItemTable, ...]
    statements: tuple[StatementGroup, ...]
    glossary: tuple[WordRow, ...]
    notes: NotesView
