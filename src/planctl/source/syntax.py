"""What is wrong with a YAML file, in the words of people who write plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.source import LINE_BREAK

UNCLOSED = "while scanning a quoted scalar"
"""The parsers' own words where a quotation mark is never closed."""
BEHIND = "behind a quoted scalar"
"""Where text stands behind a quoted one that goes over several lines."""
NO_NAME = (
    "nothing stands in front of the colon",
    "write the name of a field, or put the text in quotes",
)
"""What is said of a colon at the beginning, and what to do."""

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")
_NAME = r"[\"']?[\w.-]+[\"']?"
_KEY = rf"(?:(?:- +)+{_NAME}|[\"']?[^\s:\"'#\[{{&*!|>%@`-][^:\"'#]*?[\"']?)"
_SECOND_COLON = re.compile(
    rf"^ *{_KEY}:\s+(?P<text>[^\s\"'\[{{|>&*!%@`].*?)(?P<colon>:)(?:\s|$)"
)
_LIST_COLON = re.compile(r"^ *- +(?P<text>[^\"'\[{|>]+?: [^:]*?)(?P<colon>:)(?:\s|$)")
_LONG_KEY = re.compile(r"^ *(?P<text>[^\s\"'\[{|>:-][^:]* [^:]*)(?P<colon>:)(?:\s|$)")
_NAMELESS = re.compile(r"^ *(?:- +)*(?P<colon>:)(?:\s|$)")
_NO_SPACE = re.compile(r"^ *(?:- +)?(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^ \t/:])")
_GLUED_DASH = re.compile(r"^ *(?P<dash>-)(?=[^\W\d_])")
_INLINE_LIST = re.compile(rf"^ *(?:- +)*{_NAME}: +(?P<dash>-)(?:\s|$)")
_SPECIAL = re.compile(
    rf"^ *(?:- +)*(?:{_NAME}:\s+)?(?P<sign>[*&%@!`\[\]{{}}>|\"',]|\?(?= ))"
)
_COMMENT = re.compile(r"\s#.*")
_LONGEST = 40


class Failure(NamedTuple):
    """Where a parser gave up, and its own words; lines and columns from 0.

    `began` is where the part begins that it could not finish.
    """

    line: int
    column: int
    problem: str
    context: str
    began: tuple[int, int]


class Said(NamedTuple):
    """A message with its place (line and column from 0) and what to do."""

    message: str
    line: int
    column: int
    help: str


def explain_syntax(text: str, failure: Failure) -> Said:
    """Find the likeliest mistake at or above the place where a parser gave up."""
    lines = LINE_BREAK.split(text)
    if failure.line >= len(lines):
        # The parsers count a line break at the end, whether or not there is one.
        failure = failure._replace(line=len(lines) - 1, column=len(lines[-1]))
    explanations = (
        _merge,
        _tab,
        _unclosed,
        _escape,
        _own_line,
        _stray,
        _colonless,
    )
    for explain in explanations:
        said = explain(lines, failure)
        if said is not None:
            return said
    return _misfit(lines, failure)


def _number(failure: Failure) -> int:
    """The line to look at: of a field without a colon, its own and not the next."""
    return failure.began[0] if "simple key" in failure.context else failure.line


def _merge(lines: list[str], failure: Failure) -> Said | None:
    del failure
    for number, content in enumerate(lines):
        if _CONFLICT.match(content):
            return Said(
                "the file holds the marks of an unfinished merge",
                number,
                0,
                "keep one of the two versions and delete the three mark lines",
            )
    return None


def _tab(lines: list[str], failure: Failure) -> Said | None:
    number = _number(failure)
    indent = lines[number][: _indent(lines[number])]
    for sign, name in (("\t", "a tab"), ("\u00a0", "a no-break space")):
        if sign in indent:
            return Said(
                f"the line is indented with {name}",
                number,
                indent.index(sign),
                "indent with spaces, two for each step",
            )
    content = lines[failure.line]
    if content[failure.column : failure.column + 1] == "\t":
        return Said(
            "a tab stands where a space belongs",
            failure.line,
            failure.column,
            "write a space instead of the tab",
        )
    return None


def _unclosed(lines: list[str], failure: Failure) -> Said | None:
    """A quotation mark or bracket that was opened, perhaps many lines above."""
    line, column = failure.began
    is_flow = failure.context.startswith("while parsing a flow")
    if is_flow and not any(one.strip() for one in _rest(lines, failure)):
        line, column = _last_bracket(lines)
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    if failure.context == BEHIND:
        return _goes_on(failure.line, failure.column, lines[line][column - 1])
    if failure.context == UNCLOSED:
        return Said(
            "the quotation mark is never closed",
            line,
            column,
            f"close the text with {sign}",
        )
    if is_flow and sign in {"[", "{"}:
        close = "]" if sign == "[" else "}"
        return Said(
            f"the `{sign}` is never closed",
            line,
            column,
            f"close it with `{close}`, or put text that begins with {sign} in quotes",
        )
    return None


def _rest(lines: list[str], failure: Failure) -> list[str]:
    """What stands behind the place where the parser stopped."""
    return [lines[failure.line][failure.column :], *lines[failure.line + 1 :]]


def _last_bracket(lines: list[str]) -> tuple[int, int]:
    """The line and column of the last opening bracket of a file."""
    last = ((n, max(line.rfind("["), line.rfind("{"))) for n, line in enumerate(lines))
    return max((place for place in last if place[1] >= 0), default=(0, 0))


def _escape(lines: list[str], failure: Failure) -> Said | None:
    at = lines[failure.line].rfind("\\", 0, failure.column + 1)
    if at < 0 or not re.search("escape|hexdecimal", failure.problem):
        return None
    return Said(
        "a backslash in double quotes begins an escape, and this one is not known",
        failure.line,
        at,
        r"write \\ for a backslash, or put the text in single quotes",
    )


