"""What is wrong with a YAML file, in the words of people who write plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.source import LINE_BREAK

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")
_KEY = r"(?:- +)*[\"']?[^\s:\"'#\[{&*!|>%@`-][^:\"'#]*?[\"']?"
_SECOND_COLON = re.compile(
    rf"^ *{_KEY}:\s+(?P<text>[^\s\"'\[{{|>&*!%@`].*?)(?P<colon>:)(?:\s|$)"
)
_LIST_COLON = re.compile(r"^ *- +(?P<text>[^\"'\[{|>]+?: [^:]*?)(?P<colon>:)(?:\s|$)")
_SPECIAL = re.compile(r"^ *(?:- +)*(?:[\w. -]+?:\s+)?(?P<sign>[*&%@!`\[\]{}>|\"',])")
_NO_SPACE = re.compile(r"^ *(?:- +)?(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^\s/:])")


class Said(NamedTuple):
    """A message with its place (line and column from 0) and what to do."""

    message: str
    line: int
    column: int
    help: str


def explain_syntax(text: str, line: int, column: int, problem: str) -> Said:
    """Find the likeliest mistake at or above the place where a parser gave up.

    Args:
        text: the whole file.
        line: from 0, where the parser stopped.
        column: from 0.
        problem: the parser's own words, for the last resort.
    """
    lines = LINE_BREAK.split(text)
    line = min(line, len(lines) - 1)
    for number, content in enumerate(lines):
        if _CONFLICT.match(content):
            return Said(
                "the file holds the marks of an unfinished merge",
                number,
                0,
                "keep one of the two versions and delete the three mark lines",
            )
    for number in _near(lines, line):
        said = _explain_line(lines[number], number)
        if said is not None:
            return said
    return _last_resort(lines, line, column, problem)


def _near(lines: list[str], line: int) -> list[int]:
    """The line itself and the nearest line with content above it."""
    above = line - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    return [number for number in (line, above) if 0 <= number < len(lines)]


def _explain_line(content: str, number: int) -> Said | None:
    indent = content[: len(content) - len(content.lstrip())]
    if "\t" in indent:
        return Said(
            "the line is indented with a tab",
            number,
            indent.index("\t"),
            "indent with spaces, two for each step",
        )
    colon = _SECOND_COLON.match(content) or _LIST_COLON.match(content)
    if colon:
        return Said(
            "the text has a colon inside",
            number,
            colon.start("colon"),
            _in_quotes(content[colon.start("text") :]),
        )
    missing = _NO_SPACE.match(content)
    if missing:
        return Said(
            f"a space is missing behind `{missing['key']}:`",
            number,
            missing.start("colon"),
            f"write `{missing['key']}: ` and then the value",
        )
    special = _SPECIAL.match(content)
    if special:
        return _explain_sign(content, number, special)
    return None


def _explain_sign(content: str, number: int, special: re.Match[str]) -> Said | None:
    sign, at = special["sign"], special.start("sign")
    value = content[at:].rstrip()
    if sign in "\"'":
        closed = re.match(rf"{sign}(?:[^{sign}\\]|\\.)*{sign}", value)
        if closed and not value[closed.end() :].strip(" ,]}:"):
            return None
        if closed:
            return Said(
                "text goes on behind the closing quotation mark",
                number,
                at + closed.end(),
                "put the whole text in single quotes: '\"Word\" and more'"
                if sign == '"'
                else "put the whole text in double quotes: \"'Word' and more\"",
            )
        return Said(
            "the quotation mark is never closed",
            number,
            at,
            f"close the text with {sign}",
        )
    if sign in ">|" and re.fullmatch(r"[>|][+-]?\d?[+-]?\s*(#.*)?", value):
        return None
    return Said(
        f"the text begins with {sign}, which YAML keeps for itself",
        number,
        at,
        _in_quotes(value),
    )


def _last_resort(lines: list[str], line: int, column: int, problem: str) -> Said:
    content = lines[line]
    if not content.strip() and line == len(lines) - 1:
        return Said("the file ends too early", line, column, "look at its last lines")
    if re.match(r"^\s*-?\s*[\w-]+\s*$", content):
        word = content.strip(" -")
        return Said(
            f"`{word}` has no colon behind it",
            line,
            len(content) - len(content.lstrip()),
            f"write `{word}:`, or indent the line as part of the text above",
        )
    if "indent" in problem or "expected" in problem or "not allowed" in problem:
        return Said(
            "the indentation does not fit the lines above",
            line,
            len(content) - len(content.lstrip()),
            "fields of one entry begin in the same column; a list's dashes too",
        )
    return Said("the line cannot be read", line, column, "look for a missing quote")


def _in_quotes(text: str, most: int = 40) -> str:
    plain = text.strip().replace('"', "'")
    short = plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
    return f'put the whole text in quotes: "{short}"'
