"""Mistakes in entries and sections, each with what is said of it."""

from __future__ import annotations

from tests.load.fields import Case

ENTRIES = (
    # an item
    Case(
        "goals: Literacy",
        "1:8-16 invalid-value: an entry of `goals` is no item",
        "write `- id: ...` and, on the next line, `title: Literacy`",
    ),
    Case(
        "goals:\n  - Literacy",
        "2:5-13 invalid-value: an entry of `goals` is no item",
        "write `- id: ...` and, on the next line, `title: Literacy`",
    ),
    Case(
        "goals:\n  - id:G1",
        "2:5-10 invalid-value: an entry of `goals` is no item",
        "write a space behind the colon",
    ),
    Case(
        "goals:\n  - [a, b]",
        "2:5-6 invalid-value: an entry of `goals` is no item",
        "write `- id: ...` and, on the next line, `title: ...` for each",
    ),
    Case(
        "goals:\n  - {}",
        "2:5-6 invalid-value: an entry of `goals` is no item",
        "write `- id: ...` and, on the next line, `title: ...` for each",
    ),
    Case(
        "goals:\n  G1: Literacy",
        "1:1-6 invalid-value: an entry of `goals` is no item",
        "write `- id: G1` and, on the next line, `title: Literacy`",
    ),
    Case(
        "goals:\n  - Read: well",
        "2:11-15 invalid-value: an entry of `goals` is no item",
        "write `- id: Read` and, on the next line, `title: well`",
    ),
    Case(
        "goals:\n  - G1: {title: Literacy}",
        "2:5-7 invalid-value: an entry of `goals` is no item",
        "write `- id: ...` and, on the next line, `title: ...` for each",
    ),
    Case(
        "goals:\n  - id: G1",
        "2:9-11 missing-key: `title` is missing",
        "write `title: ...`: what it is, in one line",
    ),
    Case(
        "goals:\n  - title: Literacy",
        "2:12-20 missing-key: `id` is missing",
        "write `id: ...`: unique in the plan and stable for life: `1.1`, `TL1.iv`",
    ),
    Case(
        "goals:\n  - id: G1\n    titel: Literacy",
        "3:5-10 unknown-key: `titel` is not known here",
        "did you mean `title`?",
    ),
    Case(
        "goals:\n  - ID: G1\n    title: Literacy",
        "2:5-7 unknown-key: `ID` is not known here",
        "did you mean `id`?",
    ),
    Case(
        "goals:\n  - id: G 1\n    title: Literacy",
        "2:9-12 invalid-value: `G 1` is no id",
        "an id is 1 to 64 letters, digits, `.`, `-` or `_`, without spaces",
    ),
    Case(
        "goals:\n  - id: "
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n    "
        "title: Literacy",
        "2:9-74 invalid-value: "
        "`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` is no id",
        "an id is 1 to 64 letters, digits, `.`, `-` or `_`, without spaces",
    ),
    Case(
        "goals:\n  - id: [G1]\n    title: Literacy",
        "2:5-7 invalid-value: `id` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "goals:\n  - id: G1\n    title: [Literacy]",
        "3:5-10 invalid-value: `title` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "goals:\n  - id: G1\n    title: ''",
        "3:5-10 missing-key: `title` is empty",
        "write `title: ...`: what it is, in one line",
    ),
    Case(
        "goals:\n  - id: ''\n    title: Literacy",
        "2:5-7 missing-key: `id` is empty",
        "write `id: ...`: unique in the plan and stable for life: `1.1`, `TL1.iv`",
    ),
    Case(
        "goals:\n  - id: G1\n    title:",
        "3:5-10 missing-key: `title` is empty",
        "write `title: ...`: what it is, in one line",
    ),
    Case(
        "goals:\n  - id: G1\n    title: Literacy\n    tasks: Hire",
        "4:12-16 invalid-value: an entry of `tasks` is no item",
        "write `- id: ...` and, on the next line, `title: Hire`",
    ),
    # a section
    Case(
        "xyzzy: a",
        "1:1-6 unknown-key: `xyzzy` is not known here",
        "the levels of this plan are `goals`, `tasks`",
    ),
    Case(
        "owner: [Anna]",
        "1:1-6 unknown-key: `owner` is not known here",
        "did you mean `owners`?",
    ),
    Case(
        "goal:\n  - id: G1\n    title: Literacy",
        "1:1-5 unknown-key: `goal` is not known here",
        "did you mean `goals`?",
    ),
    Case(
        "2: x",
        "1:1-2 unknown-key: `2` is not known here",
        "the levels of this plan are `goals`, `tasks`",
    ),
    Case(
        "- a",
        "1:1-1 invalid-value: the file holds no keys",
        "begin it with a key such as `plan:`, `owners:` or one of the levels",
    ),
    Case(
        "text",
        "1:1-1 invalid-value: the file holds no keys",
        "begin it with a key such as `plan:`, `owners:` or one of the levels",
    ),
    # people and places
    Case(
        "owners:\n  - nme: Anna",
        "2:5-8 unknown-key: `nme` is not known here",
        "did you mean `name`?",
    ),
    Case(
        "owners:\n  - id: anna",
        "2:9-13 missing-key: `name` is missing",
        "write `name: ...`: the name that reports print",
    ),
    Case(
        "owners:\n  - kind: x",
        "2:11-12 missing-key: `name` is missing",
        "write `name: ...`: the name that reports print",
    ),
    Case(
        "owners:\n  - Anna: Superintendent",
        "2:11-25 invalid-value: the entry is one text; its colon makes it a field",
        'put the text in quotes: "Anna: Superintendent"',
    ),
    Case(
        "owners:\n  anna: {name: Anna}",
        "1:1-7 invalid-value: the entry has none of its fields",
        "its fields are `name`, `id`, `kind`, `also`, `note`",
    ),
    Case(
        "owners:\n  - [Anna]",
        "2:5-6 invalid-value: the entry takes a text or fields, not a list",
        "its fields are `name`, `id`, `kind`, `also`, `note`",
    ),
    Case(
        "sites:\n  - {name: [a]}",
        "2:6-10 invalid-value: `name` is one text, not a list",
        "write one line of text",
    ),
)
"""Files whose one mistake is an entry, or what holds it."""
