"""What cannot be read as YAML: signs, quotation marks and brackets."""

from __future__ import annotations

from tests.source.reading import Case, Told

BEHIND_DOUBLE = Told(
    "yaml-syntax",
    "text goes on behind the closing quotation mark",
    "put the whole text in single quotes: '\"Word\" and more'",
)
BEHIND_SINGLE = Told(
    "yaml-syntax",
    "text goes on behind the closing quotation mark",
    "put the whole text in double quotes: \"'Word' and more\"",
)
OPEN_DOUBLE = Told(
    "yaml-syntax",
    "the quotation mark is never closed",
    'close the text with "',
)
OPEN_SINGLE = Told(
    "yaml-syntax",
    "the quotation mark is never closed",
    "close the text with '",
)
ESCAPE = Told(
    "yaml-syntax",
    "a backslash in double quotes begins an escape, and this one is not known",
    "write \\\\ for a backslash, or put the text in single quotes",
)
INDENT = Told(
    "yaml-syntax",
    "the indentation does not fit the lines above",
    "fields of one entry begin in the same column; a list's dashes too",
)
BRACKET = Told(
    "yaml-syntax",
    "the `[` is never closed",
    "close it with `]`, or put text that begins with [ in quotes",
)
BRACE = Told(
    "yaml-syntax",
    "the `{` is never closed",
    "close it with `}`, or put text that begins with { in quotes",
)


def colon(text: str) -> Told:
    """A colon inside unquoted text."""
    help_text = f'put the whole text in quotes: "{text}"'
    return Told("yaml-syntax", "the text has a colon inside", help_text)


def sign(text: str) -> Told:
    """A text that begins with a sign of YAML's own."""
    message = f"the text begins with “{text[0]}”, which YAML keeps for itself"
    return Told("yaml-syntax", message, f'put the whole text in quotes: "{text}"')


def signed_key(key: str, value: str) -> Told:
    """A key that begins with a sign of YAML's own."""
    message = f"the text begins with “{key[0]}”, which YAML keeps for itself"
    help_text = f'put the key alone in quotes: "{key}": {value}'.rstrip()
    return Told("yaml-syntax", message, help_text)


def tag(text: str) -> Told:
    """A tag."""
    help_text = "put text that begins with ! in quotes"
    return Told("yaml-feature", f"`{text}` is read as a tag", help_text)


