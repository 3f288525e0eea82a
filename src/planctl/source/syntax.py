"""What is wrong with a YAML file, in the words of people who write plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.source import split_lines
from planctl.source.lines import (
    LONG_KEY,
    Said,
    colon_inside,
    explain_glued,
    explain_line,
    goes_on,
    indent_of,
    is_plain,
    no_colon,
)

UNCLOSED = "while scanning a quoted scalar"
"""The parsers' own words where a quotation mark is never closed."""
BEHIND = "behind a quoted scalar"
"""Where text stands behind a quoted one that goes over several lines."""

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")


class Failure(NamedTuple):
    """Where a parser gave up, and its own words; lines and columns from 0.

    `began` is where the part begins that it could not finish.
    """

    line: int
    column: int
    problem: str
    context: str
    began: tuple[int, int]


def explain_syntax(text: str, failure: Failure) -> Said:
    """Find the likeliest mistake at or above the place where a parser gave up."""
    lines = split_lines(text)
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
    last = _number(failure)
    # With a no-break space before it, a line is read as part of the text above.
    for number in (last, last - 1) if last else (last,):
        indent = lines[number][: indent_of(lines[number])]
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
        return goes_on(failure.line, failure.column, lines[line][column - 1])
    if failure.context == UNCLOSED:
        return Said(
            "the quotation mark is never closed",
            line,
            column,
            f"close the text with a straight {sign}; “ and ” close nothing"
            if "”" in lines[line] or "“" in lines[line]
            else f"close the text with {sign}",
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
    said = explain_glued(lines[number], number)
    if said is None and number and "mapping values" in failure.problem:
        said = explain_glued(lines[number - 1], number - 1)
    return said or explain_line(lines[number], number)


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
    if is_plain(above) and indent_of(above) == indent_of(lines[number]):
        return no_colon(above, number - 1)
    if is_plain(lines[number]):
        return no_colon(lines[number], number)
    long_key = LONG_KEY.match(lines[number])
    if long_key and runs_on:
        return colon_inside(lines[number], number, long_key)
    return None


def _misfit(lines: list[str], failure: Failure) -> Said:
    """What can be said where no line looks wrong by itself."""
    number = _number(failure)
    if re.search("indent|expected|not allowed", failure.problem):
        return Said(
            "the indentation does not fit the lines above",
            number,
            indent_of(lines[number]),
            "fields of one entry begin in the same column; a list's dashes too",
        )
    return Said(
        "the line cannot be read", number, failure.column, "look for a missing quote"
    )