def _own_line(lines: list[str], failure: Failure) -> Said | None:
    """A mistake that shows on the line itself, or on the one that was begun."""
    number = _number(failure)
    said = _explain_glued(lines[number], number)
    if said is None and number and "mapping values" in failure.problem:
        said = _explain_glued(lines[number - 1], number - 1)
    content = lines[number]
    return (
        said or _explain_colon(content, number) or _explain_beginning(content, number)
    )


def _explain_glued(content: str, number: int) -> Said | None:
    """A missing space, which makes plain text of a field or of an entry."""
    dash = _GLUED_DASH.match(content)
    if dash:
        return Said(
            "a space is missing behind the dash",
            number,
            dash.start("dash"),
            "write `- ` and then the text or the first field",
        )
    colon = _NO_SPACE.match(content)
    if colon is None:
        return None
    return Said(
        f"a space is missing behind `{colon['key']}:`",
        number,
        colon.start("colon"),
        f"write `{colon['key']}: ` and then the value",
    )


def _explain_colon(content: str, number: int) -> Said | None:
    bare = _COMMENT.sub("", content)
    colon = _SECOND_COLON.match(bare) or _LIST_COLON.match(bare)
    if colon:
        return _colon_inside(content, number, colon)
    nameless = _NAMELESS.match(content)
    if nameless:
        return Said(NO_NAME[0], number, nameless.start("colon"), NO_NAME[1])
    return None


def _colon_inside(content: str, number: int, colon: re.Match[str]) -> Said:
    return Said(
        "the text has a colon inside",
        number,
        colon.start("colon"),
        _in_quotes(content[colon.start("text") :]),
    )


def _explain_beginning(content: str, number: int) -> Said | None:
    """A sign at the beginning of a text that is not read as text."""
    inline = _INLINE_LIST.match(content)
    if inline:
        return Said(
            "a list begins on the line of its key",
            number,
            inline.start("dash"),
            "begin it on the next line, or put text that begins with - in quotes",
        )
    special = _SPECIAL.match(content)
    if special is None:
        return None
    sign, at = special["sign"], special.start("sign")
    value = content[at:].rstrip()
    if sign in "\"'":
        is_key = not content[:at].strip(" -")
        return _explain_quote(value, number, at, is_key=is_key)
    if re.fullmatch(r"[>|][+-]?\d?[+-]?\s*(#.*)?|\[.*\]|\{.*\}", value):
        return None
    return Said(
        f"the text begins with “{sign}”, which YAML keeps for itself",
        number,
        at,
        _in_quotes(value),
    )


def _explain_quote(value: str, number: int, at: int, *, is_key: bool) -> Said | None:
    sign = value[0]
    closed = re.match(rf"{sign}(?:[^{sign}\\]|\\.)*{sign}", value)
    rest = _COMMENT.sub("", value[closed.end() :]) if closed else ""
    if not closed or (is_key and rest.startswith(":")) or not rest.strip(" ,]}"):
        return None
    return _goes_on(number, at + closed.end(), sign)


def _goes_on(line: int, column: int, sign: str) -> Said:
    return Said(
        "text goes on behind the closing quotation mark",
        line,
        column,
        "put the whole text in single quotes: '\"Word\" and more'"
        if sign == '"'
        else "put the whole text in double quotes: \"'Word' and more\"",
    )


def _stray(lines: list[str], failure: Failure) -> Said | None:
    """A comma or a closing bracket that belongs to nothing."""
    sign = lines[failure.line][failure.column : failure.column + 1]
    if sign not in {",", "]", "}"} or failure.line != _number(failure):
        return None
    return Said(
        "nothing stands in front of the comma"
        if sign == ","
        else f"the `{sign}` closes nothing",
        failure.line,
        failure.column,
        "remove it, or put the whole text in quotes",
    )


def _colonless(lines: list[str], failure: Failure) -> Said | None:
    """A line of text where a field belongs, or one that runs into the field below."""
    number = _number(failure)
    runs_on = "mapping values" in failure.problem
    above = lines[number - 1] if number and runs_on else ""
    if _is_plain(above) and _indent(above) == _indent(lines[number]):
        return _no_colon(above, number - 1)
    if _is_plain(lines[number]):
        return _no_colon(lines[number], number)
    long_key = _LONG_KEY.match(lines[number])
    if long_key and runs_on:
        return _colon_inside(lines[number], number, long_key)
    return None


def _misfit(lines: list[str], failure: Failure) -> Said:
    """What can be said where no line looks wrong by itself."""
    number = _number(failure)
    if re.search("indent|expected|not allowed", failure.problem):
        return Said(
            "the indentation does not fit the lines above",
            number,
            _indent(lines[number]),
            "fields of one entry begin in the same column; a list's dashes too",
        )
    return Said(
        "the line cannot be read", number, failure.column, "look for a missing quote"
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_plain(line: str) -> bool:
    """Whether a line is text: no field, entry or comment, and not empty."""
    text = line.strip()
    return text[:1] not in {"", "-", "#"} and not re.search(r":(\s|$)", text)


def _no_colon(content: str, number: int) -> Said:
    return Said(
        f"`{shortened(content.strip())}` has no colon behind it",
        number,
        _indent(content),
        "write a colon and a value, or indent the line as part of the text above",
    )


def _in_quotes(text: str) -> str:
    plain = shortened(text.strip().replace('"', "'"))
    return f'put the whole text in quotes: "{plain}"'


def shortened(text: str) -> str:
    """A text as it fits into a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