UNREADABLE = (
    # a colon inside text
    Case("title: Goal 1: Literacy", "1:14-15", colon("Goal 1: Literacy")),
    Case("- title: Goal 1: Literacy", "1:16-17", colon("Goal 1: Literacy")),
    Case("- Goal 1: Literacy: part", "1:19-20", colon("Goal 1: Literacy: part")),
    Case("title: Goals for this year:", "1:27-28", colon("Goals for this year:")),
    Case("title: Read: 20 minutes", "1:12-13", colon("Read: 20 minutes")),
    Case('title: He said: "x"', "1:15-16", colon("He said: 'x'")),
    Case("title: “Goal”: x", "1:14-15", colon("“Goal”: x")),
    Case(
        "title: http://lakeshore.example: a page",
        "1:32-33",
        colon("http://lakeshore.example: a page"),
    ),
    Case("id: A title: B", "1:12-13", colon("A title: B")),
    Case(
        "note: The team met\n  on Monday: and decided",
        "2:12-13",
        colon("on Monday: and decided"),
    ),
    Case("title: Goal [1: a]", "1:15-16", colon("Goal [1: a]")),
    Case("1.1: Hire: now", "1:10-11", colon("Hire: now")),
    Case('"1.1": Hire: now', "1:12-13", colon("Hire: now")),
    Case("title: a: b  # c: d", "1:9-10", colon("a: b  # c: d")),
    # a sign that YAML keeps for itself
    Case("title: * Implement", "1:8-9", sign("* Implement")),
    Case("title: & more", "1:8-9", sign("& more")),
    Case("title: %50 of schools", "1:8-9", sign("%50 of schools")),
    Case("title: @school", "1:8-9", sign("@school")),
    Case("title: ! maybe\nnote: x", "1:8-15", tag("!")),
    Case("title: [draft] Plan", "1:8-9", sign("[draft] Plan")),
    Case("title: {draft} Plan", "1:8-9", sign("{draft} Plan")),
    Case("title: ]x", "1:8-9", sign("]x")),
    Case("title: }x", "1:8-9", sign("}x")),
    Case("title: ,x", "1:8-9", sign(",x")),
    Case("title: > 90 percent", "1:8-9", sign("> 90 percent")),
    Case("title: >90 percent", "1:8-9", sign(">90 percent")),
    Case("title: | x", "1:8-9", sign("| x")),
    Case("title: `code`", "1:8-9", sign("`code`")),
    Case("title: ? x", "1:8-9", sign("? x")),
    Case("- @school", "1:3-4", sign("@school")),
    Case("- %50", "1:3-4", sign("%50")),
    Case("`x`: y", "1:1-2", signed_key("`x`", "y")),
    Case("@: suppressed", "1:1-2", signed_key("@", "suppressed")),
    Case("@:", "1:1-2", signed_key("@", "")),
    Case("- @: suppressed", "1:3-4", sign("@: suppressed")),
    # quotation marks
    Case('title: "Word" and more', "1:14-15", BEHIND_DOUBLE),
    Case("title: 'Word' and more", "1:14-15", BEHIND_SINGLE),
    Case("title: 'it's'", "1:12-13", BEHIND_SINGLE),
    Case('title: "a" "b"', "1:11-12", BEHIND_DOUBLE),
    Case('title: "Goal": x', "1:14-15", BEHIND_DOUBLE),
    Case('"Goal" 1: x', "1:7-8", BEHIND_DOUBLE),
    Case(
        "title: “Goal: x”",
        "1:13-14",
        Told(
            "yaml-syntax",
            "the text has a colon inside",
            '“ ” are letters here; write straight quotes: "Goal: x"',
        ),
    ),
    Case(
        'title: "never closed”\nid: A',
        "1:8-9",
        Told(
            "yaml-syntax",
            "the quotation mark is never closed",
            'close the text with a straight "; “ and ” close nothing',
        ),
    ),
    Case('title: "never closed\nnote: x\nid: A', "1:8-9", OPEN_DOUBLE),
    Case('title: "never closed\nnote: "x"', "1:8-9", OPEN_DOUBLE),
    Case("title: 'Tis the year\nnote: it's\nid: A", "1:8-9", OPEN_SINGLE),
    Case('title: "', "1:8-9", OPEN_DOUBLE),
    Case('title: "a\n\n  b" c', "3:6-7", BEHIND_DOUBLE),
    Case('title: "C:\\Users\\x"', "1:11-12", ESCAPE),
    Case('title: "\\q"', "1:9-10", ESCAPE),
    Case('title: "a" # c\n  note: b', "2:3-4", INDENT),
    # brackets
    Case("a: [b, c\nd: e", "1:4-5", BRACKET),
    Case("a: {b: c\nd: e", "1:4-5", BRACE),
    Case("a: [b,", "1:4-5", BRACKET),
    Case("a: {b: [c}", "1:8-9", BRACKET),
    Case(
        "a: [b]]",
        "1:7-8",
        Told(
            "yaml-syntax",
            "the `]` closes nothing",
            "remove it, or put the whole text in quotes",
        ),
    ),
    Case(
        "a: [b, , c]",
        "1:8-9",
        Told(
            "yaml-syntax",
            "nothing stands in front of the comma",
            "remove it, or put the whole text in quotes",
        ),
    ),
    Case(
        "a: {b: c}}",
        "1:10-11",
        Told(
            "yaml-syntax",
            "the `}` closes nothing",
            "remove it, or put the whole text in quotes",
        ),
    ),
)
"""Text that YAML reads as something else, and gives up."""
