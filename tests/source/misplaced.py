"""What cannot be read as YAML: spaces, indentation and lines that are no field."""

from __future__ import annotations

from tests.source.reading import Case, Told

GLUED_ID = Told(
    "yaml-syntax",
    "a space is missing behind `id:`",
    "write `id: ` and then the value",
)
GLUED = Told(
    "yaml-syntax",
    "a space is missing behind the dash",
    "write `- ` and then the text or the first field",
)
INDENT = Told(
    "yaml-syntax",
    "the indentation does not fit the lines above",
    "fields of one entry begin in the same column; a list's dashes too",
)
TAB = Told(
    "yaml-syntax",
    "the line is indented with a tab",
    "indent with spaces, two for each step",
)
NO_NAME = Told(
    "yaml-syntax",
    "nothing stands in front of the colon",
    "write the name of a field, or put the text in quotes",
)
INLINE = Told(
    "yaml-syntax",
    "a list begins on the line of its key",
    "begin it on the next line, or put text that begins with - in quotes",
)
MERGE = Told(
    "yaml-syntax",
    "the file holds the marks of an unfinished merge",
    "keep one of the two versions and delete the three mark lines",
)


def colon(text: str) -> Told:
    """A colon inside unquoted text."""
    help_text = f'put the whole text in quotes: "{text}"'
    return Told("yaml-syntax", "the text has a colon inside", help_text)


def no_colon(text: str) -> Told:
    """A line without a colon among fields."""
    return Told(
        "yaml-syntax",
        f"`{text}` has no colon behind it",
        "write a colon and a value, or indent the line as part of the text above",
    )


def bullet(sign: str) -> Told:
    """A sign that a word processor puts before an entry."""
    return Told(
        "yaml-syntax",
        f"“{sign}” is a letter here and begins no entry",
        "begin each entry of a list with `- `, a plain hyphen and a space",
    )


MISPLACED = (
    # a missing space
    Case("id:B\ntitle: x", "1:3-4", GLUED_ID),
    Case("plan:\n  id:B\n  title: x", "2:5-6", GLUED_ID),
    Case("a: b\nid:B\nc: d", "2:3-4", GLUED_ID),
    Case("tasks:\n  -id: T1\n   title: x", "2:3-4", GLUED),
    Case("tasks:\n  - Hire\n  -Train\n  - Work", "3:3-4", GLUED),
    Case(
        "title:\u00a0x\nid: a",
        "1:6-7",
        Told(
            "yaml-syntax",
            "a space is missing behind `title:`",
            "write `title: ` and then the value",
        ),
    ),
    # indentation
    Case("plan:\n  id: a\n   title: b", "3:4-5", INDENT),
    Case("plan:\n  id: a\n title: b", "3:2-3", INDENT),
    Case("tasks:\n  - id: a\n   title: b", "3:4-5", INDENT),
    Case("tasks:\n  - id: a\n      title: b", "3:7-8", INDENT),
    Case("tasks:\n  - id: a\n    title: b\n    - c", "4:5-6", INDENT),
    Case("tasks:\n - id: a\n- id: b", "3:1-2", INDENT),
    Case("a: b\n- c", "2:1-2", INDENT),
    Case("a: b\n  - c: d", "2:3-4", INDENT),
    Case("title: a\n  note: b", "2:3-4", INDENT),
    Case("responsible: [Anna, Ben]\n  due: 2024", "2:3-4", INDENT),
    Case("a: |\n  text\n b: c", "3:2-3", INDENT),
    Case("a:\n - b\n c: d", "3:2-3", INDENT),
    # tabs and no-break spaces
    Case("\ta: b", "1:1-2", TAB),
    Case("plan:\n\tid: b", "2:1-2", TAB),
    Case("a:\n  - b\n\t- c", "3:1-2", TAB),
    Case("a: |\n  x\n\ty", "3:1-2", TAB),
    Case(
        "-\tb: c\n- \td",
        "1:2-3",
        Told(
            "yaml-syntax",
            "a tab stands where a space belongs",
            "write a space instead of the tab",
        ),
    ),
    Case(
        "a: b\n\u00a0\u00a0- c\nd: e",
        "2:1-2",
        Told(
            "yaml-syntax",
            "the line is indented with a no-break space",
            "indent with spaces, two for each step",
        ),
    ),
    Case(
        "- a: b\n  c: d\n\u00a0 e: f\n  g: h",
        "3:1-2",
        Told(
            "yaml-syntax",
            "the line is indented with a no-break space",
            "indent with spaces, two for each step",
        ),
    ),
    # what word processors put before an entry
    Case("a:\n  - b: c\n  • d: e", "3:3-4", bullet("•")),
    Case("a:\n  \u2013 b: c\n    d: e", "2:3-4", bullet("\u2013")),
    Case("- b\n— c: d", "2:1-2", bullet("—")),
    # lines that are no field
    Case("a: b\nc\nd: e", "2:1-2", no_colon("c")),
    Case(
        "a: b\nlong text without a colon\nd: e",
        "2:1-2",
        no_colon("long text without a colon"),
    ),
    Case("note: |\ntext here\na: b", "2:1-2", no_colon("text here")),
    Case("title\uff1ax\na: b", "1:1-2", no_colon("title\uff1ax")),
    Case(": x", "1:1-2", NO_NAME),
    Case("a:\n  : x", "2:3-4", NO_NAME),
    Case("tasks: - Hire", "1:8-9", INLINE),
    Case("tasks: -", "1:8-9", INLINE),
    # marks of an unfinished merge
    Case("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other", "1:1-2", MERGE),
    Case("a: b\n<<<<<<< HEAD\n  c: d\n=======\n  c: e\n>>>>>>> other", "2:1-2", MERGE),
    Case("a: b\n||||||| base\nc: d", "2:1-2", MERGE),
)
"""Lines that stand where they cannot."""
