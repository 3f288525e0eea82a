"""The checks that reading, loading and linking make, declared in one place.

They are explained, selected and documented as the rules in `rules/` are.
"""

from __future__ import annotations

from inspect import cleandoc

from planctl.diagnostics import Check, Severity, by_name


def declare(family: str, severity: Severity, name: str, text: str) -> Check:
    """Make a check from its explanation, whose first line is the summary."""
    body = cleandoc(text)
    summary, _, rest = body.partition("\n")
    return Check(name, family, severity, summary.rstrip("."), rest.strip("\n"))


_E, _W = Severity.ERROR, Severity.WARNING

UNREADABLE_FILE = declare(
    "files",
    _E,
    "unreadable-file",
    """A file of the plan cannot be read.

    ## What it finds
    A `.yaml` or `.csv` name that is a folder, a link to nothing or to a place
    outside the plan's folder, a file without permission, or one over 8 MB.
    ## Why it matters
    What stands in it would be missing from every report without a word.
    ## Bad
    A link `goals.yaml` to a file that was deleted.
    ## Good
    The file itself, inside the plan's folder.
    """,
)
STRAY_TABLE = declare(
    "files",
    _W,
    "stray-table",
    """A table stands where it is not read.

    ## What it finds
    A `.csv` file outside the folders `baselines/`, `budgets/`, `claims/`,
    `observations/`, `targets/` and `updates/`, and a workbook (`.xlsx`, `.xls`,
    `.ods`) anywhere in the plan. Also a name that a program has changed:
    `goals.yaml.txt`, or a table named `.txt` or `.tsv`.
    ## Why it matters
    What stands in it counts for nothing, and nobody is told.
    ## Bad
    `february.csv` beside `plan.yaml`.
    ## Good
    `updates/february.csv`, saved from the spreadsheet as "CSV UTF-8".
    """,
)
NOT_UTF8 = declare(
    "files",
    _E,
    "not-utf-8",
    """A file is not UTF-8 text.

    ## What it finds
    Bytes that are not UTF-8: UTF-16, or the encoding of an older Windows program.
    ## Why it matters
    Names with accents would be printed wrongly or not at all.
    ## Bad
    A file saved as "Unicode" or "ANSI".
    ## Good
    The same file saved as "UTF-8".
    """,
)
CONTROL_CHARACTER = declare(
    "files",
    _E,
    "control-character",
    """A text holds a character that cannot be printed.

    ## What it finds
    NUL, escape and other control characters, raw or written as `"\\e"`, a byte
    order mark inside the text, and the rare line breaks U+0085, U+2028, U+2029.
    ## Why it matters
    They are invisible, and terminals and browsers obey some of them.
    ## Bad
    ```yaml
    title: "Read\\0Write"
    ```
    ## Good
    ```yaml
    title: "Read and write"
    ```
    """,
)
YAML_SYNTAX = declare(
    "files",
    _E,
    "yaml-syntax",
    """A file is not readable as YAML.

    ## What it finds
    A colon inside unquoted text, text that begins with a sign that YAML keeps for
    itself, a missing space after `-` or `:`, wrong indentation, a tab, merge marks.
    ## Why it matters
    Nothing behind the mistake can be read.
    ## Bad
    ```text
    title: Goal 1: Literacy
    ```
    ## Good
    ```yaml
    title: "Goal 1: Literacy"
    ```
    """,
)
YAML_FEATURE = declare(
    "files",
    _E,
    "yaml-feature",
    """A file uses a part of YAML that plans do without.

    ## What it finds
    Anchors `&`, aliases `*`, tags `!`, merge keys `<<`, directives `%`, several
    documents in one file, keys that are not plain text, nesting over 64 deep.
    ## Why it matters
    They hide what a reader of the file sees, and some can bring a program down.
    Often the sign was only meant as text.
    ## Bad
    ```text
    title: *Implement the referral system
    ```
    ## Good
    ```yaml
    title: "*Implement the referral system"
    ```
    """,
)
DUPLICATE_KEY = declare(
    "files",
    _E,
    "duplicate-key",
    """One entry has the same key twice.

    ## What it finds
    The second of two equal keys in one mapping; the first one holds.
    ## Why it matters
    Programs keep one of the two and say nothing.
    ## Bad
    ```text
    title: Literacy
    title: Reading
    ```
    ## Good
    ```yaml
    title: Literacy
    ```
    """,
)
LOST_TEXT = declare(
    "files",
    _E,
    "lost-text",
    """Part of a text is lost to a sign that YAML reads as its own.

    ## What it finds
    One space and `#` behind unquoted text, which would end it there; a comma that
    ends a text inside `{ }` or `[ ]`; a dash without a space behind it.
    ## Why it matters
    The rest of the sentence would vanish without a word.
    ## Bad
    ```text
    title: Increased # of schools
    ```
    ## Good
    ```yaml
    title: "Increased # of schools"
    ```
    """,
)
NULL_VALUE = declare(
    "files",
    _E,
    "null-value",
    """A value says "nothing" in a way that reads as text.

    ## What it finds
    An unquoted `null` or `~`.
    ## Why it matters
    In a plan every value is text, so it would print the word.
    ## Bad
    ```yaml
    due: null
    ```
    ## Good
    ```yaml
    due:
    ```
    """,
)
BAD_TABLE = declare(
    "files",
    _E,
    "bad-table",
    """A CSV file is not a table with a header.

    ## What it finds
    A missing header, a column that is not known, a row with more cells than the
    header has columns, a quotation mark that is never closed.
    ## Why it matters
    Cells would be read into the wrong columns.
    ## Bad
    ```text
    cycle;item;stauts
    ```
    ## Good
    ```text
    cycle,item,status
    ```
    """,
)
UNKNOWN_KEY = declare(
    "fields",
    _E,
    "unknown-key",
    """A key is not part of the plan language.

    ## What it finds
    A key that is neither a field, nor a section, nor a level of this plan.
    ## Why it matters
    What it says would not be read. Most often it is misspelt.
    ## Bad
    ```yaml
    titel: Literacy
    ```
    ## Good
    ```yaml
    title: Literacy
    ```
    """,
)
MISSING_KEY = declare(
    "fields",
    _E,
    "missing-key",
    """An entry lacks a field that it cannot do without.

    ## What it finds
    An item without `id` or `title`, a report without `cycle`, and the like.
    ## Why it matters
    Nothing can refer to it, or a reader cannot tell what it is.
    ## Bad
    ```yaml
    goals:
      - title: Literacy
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: Literacy
    ```
    """,
)
INVALID_VALUE = declare(
    "fields",
    _E,
    "invalid-value",
    """A value is not what its field holds.

    ## What it finds
    A list where one text belongs, a word outside the few that a field knows, a
    number or a date that cannot be read.
    ## Why it matters
    The field is left out of everything until it can be read.
    ## Bad
    ```yaml
    direction: up
    ```
    ## Good
    ```yaml
    direction: increase
    ```
    """,
)
UNREAD_DATE = declare(
    "time",
    _E,
    "unread-date",
    """A date or period is written in a form that cannot be read.

    ## What it finds
    A `period`, `due`, `when` or `date` outside the forms the language knows.
    ## Why it matters
    Nothing can be overdue or outside the plan's period by it.
    ## Bad
    ```yaml
    due: soonish
    ```
    ## Good
    ```yaml
    due: Fall 2018
    ```
    """,
)
UNREAD_TARGET = declare(
    "measures",
    _E,
    "unread-target",
    """A target is written in a form that cannot be read.

    ## What it finds
    A target whose text or field the language of targets does not know, or whose unit
    is not that of its measure: dollars on a measure in percent. What cannot be read is
    underlined, with the nearest form that can.
    ## Why it matters
    Nobody can say whether it was met; it would be missing from every report on
    progress.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        targets: about 60% by 2029
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
        targets: 60% by 2029
    ```
    """,
)
UNREAD_VALUE = declare(
    "measures",
    _E,
    "unread-value",
    """A value of a measure is written in a form that cannot be read.

    ## What it finds
    A value or a baseline that is no number, share (`12/40`), bound (`<5`), ordered
    word or date of its measure, or whose unit is not the measure's. A code for a
    missing value is one, too, unless `progress: missing:` says what it stands for.
    ## Why it matters
    The value is left out of every report on progress.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2023-24
        value: about 40
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        unit: percent
    observations:
      - measure: readers
        period: 2023-24
        value: 40%
    ```
    """,
)
DUPLICATE_OBSERVATION = declare(
    "measures",
    _E,
    "duplicate-observation",
    """One measure has two values for the same time, group and site.

    ## What it finds
    A second value from the same source, or without a source, in the same cell; the
    first holds. A projected or a year-to-date value may stand beside a final one.
    ## Why it matters
    Nobody can say which of the two is judged. A value that was corrected keeps the
    former one under `was:`.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
    observations:
      - measure: readers
        period: 2023-24
        value: 40%
      - measure: readers
        period: 2023-24
        value: 42%
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
        data_source: State report card
    observations:
      - measure: readers
        period: 2023-24
        value: 40%
        source: State report card
      - measure: readers
        period: 2023-24
        value: 42%
        source: District test
    ```
    """,
)
BAD_DERIVATION = declare(
    "measures",
    _E,
    "bad-derivation",
    """A measure is derived from others in a way that cannot be computed.

    ## What it finds
    A sum, difference or mean of measures in different units; a ratio that is neither
    of two measures nor itself in percent or a ratio; a measure that is derived from
    itself, directly or through others.
    ## Why it matters
    The figure would mean nothing, or there would be none.
    ## Bad
    ```yaml
    measures:
      - id: days_absent
        title: Days absent
        unit: days
      - id: readers
        title: Third graders who read at grade level
        unit: percent
      - id: both
        title: Both together
        derive:
          how: sum
          of:
            - days_absent
            - readers
    ```
    ## Good
    ```yaml
    measures:
      - id: grade_3
        title: Third graders who read at grade level
        unit: percent
      - id: grade_4
        title: Fourth graders who read at grade level
        unit: percent
      - id: both
        title: Both together
        unit: percent
        derive:
          how: mean
          of:
            - grade_3
            - grade_4
    ```
    """,
)
UNKNOWN_VERDICT = declare(
    "measures",
    _W,
    "unknown-verdict",
    """A claim's word for how a target stands is not known.

    ## What it finds
    A `verdict` of a claim that is no verdict of ours and not under
    `progress: verdicts:`.
    ## Why it matters
    What somebody said cannot be compared with what the figures say.
    ## Bad
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
    claims:
      - measure: readers
        verdict: Green
    ```
    ## Good
    ```yaml
    measures:
      - id: readers
        title: Third graders who read at grade level
    progress:
      verdicts:
        Green: on_track
    claims:
      - measure: readers
        verdict: Green
    ```
    """,
)
STATUS_ON_ITEM = declare(
    "fields",
    _E,
    "status-on-item",
    """A status is written on an item instead of in an update.

    ## What it finds
    `status`, `rating` or `percent_complete` on an item.
    ## Why it matters
    A status belongs to a reporting cycle. On the item it would overwrite what was
    reported before, and nobody could say when it was true.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
        status: Completed
    ```
    ## Good
    ```yaml
    updates:
      cycle: 2024-25/mid-year
      items:
        T1: Completed
    ```
    """,
)
DUPLICATE_SECTION = declare(
    "fields",
    _E,
    "duplicate-section",
    """A section that may stand once in a plan stands twice.

    ## What it finds
    A second `plan`, `levels`, `scale`, `ratings`, `cycles`, `calendar`, `progress`
    or `lint` in the files of one plan; the first one holds.
    ## Why it matters
    Two files would disagree about the same thing.
    ## Bad
    `plan:` in `plan.yaml` and again in `goals.yaml`.
    ## Good
    `plan:` in `plan.yaml` only.
    """,
)
UNKNOWN_FORMAT = declare(
    "fields",
    _E,
    "unknown-format",
    """The plan is written in a later form of the plan language.

    ## What it finds
    A `format` that this version does not know.
    ## Why it matters
    What it says could be misread.
    ## Bad
    ```yaml
    plan:
      format: 9
    ```
    ## Good
    ```yaml
    plan:
      format: 1
    ```
    """,
)
DUPLICATE_ID = declare(
    "references",
    _E,
    "duplicate-id",
    """Two items or measures have the same id.

    ## What it finds
    An id that is used again, or that differs from another in case only.
    ## Why it matters
    A status reported for it could mean either.
    ## Bad
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
      - id: t1
        title: Train the coach
    ```
    ## Good
    ```yaml
    tasks:
      - id: T1
        title: Hire a coach
      - id: T2
        title: Train the coach
    ```
    """,
)
UNKNOWN_REFERENCE = declare(
    "references",
    _E,
    "unknown-reference",
    """An id is named that nothing in the plan has.

    ## What it finds
    An alignment, parent, dependency, measure, update or criterion that names an id
    which no item or measure has, now or formerly.
    ## Why it matters
    The link leads nowhere: the work it speaks of counts for nothing.
    ## Bad
    ```yaml
    aligns_to: P9
    ```
    ## Good
    ```yaml
    aligns_to: P1
    ```
    """,
)
UNKNOWN_NAME = declare(
    "references",
    _W,
    "unknown-name",
    """An owner, student group or site is named that the plan does not declare.

    ## What it finds
    A name that is none of those under `owners`, `groups` or `sites`, where the plan
    has such a section. The name is used as it stands.
    ## Why it matters
    One office under two names is two offices in every list.
    ## Bad
    ```yaml
    owners:
      - name: Curriculum Office
    tasks:
      - id: T1
        title: Hire a coach
        responsible: Curiculum Office
    ```
    ## Good
    ```yaml
    owners:
      - name: Curriculum Office
    tasks:
      - id: T1
        title: Hire a coach
        responsible: Curriculum Office
    ```
    """,
)
UNKNOWN_PREFIX = declare(
    "references",
    _W,
    "unknown-prefix",
    """A reference names another plan that is not at hand.

    ## What it finds
    A reference such as `district:G1` whose plan is neither the one that this plan
    `uses` nor named in the same command; one finding for each such plan.
    ## Why it matters
    The link cannot be checked.
    ## Bad
    ```yaml
    aligns_to: distrct:G1
    ```
    ## Good
    ```yaml
    aligns_to: district:G1
    ```
    """,
)
UNKNOWN_PLAN = declare(
    "references",
    _E,
    "unknown-plan",
    """The plan that this one uses is not to be had.

    ## What it finds
    A `uses` that leads to no plan, out of the repository, back to this plan, or to a
    plan of which a part cannot be read. A plan outside the repository may be used
    where its folder is named in the same command.
    ## Why it matters
    The levels, words and people that it declares are missing here. The rules wait until
    it is found.
    ## Bad
    ```yaml
    plan:
      id: north-school
      title: North School plan
      uses: ../distrct
    ```
    ## Good
    ```yaml
    plan:
      id: north-school
      title: North School plan
      uses: ../district
    ```
    """,
)
UNKNOWN_LEVEL = declare(
    "references",
    _E,
    "unknown-level",
    """A level is named that the plan does not declare.

    ## What it finds
    A level in a cycle, a scale or an exception report that is not under `levels`.
    ## Why it matters
    What it was to hold for is not found.
    ## Bad
    ```yaml
    cycles:
      mid-year:
        reports: task
    ```
    ## Good
    ```yaml
    cycles:
      mid-year:
        reports: tasks
    ```
    """,
)
UNKNOWN_CYCLE = declare(
    "references",
    _E,
    "unknown-cycle",
    """An update names a reporting cycle that the plan does not have.

    ## What it finds
    A `cycle` that is neither `as-published` nor `<school year>/<name of a cycle>`.
    ## Why it matters
    Nobody can say which statuses are the latest.
    ## Bad
    ```yaml
    updates:
      cycle: February
    ```
    ## Good
    ```yaml
    updates:
      cycle: 2024-25/mid-year
    ```
    """,
)
DUPLICATE_UPDATE = declare(
    "status",
    _E,
    "duplicate-update",
    """One item is reported twice in one cycle.

    ## What it finds
    A second update of the same item and site in the same cycle; the first holds.
    ## Why it matters
    The two may say different things. Two lines under one item go into `entries`.
    ## Bad
    Two files under `updates/` that both report T1 for 2024-25/mid-year.
    ## Good
    ```yaml
    updates:
      cycle: 2024-25/mid-year
      items:
        T1:
          entries:
            - status: Ongoing
            - status: On hold
    ```
    """,
)
UNUSED_IGNORE = declare(
    "ignores",
    _W,
    "unused-ignore",
    """A comment ignores a finding that is not there.

    ## What it finds
    A `# planctl: ignore[...]` comment or a line under `lint: ignore:` that nothing
    matched, in a run that looked for it.
    ## Why it matters
    The defect was mended or has moved; the note misleads the next reader.
    ## Bad
    ```text
    period: 2024-2026   # planctl: ignore[outside-period] as printed
    ```
    ## Good
    ```yaml
    period: 2024-2026
    ```
    """,
)
MALFORMED_IGNORE = declare(
    "ignores",
    _W,
    "malformed-ignore",
    """An ignore comment has no reason or names no known rule.

    ## What it finds
    A `# planctl:` comment that is not `ignore[rule-name] reason`, or names a rule
    that does not exist.
    ## Why it matters
    An ignored finding without a reason cannot be judged by the next reader. The
    comment has no effect.
    ## Bad
    ```text
    period: 2021-2026   # planctl: ignore[outside-period]
    ```
    ## Good
    ```yaml
    period: 2021-2026   # planctl: ignore[outside-period] printed so
    ```
    """,
)

DECLARED: tuple[Check, ...] = (
    UNREADABLE_FILE,
    STRAY_TABLE,
    NOT_UTF8,
    CONTROL_CHARACTER,
    YAML_SYNTAX,
    YAML_FEATURE,
    DUPLICATE_KEY,
    LOST_TEXT,
    NULL_VALUE,
    BAD_TABLE,
    UNKNOWN_KEY,
    MISSING_KEY,
    INVALID_VALUE,
    UNREAD_DATE,
    UNREAD_TARGET,
    UNREAD_VALUE,
    DUPLICATE_OBSERVATION,
    BAD_DERIVATION,
    UNKNOWN_VERDICT,
    STATUS_ON_ITEM,
    DUPLICATE_SECTION,
    UNKNOWN_FORMAT,
    DUPLICATE_ID,
    UNKNOWN_REFERENCE,
    UNKNOWN_NAME,
    UNKNOWN_PREFIX,
    UNKNOWN_PLAN,
    UNKNOWN_LEVEL,
    UNKNOWN_CYCLE,
    DUPLICATE_UPDATE,
    UNUSED_IGNORE,
    MALFORMED_IGNORE,
)
BY_NAME = by_name(DECLARED)
