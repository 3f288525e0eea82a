"""Mistakes in measures, reports and settings, each with what is said of it."""

from __future__ import annotations

from tests.load.fields import Case

SETTINGS = (
    # statements and measures
    Case(
        "statements: Vision",
        "1:13-19 invalid-value: the entry takes fields, not a text",
        "its fields are `kind`, `title`, `id`, `description`, `if`, `then`, "
        "`questions`, `links`, `date`, `note`, `source`",
    ),
    Case(
        "statements:\n  - kind: Vision",
        "2:11-17 missing-key: `title` is missing",
        "write `title: ...`: what it says, in one line",
    ),
    Case(
        "statements:\n  - {kind: Vision, title: Read, date: soon}",
        "2:39-43 invalid-value: `date` cannot be read: `soon`",
        "expected a day such as 2025-02-28 (year-month-day)",
    ),
    Case(
        "measures:\n  - M1",
        "2:5-7 invalid-value: the entry takes fields, not a text",
        "its fields are `id`, `title`, `number`, `description`, `unit`, "
        "`values`, `direction`, `data_source`, `aggregate`, `baseline`, "
        "`targets`, `tolerance`, `derive`, `breaks`, `retired`, `note`, `source`",
    ),
    Case(
        "measures:\n  - {id: M1}",
        "2:10-12 missing-key: `title` is missing",
        "write `title: ...`: what is measured, in one line",
    ),
    Case(
        "measures:\n  - {title: Reading}",
        "2:13-20 missing-key: `id` is missing",
        "write `id: ...`: unique among items and measures",
    ),
    Case(
        "measures:\n  - {id: M1, title: Reading, unit: percents}",
        "2:36-44 invalid-value: `unit` cannot be `percents`",
        "did you mean `percent`? it is one of `percent`, `points`, `count`, "
        "`minutes`, `hours`, `days`, `weeks`, `ratio`, `index`, `score`, `date`, "
        "`yes_no`, `USD`, `EUR`, `GBP`, `CAD`",
    ),
    Case(
        "measures:\n  - {id: M1, title: Reading, direction: up}",
        "2:41-43 invalid-value: `direction` cannot be `up`",
        "did you mean `increase`? "
        "it is one of `increase`, `decrease`, `maintain`, `within`",
    ),
    Case(
        "measures:\n  - {id: M1, title: Reading, direction: [up]}",
        "2:30-39 invalid-value: `direction` cannot be a list",
        "it is one of `increase`, `decrease`, `maintain`, `within`",
    ),
    Case(
        "measures:\n  - {id: M1, title: Reading, baseline: {n: 1.5}}",
        "2:44-47 invalid-value: `n` cannot be read: `1.5`",
        "expected a whole number such as 3",
    ),
    Case(
        "measures:\n  - {id: M1, title: Reading, targets: {at_least: {a: b}}}",
        "2:51-52 unknown-key: `a` is not known here",
        "known here are `group`, `measure`, `site`, `value`",
    ),
    Case(
        "measures:\n  - {id: M1, title: Reading, targets: {each: school}}",
        "2:46-52 invalid-value: `each` cannot be `school`",
        "it is one of `group`, `site`",
    ),
    Case(
        "observations:\n  - {measure: M1}",
        "2:15-17 missing-key: `period` is missing",
        "write `period: ...`: when it was measured",
    ),
    Case(
        "claims:\n  - {measure: M1, verdict: met, disputed: maybe}\n"
        "measures:\n  - {id: M1, title: Reading}",
        "2:43-48 invalid-value: `disputed` cannot be read: `maybe`",
        "expected `yes` or `no`",
    ),
    # reports
    Case(
        "updates: Done",
        "1:10-14 invalid-value: the entry takes fields, not a text",
        "its fields are `cycle`, `by`, `date`, `plan`, `otherwise`, `number`",
    ),
    Case(
        "updates:\n  items:\n    A: Done",
        "1:1-8 missing-key: `cycle` is missing",
        "write `cycle: ...`: `2024-25/mid-year`, or `as-published` for what a "
        "document itself reports",
    ),
    Case(
        "updates:\n  - cycle: as-published\n    items: [A]",
        "3:5-10 invalid-value: `items` holds names, each with what it stands for",
        "write a name, a colon, and the rest below it",
    ),
    Case(
        "updates:\n  - cycle: as-published\n    items: {A: [Done]}",
        "3:13-14 invalid-value: the entry takes a text or fields, not a list",
        "its fields are `status`, `percent_complete`, `rating`, `note`, `date`, "
        "`by`, `evidence`, `same_for`, `site`, `scope`, `entries`, `expires`",
    ),
    Case(
        "updates:\n  cycle: as-published\n  number: few",
        "3:11-14 invalid-value: `number` cannot be read: `few`",
        "expected a whole number such as 3",
    ),
    Case(
        "updates:\n  cycle: as-published\n  otherwise: {level: tasks}",
        "3:3-12 missing-key: `status` is missing",
        "write `status: ...`: the status word",
    ),
    Case(
        "updates:\n  cycel: as-published",
        "2:3-8 unknown-key: `cycel` is not known here",
        "did you mean `cycle`?",
    ),
    # settings
    Case(
        "cycles: February",
        "1:9-17 invalid-value: `cycles` holds names, each with what it stands for",
        "write a name, a colon, and the rest below it",
    ),
    Case(
        "cycles: [February]",
        "1:1-7 invalid-value: `cycles` holds names, each with what it stands for",
        "write a name, a colon, and the rest below it",
    ),
    Case(
        "cycles:\n  mid-year: {audience: Board}",
        "2:3-11 missing-key: `when` is missing",
        "write `when: ...`: when it is, in each school year: `February`, `every "
        "90 days`",
    ),
    Case(
        "cycles:\n  mid-year: {wen: February}",
        "2:14-17 unknown-key: `wen` is not known here",
        "did you mean `when`?",
    ),
    Case(
        "scale: Done",
        "1:8-12 invalid-value: the entry takes fields, not a text",
        "its fields are `levels`, `cycles`, `words`",
    ),
    Case(
        "scale:\n  compleet: Done",
        "2:3-11 unknown-key: `compleet` is not known here",
        "did you mean `complete`?",
    ),
    Case(
        "scale:\n  complete: Done\n  compleet: Finished",
        "3:3-11 unknown-key: `compleet` is not known here",
        "did you mean `complete`?",
    ),
    Case(
        "ratings: {levels: [a, b], rollup: lowst}",
        "1:35-40 invalid-value: `rollup` cannot be `lowst`",
        "did you mean `lowest`? it is one of `given`, `lowest`, `median`",
    ),
    Case(
        "ratings: high",
        "1:10-14 invalid-value: the entry takes fields, not a text",
        "its fields are `levels`, `names`, `rollup`",
    ),
    Case(
        "calendar: July",
        "1:11-15 invalid-value: the entry takes fields, not a text",
        "its fields are `year_starts`, `seasons`, `year_1`",
    ),
    Case(
        "calendar: {year_starts: 13-01}",
        "1:25-30 invalid-value: `year_starts` cannot be `13-01`",
        "write month and day, such as 07-01; the day is 28 at most",
    ),
    Case(
        "calendar: {seasons: Fall}",
        "1:21-25 invalid-value: `seasons` holds names, each with what it stands for",
        "write a name, a colon, and the rest below it",
    ),
    Case(
        "progress: {method: pase}",
        "1:20-24 invalid-value: `method` cannot be `pase`",
        "did you mean `pace`? it is one of `pace`, `healthy-people`, `statcan`, "
        "`massachusetts`, `linear`, `attainment`",
    ),
    Case(
        "progress: {bands: {behind: 120}}",
        "1:28-31 invalid-value: `behind` is out of range: `120`",
        "0 to 100",
    ),
    Case(
        "progress: {bands: {on_track: 60, behind: 95}}",
        "1:42-44 invalid-value: `behind` is 95, more than `on_track` (60)",
        "write the smaller share of the pace for `behind`",
    ),
    Case(
        "progress: {same: [0.5, -0.5]}",
        "1:12-16 invalid-value: `same` runs backwards, from 0.5 to -0.5",
        "write the smaller number first",
    ),
    Case(
        "progress: {missing: {DS: supressed}}",
        "1:26-35 invalid-value: `DS` cannot be `supressed`",
        "did you mean `suppressed`? it is one of `suppressed`, `not_released`, "
        "`not_collected`, `not_applicable`",
    ),
    Case(
        "progress: {verdicts: {Green: good}}",
        "1:30-34 invalid-value: `Green` cannot be `good`",
        "it is one of `met`, `on_track`, `behind`, `off_track`, `regressed`, "
        "`not_met`, `not_due`, `no_data`, `no_baseline`, `ambiguous`, "
        "`not_comparable`, `suppressed`",
    ),
    Case(
        "progress: {minimum_group: ten}",
        "1:27-30 invalid-value: `minimum_group` cannot be read: `ten`",
        "expected a whole number such as 3",
    ),
    Case(
        "lint: {severity: high}",
        "1:18-22 invalid-value: `severity` holds names, each with what it stands for",
        "write a name, a colon, and the rest below it",
    ),
    Case(
        "lint: {severity: {no-status: high}}",
        "1:30-34 invalid-value: `no-status` cannot be `high`",
        "it is one of `error`, `warning`, `advice`, `off`",
    ),
    Case(
        "lint:\n  ignore:\n    - {rule: no-status}",
        "3:14-23 missing-key: `reason` is missing",
        "write `reason: ...`: why it stays",
    ),
    Case(
        "glossary: SST",
        "1:11-14 invalid-value: `glossary` holds no text",
        "write a short form, a colon, and what it stands for",
    ),
    Case(
        "glossary: {SST: [Student Support Team]}",
        "1:12-15 invalid-value: `SST` holds no text",
        "write a short form, a colon, and what it stands for",
    ),
    Case(
        "plan: {id: b, title: Again}",
        "1:1-5 duplicate-section: `plan` stands in plan.yaml and again here",
        "keep one of the two; only the first is read",
    ),
    Case(
        "levels: {aims: Aim}",
        "1:1-7 duplicate-section: `levels` stands in plan.yaml and again here",
        "keep one of the two; only the first is read",
    ),
)
"""Files whose one mistake is in a section."""
