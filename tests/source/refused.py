"""Parts of YAML that plans do without."""

from __future__ import annotations

from tests.source.reading import Case, Told

MERGE_KEY = Told(
    "yaml-feature",
    "`<<` merges mappings",
    "write the fields out",
)
DIRECTIVE = Told(
    "yaml-feature",
    "a line that begins with % is read as an instruction to YAML",
    "remove it, or put text that begins with % in quotes",
)
SECOND = Told(
    "yaml-feature",
    "a second document begins here",
    "remove the line `---`; one file holds one document",
)
KEY = Told(
    "yaml-feature",
    "a key is a list or mapping; a key is one word",
    "put text that begins so in quotes",
)
QUESTION = Told(
    "yaml-feature",
    "`?` makes a key of the text behind it",
    "put text that begins with ? in quotes",
)
CONTROL = Told(
    "control-character",
    "the text holds a control character written as an escape",
    "delete the escape",
)


def anchor(text: str) -> Told:
    """An anchor."""
    help_text = "put text that begins with & in quotes"
    return Told("yaml-feature", f"`{text}` is read as an anchor", help_text)


def tag(text: str, key: str = "") -> Told:
    """A tag, which perhaps was meant to begin a key."""
    help_text = "put text that begins with ! in quotes"
    if key:
        help_text = f'put the key alone in quotes: "{key}":'
    return Told("yaml-feature", f"`{text}` is read as a tag", help_text)


def alias(text: str) -> Told:
    """A reference to an anchor."""
    message = f"`{text}` is read as a reference to another place"
    help_text = "put text that begins with * in quotes"
    return Told("yaml-feature", message, help_text)


REFUSED = (
    Case("a: &x b", "1:4-8", anchor("&x")),
    Case("a: &x {b: c}", "1:4-8", anchor("&x")),
    Case("title: &R and D", "1:8-16", anchor("&R")),
    Case("- &x b", "1:3-7", anchor("&x")),
    Case("a: *x", "1:4-6", alias("*x")),
    Case("title: *Implement", "1:8-18", alias("*Implement")),
    Case("- *x", "1:3-5", alias("*x")),
    Case("*x : b", "1:1-3", alias("*x")),
    Case("*x b: c", "1:1-3", alias("*x")),
    Case("a: !x b", "1:4-8", tag("!x")),
    Case("a: !!str b", "1:4-11", tag("!!str")),
    Case("a: !<tag:x> b", "1:4-14", tag("!<tag:x>")),
    Case("title: !important", "1:8-18", tag("!important")),
    Case("title: ! important", "1:8-19", tag("!")),
    Case("!x", "1:1-3", tag("!x")),
    Case("!: x", "1:1-3", tag("!:", "!")),
    Case("- !N: x", "1:3-6", tag("!N:", "!N")),
    Case("a: !b: c", "1:4-9", tag("!b:")),
    Case("<<: b", "1:1-3", MERGE_KEY),
    Case("<<: {a: b}", "1:1-3", MERGE_KEY),
    Case("%YAML 1.1\n---\na: b", "1:1-2", DIRECTIVE),
    Case("# c\n\n%TAG ! x\n---\na: b", "3:1-2", DIRECTIVE),
    Case("%50 of schools: x", "1:1-2", DIRECTIVE),
    Case("a: b\n---\nc: d", "2:1-4", SECOND),
    Case("a: b\n...\n---\nc: d", "3:1-4", SECOND),
    Case("a: b\n...\n%YAML 1.1\n---\nc: d", "3:1-2", DIRECTIVE),
    Case("a: b\n--- c", "2:1-4", SECOND),
    Case("? [a, b]\n: c", "1:3-4", KEY),
    Case("[a]: b", "1:1-2", KEY),
    Case("{a: b}: c", "1:1-2", KEY),
    Case("? a", "1:3-4", QUESTION),
    Case("- ? a", "1:5-6", QUESTION),
    Case('a: "\\e[31m"', "1:4-12", CONTROL),
    Case('a: "\\0"', "1:4-8", CONTROL),
    Case('"\\0": b', "1:1-5", CONTROL),
    Case('a: "\\u202f\\u2028"', "1:4-18", CONTROL),
    Case('a: "\\ufeff"', "1:4-12", CONTROL),
    Case('a: [["\\x7f"]]', "1:6-12", CONTROL),
)
"""Each with what is said of it."""
