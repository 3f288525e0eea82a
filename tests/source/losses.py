"""What YAML would lose without a word."""

from __future__ import annotations

from tests.source.reading import Case, Told

HASH = Told(
    "lost-text",
    "the text behind `#` is read as a comment",
    "put the whole text in quotes; a comment has two spaces before `#`",
)
COMMA = Told(
    "lost-text",
    "a comma ended the text before this",
    "put the whole text in quotes, or write the list with dashes",
)
GLUED_ID = Told(
    "lost-text",
    "a space is missing behind `id:`",
    "write `id: ` and then the value",
)
DASH = Told(
    "lost-text",
    "a dash without a space behind it is part of the text",
    "write a space behind the dash of a list",
)
SWALLOWED = Told(
    "lost-text",
    "this dash is read as part of the text above",
    "begin the dashes of a list in one column, with a space behind each, "
    "or put the whole text in quotes",
)


def null(text: str) -> Told:
    """A word for nothing."""
    help_text = "write nothing instead, or put the word in quotes"
    return Told("null-value", f"`{text}` is not text", help_text)


def again(key: str) -> Told:
    """A key that stands twice."""
    message = f"`{key}` stands twice in one entry"
    return Told("duplicate-key", message, "keep one of the two; only the first is read")


LOSSES = (
    # one space and # behind unquoted text
    Case("title: Increased # of schools", "1:18-30", HASH),
    Case("title: Increased #of schools", "1:18-29", HASH),
    Case("title: # of schools", "1:8-20", HASH),
    Case("- Increased # of schools", "1:13-25", HASH),
    Case("- # of schools", "1:3-15", HASH),
    Case('"1.1": # of schools', "1:8-20", HASH),
    Case("note: All\n  the # of schools\n  grew", "2:7-19", HASH),
    Case("a: [Increased # of schools]\nb: c", "1:15-28", HASH),
    Case("a: {b: Increased # of schools}\nc: d", "1:18-31", HASH),
    Case("year: 2024 # as printed", "1:12-24", HASH),
    Case("a: # of schools\nb: c", "1:4-16", HASH),
    Case("# no comment: c\na: b # c", "2:6-9", HASH),
    # a comma that ended a text
    Case("a: {owner: Superintendent, Director of Schools}", "1:28-47", COMMA),
    Case(
        "a: {draft}",
        "1:5-10",
        Told(
            "lost-text",
            "`draft` has no colon and no value behind it",
            "put the whole text in quotes, or write the list with dashes",
        ),
    ),
    Case(
        "a: {b, c}",
        "1:5-6",
        Told(
            "lost-text",
            "`b` has no colon and no value behind it",
            "put the whole text in quotes, or write the list with dashes",
        ),
    ),
    Case("a: {id:B}", "1:5-9", GLUED_ID),
    Case("a: [-$500,000 by 2019]", "1:11-22", COMMA),
    Case("a: [Anna,Ben]", "1:10-13", COMMA),
    Case("a: [We know every child, and each succeeds]", "1:26-43", COMMA),
    Case("a: [Grades K to 5, sixth grade]", "1:20-31", COMMA),
    # a dash that is read as text
    Case("tasks:\n  -Hire a coach", "2:3-16", DASH),
    Case("tasks:\n  -Hire\n  -Train", "2:3-4", DASH),
    Case("tasks:\n  - Hire\n   -Train", "3:4-5", SWALLOWED),
    Case("tasks:\n- Hire\n - Train", "3:2-3", SWALLOWED),
    Case("tasks:\n  - Hire\n    - Train\n    - Work", "3:5-6", SWALLOWED),
    Case("cost:\n  -$500", "2:3-8", DASH),
    # a sign that says nothing
    Case("due: null", "1:6-10", null("null")),
    Case("due: Null", "1:6-10", null("Null")),
    Case("due: NULL", "1:6-10", null("NULL")),
    Case("due: ~", "1:6-7", null("~")),
    Case("- null", "1:3-7", null("null")),
    Case("{a: ~}", "1:5-6", null("~")),
    # a key again
    Case("title: a\ntitle: b", "2:1-6", again("title")),
    Case("title: a\nnote: b\ntitle: c", "3:1-6", again("title")),
    Case("{a: 1, a: 2}", "1:8-9", again("a")),
    Case("plan:\n  id: a\nplan:\n  id: b", "3:1-5", again("plan")),
)
"""Text that would be lost, or would mean something else."""
