"""Mistakes in the fields of an item, each with what is said of it."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A text with one mistake, its place with what is said, and the help."""

    text: str
    told: str
    help: str


FIELDS = (
    # a key that is not known
    Case(
        "responsble: Anna",
        "4:5-15 unknown-key: `responsble` is not known here",
        "did you mean `responsible`?",
    ),
    Case(
        "xyzzy: Anna",
        "4:5-10 unknown-key: `xyzzy` is not known here",
        "the levels of this plan are `goals`, `tasks`",
    ),
    Case(
        "if_: Children read",
        "4:5-8 unknown-key: `if_` is not known here",
        "did you mean `if`?",
    ),
    Case(
        "coverage: 5",
        "4:5-13 unknown-key: `coverage` is not known here",
        "the levels of this plan are `goals`, `tasks`",
    ),
    Case(
        "-site: North",
        "4:5-10 unknown-key: `-site` is not known here",
        "write a space behind the dash",
    ),
    Case(
        "• note: x",
        "4:5-11 unknown-key: `• note` is not known here",
        "begin each entry of a list with `- `, a plain hyphen and a space",
    ),
    Case(
        "\u00a0note: x",
        "4:5-10 unknown-key: `\u00a0note` is not known here",
        "write plain spaces instead of no-break spaces",
    ),
    Case(
        "task:\n  - id: T1\n    title: Hire",
        "4:5-9 unknown-key: `task` is not known here",
        "did you mean `tasks`?",
    ),
    Case(
        "xyzzy:\n  - id: T1\n    title: Hire",
        "4:5-10 unknown-key: `xyzzy` is not known here",
        "the levels of this plan are `goals`, `tasks`",
    ),
    # a list, a group of fields or a text where another belongs
    Case(
        "number: [a, b]",
        "4:5-11 invalid-value: `number` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "number: {a: b, c: d}",
        "4:5-11 invalid-value: `number` is one text, not a group of fields",
        "write one line of text",
    ),
    Case(
        "number: {a: b}",
        "4:5-11 invalid-value: `number` is one text; its colon makes it a field",
        'put the text in quotes: "a: b"',
    ),
    Case(
        "number: {a: [b]}",
        "4:5-11 invalid-value: `number` is one text, not a group of fields",
        "write one line of text",
    ),
    Case(
        "resources:\n  - Read: well",
        "5:15-19 invalid-value: an entry of `resources` is one text; its colon "
        "makes it a field",
        'put the text in quotes: "Read: well"',
    ),
    Case(
        "resources:\n  - [x]",
        "5:9-10 invalid-value: an entry of `resources` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "resources: {a: b, c: d}",
        "4:5-14 invalid-value: an entry of `resources` is one text, not a group "
        "of fields",
        "write one line of text",
    ),
    Case(
        "then: {a: b}",
        "4:5-9 invalid-value: an entry of `then` is one text; its colon makes it "
        "a field",
        'put the text in quotes: "a: b"',
    ),
    Case(
        "period: [2024]",
        "4:5-11 invalid-value: `period` takes a text or fields, not a list",
        "its fields are `text`, `start`, `end`, `recurs`, `open_ended`",
    ),
    Case(
        "period: {text: [a]}",
        "4:14-18 invalid-value: `text` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "due: [[a]]",
        "4:5-8 invalid-value: `due` takes a text or fields, not a list",
        "its fields are `text`, `start`, `end`, `recurs`, `open_ended`",
    ),
    Case(
        "aligns_to: [[a]]",
        "4:17-18 invalid-value: `aligns_to` takes a text or fields, not a list",
        "its fields are `id`, `text`",
    ),
    Case(
        "budget: much",
        "4:13-17 invalid-value: `budget` takes fields, not a text",
        "its fields are `period`, `fund`, `category`, `planned`, `actual`, `note`",
    ),
    Case(
        "source: [a]",
        "4:5-11 invalid-value: `source` takes a text or fields, not a list",
        "its fields are `document`, `url`, `page`, `published`, `retrieved`, `note`",
    ),
    Case(
        "links: [{title: x}]",
        "4:21-22 missing-key: `url` is missing",
        "write `url: ...`: an http, https or mailto address, or a file in the "
        "plan's folder",
    ),
    Case(
        "success_criteria:\n  - Read: well",
        "5:15-19 invalid-value: an entry of `success_criteria` is one text; its "
        "colon makes it a field",
        'put the text in quotes: "Read: well"',
    ),
    Case(
        "success_criteria:\n  - heading: Adults",
        "5:18-24 missing-key: `text` is missing",
        "write `text: ...`: what will be seen",
    ),
    Case(
        "success_criteria:\n  - Read: well\n    Count: well",
        "5:15-19 invalid-value: an entry of `success_criteria` has none of its fields",
        "its fields are `text`, `heading`, `due`, `measure`",
    ),
    Case(
        "weight: [1]",
        "4:5-11 invalid-value: `weight` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "weight: {a: b}",
        "4:5-11 invalid-value: `weight` is one text; its colon makes it a field",
        'put the text in quotes: "a: b"',
    ),
    Case(
        "met_when: [all]",
        "4:5-13 invalid-value: `met_when` is one text, not a list",
        "write one line of text",
    ),
    # a field of an entry
    Case(
        "responsible:\n  - role: Champion",
        "5:15-23 missing-key: `owner` is missing",
        "write `owner: ...`: one owner or several jointly: an id, a name or "
        "another spelling",
    ),
    Case(
        "responsible:\n  - ownr: Anna",
        "5:9-13 unknown-key: `ownr` is not known here",
        "did you mean `owner`?",
    ),
    Case(
        "responsible:\n  - owner: Anna\n    rol: Champion",
        "6:9-12 unknown-key: `rol` is not known here",
        "did you mean `role`?",
    ),
    Case(
        "responsible:\n  - owner:Anna",
        "5:9-19 invalid-value: a space is missing behind `owner:`",
        "write `owner: ` and then the value",
    ),
    Case(
        "responsible:\n  - owner: [[Anna]]",
        "5:17-18 invalid-value: an entry of `owner` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "aligns_to:\n  - text: x",
        "5:15-16 missing-key: `id` is missing",
        "write `id: ...`: an id of this plan, or of another as `plan:id`",
    ),
    Case(
        "formerly:\n  - until: 2020",
        "5:16-20 missing-key: `id` is missing",
        "write `id: ...`: the former id",
    ),
    Case(
        "source:\n  url:example",
        "5:7-18 invalid-value: a space is missing behind `url:`",
        "write `url: ` and then the value",
    ),
    Case(
        "source: {page: [1]}",
        "4:14-18 invalid-value: `page` is one text, not a list",
        "write one line of text",
    ),
    Case(
        "budget: {planned: much}",
        "4:23-27 invalid-value: `planned` cannot be read: `much`",
        "expected a number such as 12, -3.5 or 1,200",
    ),
    Case(
        "measures: [[x]]",
        "4:16-17 invalid-value: `measures` takes a text or fields, not a list",
        "its fields are `measure`, `text`, `number`, `group`, `site`, `targets`",
    ),
    Case(
        "measures:\n  - {measure: [x]}",
        "5:10-17 invalid-value: `measure` is one text, not a list",
        "write one line of text",
    ),
    # a number, a day, a word
    Case(
        "weight: heavy",
        "4:13-18 invalid-value: `weight` cannot be read: `heavy`",
        "expected a number such as 12, -3.5 or 1,200",
    ),
    Case(
        "weight: 1e5",
        "4:13-16 invalid-value: `weight` cannot be read: `1e5`",
        "expected a number such as 12, -3.5 or 1,200",
    ),
    Case(
        "weight: \uff11\uff12",
        "4:13-15 invalid-value: `weight` cannot be read: `\uff11\uff12`",
        "expected a number such as 12, -3.5 or 1,200",
    ),
    Case(
        "weight: 1,2,3",
        "4:13-18 invalid-value: `weight` cannot be read: `1,2,3`",
        "expected a number such as 12, -3.5 or 1,200",
    ),
    Case(
        "weight: 1234567890123456",
        "4:13-29 invalid-value: `weight` cannot be read: `1234567890123456`",
        "expected a number such as 12, -3.5 or 1,200",
    ),
    Case(
        "met_when: most",
        "4:15-19 invalid-value: `met_when` cannot be read: `most`",
        "how several targets decide: `all`, `any`, `majority` or a count",
    ),
    Case(
        "met_when: 0",
        "4:15-16 invalid-value: `met_when` cannot be read: `0`",
        "how several targets decide: `all`, `any`, `majority` or a count",
    ),
    Case(
        "due: {start: 2024-13-01}",
        "4:18-28 invalid-value: `start` cannot be read: `2024-13-01`",
        "there is no day 2024-13-01 in the calendar",
    ),
    Case(
        "due: {start: 2024-02-30}",
        "4:18-28 invalid-value: `start` cannot be read: `2024-02-30`",
        "there is no day 2024-02-30 in the calendar",
    ),
    Case(
        "due: {start: soon}",
        "4:18-22 invalid-value: `start` cannot be read: `soon`",
        "expected a day such as 2025-02-28 (year-month-day)",
    ),
    Case(
        "due: {open_ended: perhaps}",
        "4:23-30 invalid-value: `open_ended` cannot be read: `perhaps`",
        "expected `yes` or `no`",
    ),
    # an id
    Case(
        "formerly: [{id: [x]}]",
        "4:17-19 invalid-value: `id` is one text, not a list",
        "write one line of text",
    ),
    # a status on an item
    Case(
        "status: Done",
        "4:5-11 status-on-item: `status` belongs to an update, not to the item",
        "write under `updates:` a `cycle:`, then `items:`, `G1:` and `status: Done`",
    ),
    Case(
        "status: [Done]",
        "4:5-11 status-on-item: `status` belongs to an update, not to the item",
        "write under `updates:` a `cycle:`, then `items:`, `G1:` and `status: ...`",
    ),
    Case(
        "percent_complete: 5",
        "4:5-21 status-on-item: `percent_complete` belongs to an update, not to "
        "the item",
        "write under `updates:` a `cycle:`, then `items:`, `G1:` and "
        "`percent_complete: 5`",
    ),
    Case(
        "rating: 2",
        "4:5-11 status-on-item: `rating` belongs to an update, not to the item",
        "write under `updates:` a `cycle:`, then `items:`, `G1:` and `rating: 2`",
    ),
)
"""Lines below the id and title of a goal, indented by four."""
